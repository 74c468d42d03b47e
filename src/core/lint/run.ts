import { createRuns } from '../flow/createRuns';
import type { Runs } from '../flow/runs';
import type { Limits } from '../limits/limits';
import { buildPlaybook } from '../model/build';
import type { Playbook } from '../model/playbook';
import { asMeant } from '../schema/meantKeys';
import type { Translate } from '../text/translate';
import { type JudgedVariant, judgedVariants } from '../wording/judged';
import type { YamlDocument } from '../yaml/tree';
import { type Config, defaultConfig } from './config';
import type { Finding, Severity } from './finding';
import { type Ignores, readIgnores } from './ignores';
import type { Rule, RuleContext, RuleFinding } from './rule';
import { rules } from './rules';
import { schema } from './rules/schema';

export interface LintInput {
  /** Path with `/`, relative to the root of the repository. */
  readonly file: string;
  /** The file and all that it uses, by path. */
  readonly documents: ReadonlyMap<string, YamlDocument>;
  readonly config?: Config;
  readonly t: Translate;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A checked playbook: what was read, and what is wrong with it. */
export interface Checked {
  readonly playbook: Playbook;
  readonly runs: Runs;
  /** In the order of the file; those in used files last. */
  readonly findings: readonly Finding[];
  /** What was read can't be trusted: the text is not YAML, or not what its author sees in it. */
  readonly broken: boolean;
}

export function lint(input: LintInput): readonly Finding[] {
  return check(input).findings;
}

/** The one place where a severity is settled: rule ← draft ← config ← ignore comment. */
export function check({ file, documents, config = defaultConfig, t, now }: LintInput): Checked {
  const playbook = buildPlaybook(file, documents);
  const runs = createRuns(playbook);
  const ignores = readIgnores(playbook.document);
  const ruleIds = new Set(rules.map((rule) => rule.id));
  const { limits } = config;
  const toContext = (read: Playbook, itsRuns: Runs) =>
    new Context({ playbook: read, runs: itsRuns, t, now, limits, ignores, ruleIds });
  let context = toContext(playbook, runs);
  const findings: Finding[] = [];

  const run = (rule: Rule) => {
    const level = config.rules[rule.id];
    for (const found of rule.check(context)) {
      // A rule that is off still uses up its ignore comments: they would be needed again when it is on.
      if (ignores.silences(rule.id, found.span) || level === 'off') continue;
      findings.push(settle(found, rule, level ?? severityOf(found, rule, context.playbook)));
    }
  };

  for (const rule of rules) if (rule.breaks) run(rule);
  const broken = findings.length > 0 || playbook.document.problems.length > 0;
  if (!broken) {
    run(schema);
    // A misspelt key is a finding now. The other rules read what was meant, so that nothing follows from it.
    const meant = findings.length === 0 ? undefined : asMeant(playbook.document);
    if (meant !== undefined) {
      const mended = buildPlaybook(file, new Map(documents).set(file, meant));
      context = toContext(mended, createRuns(mended));
    }
    const { playbook: read } = context;
    // What a misspelt "uses" brings in is not here to be read.
    const isPart = read.uses.length > playbook.uses.length;
    // Of a file that is no playbook yet there is nothing more to say than that.
    const formOnly = read.partial || read.status === 'retired' || !read.isPlaybook;
    for (const rule of rules) if (!isPart && !rule.breaks && rule !== schema && (rule.form || !formOnly)) run(rule);
  }
  return { playbook, runs, findings: findings.sort(byPlace), broken };
}

/** What rules read of a playbook, for those that ask one by itself. */
export function contextOf(
  playbook: Playbook,
  runs: Runs,
  { t, now, limits }: Pick<RuleContext, 't' | 'now' | 'limits'>,
): RuleContext {
  const ruleIds = new Set(rules.map((rule) => rule.id));
  return new Context({ playbook, runs, t, now, limits, ignores: readIgnores(playbook.document), ruleIds });
}

class Context implements RuleContext {
  readonly playbook: Playbook;
  readonly runs: Runs;
  readonly t: Translate;
  readonly now: number;
  readonly limits: Limits;
  readonly ignores: Ignores;
  readonly ruleIds: ReadonlySet<string>;
  private judged: readonly JudgedVariant[] | undefined;

  constructor({ playbook, runs, t, now, limits, ignores, ruleIds }: Omit<RuleContext, 'variants'>) {
    this.playbook = playbook;
    this.runs = runs;
    this.t = t;
    this.now = now;
    this.limits = limits;
    this.ignores = ignores;
    this.ruleIds = ruleIds;
  }

  get variants(): readonly JudgedVariant[] {
    this.judged ??= [...judgedVariants(this.playbook)];
    return this.judged;
  }
}

function settle({ span, message, related, fixes }: RuleFinding, rule: Rule, severity: Severity): Finding {
  return { rule: rule.id, severity, span, message, ...(related && { related }), ...(fixes?.length && { fixes }) };
}

const weight: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

function severityOf(found: RuleFinding, rule: Rule, playbook: Playbook): Severity {
  const severity = found.severity ?? rule.severity;
  const inDraft = rule.whileDraft ?? severity;
  return playbook.status === 'draft' && weight[inDraft] < weight[severity] ? inDraft : severity;
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function byPlace(a: Finding, b: Finding): number {
  return (
    order(a.span.file ?? '', b.span.file ?? '') ||
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    order(a.rule, b.rule)
  );
}
