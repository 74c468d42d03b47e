import { describe, expect, it } from 'vitest';
import { nearest } from '../../../src/core/text/nearest';

describe('nearest', () => {
  it.each([
    ['anounce', ['announce', 'escalate'], 'announce'],
    ['Announce', ['announce'], 'announce'],
    ['on-upgrade', ['on_upgrade', 'no_ack'], 'on_upgrade'],
    ['thne', ['then', 'title'], 'then'],
    ['ｘ', ['x', 'line'], 'x'],
    ['第一方', ['第一報', '第二報'], '第一報'],
    ['x', ['line', 'email'], undefined],
    ['banana', ['announce'], undefined],
    ['a2', ['a1', 'a3'], undefined],
    ['a', ['b'], undefined],
    ['__proto__', ['proto'], 'proto'],
  ])('%j among %j is %j', (word, candidates, meant) => {
    expect(nearest(word, candidates)).toBe(meant);
  });
});
