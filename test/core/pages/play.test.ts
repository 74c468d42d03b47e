import { describe, expect, it } from 'vitest';
import { createRuns } from '../../../src/core/flow/createRuns';
import type { Playbook, Step } from '../../../src/core/model/playbook';
import { play } from '../../../src/core/pages/play';
import { buildText } from '../../support/model';

const plan = `playbook: 1
systems: { shop: {}, host: {} }
channels:
  banner: { type: onsite-banner, depends_on: [shop] }
  x: { type: x }
checklist: { down: { ask: Down?, type: yes-no } }
severities:
  bad: { when_any: [down = yes], channels: [x], first_notice_within: 30m }
  fine: { default: true, announce: false }
scenarios:
  outage: { fails: [shop], facts: { down: yes } }
  calm: { fails: [host], facts: { down: no } }
messages: { word: { stage: investigating, variants: { x: We know. } } }
flows:
  main:
    steps:
      look: { kind: gather, collect: [down], takes: 2m, then: sub }
      sub: { kind: call, flow: other, then: judge }
      judge: { kind: classify, cases: { bad: tell, fine: rest } }
      tell: { kind: announce, message: word, takes: 1m, then: rest }
      rest: { kind: end }
  other:
    steps:
      think: { kind: do, task: Think, takes: 4m, then: thought }
      thought: { kind: end }
`;
const playbook: Playbook = buildText(plan);
const runs = createRuns(playbook);
const step = (id: string): Step => {
  const [flow, name] = id.includes('.') ? id.split('.') : ['main', id];
  const found = playbook.flows.get(flow ?? '')?.steps.get(name ?? '');
  if (found === undefined) throw new Error(id);
  return found;
};

describe('what is played', () => {
  it('is everything where nothing is wished for, or what is wished for is not there', () => {
    for (const wish of [{}, { scenario: 'nowhere', severity: 'nothing' }]) {
      const { lit, dead, doneAfter } = play(playbook, runs, wish);
      expect(lit).toBeUndefined();
      expect(dead.size).toBe(0);
      expect(doneAfter(step('tell'))).toBe(7 * 60);
    }
  });

  it('in a scenario is what its runs can do, and the channels that stand on what fails are down', () => {
    const outage = play(playbook, runs, { scenario: 'outage' });
    expect([...outage.dead].map(({ id }) => id)).toEqual(['banner']);
    expect(outage.lit?.has(step('tell'))).toBe(true);
    expect(outage.lit?.goes(step('judge'), step('rest'))).toBe(false);
    const calm = play(playbook, runs, { scenario: 'calm' });
    expect(calm.dead.size).toBe(0);
    expect(calm.lit?.has(step('tell'))).toBe(false);
    expect(calm.lit?.goes(step('judge'), step('rest'))).toBe(true);
    // A step that is reached from elsewhere: the line from the one that is not stays dark.
    expect(calm.lit?.goes(step('tell'), step('rest'))).toBe(false);
  });

  it('goes on from a call, and into what it calls', () => {
    for (const wish of [{ scenario: 'outage' }, { severity: 'bad' }]) {
      const { lit } = play(playbook, runs, wish);
      expect(lit?.goes(step('sub'), step('judge'))).toBe(true);
      expect(lit?.goes(step('other.think'), step('other.thought'))).toBe(true);
    }
  });

  it('with a severity is one way, each step with the minute at which it is done on it', () => {
    const { lit, slowest, doneAfter } = play(playbook, runs, { severity: 'bad' });
    expect(slowest?.seconds).toBe(7 * 60);
    expect(['look', 'sub', 'judge', 'tell', 'rest'].map((id) => lit?.has(step(id)))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(doneAfter(step('other.think'))).toBe(6 * 60);
    expect(doneAfter(step('tell'))).toBe(7 * 60);
    expect(doneAfter(step('rest'))).toBeUndefined();
  });

  it('where no run of the scenario announces in the class, nothing is lit', () => {
    const { lit, slowest } = play(playbook, runs, { scenario: 'calm', severity: 'bad' });
    expect(slowest).toBeUndefined();
    expect(lit?.has(step('look'))).toBe(false);
  });
});
