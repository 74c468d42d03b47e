import type { Edit, Span } from '../text/span';

export type Severity = 'error' | 'warning' | 'info';

export interface Fix {
  readonly title: string;
  /** Can be applied unseen (`--fix`, fix all). */
  readonly safe: boolean;
  /** All in the file of the finding. */
  readonly edits: readonly Edit[];
}

export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** One mistake. The same type for YAML, schema and every rule; ids, never texts, are the contract. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** On one line. `span.file` is set where the mistake is in a file that the playbook uses. */
  readonly span: Span;
  readonly message: string;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}
