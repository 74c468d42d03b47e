import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types';
import { endStub, toDo } from '../core/lint/stubs';
import { partNames } from '../core/model/messages';
import type { SectionName, Variant } from '../core/model/playbook';
import { shapeAt } from '../core/schema/shape';
import { type BlockName, blockLines, type Referred } from '../core/template/blocks';
import { applyEdits, contains, type Edit, type Span } from '../core/text/span';
import { toData } from '../core/yaml/data';
import { parseYaml } from '../core/yaml/parse';
import type { YamlEntry, YamlNode } from '../core/yaml/tree';
import { type CheckedDocument, toRange } from './checkedDocument';
import { withoutStops } from './completion/choice';
import { idsOf } from './insert';

/** What an author may want to do here, though nothing is wrong. */
export function provideRefactors(document: CheckedDocument, range: Range): readonly CodeAction[] {
  const { playbook, lines, uri, broken } = document;
  if (broken || playbook.document.root === undefined) return [];
  const offset = lines.offset(range.start);
  const ideas = [
    asBlock(document, offset),
    sharedText(document, offset),
    newStep(document, offset),
    ...newSections(document, offset),
  ];
  return ideas.flatMap((idea) =>
    idea === undefined
      ? []
      : [
          {
            title: idea.title,
            kind: idea.kind,
            edit: {
              changes: { [uri]: [{ range: toRange(lines, idea.edit.span), newText: idea.edit.text }] },
            },
          },
        ],
  );
}

interface Idea {
  readonly title: string;
  readonly kind: string;
  readonly edit: Edit;
}

/** Words over several lines, in quotes or without, as a text block. Offered where it stays the same to the letter. */
function asBlock({ playbook, lines, t }: CheckedDocument, offset: number): Idea | undefined {
  const entry = entryAround(playbook.document.root, offset);
  if (entry?.value.kind !== 'scalar') return undefined;
  const { key, value } = entry;
  const { span, style, text } = value;
  const hasLines = text.includes('\n') || lines.lineAt(span.start) !== lines.lineAt(Math.max(span.start, span.end - 1));
  if (!hasLines || style === 'literal' || style === 'folded' || style === 'missing') return undefined;
  const indent = ' '.repeat(lines.position(key.span.start).character + 2);
  const ends = text.endsWith('\n');
  const body = (ends ? text.slice(0, -1) : text).split('\n').map((line) => (line === '' ? '' : indent + line));
  const edit = { span, text: `${ends ? '|' : '|-'}\n${body.join('\n')}` };
  const after = parseYaml(applyEdits(lines.text, [edit]));
  const same = JSON.stringify(toData(after.root)) === JSON.stringify(toData(playbook.document.root));
  return same && after.problems.length === 0
    ? { title: t('Write it as a text block'), kind: CodeActionKind.RefactorRewrite, edit }
    : undefined;
}

/** The innermost key in lines of its own whose value the offset is in. */
function entryAround(root: YamlNode | undefined, offset: number): YamlEntry | undefined {
  let found: YamlEntry | undefined;
  for (let node = root; node !== undefined; ) {
    if (node.kind === 'scalar' || node.flow) return node.kind === 'scalar' ? found : undefined;
    if (node.kind === 'list') {
      node = node.items.find(({ span }) => contains(span, offset));
      found = undefined;
      continue;
    }
    found = node.entries.findLast(
      ({ key, value }) => key.span.start <= offset && offset <= Math.max(key.span.end, value.span.end),
    );
    node = found?.value;
  }
  return undefined;
}

/** A text that says the same as another channel's takes it from there. */
function sharedText({ playbook, lines, t }: CheckedDocument, offset: number): Idea | undefined {
  for (const { variants, span } of playbook.messages.values()) {
    if (span.file !== undefined || !contains(span, offset)) continue;
    const here = [...variants.values()].find((variant) => contains(variant.span, offset));
    const like = here && [...variants.values()].find((other) => other !== here && saysTheSame(here, other));
    if (here === undefined || like === undefined) return undefined;
    const value = valueSpan(here, lines.text);
    const text = `${/[ \n]/.test(lines.text[value.start - 1] ?? '') ? '' : ' '}{ same_as: ${like.id} }`;
    return {
      title: t('Take the text from "{0}"', like.id),
      kind: CodeActionKind.RefactorExtract,
      edit: { span: value, text },
    };
  }
  return undefined;
}

