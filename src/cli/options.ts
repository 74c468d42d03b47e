import { parseArgs } from 'node:util';
import { nearest } from '../core/text/nearest';
import type { Translate, UiLocale } from '../core/text/translate';
import { type Terminal, UsageError } from './io';

/** An option that is a switch, takes one of some words, or takes any text. */
export type OptionKind = 'switch' | 'text' | readonly string[];

export interface Parsed<Name extends string> {
  readonly arguments: readonly string[];
  /** The last one where it is given more than once. */
  readonly text: (name: Name) => string | undefined;
  readonly texts: (name: Name) => readonly string[];
  readonly isOn: (name: Name) => boolean;
}

/** Reads the arguments of one command; a bad one is a `UsageError` that says what was expected. */
export function parseOptions<Name extends string>(
  argv: readonly string[],
  kinds: Readonly<Record<Name, OptionKind>>,
  t: Translate,
): Parsed<Name> {
  const names = Object.keys(kinds) as Name[];
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(names.map((name) => [name, { type: kinds[name] === 'switch' ? 'boolean' : 'string' }])),
  });
  const values = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens ?? []) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const kind = Object.hasOwn(kinds, token.name) ? kinds[token.name as Name] : undefined;
    if (kind === undefined) throw new UsageError(unknownOption(token.rawName, names, t));
    if (kind === 'switch' && token.value !== undefined) {
      throw new UsageError(t('{0} takes no value, but got "{1}".', token.rawName, token.value));
    }
    if (kind !== 'switch' && (token.value === undefined || token.value === '')) {
      throw new UsageError(
        kind === 'text'
          ? t('{0} needs a value.', token.rawName)
          : t('{0} needs one of: {1}.', token.rawName, kind.join(', ')),
      );
    }
    if (Array.isArray(kind) && !kind.includes(token.value)) {
      throw new UsageError(
        t('{0} takes one of: {1}. It got "{2}".', token.rawName, kind.join(', '), token.value ?? ''),
      );
    }
    values.set(token.name, [...(values.get(token.name) ?? []), token.value ?? '']);
  }
  return {
    arguments: positionals,
    text: (name) => values.get(name)?.at(-1),
    texts: (name) => values.get(name) ?? [],
    isOn: (name) => values.has(name),
  };
}

function unknownOption(raw: string, names: readonly string[], t: Translate): string {
  const meant = nearest(raw.replace(/^-+/, ''), names);
  return meant === undefined
    ? t('There is no option {0}. "unhappy-path --help" lists them.', raw)
    : t('There is no option {0}. Did you mean --{1}?', raw, meant);
}

/** The reader's language: `--locale`, else what the environment says. */
export function localeOf(option: string | undefined, env: Terminal['env']): UiLocale {
  const said = option ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? '';
  return said.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}
