import { afterEach, expect, it } from 'vitest';
import { type DiffPicture, diffRequest } from '../../src/protocol/diff';
import { ServerSession } from '../support/serverSession';
import { smallPlaybook } from '../support/small';

let session: ServerSession | undefined;
afterEach(() => session?.stop());

const folder = 'file:///work';
const uri = `${folder}/plan.incident.yaml`;
const shared = 'playbook: 1\npartial: true\npeople:\n  zoe: { name: Zoe }\n';

it('two versions of a file are compared with what they use as it is now, whatever is open', async () => {
  session = await ServerSession.start({
    folder,
    readFile: async (at) => (at.endsWith('/shared.incident.yaml') ? shared : undefined),
  });
  const before = smallPlaybook.replace('people:', 'uses: [shared.incident.yaml]\nowner: zoe\npeople:');
  await session.open(uri, 'playbook: 1\ntitle: something else\n');
  const after = before.replace('takes: 5m', 'takes: 15m');
  const picture = await session.ask<DiffPicture>(diffRequest, {
    before: { uri, text: before },
    after: { uri, text: after },
  });
  expect(picture.broken).toBeUndefined();
  expect(picture.changes).toBe(1);
  expect(picture.drawings.map(({ id }) => id)).toEqual(['main']);
  // "zoe" is known, so that nothing is said of her.
  expect(JSON.stringify(picture.told)).not.toContain('zoe');
  const place = picture.places.find(({ id }) => id === 'flows.main.steps.find_out');
  for (const [side, text] of [
    ['before', before],
    ['after', after],
  ] as const)
    expect(text.slice(...(place?.[side] ?? [0, 0]))).toBe('find_out');
  expect(session.complaints).toEqual([]);
});

it('a version without the file is an empty plan, and one that can’t be read is named', async () => {
  session = await ServerSession.start({ folder });
  const compare = (before: string, after: string) =>
    session?.ask<DiffPicture>(diffRequest, { before: { uri, text: before }, after: { uri, text: after } });
  const added = await compare('', smallPlaybook);
  expect(added?.changes).toBeGreaterThan(5);
  const removed = await compare(smallPlaybook, '');
  expect(removed?.changes).toBe(added?.changes);
  expect(removed?.title).toBe(added?.title);
  const broken = await compare(smallPlaybook, 'playbook: 1\ntitle: "x\n');
  expect(broken).toMatchObject({ title: 'Launch day', broken: { side: 'after', line: 1 }, drawings: [] });
  expect(JSON.stringify(broken?.told)).toContain('The comparison comes back');
  expect(await compare('playbook: 1\ntitle: "x\n', smallPlaybook)).toMatchObject({ title: 'Launch day' });
});
