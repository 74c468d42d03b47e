import { expect, it } from 'vitest';
import { createRuns } from '../../../src/core/flow/createRuns';
import { channelLimits } from '../../../src/core/limits/limits';
import { proofs } from '../../../src/core/lint/proofs';
import { contextOf } from '../../../src/core/lint/run';
import { translators } from '../../support/lint';
import { buildText } from '../../support/model';
import { smallPlaybook } from '../../support/small';

const statesOf = (text: string) => {
  const playbook = buildText(text);
  const context = contextOf(playbook, createRuns(playbook), { t: translators.en, now: 0, limits: channelLimits });
  return Object.fromEntries(proofs(context).map(({ promised, state }) => [promised, state]));
};

it('holds what can be said of nothing open, not proved', () => {
  expect(statesOf('playbook: 1\n')).toEqual({
    ends: 'open',
    heard: 'open',
    survives: 'open',
    over: 'open',
    fits: 'open',
  });
});

it('breaks one promise by one edit, whatever comments say', () => {
  const before = statesOf(smallPlaybook);
  expect(before).toMatchObject({ ends: 'holds', fits: 'holds' });
  const posts = `${smallPlaybook}
  posted: { stage: investigating, variants: { posts: WORD } }
`.replace('channels:', 'channels:\n  posts: { type: x }');
  expect(statesOf(posts)).toEqual(before);
  const long = posts.replace('WORD', 'very '.repeat(200));
  expect(statesOf(`# playbook-ignore-file text-too-long -- for a test\n${long}`)).toEqual({
    ...before,
    fits: 'broken',
  });
});
