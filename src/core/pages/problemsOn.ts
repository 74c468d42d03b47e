import type { Finding, Severity } from '../lint/finding';
import type { Flow } from '../model/playbook';

export type StepProblems = ReadonlyMap<string, { readonly severity: Severity; readonly messages: readonly string[] }>;

const weight: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** Findings inside a step, by the id of the step. */
export function problemsOn(flow: Flow, findings: readonly Finding[]): StepProblems {
  const problems = new Map<string, { severity: Severity; messages: string[] }>();
  for (const step of flow.steps.values()) {
    for (const { span, severity, message } of findings) {
      if (span.file !== undefined || span.start < step.span.start || span.start > step.span.end) continue;
      const known = problems.get(step.id);
      if (known === undefined) problems.set(step.id, { severity, messages: [message] });
      else {
        known.messages.push(message);
        if (weight[severity] > weight[known.severity]) known.severity = severity;
      }
    }
  }
  return problems;
}
