import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** One text of the corpus: what one channel says at one stage. */
export interface CorpusCase {
  readonly name: string;
  /** The one rule that speaks; none for a good text. */
  readonly finds?: string;
  /** In place of what the head of the language says, key by key. */
  readonly brand?: Readonly<Record<string, string>>;
  readonly policy?: Readonly<Record<string, string>>;
  readonly audience?: string;
  readonly channel: string;
  readonly stage: string;
  readonly text?: string;
  readonly subject?: string;
  readonly title?: string;
  readonly body?: string;
  readonly caption?: string;
  readonly story?: string;
}

type Section = Readonly<Record<string, unknown>>;

const read = (file: string): unknown =>
  parse(readFileSync(new URL(`corpus/${file}.yaml`, import.meta.url), 'utf8'), { version: '1.2' });

export function readCases(file: string): readonly CorpusCase[] {
  return read(file) as readonly CorpusCase[];
}

/** A playbook around one text, with `<|…|>` where a finding must be: the marks of the text, else the variant's key. */
export function toPlaybook(locale: string, one: CorpusCase): string {
  const head = read(`${locale}.head`) as Section;
  const merged: Section = {
    ...head,
    brand: { ...(head.brand as Section), ...one.brand },
    policy: { ...(head.policy as Section), ...one.policy },
  };
  const parts = { ...one, body: one.body ?? one.text };
  const isMarked = Object.values(parts).some((part) => typeof part === 'string' && part.includes('<|'));
  const key = one.finds === undefined || isMarked ? one.channel : `<|${one.channel}|>`;
  return [
    ...Object.entries(merged).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
    'messages:',
    '  notice:',
    `    title: ${JSON.stringify(one.name)}`,
    `    stage: ${one.stage}`,
    ...(one.audience === undefined ? [] : [`    audience: ${one.audience}`]),
    '    variants:',
    `      ${key}:`,
    ...(['subject', 'title'] as const).flatMap((name) =>
      parts[name] === undefined ? [] : [`        ${name}: ${JSON.stringify(parts[name])}`],
    ),
    ...(['body', 'caption', 'story'] as const).flatMap((name) => toBlock(name, parts[name])),
    '',
  ].join('\n');
}

function toBlock(name: string, text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const lines = text.trimEnd().split('\n');
  return [`        ${name}: |`, ...lines.map((line) => (line === '' ? '' : `          ${line}`))];
}
