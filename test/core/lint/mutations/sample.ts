import { insertBehind, type NewEntry, removeEntry } from '../../../../src/core/lint/edits';
import type { Checked } from '../../../../src/core/lint/run';
import type { Playbook, Text, Variant } from '../../../../src/core/model/playbook';
import type { Edit, Span } from '../../../../src/core/text/span';
import { type JudgedVariant, judgedVariants } from '../../../../src/core/wording/judged';
import type { YamlEntry, YamlNode } from '../../../../src/core/yaml/tree';
import { checkText } from '../../../support/check';
import { type Files, readFiles } from '../../../support/folders';

/** A plan that says what it has to say, read and checked. */
export interface Sample {
  readonly file: string;
  readonly text: string;
  readonly files: Files;
  readonly checked: Checked;
  readonly playbook: Playbook;
  readonly words: 'ja' | 'en';
}

/** One small edit of a sample. */
export interface Mutated {
  readonly edits: readonly Edit[];
  /** Where the findings must be: offsets in the sample before the edit, or words that stand on the line. */
  readonly at: readonly (number | string)[];
  /** How many findings of the rule it brings; default 1, and -1 for one or more. */
  readonly count?: number;
  /** Rules that truly speak too, each with the reason. */
  readonly also?: Readonly<Record<string, string>>;
}

/** A mutation, or why the sample has nothing that could be broken so. */
export type Outcome = Mutated | string;

export interface Mutation {
  readonly rule: string;
  readonly what: string;
  readonly edit: (sample: Sample) => Outcome;
}

const files = readFiles('sample-playbooks');

/** All plans among the samples; a file of shared parts is none. */
export const samples: readonly Sample[] = Object.entries(files).flatMap(([file, text]) => {
  const checked = checkText(text, { file, files });
  const { playbook } = checked;
  return playbook.partial
    ? []
    : [{ file, text, files, checked, playbook, words: playbook.locale.startsWith('ja') ? 'ja' : 'en' } as const];
});

/** The key and value at a path of keys, in the file itself. */
export function at({ playbook }: Sample, ...path: readonly string[]): YamlEntry | undefined {
  let node: YamlNode | undefined = playbook.document.root;
  let found: YamlEntry | undefined;
  for (const key of path) {
    found = node?.kind === 'map' ? node.entries.find((entry) => entry.key.text.normalize('NFC') === key) : undefined;
    node = found?.value;
  }
  return found;
}

/** Takes a key with its value away. */
export function remove({ text }: Sample, { key, value }: YamlEntry): Edit {
  return removeEntry(text, { idSpan: key.span, span: { start: key.span.start, end: value.span.end } });
}

export function replaceValue({ value }: YamlEntry, text: string): Edit {
  return { span: value.span, text };
}

export function addBehind({ text }: Sample, { key, value }: YamlEntry, ...entries: readonly NewEntry[]): Edit {
  return insertBehind(text, { key: key.span, end: value.span.end }, entries);
}

/** Lines at the end of the file. */
export function append({ text }: Sample, lines: string): Edit {
  return { span: { start: text.length, end: text.length }, text: `${text.endsWith('\n') ? '' : '\n'}${lines}` };
}

export function isHere({ file }: Span): boolean {
  return file === undefined;
}

/** Adds one more to a list, which may be one word. */
export function addItem({ value }: YamlEntry, item: string, text: string): Edit | undefined {
  if (value.kind === 'scalar') return { span: value.span, text: `[${value.text}, ${item}]` };
  if (value.kind !== 'list' || !value.flow) return undefined;
  const close = text.lastIndexOf(']', value.span.end);
  return { span: { start: close, end: close }, text: value.items.length === 0 ? item : `, ${item}` };
}

export function judged(sample: Sample): readonly JudgedVariant[] {
  return [...judgedVariants(sample.playbook)].filter(
    ({ locale, variant }) => locale === sample.words && isHere(variant.idSpan),
  );
}

/** The body of the first message about open trouble, on a channel that takes long texts. */
export function openBody(sample: Sample): Text | undefined {
  return bodies(sample).find(({ variant }) => variant.message.stage?.value === 'investigating')?.text;
}

export function bodies(sample: Sample): readonly { readonly variant: Variant; readonly text: Text }[] {
  const roomy = new Set(['status-page', 'blog', 'email']);
  return judged(sample).flatMap(({ variant, channel }) => {
    const text = variant.own.body;
    return text === undefined || channel === undefined || !roomy.has(channel.type) ? [] : [{ variant, text }];
  });
}

/** Words behind the first line of a text. */
export function say(text: Text, words: string, language: 'ja' | 'en'): Edit {
  const end = text.value.search(/\n|$/);
  const place = text.spanOf(Math.max(0, end - 1), end);
  return { span: { start: place.end, end: place.end }, text: language === 'ja' ? words : ` ${words}` };
}