/** From behind the colon to the last character. */
function valueSpan({ idSpan, span }: Variant, text: string): Span {
  const colon = text.indexOf(':', idSpan.end) + 1;
  let end = span.end;
  while (end > colon && /\s/.test(text[end - 1] ?? '')) end--;
  let start = colon;
  while (text[start] === ' ') start++;
  return { start: /[\r\n]/.test(text[start] ?? '') ? colon : start, end };
}

function saysTheSame(one: Variant, other: Variant): boolean {
  if (one.sameAs !== undefined || other.sameAs !== undefined) return false;
  const has = partNames.some((part) => one.own[part] !== undefined);
  return has && partNames.every((part) => one.own[part]?.value === other.own[part]?.value);
}

/** A step that is named and not there yet: an end on which it says that this is still to be decided. */
function newStep({ playbook, lines, t }: CheckedDocument, offset: number): Idea | undefined {
  const reference = playbook.references.find(
    ({ span, section, target }) =>
      section === 'steps' && target === undefined && span.file === undefined && contains(span, offset),
  );
  const steps = [...playbook.flows.values()].flatMap((flow) => [...flow.steps.values()]);
  const step = steps.find(({ span }) => span.file === undefined && contains(span, offset));
  if (reference === undefined || step === undefined || reference.id === '') return undefined;
  const stub = endStub(step, reference.id, toDo(t, reference.id), lines.text);
  if (stub.id !== reference.id) return undefined;
  return { title: t('Write the step "{0}"', reference.id), kind: CodeActionKind.QuickFix, edit: stub.edit };
}

/** What a section's first entry is, and what has to be there for it to refer to. */
const sections: readonly (readonly [section: SectionName, block: BlockName, needs: readonly Referred[]])[] = [
  ['people', 'person', []],
  ['roles', 'role', ['people']],
  ['channels', 'channel', ['people']],
  ['checklist', 'question', ['roles']],
  ['severities', 'severity', ['yesNo', 'channels', 'roles']],
  ['scenarios', 'scenario', []],
  ['messages', 'message', ['channels']],
];

/** On an empty line between the sections: those that are not there yet, each with a first entry. */
function* newSections(document: CheckedDocument, offset: number): Iterable<Idea> {
  const { playbook, lines, t } = document;
  const at = lines.lineAt(offset);
  const next = lines.line(at + 1);
  if (lines.line(at).trim() !== '' || (at + 1 < lines.lineCount && /^[ -]/.test(next))) return;
  const locale = playbook.locale.startsWith('ja') ? 'ja' : 'en';
  const span = { start: lines.lineStart(at), end: lines.lineEnd(at) };
  const ids = idsOf(document);
  for (const [section, name, needs] of sections) {
    if (playbook.sectionKeys.has(section) || needs.some((need) => ids[need].length === 0)) continue;
    const block = blockLines(name, locale, ids).map((line) => `  ${withoutStops(line)}`);
    const text = [`${section}:`, ...block].join('\n') + (next === '' && at + 1 < lines.lineCount ? '' : '\n');
    yield { title: t('Add "{0}"', section), kind: CodeActionKind.Refactor, edit: { span, text } };
  }
  const sorryPage = shapeAt(['sorry_page'], () => undefined)?.['x-skeleton'];
  if (sorryPage === undefined || playbook.sectionKeys.has('sorry_page')) return;
  yield {
    title: t('Add "{0}"', 'sorry_page'),
    kind: CodeActionKind.Refactor,
    edit: { span, text: `sorry_page:\n${sorryPage}\n` },
  };
}
