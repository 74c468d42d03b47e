import type { Expression, FactType, Operator } from '../../core/model/playbook';
import { nameOf } from '../aboutEntry';
import type { Caret } from './caret';
import { type Choice, CompletionItemKind } from './choice';
import type { Scene } from './scene';
import { factValues } from './valueChoices';

/** Choices for a part of a value; `from` counts from the beginning of the value. */
export interface PartChoices {
  readonly from: number;
  readonly choices: readonly Choice[];
}

const ordered: ReadonlySet<FactType> = new Set<FactType>([
  'number',
  'percent',
  'minutes',
  'money',
  'date',
  'datetime',
  'time',
]);

/** `fact op value`, the part that the caret is at. */
export function expressionChoices(typed: string, caret: Caret, scene: Scene): PartChoices {
  const { playbook, t } = scene.document;
  const [, before = '', fact = '', gap = '', operator = '', space = '', value = ''] =
    /^(\s*)([\p{L}\p{N}_-]*)(\s*)([<>=!]*)(\s*)(.*)$/u.exec(typed) ?? [];
  if (gap === '' && operator === '') {
    const isReport = caret.path[0] === 'report';
    const fault: Choice = { name: 'fault', title: t('who is to blame'), kind: CompletionItemKind.Variable };
    const facts = [...playbook.checklist.values(), ...playbook.impact.values()].map(
      (entry): Choice => ({
        name: entry.id,
        title: nameOf(entry, playbook),
        snippet: `${entry.id} `,
        kind: CompletionItemKind.Variable,
        about: [entry.section, entry.id],
        goesOn: true,
      }),
    );
    return { from: before.length, choices: isReport ? [fault, ...facts] : facts };
  }
  const item = playbook.checklist.get(fact);
  const from = before.length + fact.length + gap.length;
  if (operator === '' || (space === '' && value === '')) {
    const isOrdered = item === undefined ? fact !== 'fault' : ordered.has(item.type);
    const operators: readonly Operator[] = isOrdered ? ['>=', '<', '>', '<=', '=', '!='] : ['=', '!='];
    return {
      from,
      choices: operators.map((name) => ({
        name,
        title: meaningOf(name, t),
        snippet: `${name} `,
        kind: CompletionItemKind.Operator,
        goesOn: true,
      })),
    };
  }
  const choices =
    fact === 'fault'
      ? ['ours', 'vendor', 'nobody'].map((name): Choice => ({ name, kind: CompletionItemKind.EnumMember }))
      : factValues(item, scene);
  return { from: from + operator.length + space.length, choices };
}

function meaningOf(operator: Expression['operator'], t: Scene['document']['t']): string {
  switch (operator) {
    case '=':
      return t('is');
    case '!=':
      return t('is not');
    case '<':
      return t('less than');
    case '<=':
      return t('at most');
    case '>':
      return t('more than');
    case '>=':
      return t('at least');
  }
}

const numeric: ReadonlySet<FactType> = new Set<FactType>(['number', 'percent', 'minutes', 'money']);

/** Names and signs in turn, as a formula has them. */
export function formulaChoices(typed: string, { document: { playbook, t } }: Scene): PartChoices {
  const word = /[\p{L}\p{N}_.-]*$/u.exec(typed)?.[0] ?? '';
  const before = typed.slice(0, typed.length - word.length).trimEnd();
  const from = typed.length - word.length;
  if (/[\p{L}\p{N}_)]$/u.test(before) && word === '') {
    const signs = ['*', '/', '+', '-'].map(
      (name): Choice => ({ name, snippet: `${name} `, kind: CompletionItemKind.Operator, goesOn: true }),
    );
    return { from, choices: signs };
  }
  const baseline = [...(playbook.campaign?.baseline.keys() ?? [])].map(
    (name): Choice => ({
      name,
      title: t('on a normal day'),
      snippet: `${name} `,
      kind: CompletionItemKind.Variable,
      goesOn: true,
    }),
  );
  const facts = [...playbook.checklist.values()]
    .filter(({ type }) => numeric.has(type))
    .map(
      (entry): Choice => ({
        name: entry.id,
        title: nameOf(entry, playbook),
        snippet: `${entry.id} `,
        kind: CompletionItemKind.Variable,
        about: ['checklist', entry.id],
        goesOn: true,
      }),
    );
  return { from, choices: [...facts, ...baseline] };
}
