import { expect, test } from 'vitest';
import type { ElkNode } from '../../src/core/draw/layout';
import { rememberLayouts } from '../../src/server/rememberLayouts';

test('the same graph is laid out once, another one anew, and a failure is no answer for ever', async () => {
  const asked: string[] = [];
  const engine = rememberLayouts(async (graph: ElkNode) => {
    asked.push(graph.id);
    if (graph.id === 'bad' && asked.length < 4) throw new Error('no');
    return { ...graph, x: 1 };
  });
  const first = await engine({ id: 'a' });
  expect(await engine({ id: 'a' })).toBe(first);
  await engine({ id: 'b' });
  await expect(engine({ id: 'bad' })).rejects.toThrow('no');
  expect(await engine({ id: 'bad' })).toEqual({ id: 'bad', x: 1 });
  expect(asked).toEqual(['a', 'b', 'bad', 'bad']);
});

test('only the last graphs are kept', async () => {
  let count = 0;
  const engine = rememberLayouts(async (graph) => {
    count++;
    return graph;
  });
  for (let at = 0; at < 100; at++) await engine({ id: String(at) });
  await engine({ id: '99' });
  expect(count).toBe(100);
  await engine({ id: '0' });
  expect(count).toBe(101);
});
