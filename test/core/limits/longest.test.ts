import { expect, test } from 'vitest';
import { longest } from '../../../src/core/limits/longest';
import { buildPlaybook } from '../../../src/core/model/build';
import { parseYaml } from '../../../src/core/yaml/parse';

function longestOf(body: string, locale = 'ja'): string | undefined {
  const text = `playbook: 1
locale: ${locale}
brand: { we: Acme }
variables:
  name: { max: 3 }
  free: {}
checklist:
  when: { ask: A, type: datetime }
  share: { ask: A, type: percent, max: 4 }
  scope: { ask: A, type: choice, choices: { all: Everyone, some: 一部 } }
  back: { ask: A, type: yes-no }
  cause: { ask: A, type: text, max: 2, default: not known yet }
impact:
  lost: { formula: 1 }
scenarios:
  crowd: { title: Too many }
messages:
  notice: { stage: investigating, variants: { x: ${JSON.stringify(body)} } }
`;
  const playbook = buildPlaybook('a', new Map([['a', parseYaml(text)]]));
  const variant = playbook.messages.get('notice')?.variants.get('x')?.parts.body;
  return variant && longest(variant, playbook);
}

test.each([
  ['no variables', 'no variables'],
  ['{{name}}', 'あああ'],
  ['a{{ free }}b', `a${'あ'.repeat(40)}b`],
  ['{{when}}', 'あ'.repeat(16)],
  ['{{share}}', 'ああああ'],
  ['{{scope}}', 'Everyone'],
  ['{{back}}', 'いいえ'],
  ['{{cause}}', 'not known yet'],
  ['{{lost}}{{posted_at}}', 'あ'.repeat(32)],
  ['{{brand.we}}, {{scenario.title}}', 'Acme, Too many'],
  ['{{policy.third_party_phrase}}', 'あ'.repeat(40)],
  ['{{nothing}}', '{{nothing}}'],
])('%s', (body, expected) => {
  expect(longestOf(body)).toBe(expected);
});

test('figures are as wide as the language writes them', () => {
  expect(longestOf('{{when}} {{name}}', 'en')).toBe(`${'0'.repeat(16)} あああ`);
});
