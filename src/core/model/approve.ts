import type { Edit } from '../text/span';
import { insideQuotes } from '../text/span';
import { entryOf } from '../yaml/data';
import type { YamlNode } from '../yaml/tree';
import { contentHash } from './contentHash';
import type { Approval, Flow, Message, Playbook } from './playbook';

/** Why an approval can't be written. */
export type NotApprovable = 'no-such-part' | 'no-such-person' | 'one-line' | 'elsewhere';

/** What may stand in `of`: `sorry_page`, `messages.<id>`, `flows.<id>`. */
export function approvableParts(playbook: Playbook): readonly string[] {
  return [
    ...(playbook.sorryPage === undefined ? [] : ['sorry_page']),
    ...[...playbook.messages.keys()].map((id) => `messages.${id}`),
    ...[...playbook.flows.keys()].map((id) => `flows.${id}`),
  ];
}

/**
 * The edits by which a person approves a part as it stands now: a new entry of `approvals`, or day and hash of the entry
 * that the same person has given before. `on` is an ISO date.
 */
export function approve(playbook: Playbook, of: string, by: string, on: string): readonly Edit[] | NotApprovable {
  const target = partNamed(playbook, of);
  const node = nodeNamed(playbook, of);
  if (node === undefined) return 'no-such-part';
  // What is written in a file that is used is approved there.
  if ((target?.idSpan ?? playbook.sorryPage?.keySpan)?.file !== undefined) return 'elsewhere';
  if (!playbook.people.has(by)) return 'no-such-person';
  const hash = contentHash(node);
  const known = playbook.approvals.find(
    (one) => one.of?.value === of && one.by?.id === by && one.span.file === undefined,
  );
  if (known !== undefined) return renew(known, on, hash);
  return add(playbook, [`- of: ${of}`, `  by: ${by}`, `  on: ${on}`, `  hash: "${hash}"`]);
}

/** What `of` names, as it is written; undefined where it names nothing. */
export function nodeNamed(playbook: Playbook, of: string): YamlNode | undefined {
  return of === 'sorry_page' ? playbook.sorryPage?.node : partNamed(playbook, of)?.node;
}

function partNamed(playbook: Playbook, of: string): Message | Flow | undefined {
  const dot = of.indexOf('.');
  const [section, id] = [of.slice(0, dot), of.slice(dot + 1)];
  return section === 'messages' ? playbook.messages.get(id) : section === 'flows' ? playbook.flows.get(id) : undefined;
}

function renew({ on, hash }: Approval, day: string, now: string): readonly Edit[] | NotApprovable {
  if (hash === undefined || on === undefined) return 'one-line';
  return [
    { span: insideQuotes(on.span, on.value), text: day },
    { span: insideQuotes(hash.span, hash.value), text: now },
  ].sort((a, b) => a.span.start - b.span.start);
}

/** Behind the last entry, as far in as that; or in a section of its own at the end. */
function add({ document }: Playbook, lines: readonly string[]): readonly Edit[] | NotApprovable {
  const { text, root } = document;
  const end = /\r\n/.test(text) ? '\r\n' : '\n';
  const section = root?.kind === 'map' ? entryOf(root, 'approvals')?.value : undefined;
  const last = section?.kind === 'list' ? section.items.at(-1) : undefined;
  if (section !== undefined && last === undefined) return 'one-line';
  if (section?.kind === 'list' && section.flow) return 'one-line';
  const at = last === undefined ? text.length : lineEnd(text, last.span.end);
  const indent =
    last === undefined ? '  ' : (/^ */.exec(text.slice(text.lastIndexOf('\n', last.span.start - 1) + 1))?.[0] ?? '');
  const before = at > 0 && text[at - 1] !== '\n' ? end : '';
  const head = last === undefined ? [`${end}approvals:`] : [];
  const block = [...head, ...lines.map((line) => `${indent}${line}`)].join(end);
  return [{ span: { start: at, end: at }, text: `${before}${block}${end}` }];
}

/** Behind the line end of the line at hand: a value that ends there may have a comment behind it. */
function lineEnd(text: string, from: number): number {
  const start = from > 0 && text[from - 1] === '\n' ? from - 1 : from;
  const at = text.indexOf('\n', start);
  return at < 0 ? text.length : at + 1;
}
