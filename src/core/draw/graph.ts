import type { Exit, Flow, Phase, Playbook, Step } from '../model/playbook';
import type { Translate } from '../text/translate';
import { textWidth } from './textWidth';
import { wrapLabel } from './wrapLabel';

/** Pixels, and the sizes of letters. */
export const sizes = {
  label: 13,
  small: 10.5,
  edge: 11.5,
  line: 17,
  smallLine: 14,
  maxText: 176,
  padX: 14,
  padY: 9,
  slant: 16,
} as const;

/** A step as it is drawn. */
export interface DrawnStep {
  readonly id: string;
  /** Undefined: the step is named and not defined. */
  readonly step: Step | undefined;
  readonly kind: Step['kind'] | 'ghost';
  /** Small, above: the kind and who does it. */
  readonly head: string;
  readonly lines: readonly string[];
  /** Small, below: minutes, channels. */
  readonly foot: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** All ways from one step to another in one line. */
export interface DrawnEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly labelWidth: number;
  readonly via: Exit['via'];
}

export interface FlowGraph {
  readonly flow: Flow;
  readonly steps: readonly DrawnStep[];
  readonly edges: readonly DrawnEdge[];
  /** Phases from the top down, each with its steps. */
  readonly phases: readonly { readonly phase: Phase; readonly steps: ReadonlySet<string> }[];
}

const ghostPrefix = '?';

export function toGraph(flow: Flow, playbook: Playbook, t: Translate): FlowGraph {
  const all = [...flow.steps.values()];
  const ordered = flow.start === undefined ? all : [flow.start, ...all.filter((step) => step !== flow.start)];
  const ghosts = new Map<string, DrawnStep>();
  const edges = new Map<string, { from: string; to: string; labels: string[]; via: Exit['via'] }>();
  for (const step of ordered) {
    for (const exit of step.exits) {
      const to = exit.to.target === undefined ? `${ghostPrefix}${exit.to.id}` : exit.to.target.id;
      if (exit.to.target === undefined) ghosts.set(to, ghost(to, exit.to.id));
      const id = `${step.id}→${to}`;
      const label = exitLabel(step, exit, playbook, t);
      const known = edges.get(id);
      if (known === undefined) edges.set(id, { from: step.id, to, labels: label === '' ? [] : [label], via: exit.via });
      // Answered or not, it goes on in the same place: nothing to say.
      else if (step.kind === 'escalate') known.labels = [];
      else if (label !== '' && !known.labels.includes(label)) known.labels.push(label);
    }
  }
  return {
    flow,
    steps: [...ordered.map((step) => drawn(step, t)), ...ghosts.values()],
    edges: [...edges].map(([id, { from, to, labels, via }]) => {
      const label = shorten(labels.join(' / '));
      return { id, from, to, via, label, labelWidth: label === '' ? 0 : textWidth(label, sizes.edge) + 8 };
    }),
    phases: phasesOf(ordered),
  };
}

function shorten(label: string): string {
  return wrapLabel(label, 150, sizes.edge, { maxLines: 1 }).lines[0] ?? '';
}

function exitLabel(step: Step, exit: Exit, playbook: Playbook, t: Translate): string {
  switch (exit.via) {
    case 'then':
      return '';
    case 'no_ack':
      return t('no answer');
    case 'on_upgrade':
      return t('gets worse');
    case 'case':
      return playbook.severities.get(exit.value ?? '')?.title?.value ?? exit.value ?? '';
    case 'answer': {
      const fact = step.kind === 'ask' ? step.fact?.target : undefined;
      const choice = fact?.choices.get(exit.value ?? '')?.label;
      if (choice !== undefined) return choice;
      const isJapanese = playbook.locale.startsWith('ja');
      if (exit.value === 'yes') return isJapanese ? 'はい' : 'Yes';
      if (exit.value === 'no') return isJapanese ? 'いいえ' : 'No';
      return exit.value ?? '';
    }
  }
}

function drawn(step: Step, t: Translate): DrawnStep {
  const words = kindWords(t);
  const role = step.by === undefined ? '' : (step.by.target?.title?.value ?? step.by.id);
  const head = [step.kind === 'unknown' ? t('unknown kind') : words[step.kind], role]
    .filter((part) => part !== '')
    .join(' · ');
  const label =
    step.title?.value ??
    (step.kind === 'ask' ? (step.question?.value ?? step.fact?.target?.ask?.value) : undefined) ??
    step.id;
  return boxed({
    id: step.id,
    step,
    kind: step.kind,
    head,
    lines: wrapLabel(label, sizes.maxText, sizes.label, { weight: 'bold' }).lines,
    foot: footOf(step, t),
  });
}

