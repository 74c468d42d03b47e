import type { AnnounceStep, Flow, Playbook, Reference, Role, Step } from '../model/playbook';
import type { Translate } from '../text/translate';
import { sizes } from './sizes';
import { textWidth, toClusters } from './textWidth';
import { kindWords, outcomeWord, phaseWords, shortDuration } from './words';
import { plainText, wrapLabel } from './wrapLabel';

/** What is written in a box, broken into lines. */
export interface Face {
  /** What kind of step it is; empty for a start and a ghost. */
  readonly head: string;
  readonly title: readonly string[];
  /** The title with nothing cut off. */
  readonly full: string;
  /** Small, below: who, how long, to whom. */
  readonly details: readonly string[];
  /** The same one by one, with nothing cut off. */
  readonly facts: readonly string[];
  /** Where it is said, in rows. */
  readonly chips: readonly (readonly Chip[])[];
}

export interface Chip {
  readonly text: string;
  readonly width: number;
  /** The channel's id; undefined for words that stand for several. */
  readonly channel?: string;
}

/** `stray`: it stands in the band of another phase, and names its own. */
export function faceOf(step: Step, playbook: Playbook, t: Translate, stray: boolean): Face {
  const full = plainText(nameOf(step, t));
  const by = step.by === undefined ? [] : [roleName(step.by)];
  const phase = stray && step.phase !== undefined ? [t('phase: {0}', phaseWords(t)[step.phase.value])] : [];
  const facts = [...by, ...minutesOf(step, playbook, t), ...particulars(step, t), ...phase].map(plainText);
  return {
    head: step.kind === 'unknown' ? t('Unknown kind') : kindWords(t)[step.kind],
    title: wrapLabel(full, sizes.text, sizes.title, { weight: 'bold' }).lines,
    full,
    details: flowing(facts),
    facts,
    chips: step.kind === 'announce' ? toRows(chipsOf(step, t)) : [],
  };
}

export function startFace(flow: Flow, t: Translate): Face {
  const full = plainText(flow.trigger?.value ?? '') || t('Start');
  return { ...noFace, title: wrapLabel(full, sizes.text, sizes.small + 1).lines, full };
}

/** `meant`: the step that its name is close to. */
export function ghostFace(id: string, meant: string | undefined, t: Translate): Face {
  const full = `? ${plainText(id)}`;
  const title = wrapLabel(full, sizes.text, sizes.title, { weight: 'bold' }).lines;
  return {
    ...noFace,
    title,
    full,
    details: flowing([
      t('This step does not exist'),
      ...(meant === undefined ? [] : [t('Did you mean "{0}"?', plainText(meant))]),
    ]),
  };
}

/** All steps of a phase in one box. */
export function foldFace(steps: readonly Step[], t: Translate): Face {
  const phase = steps[0]?.phase?.value;
  const full = phase === undefined ? '' : phaseWords(t)[phase];
  const count = steps.length === 1 ? t('1 step') : t('{0} steps', steps.length);
  const title = wrapLabel(full, sizes.text, sizes.title, { weight: 'bold' }).lines;
  return { ...noFace, title, full, details: flowing([count]), facts: [count] };
}

const noFace: Face = { head: '', title: [], full: '', details: [], facts: [], chips: [] };

/** What a reader calls the step: its title, else what it asks, does, says or comes to, else its id. */
export function nameOf(step: Step, t: Translate): string {
  return step.title?.value ?? ownWords(step, t) ?? step.id;
}

function ownWords(step: Step, t: Translate): string | undefined {
  switch (step.kind) {
    case 'ask':
      return step.question?.value ?? step.fact?.target?.ask?.value;
    case 'do':
      return step.task?.value;
    case 'announce':
      return step.message?.target?.title?.value;
    case 'call':
      return step.calls?.target?.title?.value;
    case 'sorry-page':
      return step.action === 'show'
        ? t('Show the sorry page')
        : step.action === 'hide'
          ? t('Hide the sorry page')
          : undefined;
    case 'end':
      return outcomeWord(step.outcome, t);
    default:
      return undefined;
  }
}

/** Its title; else its id, where that is a word of the author's language and no code; else who holds it. */
export function roleName({ target, id }: Reference<Role>): string {
  return target?.title?.value ?? (/\P{ASCII}/u.test(id) ? id : (target?.person?.target?.name?.value ?? id));
}

function minutesOf(step: Step, playbook: Playbook, t: Translate): readonly string[] {
  const switchover = step.kind === 'sorry-page' && step.action === 'show' ? playbook.sorryPage?.switchover : undefined;
  const takes = step.takes + (switchover?.takes ?? 0) + (switchover?.dnsTtl ?? 0);
  return takes > 0 ? [shortDuration(takes, t)] : [];
}

function particulars(step: Step, t: Translate): readonly string[] {
  switch (step.kind) {
    case 'escalate':
      return [
        ...(step.to.length === 0 ? [] : [t('to {0}', step.to.map(roleName).join(t(', ')))]),
        ...(step.ackWithin > 0 ? [t('answer within {0}', shortDuration(step.ackWithin, t))] : []),
      ];
    case 'gather':
      return step.collect.length === 0
        ? []
        : [step.collect.length === 1 ? t('1 question') : t('{0} questions', step.collect.length)];
    case 'wait':
      return [step.every === 'update_every' ? t('until the next update is due') : shortDuration(step.every, t)];
    case 'call': {
      // Under a title of its own it would not say where it goes.
      const called = step.calls?.target;
      return step.title === undefined || called === undefined ? [] : [t('to "{0}"', called.title?.value ?? called.id)];
    }
    case 'announce':
      return step.automation?.value === 'human-only' ? [t('by a person')] : [];
    default:
      return [];
  }
}

function chipsOf(step: AnnounceStep, t: Translate): readonly Chip[] {
  if (step.channels === undefined) return [toChip(t('where its severity says'))];
  if (step.channels === 'announced') return [toChip(t('everyone who was told'))];
  return step.channels.map(({ target, id }) => toChip(target?.title?.value ?? id, target?.id ?? id));
}

const chipPadding = 8;

function toChip(words: string, channel?: string): Chip {
  const room = sizes.text - 2 * chipPadding;
  const [text = ''] = wrapLabel(words, room, sizes.small, { maxLines: 1 }).lines;
  return {
    text,
    width: Math.ceil(textWidth(text, sizes.small) + 2 * chipPadding),
    ...(channel !== undefined && { channel }),
  };
}

/** At most three rows; what is left is counted. */
function toRows(chips: readonly Chip[]): readonly (readonly Chip[])[] {
  const rows: Chip[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const [at, chip] of chips.entries()) {
    if (used + sizes.chipGap + chip.width > sizes.text) {
      if (rows.length === 3) {
        rows.push([toChip(`+${chips.length - at}`)]);
        break;
      }
      rows.push([]);
      used = -sizes.chipGap;
    }
    rows.at(-1)?.push(chip);
    used += sizes.chipGap + chip.width;
  }
  return rows;
}

/** Items side by side with dots between, as many lines as they need, at most four. */
function flowing(items: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const text of items) {
    const last = lines.at(-1);
    const joined = last === undefined ? text : `${last} · ${text}`;
    if (last !== undefined && toClusters(joined).length < 200 && textWidth(joined, sizes.small) <= sizes.text) {
      lines[lines.length - 1] = joined;
    } else lines.push(...wrapLabel(text, sizes.text, sizes.small, { maxLines: 2 }).lines);
  }
  return lines.slice(0, 4);
}
