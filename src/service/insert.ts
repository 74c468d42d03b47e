import type { Entry, SectionName } from '../core/model/playbook';
import { type BlockName, blockLines, type Ids } from '../core/template/blocks';
import type { YamlNode } from '../core/yaml/tree';
import type { Insertable, InsertResult, Place } from '../protocol/authoring';
import type { CheckedDocument } from './checkedDocument';

const blockOf: Readonly<Record<Exclude<Insertable, 'sorry-page'>, BlockName>> = {
  scenario: 'scenario',
  step: 'do',
  message: 'message',
  channel: 'channel',
  severity: 'severity',
};

const sectionOf: Readonly<Record<Exclude<Insertable, 'step' | 'sorry-page'>, SectionName>> = {
  scenario: 'scenarios',
  message: 'messages',
  channel: 'channels',
  severity: 'severities',
};

/** A new entry behind its like, or in a section of its own. Undefined where the section is written on one line. */
export function provideInsert(document: CheckedDocument, what: Insertable, at: Place): InsertResult | undefined {
  if (what === 'sorry-page') return insertSorryPage(document);
  const lines = blockLines(blockOf[what], document.playbook.locale.startsWith('ja') ? 'ja' : 'en', idsOf(document));
  if (what === 'step') return insertStep(document, lines, at);
  const section = sectionOf[what];
  const entries = [...document.playbook[section].values()].filter(({ idSpan }) => idSpan.file === undefined);
  if (entries.length === 0) return newSection(document, [`${section}:`], lines, section);
  // The class that takes what no other took stays the last.
  const last = section === 'severities' ? document.playbook.severities.get(entries.at(-1)?.id ?? '') : undefined;
  if (last?.default === true) {
    const before = entries.at(-2);
    return before === undefined ? beforeEntry(document, last, lines) : behindEntry(document, before, lines);
  }
  return behindEntry(document, entries.at(-1), lines);
}

/** There is one for the whole plan. */
function insertSorryPage(document: CheckedDocument): InsertResult | undefined {
  const { sorryPage, messages } = document.playbook;
  // A second one is none: the first is shown.
  if (sorryPage !== undefined) return { at: document.lines.position(sorryPage.keySpan.start), snippet: '' };
  const ids = [...messages.keys()].filter((id) => id !== '');
  const message =
    ids.length === 0 ? '${2:messages}' : ids.length === 1 ? ids[0] : `\${2|${ids.slice(0, 50).join(',')}|}`;
  return newSection(
    document,
    ['sorry_page:'],
    [
      'http:',
      '  status: 503',
      '  retry_after: ${1:10m}',
      `message: ${message}`,
      'support:',
      '  email: ${3:help@example.com}',
    ],
    'sorry_page',
  );
}

/** Behind the step at the caret, else before the ends of the first flow. */
function insertStep(document: CheckedDocument, lines: readonly string[], at: Place): InsertResult | undefined {
  const offset = document.lines.offset(at);
  const flows = [...document.playbook.flows.values()].filter(({ idSpan }) => idSpan.file === undefined);
  const flow = flows.find(({ span }) => span.start <= offset && offset <= span.end) ?? flows[0];
  const steps = [...(flow?.steps.values() ?? [])];
  if (flow === undefined) return newSection(document, ['flows:', '  main:', '    steps:'], lines, 'flows');
  const here = steps.find(({ span }) => span.start <= offset && offset <= span.end);
  return behindEntry(document, here ?? steps.at(-1), lines);
}

function behindEntry(
  document: CheckedDocument,
  entry: Entry | undefined,
  block: readonly string[],
): InsertResult | undefined {
  const indent = entry === undefined ? undefined : indentOf(document, entry);
  if (entry === undefined || indent === undefined) return undefined;
  const { lines } = document;
  const written = lines.text.slice(entry.span.start, entry.span.end).trimEnd();
  const line = lines.lineAt(entry.span.start + written.length);
  const end = { line, character: lines.lineEnd(line) - lines.lineStart(line) };
  return { at: end, snippet: block.map((text) => `\n${indent}${text}`).join('') };
}

function beforeEntry(document: CheckedDocument, entry: Entry, block: readonly string[]): InsertResult | undefined {
  const indent = indentOf(document, entry);
  if (indent === undefined) return undefined;
  const { line } = document.lines.position(entry.idSpan.start);
  return { at: { line, character: 0 }, snippet: block.map((text) => `${indent}${text}\n`).join('') };
}

/** At the end of the file. */
function newSection(
  { lines, playbook }: CheckedDocument,
  head: readonly string[],
  block: readonly string[],
  section: string,
): InsertResult | undefined {
  // A key that is there already, with nothing or something odd behind it, must not come twice.
  if (playbook.sectionKeys.has(section)) return emptySection(lines, playbook.document.root, section, block, head);
  const indent = '  '.repeat(head.length);
  const text = [...head, ...block.map((line) => indent + line)].join('\n');
  const end = lines.position(lines.text.length);
  return { at: end, snippet: end.character === 0 ? `${text}\n` : `\n${text}\n` };
}

function emptySection(
  lines: CheckedDocument['lines'],
  root: YamlNode | undefined,
  section: string,
  block: readonly string[],
  head: readonly string[],
): InsertResult | undefined {
  const found = root?.kind === 'map' ? root.entries.find(({ key }) => key.text === section) : undefined;
  if (found === undefined || found.value.kind !== 'scalar' || found.value.text !== '') return undefined;
  const { line } = lines.position(found.key.span.start);
  const indent = '  '.repeat(head.length);
  const more = [...head.slice(1), ...block.map((text) => indent + text)];
  const at = { line, character: lines.lineEnd(line) - lines.lineStart(line) };
  return { at, snippet: more.map((text) => `\n${text}`).join('') };
}

/** The space before an entry's key; undefined where something else stands there. */
function indentOf({ lines }: CheckedDocument, { idSpan }: Entry): string | undefined {
  const line = lines.lineAt(idSpan.start);
  const before = lines.text.slice(lines.lineStart(line), idSpan.start).replace(/["']$/, '');
  return /^ +$/.test(before) ? before : undefined;
}

export function idsOf({ playbook }: CheckedDocument): Ids {
  const [flow] = playbook.flows.values();
  const ids = (section: ReadonlyMap<string, unknown>) => [...section.keys()].filter((id) => id !== '').slice(0, 50);
  return {
    steps: ids(flow?.steps ?? new Map()),
    messages: ids(playbook.messages),
    channels: ids(playbook.channels),
    roles: ids(playbook.roles),
    people: ids(playbook.people),
    checklist: ids(playbook.checklist),
    yesNo: ids(playbook.checklist).filter((id) => playbook.checklist.get(id)?.type === 'yes-no'),
  };
}
