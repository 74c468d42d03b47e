import { expect, test } from 'vitest';
import type { LayoutGraph } from '../../src/core/draw/layout';
import { rememberLayouts } from '../../src/server/rememberLayouts';

const graph = (id: string): LayoutGraph => ({ steps: [{ id, row: 0, width: 1, height: 1 }], edges: [] });
const empty = { boxes: new Map(), lines: new Map(), width: 0, height: 0 };

test('the same graph is laid out once, another one anew, and a failure is no answer for ever', () => {
  const asked: (string | undefined)[] = [];
  const engine = rememberLayouts(({ steps: [step] }) => {
    asked.push(step?.id);
    if (step?.id === 'bad' && asked.length < 4) throw new Error('no');
    return { ...empty };
  });
  const first = engine(graph('a'));
  expect(engine(graph('a'))).toBe(first);
  engine(graph('b'));
  expect(() => engine(graph('bad'))).toThrow('no');
  expect(engine(graph('bad'))).toEqual(empty);
  expect(asked).toEqual(['a', 'b', 'bad', 'bad']);
});

test('only the last graphs are kept', () => {
  let count = 0;
  const engine = rememberLayouts(() => {
    count++;
    return empty;
  });
  for (let at = 0; at < 100; at++) engine(graph(String(at)));
  engine(graph('99'));
  expect(count).toBe(100);
  engine(graph('0'));
  expect(count).toBe(101);
});
