import type { Runs } from '../flow/runs';
import type { Limits } from '../limits/limits';
import type { Playbook } from '../model/playbook';
import type { Span } from '../text/span';
import type { Translate } from '../text/translate';
import type { JudgedVariant } from '../wording/judged';
import type { Fix, Related, Severity } from './finding';
import type { Ignores } from './ignores';

/** What a rule says; the engine settles the severity. */
export interface RuleFinding {
  readonly span: Span;
  readonly message: string;
  /** Where one rule speaks at two levels; default the rule's. `whileDraft` never raises it. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

/** All that a rule may read. Rules read the semantic model, never YAML nodes, and keep no state. */
export interface RuleContext {
  readonly playbook: Playbook;
  /** The one run model: reachability, minutes, facts known, channels told. Computed once, on first use. */
  readonly runs: Runs;
  readonly t: Translate;
  /** Milliseconds since 1970: what "today" means. */
  readonly now: number;
  /** What each channel takes, as configured. */
  readonly limits: Limits;
  /** The comments that speak to the linter. */
  readonly ignores: Ignores;
  /** What each channel will say, in a language whose words are known. Computed on first use. */
  readonly variants: readonly JudgedVariant[];
  /** Of all rules there are. */
  readonly ruleIds: ReadonlySet<string>;
}

export interface Rule {
  /** Kebab-case, named after the mistake, the same everywhere. */
  readonly id: string;
  readonly severity: Severity;
  /** What a finding becomes while the playbook is a draft; default the same. */
  readonly whileDraft?: Severity;
  /** Checked for `retired` and `partial` files too (group A). */
  readonly form?: true;
  /** Runs first; where it speaks, what was read can't be trusted and no other rule speaks. */
  readonly breaks?: true;
  /** One sentence, present tense: what holds where the rule is silent. English; the key of its translation. */
  readonly summary: string;
  /** Why it matters to a customer or to those who follow the plan. English; the key of its translation. */
  readonly why: string;
  readonly check: (context: RuleContext) => Iterable<RuleFinding>;
}
