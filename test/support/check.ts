import japanese from '../../l10n/bundle.l10n.ja.json';
import type { Config } from '../../src/core/lint/config';
import type { Finding } from '../../src/core/lint/finding';
import { type Checked, check } from '../../src/core/lint/run';
import { usedPaths } from '../../src/core/model/uses';
import { createTranslate, type UiLocale } from '../../src/core/text/translate';
import { parseYaml } from '../../src/core/yaml/parse';
import type { YamlDocument } from '../../src/core/yaml/tree';

export interface TextOptions {
  /** Other files by path, for `uses`. */
  readonly files?: Readonly<Record<string, string>>;
  readonly file?: string;
  /** ISO date-time; default 2026-11-23T00:00Z. */
  readonly now?: string;
  readonly config?: Config;
  readonly locale?: UiLocale;
}

export const translators = { en: createTranslate(), ja: createTranslate(japanese) };

/** Parses a text and all it uses, and checks it, as every face does. */
export function checkText(text: string, options: TextOptions = {}): Checked {
  const file = options.file ?? 'test.incident.yaml';
  const documents = new Map<string, YamlDocument>();
  const waiting = [file];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const source = path === file ? text : options.files?.[path];
    if (source === undefined || documents.has(path)) continue;
    const document = parseYaml(source);
    documents.set(path, document);
    waiting.push(...usedPaths(document, path));
  }
  return check({
    file,
    documents,
    t: translators[options.locale ?? 'en'],
    now: Date.parse(options.now ?? '2026-11-23T00:00Z'),
    ...(options.config && { config: options.config }),
  });
}

export function lintText(text: string, options: TextOptions = {}): readonly Finding[] {
  return checkText(text, options).findings;
}
