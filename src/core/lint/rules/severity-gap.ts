import { buildCriteria } from '../../flow/criteria';
import type { Playbook, SeverityClass } from '../../model/playbook';
import { isMisspelt, isWritten } from '../../schema/written';
import type { Translate } from '../../text/translate';
import { markDefault, moveToEnd, unmarkDefault } from '../classEdits';
import type { Related } from '../finding';
import { sayList } from '../flowWords';
import type { Rule, RuleFinding } from '../rule';

export const severityGap: Rule = {
  id: 'severity-gap',
  severity: 'error',
  whileDraft: 'warning',
  summary:
    'Every incident has exactly one severity class: the last one takes what no other matches, and each can be taken.',
  why: 'An incident that fits no class has no channels and no deadline, so customers hear nothing of it.',

  *check({ playbook, runs, t }) {
    const classes = [...playbook.severities.values()];
    const last = classes.at(-1);
    if (last === undefined) return;
    const defaults = classes.filter((severity) => severity.default);
    const [first, ...others] = defaults;
    if (first === undefined && classes.some((severity) => isUnread(severity, playbook))) return;
    if (first === undefined) yield noDefault(last, playbook, t);
    else if (others.length > 0) yield* tooMany(defaults, last, playbook, t);
    else if (first !== last) yield notLast(first, last, playbook, t);

    for (const severity of classes) {
      // Whether it can be taken shows when exactly one class is the default.
      const waits = (first === undefined && severity === last) || (others.length > 0 && severity.default);
      if (waits || severity.default !== (severity === last) || runs.canBeTaken(severity)) continue;
      if (isMisspelt(severity, 'when_any') || isMisspelt(severity, 'when_all')) continue;
      yield neverTaken(severity, classes, playbook, t);
    }
  },
};

/** A `default` that is misspelt, or has no value that can be read, is a finding of its own. */
function isUnread(severity: SeverityClass, { document }: Playbook): boolean {
  const key = severity.keys.get('default');
  if (key === undefined) return isMisspelt(severity, 'default');
  return key.file === undefined && !/^["']?\s*:\s*(?:true|false)\b/i.test(document.text.slice(key.end, key.end + 200));
}

function noDefault(last: SeverityClass, playbook: Playbook, t: Translate): RuleFinding {
  const fix = markDefault(last, playbook.document.text);
  return {
    span: playbook.sectionKeys.get('severities') ?? last.idSpan,
    message: t(
      'An incident that matches no class is not provided for. Write "default: true" in the last class, "{0}".',
      last.id,
    ),
    related: [{ span: last.idSpan, message: t('The last class') }],
    fixes:
      fix === undefined
        ? []
        : [{ title: t('Let "{0}" take what no other matches', last.id), safe: true, edits: [fix] }],
  };
}

function* tooMany(
  defaults: readonly SeverityClass[],
  last: SeverityClass,
  playbook: Playbook,
  t: Translate,
): Iterable<RuleFinding> {
  const kept = last.default ? last : (defaults.at(-1) ?? last);
  for (const severity of defaults) {
    if (severity === kept) continue;
    const fix = unmarkDefault(severity, playbook.document.text);
    yield {
      span: severity.idSpan,
      message: t(
        'Only one class can take what no other matches, and "{1}" does already. Remove "default: true" from "{0}".',
        severity.id,
        kept.id,
      ),
      related: [{ span: kept.keys.get('default') ?? kept.idSpan, message: t('The other one') }],
      fixes: fix === undefined ? [] : [{ title: t('Remove "default: true"'), safe: false, edits: [fix] }],
    };
  }
}

function notLast(severity: SeverityClass, last: SeverityClass, playbook: Playbook, t: Translate): RuleFinding {
  const edits = moveToEnd(severity, last, playbook.document.text);
  return {
    span: severity.idSpan,
    message: t(
      '"{0}" takes what no other class matches, so it belongs behind all others: they go from the worst to the least.',
      severity.id,
    ),
    related: [{ span: last.idSpan, message: t('The last class now') }],
    fixes: edits === undefined ? [] : [{ title: t('Move "{0}" to the end', severity.id), safe: true, edits }],
  };
}

function neverTaken(
  severity: SeverityClass,
  classes: readonly SeverityClass[],
  playbook: Playbook,
  t: Translate,
): RuleFinding {
  const span = severity.idSpan;
  const isJudged = isWritten(severity, 'when_any') || isWritten(severity, 'when_all');
  if (!severity.default && !isJudged) {
    return {
      span,
      message: t(
        'No incident is ever of the class "{0}": it has no criteria. Write "when_any" or "when_all".',
        severity.id,
      ),
    };
  }
  if (!severity.default && !canBeTaken([severity], playbook)) {
    return {
      span,
      message: t(
        'No incident is ever of the class "{0}": its criteria can\'t all hold. Loosen one of them.',
        severity.id,
      ),
      related: formulasOf([severity], t),
    };
  }
  const above = classes.slice(0, classes.indexOf(severity));
  const single = above.find((other) => !canBeTaken([other, severity], playbook));
  const takers = single === undefined ? above : [single];
  return {
    span,
    message: t(
      'No incident is ever of the class "{0}", because every case is taken first by {1}. Narrow the criteria above, or remove this class.',
      severity.id,
      sayList(
        takers.map(({ id }) => id),
        t,
      ),
    ),
    related: [
      ...takers.map((taker) => ({ span: taker.idSpan, message: t('This class comes first') })),
      ...formulasOf([...takers, severity], t),
    ],
  };
}

/** What a fact is worked out from may be why classes exclude each other. */
function formulasOf(classes: readonly SeverityClass[], t: Translate): readonly Related[] {
  const facts = classes.flatMap(({ whenAny, whenAll }) => [...whenAny, ...whenAll].map(({ fact }) => fact.target));
  return [...new Set(facts)].flatMap((fact) =>
    fact?.section === 'impact' && fact.formula !== undefined
      ? [{ span: fact.formula.span, message: t('"{0}" is worked out here', fact.id) }]
      : [],
  );
}

/** Whether the last of these classes can be taken where there are no others. */
function canBeTaken(classes: readonly SeverityClass[], playbook: Playbook): boolean {
  const severities = new Map(classes.map((severity) => [severity.id, severity]));
  const criteria = buildCriteria({ ...playbook, severities });
  return criteria.canBeTaken(classes.length - 1, criteria.gathered);
}
