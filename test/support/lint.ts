import { expect } from 'vitest';
import type { Finding } from '../../src/core/lint/finding';
import { applyEdits, type Span } from '../../src/core/text/span';
import { parseYaml } from '../../src/core/yaml/parse';
import { lintText, type TextOptions } from './check';
import { dedent, readMarks } from './marks';

export { checkText, lintText, type TextOptions, translators } from './check';

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
