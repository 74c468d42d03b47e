import type { Kind } from '../../core/model/playbook';
import type { CheckedDocument } from '../checkedDocument';
import { occurrencesIn } from './occurrences';

/** Of the standard names, so that every theme colours them. */
export const tokenTypes = [
  'class',
  'variable',
  'enumMember',
  'function',
  'interface',
  'struct',
  'event',
  'namespace',
] as const;
export const tokenModifiers = ['declaration'] as const;
type TokenType = (typeof tokenTypes)[number];

const types: Readonly<Record<Kind, TokenType>> = {
  people: 'class',
  roles: 'class',
  audiences: 'class',
  systems: 'namespace',
  channels: 'interface',
  checklist: 'variable',
  impact: 'variable',
  variables: 'variable',
  severities: 'enumMember',
  choices: 'enumMember',
  scenarios: 'event',
  flows: 'function',
  steps: 'function',
  messages: 'struct',
  variants: 'interface',
};

/** Names by what they mean, five numbers each: https://microsoft.github.io/language-server-protocol/specification#textDocument_semanticTokens */
export function provideTokens(document: CheckedDocument): readonly number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const { entry, span, isDefinition } of occurrencesIn(document)) {
    const at = document.lines.position(span.start);
    const from = at.line === line ? at.character - character : at.character;
    data.push(
      at.line - line,
      from,
      span.end - span.start,
      tokenTypes.indexOf(types[entry.section]),
      isDefinition ? 1 : 0,
    );
    ({ line, character } = at);
  }
  return data;
}
