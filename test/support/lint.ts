import { expect } from 'vitest';
import japanese from '../../l10n/bundle.l10n.ja.json';
import type { Config } from '../../src/core/lint/config';
import type { Finding } from '../../src/core/lint/finding';
import { type Checked, check } from '../../src/core/lint/run';
import { usedPaths } from '../../src/core/model/uses';
import { applyEdits, type Span } from '../../src/core/text/span';
import { createTranslate, type UiLocale } from '../../src/core/text/translate';
import { parseYaml } from '../../src/core/yaml/parse';
import type { YamlDocument } from '../../src/core/yaml/tree';
import { dedent, readMarks } from './marks';

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

/** The text after every fix of the findings that `wanted` takes; fixes that overlap an earlier one wait for the next run. */
export function fixText(text: string, findings: readonly Finding[]): string {
  return applyEdits(
    text,
    findings.flatMap((finding) => finding.fixes?.[0]?.edits ?? []),
  );
}

/**
 * The rule finds exactly the marked spans, with these messages in order. Where `fixed` is given, the first fix of each
 * finding is applied: the result equals `fixed` and the rule is silent on it. A string stands for all of a message, a
 * pattern for a part of it.
 */
export function expectFindings(
  rule: string,
  source: string,
  messages: readonly (string | RegExp)[],
  fixed?: string,
  options: TextOptions = {},
): readonly Finding[] {
  const { text, spans } = readMarks(dedent(source));
  const findings = lintText(text, options).filter((finding) => finding.rule === rule);
  const shown = (span: Span) =>
    `${span.file ?? ''}${span.start}-${span.end} ${JSON.stringify(text.slice(span.start, span.end))}`;
  expect(findings.map((finding) => shown(finding.span))).toEqual(spans.map(shown));
  expect(findings).toHaveLength(messages.length);
  for (const [at, message] of messages.entries()) {
    if (typeof message === 'string') expect(findings[at]?.message).toBe(message);
    else expect(findings[at]?.message).toMatch(message);
  }
  if (fixed !== undefined) {
    const after = fixText(text, findings);
    expect(after).toBe(dedent(fixed));
    expect(parseYaml(after).problems).toEqual([]);
    expect(lintText(after, options).filter((finding) => finding.rule === rule)).toEqual([]);
  }
  return findings;
}
