import { expect, test } from 'vitest';
import { playbookWith } from '../../support/hostile';
import { lintText } from '../../support/lint';
import { buildText } from '../../support/model';

test('places in block texts, quotes and plain text over lines', () => {
  const source = `title: "a \\"b\\" \\u3042 {{posted_at}}"
brand:
  we: first {{one}}
    second {{two}}
  signature: |
    {{one}} x

      {{two}}
`;
  const playbook = buildText(source);
  const { title, brand } = playbook;
  const places = [title, brand.we, brand.signature].flatMap((text) =>
    (text?.placeholders ?? []).map(({ span, nameSpan }) => [
      source.slice(span.start, span.end),
      source.slice(nameSpan.start, nameSpan.end),
    ]),
  );
  expect(places).toEqual([
    ['{{posted_at}}', 'posted_at'],
    ['{{one}}', 'one'],
    ['{{two}}', 'two'],
    ['{{one}}', 'one'],
    ['{{two}}', 'two'],
  ]);
  const at = brand.signature?.spanOf(0, 100);
  expect(source.slice(at?.start, at?.end)).toBe('{{one}} x');
});

test('tens of thousands of places in one text take no time', () => {
  for (const line of ['{{who}} is here\n', '{{who}} ', '{{posted_at}} and XX\n']) {
    const text = playbookWith('Many', line.repeat(30_000));
    const started = process.cpuUsage();
    lintText(text);
    const { user, system } = process.cpuUsage(started);
    // Of the processor: a machine that does other work as well would fail by the clock.
    expect((user + system) / 1000).toBeLessThan(3000);
  }
});
