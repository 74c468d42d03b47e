import { expect, test } from 'vitest';
import { provideOverview } from '../../src/service/overview';
import { openText } from '../support/service';

test('what is in a playbook, in the order of the file, with places', () => {
  const { document } = openText(
    `
    playbook: 1
    title: |
      The day
      it rained
    status: in-review
    uses: [parts.incident.yaml]
    flows:
      main:
        title: Main
        steps:
          tell: { kind: end, title: Tell }
    channels:
      x: { type: x }
    `,
    {
      files: { 'parts.incident.yaml': 'playbook: 1\npartial: true\nchannels:\n  news: { type: blog, title: News }\n' },
    },
  );
  const overview = provideOverview(document);
  expect(overview).toMatchObject({ title: 'The day', status: 'in review' });
  expect(overview?.sections.map(({ name, title }) => [name, title])).toEqual([
    ['flows', 'Flow'],
    ['channels', 'Channels'],
  ]);
  const [flows, channels] = overview?.sections ?? [];
  expect(flows?.entries).toMatchObject([
    { id: 'main', title: 'Main', at: { line: 7, character: 2 }, entries: [{ id: 'tell', title: 'Tell' }] },
  ]);
  expect(channels?.entries.map(({ id, title, at }) => [id, title, at?.line])).toEqual([
    ['news', 'News', undefined],
    ['x', 'x', 12],
  ]);
});

test('in Japanese; what is no playbook is none', () => {
  const { document } = openText('playbook: 1\nseverities:\n  a: { default: true }\n', { locale: 'ja' });
  expect(provideOverview(document)).toMatchObject({ status: '下書き', sections: [{ title: '重大度' }] });
  for (const text of ['', 'name: x\n', '[', '\u0000']) expect(provideOverview(openText(text).document)).toBeUndefined();
});
