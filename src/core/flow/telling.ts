import type { AnnounceStep, Channel, Message, Playbook, Stage, Step } from '../model/playbook';

/** Whether a sorry page tells of trouble: before it was ever shown, while it is, while it is and says that it is over, hidden again. */
export const page = { never: 0, telling: 1, settled: 2, hidden: 3 } as const;

/** Who a step tells, in numbers of channels. */
export interface Telling {
  readonly channels: readonly Channel[];
  /** The channel of type `sorry-page`; -1 without one. */
  readonly pageChannel: number;
  /** The channel that the sorry page's visitors are told on when it is over; -1 without one. */
  readonly listChannel: number;
  /** The step's own channels, else those of the class (by rank, -1 for none). */
  channelsOf(step: AnnounceStep, severity: number): readonly number[] | 'announced';
  /** How the page stands behind the step. */
  pageAfter(step: Step, severity: number, before: number): number;
  /** The step speaks to somebody outside, in a run in which nobody outside was told by an `announce` before. */
  isFirstNotice(step: AnnounceStep, severity: number, pageBefore: number): boolean;
}

export function buildTelling(playbook: Playbook): Telling {
  const channels = [...playbook.channels.values()];
  const numberOf = new Map(channels.map((channel, number) => [channel, number]));
  const pageChannel = channels.findIndex(({ type }) => type === 'sorry-page');
  const list = playbook.sorryPage?.leadCapture?.list?.target;
  const listChannel = list === undefined ? -1 : (numberOf.get(list) ?? -1);
  const isExternal = (channel: number) => channels[channel]?.external === true;

  const toNumbers = (references: readonly { readonly target: Channel | undefined }[]) =>
    references.flatMap(({ target }) => (target === undefined ? [] : (numberOf.get(target) ?? [])));
  const ofClass = [...playbook.severities.values()].map((severity) =>
    severity.announce ? toNumbers(severity.channels) : [],
  );
  const ofStep = new Map<AnnounceStep, readonly number[]>();
  const channelsOf = (step: AnnounceStep, severity: number) => {
    if (step.channels === 'announced') return step.channels;
    if (step.channels === undefined) return ofClass[severity] ?? [];
    const known = ofStep.get(step) ?? toNumbers(step.channels);
    ofStep.set(step, known);
    return known;
  };

  return {
    channels,
    pageChannel,
    listChannel,
    channelsOf,
    pageAfter(step, severity, before) {
      if (step.kind === 'sorry-page') {
        if (step.action === 'show') return page.telling;
        return step.action === 'hide' && before !== page.never ? page.hidden : before;
      }
      if (step.kind !== 'announce' || (before !== page.telling && before !== page.settled)) return before;
      const told = channelsOf(step, severity);
      const speaksThere = told === 'announced' ? before === page.telling : told.includes(pageChannel);
      const stage = stageOf(step.message?.target);
      if (speaksThere && tellsOfTrouble(stage)) return page.telling;
      return speaksThere && tellsOfTheEnd(stage) ? page.settled : before;
    },
    isFirstNotice(step, severity, pageBefore) {
      const told = channelsOf(step, severity);
      if (told !== 'announced') return told.some(isExternal);
      // Nobody outside was told before, so only the sorry page can owe anything outside.
      if (pageBefore === page.telling && isExternal(pageChannel)) return true;
      return pageBefore !== page.never && isExternal(listChannel);
    },
  };
}

/** A translation that names no stage has that of its original. */
export function stageOf(message: Message | undefined): Stage | undefined {
  return message?.stage?.value ?? message?.translationOf?.target?.stage?.value;
}

export function tellsOfTrouble(stage: Stage | undefined): boolean {
  return stage === 'investigating' || stage === 'identified' || stage === 'monitoring';
}

export function tellsOfTheEnd(stage: Stage | undefined): boolean {
  return stage === 'resolved' || stage === 'postmortem';
}
