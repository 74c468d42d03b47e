import type { Severity } from '../lint/finding';

/** How each format names a severity. https://docs.gitlab.com/ci/testing/code_quality/ has five, the others three. */
export const levels = {
  error: { sarif: 'error', gitlab: 'critical', rdjson: 'ERROR', github: 'error', junit: 'failure' },
  warning: { sarif: 'warning', gitlab: 'minor', rdjson: 'WARNING', github: 'warning', junit: 'passed' },
  info: { sarif: 'note', gitlab: 'info', rdjson: 'INFO', github: 'notice', junit: 'passed' },
} as const satisfies Readonly<Record<Severity, Readonly<Record<string, string>>>>;

/** The worst first. */
export const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
