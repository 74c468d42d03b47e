import { describe, expect, it } from 'vitest';
import { comparePlans } from '../../../src/core/diff/compare';
import { type DiffDrawing, drawDiff } from '../../../src/core/diff/drawDiff';
import { flowMarks } from '../../../src/core/diff/flowMarks';
import { placeSteps } from '../../../src/core/draw/layered/placeSteps';
import type { Markup } from '../../../src/core/draw/markup';
import { checkText } from '../../support/check';
import { flowPlan } from '../../support/flowPlan';
import { translators } from '../../support/lint';
import { smallPlaybook } from '../../support/small';

const t = translators.en;

function draw(before: string, after: string): DiffDrawing {
  const [one, other] = [checkText(before), checkText(after)];
  const comparison = comparePlans(one, other, { t });
  const [flows] = comparison.flows;
  if (flows === undefined) throw new Error('no flow was changed');
  const input = { comparison, before: one.playbook, after: other.playbook, engine: placeSteps };
  const drawn = drawDiff(flows, input, { t, locale: 'en' });
  if (drawn === undefined) throw new Error('nothing was drawn');
  return drawn;
}

function* all(markup: Markup | undefined): Generator<Markup> {
  if (markup === undefined) return;
  yield markup;
  for (const child of markup.children ?? []) if (typeof child !== 'string') yield* all(child);
}
const classes = ({ attributes }: Markup) => String(attributes?.class ?? '').split(' ');
/** Step → how it is marked. */
const steps = (view: Markup | undefined) =>
  Object.fromEntries(
    [...all(view)]
      .filter(({ attributes }) => attributes?.['data-step'] !== undefined)
      .map((step) => [
        String(step.attributes?.['data-step']),
        classes(step).find((name) => name.startsWith('up-diff-')) ?? '',
      ]),
  );
const lines = (view: Markup | undefined, mark: string) =>
  [...all(view)]
    .filter((each) => classes(each).includes('up-edge') && classes(each).includes(mark))
    .map(({ attributes }) => `${attributes?.['data-from']} ${attributes?.['data-to']}`)
    .sort();

const more = smallPlaybook.replace(
  '        then: hold',
  '        then: breathe\n      breathe: { kind: do, task: Breathe, takes: 1m, then: hold }',
);

describe('two versions in one drawing', () => {
  it('mark what is new, what is gone and what was changed, and draw each version as it is', () => {
    const { views, partly } = draw(smallPlaybook, more);
    expect(partly).toBe(false);
    expect(steps(views.both)).toMatchObject({ breathe: 'up-diff-added', first_word: 'up-diff-changed', hold: '' });
    expect(lines(views.both, 'up-diff-added')).toEqual(['breathe hold', 'first_word breathe']);
    expect(lines(views.both, 'up-diff-removed')).toEqual(['first_word hold']);
    expect(Object.keys(steps(views.before))).not.toContain('breathe');
    expect(lines(views.before, 'up-diff-added')).toEqual([]);
    expect(lines(views.after, 'up-diff-removed')).toEqual([]);
  });

  it('mirror when they change places', () => {
    const [there, back] = [draw(smallPlaybook, more), draw(more, smallPlaybook)];
    expect(Object.keys(steps(back.views.before)).sort()).toEqual(Object.keys(steps(there.views.after)).sort());
    expect(lines(back.views.both, 'up-diff-removed')).toEqual(lines(there.views.both, 'up-diff-added'));
    expect(steps(back.views.both).breathe).toBe('up-diff-removed');
  });

  it('draw a step that got another id once', () => {
    const after = smallPlaybook.replace('      hold:', '      pause:').replaceAll('then: hold', 'then: pause');
    const { views } = draw(smallPlaybook, after);
    expect(steps(views.both)).toMatchObject({ pause: 'up-diff-changed' });
    expect(steps(views.both).hold).toBeUndefined();
    expect(lines(views.both, 'up-diff-added')).toEqual([]);
    expect(Object.keys(steps(views.before))).toContain('pause');
  });

  it('mark a line that another answer takes now', () => {
    const more = (no: string) =>
      smallPlaybook
        .replace('"no": first_word', `"no": ${no}\n          unclear: first_word`)
        .replace('fact: back', 'question: Is it back?');
    const { views } = draw(more('first_word'), more('all_over'));
    expect(lines(views.both, 'up-diff-changed')).toEqual(['is_it_back all_over', 'is_it_back first_word']);
    expect(lines(views.before, 'up-diff-changed')).toEqual(lines(views.both, 'up-diff-changed'));
    const answers = [...all(views.both)].filter((each) => classes(each).includes('up-answer'));
    expect(answers.filter((each) => classes(each).includes('up-diff-changed'))).toHaveLength(2);
    const [one, other] = [checkText(more('first_word')), checkText(more('all_over'))];
    const { changes, flows } = comparePlans(one, other, { t });
    for (const flow of flows)
      for (const marks of Object.values(flowMarks(flow, changes))) {
        expect(marks.between('is_it_back', 'all_over')).toBe('changed');
        expect(marks.between('first_word', 'hold')).toBeUndefined();
      }
  });

  it('mark no line for a class that only got another name', () => {
    const { views } = draw(more, more.replaceAll(/\bmajor\b/g, 'severe').replace('takes: 5m', 'takes: 6m'));
    expect(lines(views.both, 'up-diff-changed')).toEqual([]);
  });

  it('have no drawing of a version without the flow', () => {
    const { views } = draw('playbook: 1\n', smallPlaybook);
    expect(views.before).toBeUndefined();
    expect(new Set(Object.values(steps(views.after)))).toEqual(new Set(['up-diff-added']));
  });

  it('of a flow of 500 steps draw what was changed and what stands beside it', () => {
    const plan = (task: string) =>
      flowPlan({
        steps: Array.from({ length: 500 }, (_, at) =>
          at === 499
            ? `s${at}: { kind: end, outcome: resolved }`
            : `s${at}: { kind: do, task: ${at === 250 ? task : 'Work'}, then: s${at + 1} }`,
        ).join('\n'),
      });
    const { views, partly } = draw(plan('One'), plan('Other'));
    expect(partly).toBe(true);
    expect(steps(views.both)).toEqual({ s249: '', s250: 'up-diff-changed', s251: '' });
  });
});
