import { faceOf, nameOf, startFace } from '../draw/face';
import type { Markup } from '../draw/markup';
import { phaseWords, shortDuration } from '../draw/words';
import type { Finding } from '../lint/finding';
import type { Channel, Exit, Flow, Step } from '../model/playbook';
import { approvalList } from './approvalChips';
import { type Child, make, nameButton, withAttributes } from './build';
import { noFlow } from './noFlow';
import { classesOf, type Play, play } from './play';
import { playingLine } from './playingLine';
import { problemsOn, type StepProblems } from './problemsOn';
import { ours, type Scene as PageScene, sourced } from './scene';
import { exitWords } from './words';

export interface ListInput extends PageScene {
  readonly findings?: readonly Finding[];
  /** Default: nothing is asked for. */
  readonly played?: Play;
}

interface Scene extends PageScene {
  readonly played: Play;
  readonly problems: StepProblems;
  readonly approvals: ReturnType<typeof approvalList>;
  readonly classes: ReturnType<typeof classesOf>;
}

/** The flows as numbered text: for those who hear the page, and for paper. It says all that the drawing says. */
export function listPage(input: ListInput): Markup {
  const { playbook, runs, findings = [], played = play(playbook, runs) } = input;
  const shared = { ...input, played, approvals: approvalList(input), classes: classesOf(played.runs) };
  const flows = [...playbook.flows.values()].map((flow) =>
    section(flow, { ...shared, problems: problemsOn(flow, findings) }),
  );
  const all = flows.length > 0 ? [...playingLine(played, input), ...flows] : [noFlow(input)];
  return { ...make('div', 'up-sheet up-list', ...all), key: 'list' };
}

function section(flow: Flow, scene: Scene): Markup {
  const name = flow.title?.value ?? flow.id;
  const numberOf = new Map([...flow.steps.values()].map((step, at) => [step, at + 1]));
  const trigger = flow.trigger === undefined ? undefined : make('p', 'up-trigger', startFace(flow, scene.t).full);
  const steps = [...numberOf].map(([step, number]) => item(step, number, numberOf, scene));
  return sourced(
    `flows.${flow.id}`,
    withAttributes(
      make(
        'section',
        'up-list-flow',
        make('h2', '', nameButton(name)),
        scene.approvals(flow),
        trigger,
        make('ol', 'up-steps', ...steps),
      ),
      { 'aria-label': name },
    ),
  );
}

function item(step: Step, number: number, numberOf: ReadonlyMap<Step, number>, scene: Scene): Markup {
  const { playbook, runs, played, problems, t } = scene;
  const face = faceOf(step, playbook, t, false);
  const isOff = played.lit !== undefined && !played.lit.has(step);
  const classes = scene.classes(step);
  const at = isOff ? undefined : played.doneAfter(step);
  const facts = [
    ...(step.phase === undefined ? [] : [t('phase: {0}', phaseWords(t)[step.phase.value])]),
    ...face.facts,
    ...(classes.length === 0 ? [] : [t('severity: {0}', classes.join(t(', ')))]),
    ...(runs.isReachable(step) ? (isOff ? [t('not on this way')] : []) : [t('nobody comes here')]),
    // Round a loop there is no worst case.
    ...(at !== undefined && Number.isFinite(at)
      ? [
          played.isRepeated(step)
            ? t('done for the first time after {0} at worst', shortDuration(at, t))
            : t('done after {0} at worst', shortDuration(at, t)),
        ]
      : []),
  ];
  const note = step.note === undefined ? undefined : make('p', 'up-step-note', step.note.value);
  return sourced(
    `flows.${step.flow.id}.steps.${step.id}`,
    make(
      'li',
      isOff ? 'up-list-step up-list-off' : 'up-list-step',
      make(
        'div',
        'up-list-head',
        make('span', 'up-list-number', `${number}.`),
        make('h3', '', nameButton(nameOf(step, t))),
        face.head === '' ? undefined : ours(scene, 'span', `up-kind up-kind-${step.kind}`, face.head),
      ),
      ours(scene, 'p', 'up-list-facts', facts.join(' · ')),
      channels(step, scene),
      note,
      findingsOf(problems.get(step.id)?.messages, scene),
      exits(step, numberOf, scene),
    ),
  );
}

/** What is wrong with the step: the drawing has a sign for it. */
function findingsOf(messages: readonly string[] | undefined, scene: Scene): Markup | undefined {
  if (messages === undefined) return undefined;
  return make('ul', 'up-step-findings', ...messages.map((message) => ours(scene, 'li', '', message)));
}

function channels(step: Step, scene: Scene): Markup | undefined {
  if (step.kind !== 'announce') return undefined;
  const { t, played } = scene;
  if (step.channels === undefined) return ours(scene, 'p', 'up-list-facts', t('where its severity says'));
  if (step.channels === 'announced') return ours(scene, 'p', 'up-list-facts', t('everyone who was told'));
  const isDead = (channel: Channel | undefined) => channel !== undefined && played.dead.has(channel);
  const names = step.channels.map(({ target, id }) => {
    const name = target?.title?.value ?? id;
    return isDead(target) ? make('li', 'up-chip up-chip-off', t('{0} (down)', name)) : make('li', 'up-chip', name);
  });
  return make('ul', 'up-chips', ...names);
}

function exits(step: Step, numberOf: ReadonlyMap<Step, number>, scene: Scene): Markup | undefined {
  if (step.exits.length === 0) return undefined;
  return make('ul', 'up-exits', ...step.exits.map((exit) => make('li', '', ...lead(step, exit, numberOf, scene))));
}

/** When, and to which step. */
function lead(step: Step, exit: Exit, numberOf: ReadonlyMap<Step, number>, scene: Scene): readonly Child[] {
  const { t } = scene;
  const { target, id } = exit.to;
  const when = whenOf(step, exit, scene);
  const number = target === undefined ? undefined : numberOf.get(target);
  const name = target === undefined ? `? ${id}` : `${number === undefined ? '' : `${number}. `}${nameOf(target, t)}`;
  const arrow = withAttributes(make('span', 'up-arrow', '→'), { 'aria-hidden': 'true' });
  return [
    ...(when === undefined ? [] : [when]),
    make(
      'span',
      'up-leads',
      arrow,
      target === undefined
        ? make('span', 'up-unknown', name)
        : withAttributes(make('button', 'up-name', name), { 'data-to': `flows.${step.flow.id}.steps.${id}` }),
    ),
  ];
}

function whenOf(step: Step, exit: Exit, scene: Scene): Markup | undefined {
  const said = exitWords(step, exit, scene.playbook, scene.t);
  if (said === undefined) return undefined;
  const { text, isOurs } = said;
  return isOurs ? ours(scene, 'span', 'up-when-exit', text) : make('span', 'up-when-exit', text);
}
