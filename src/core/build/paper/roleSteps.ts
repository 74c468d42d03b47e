import { nameOf, roleName } from '../../draw/face';
import type { Markup } from '../../draw/markup';
import { kindWords, phaseWords, shortDuration } from '../../draw/words';
import { buildCosts } from '../../flow/costs';
import type { AnnounceStep, Role, SeverityClass, Step } from '../../model/playbook';
import { make } from '../../pages/build';
import { factName } from '../../pages/criteria';
import { exitWords, stageWords, typeWords } from '../../pages/words';
import type { Paper } from './file';
import { channelName, isIt, numbered, of } from './roleWork';

export function steps(role: Role, paper: Paper): readonly Markup[] {
  const { playbook, t } = paper;
  const all = numbered(paper);
  const numberOf = new Map(all.map(({ step, number }) => [step, number]));
  const lists = [...playbook.flows.values()].flatMap((flow) => {
    const own = all.filter(({ step }) => step.flow === flow && (isIt(role, step.by) || switches(role, step, paper)));
    if (own.length === 0) return [];
    return [
      make('h3', '', flow.title?.value ?? flow.id),
      ...(flow.trigger === undefined
        ? []
        : [make('p', 'pp-small pp-begins', t('Begins when: {0}', flow.trigger.value.trim()))]),
      make('ol', 'pp-steps', ...own.map(({ step }) => stepItem(step, role, numberOf, paper))),
    ];
  });
  if (lists.length === 0) return [];
  return [
    make('h2', '', t('You do, in this order')),
    make(
      'p',
      'pp-small pp-begins',
      t('The numbers are those of the list in plan.html; the words to send are there, too.'),
    ),
    ...lists,
  ];
}

/** The hands at the switch of the sorry page, where the step names nobody. */
function switches(role: Role, step: Step, { playbook }: Paper): boolean {
  return step.kind === 'sorry-page' && step.by === undefined && isIt(role, playbook.sorryPage?.switchover?.doneBy);
}

function stepItem(step: Step, role: Role, numberOf: ReadonlyMap<Step, number>, paper: Paper): Markup {
  const { playbook, t, runs } = paper;
  const before = [...step.flow.steps.values()].filter((other) => other.exits.some(({ to }) => to.target === step));
  const at = runs.reachedAt(step)?.seconds;
  const takes = step.kind === 'sorry-page' ? buildCosts(playbook)(step, -1) : step.takes;
  const head = [
    ...(takes > 0 ? [shortDuration(takes, t)] : []),
    ...(at !== undefined && Number.isFinite(at) ? [t('done after {0} at worst', shortDuration(at, t))] : []),
    ...(step.kind === 'unknown' ? [] : [kindWords(t)[step.kind]]),
    ...(step.phase === undefined ? [] : [phaseWords(t)[step.phase.value]]),
    ...(step.automation?.value === 'human-only' ? [t('by a person')] : []),
  ];
  const label = (other: Step) => {
    const name = `${numberOf.get(other)}. ${nameOf(other, t)}`;
    if (other.by === undefined || isIt(role, other.by)) return make('span', '', name);
    return make('span', 'pp-other', t('{0} ({1})', name, roleName(other.by)));
  };
  return make(
    'li',
    '',
    make('span', 'pp-number', `${numberOf.get(step)}.`),
    make(
      'div',
      '',
      make('p', 'pp-step-title', nameOf(step, t)),
      make('p', 'pp-kind', head.join(' · ')),
      ...whatOf(step, paper).map((text) => make('p', '', text)),
    ),
    make(
      'ul',
      'pp-ways',
      ...(before.length === 0
        ? []
        : [
            make('li', '', t('Before this: '), ...before.flatMap((other, i) => [i === 0 ? '' : t(', '), label(other)])),
          ]),
      ...step.exits.map((exit) => {
        const when = exitWords(step, exit, playbook, t)?.text ?? '';
        const { target, id } = exit.to;
        return make('li', '', when === '' ? '→ ' : `${when} → `, target === undefined ? `? ${id}` : label(target));
      }),
    ),
  );
}

/** What a title does not say. */
function whatOf(step: Step, paper: Paper): readonly string[] {
  const { playbook, t } = paper;
  const title = nameOf(step, t).trim();
  const { switchover } = playbook.sorryPage ?? {};
  const said = ((): readonly (string | undefined)[] => {
    switch (step.kind) {
      case 'do':
        return [step.task?.value];
      case 'ask':
        return [step.question?.value ?? step.fact?.target?.ask?.value];
      case 'gather':
        return [step.collect.flatMap(of).map(factName).join(' / ')];
      case 'announce':
        return [messageLine(step, paper), ...wheres(step, paper)];
      case 'escalate':
        return [
          [
            ...(step.to.length === 0 ? [] : [t('to {0}', step.to.map(roleName).join(t(', ')))]),
            ...(step.via.length === 0 ? [] : [t('via {0}', step.via.map(channelName).join(t(', ')))]),
            ...(step.ackWithin > 0 ? [t('answer within {0}', shortDuration(step.ackWithin, t))] : []),
          ].join(' · '),
        ];
      case 'sorry-page':
        return [step.action === 'hide' ? switchover?.revert?.value : undefined];
      case 'wait':
        return [step.every === 'update_every' ? t('until the next update is due') : shortDuration(step.every, t)];
      default:
        return [];
    }
  })();
  return [...said, step.note?.value].flatMap((text) => {
    const shown = text?.trim() ?? '';
    return shown === '' || shown === title ? [] : [shown];
  });
}

/** Which words go out; they are in the plan. */
function messageLine({ message }: AnnounceStep, { t }: Paper): string | undefined {
  const target = message?.target;
  if (target === undefined) return undefined;
  const stage = target.stage === undefined ? '' : stageWords(t)[target.stage.value];
  const title = target.title?.value.trim() ?? target.id;
  return stage === '' || stage === title ? t('Message: {0}', title) : t('Message: {0} ({1})', title, stage);
}

/** Where an announcement goes; with its class where that makes a difference. */
function wheres(step: AnnounceStep, { runs, t }: Paper): readonly string[] {
  const byChannels = new Map<string, SeverityClass[]>();
  for (const { severity, channels: told } of runs.sendings(step)) {
    const names = told.map((channel) => channel.title?.value ?? typeWords(t)[channel.type]).join(t(', ')) || '—';
    byChannels.set(names, [...(byChannels.get(names) ?? []), ...(severity === undefined ? [] : [severity])]);
  }
  const all = step.channels === 'announced' ? t('everyone who was told') : undefined;
  const [[only = '—'] = []] = byChannels;
  if (byChannels.size <= 1) return [all === undefined ? t('On: {0}', only) : t('On: {0}', t('{0} ({1})', all, only))];
  const lines = [...byChannels].map(([names, severities]) => {
    const classes = severities.map(({ title, id }) => title?.value ?? id).join(t(', '));
    return classes === '' ? t('On: {0}', names) : t('On ({0}): {1}', classes, names);
  });
  return all === undefined ? lines : [t('On: {0}', all), ...lines];
}
