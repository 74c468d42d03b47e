import { expect, it } from 'vitest';
import { createRuns } from '../../../src/core/flow/createRuns';
import { buildText } from '../../support/model';
import { smallPlaybook } from '../../support/small';

const minutes = (text: string, ...ids: readonly string[]) => {
  const playbook = buildText(text);
  const runs = createRuns(playbook);
  const steps = playbook.flows.get('main')?.steps;
  return ids.map((id) => {
    const step = steps?.get(id);
    const seconds = step && runs.firstReachedAt(step);
    return seconds === undefined ? undefined : seconds / 60;
  });
};

it('is known of a step on a loop that nobody comes to after a wait without having been there', () => {
  expect(minutes(smallPlaybook, 'find_out', 'judge', 'first_word', 'hold')).toEqual([5, 6, 9, 39]);
  // Before these one may have waited any number of times.
  expect(minutes(smallPlaybook, 'is_it_back', 'all_over', 'done')).toEqual([undefined, undefined, undefined]);
});

const flow = (steps: string) => `playbook: 1\nflows:\n  main:\n    steps:\n${steps}`;

it('is unknown where one run comes at once and another only after it has waited', () => {
  const text = flow(`      ask:
        kind: ask
        question: Is it clear?
        answers: { "yes": say, "no": hold }
      hold: { kind: wait, every: 10m, then: ask }
      say: { kind: do, takes: 5m, then: again }
      again: { kind: wait, every: 1m, then: ask }
`);
  expect(minutes(text, 'ask', 'say')).toEqual([0, undefined]);
});

it('is the worst of the ways there', () => {
  const text = flow(`      ask:
        kind: ask
        question: Is it clear?
        answers: { "yes": quick, "no": slow }
      quick: { kind: do, takes: 1m, then: say }
      slow: { kind: do, takes: 20m, then: say }
      say: { kind: do, takes: 5m, then: hold }
      hold: { kind: wait, every: 10m, then: ask }
`);
  expect(minutes(text, 'say', 'hold')).toEqual([25, 35]);
});