function ghost(key: string, id: string): DrawnStep {
  return boxed({
    id: key,
    step: undefined,
    kind: 'ghost',
    head: '',
    lines: wrapLabel(`? ${id}`, sizes.maxText, sizes.label, { weight: 'bold' }).lines,
    foot: [],
  });
}

function boxed(content: Omit<DrawnStep, 'width' | 'height'>): DrawnStep {
  const { head, lines, foot, kind } = content;
  const slant = kind === 'ask' || kind === 'classify' ? sizes.slant : kind === 'end' || kind === 'wait' ? 8 : 0;
  const widest = Math.max(
    ...lines.map((line) => textWidth(line, sizes.label, 'bold')),
    head === '' ? 0 : textWidth(head, sizes.small) + 18,
    ...foot.map((line) => textWidth(line, sizes.small)),
    72,
  );
  return {
    ...content,
    width: Math.ceil(widest + 2 * sizes.padX + 2 * slant),
    height: Math.ceil(
      2 * sizes.padY +
        (head === '' ? 0 : sizes.smallLine + 2) +
        lines.length * sizes.line +
        (foot.length === 0 ? 0 : foot.length * sizes.smallLine + 2),
    ),
  };
}

export function kindWords(t: Translate): Readonly<Record<Exclude<Step['kind'], 'unknown'>, string>> {
  return {
    gather: t('Find out'),
    classify: t('Judge'),
    ask: t('Ask'),
    do: t('Do'),
    escalate: t('Tell inside'),
    announce: t('Announce'),
    'sorry-page': t('Sorry page'),
    wait: t('Wait'),
    call: t('Go through'),
    end: t('End'),
  };
}

export function phaseWords(t: Translate): Readonly<Record<Phase, string>> {
  return { assess: t('Assess'), impact: t('Impact'), cause: t('Cause'), respond: t('Respond'), prevent: t('Prevent') };
}

/** Seconds as people say them on a small line. */
export function shortDuration(seconds: number, t: Translate): string {
  if (seconds % 86_400 === 0 && seconds > 0) return t('{0} d', seconds / 86_400);
  if (seconds % 3600 === 0 && seconds > 0) return t('{0} h', seconds / 3600);
  if (seconds % 60 === 0) return t('{0} min', seconds / 60);
  return seconds < 60 ? t('{0} s', seconds) : t('{0} min', Math.round(seconds / 6) / 10);
}

function footOf(step: Step, t: Translate): readonly string[] {
  const lines: string[] = [];
  if (step.kind === 'announce') {
    const channels =
      step.channels === undefined
        ? t('to the channels of the class')
        : step.channels === 'announced'
          ? t('to everyone who was told')
          : step.channels.map(({ target, id }) => target?.title?.value ?? id).join(t(', '));
    lines.push(...wrapLabel(`→ ${channels}`, sizes.maxText, sizes.small, { maxLines: 2 }).lines);
  }
  if (step.kind === 'escalate' && step.to.length > 0) {
    lines.push(
      ...wrapLabel(
        `→ ${step.to.map(({ target, id }) => target?.title?.value ?? id).join(t(', '))}`,
        sizes.maxText,
        sizes.small,
        { maxLines: 2 },
      ).lines,
    );
  }
  const minutes = [
    ...(step.takes > 0 ? [shortDuration(step.takes, t)] : []),
    ...(step.kind === 'escalate' && step.ackWithin > 0
      ? [t('answer within {0}', shortDuration(step.ackWithin, t))]
      : []),
    ...(step.kind === 'wait'
      ? [step.every === 'update_every' ? t('until the next update is due') : shortDuration(step.every, t)]
      : []),
  ];
  if (minutes.length > 0) lines.push(minutes.join(t(', ')));
  return lines;
}

/** From the top down: by how far from the start a phase's steps are on average. Only phases that come in one piece help. */
function phasesOf(steps: readonly Step[]): FlowGraph['phases'] {
  const rank = new Map<Step, number>();
  const [start] = steps;
  const waiting = start === undefined ? [] : [start];
  if (start !== undefined) rank.set(start, 0);
  for (const step of waiting) {
    for (const { to } of step.exits) {
      if (to.target === undefined || rank.has(to.target)) continue;
      rank.set(to.target, (rank.get(step) ?? 0) + 1);
      waiting.push(to.target);
    }
  }
  const members = new Map<Phase, Step[]>();
  for (const step of steps) {
    if (step.phase === undefined) continue;
    const known = members.get(step.phase.value);
    if (known === undefined) members.set(step.phase.value, [step]);
    else known.push(step);
  }
  const mean = (of: readonly Step[]) => of.reduce((sum, step) => sum + (rank.get(step) ?? 0), 0) / of.length;
  return [...members]
    .sort(([, a], [, b]) => mean(a) - mean(b))
    .map(([phase, of]) => ({ phase, steps: new Set(of.map(({ id }) => id)) }));
}
