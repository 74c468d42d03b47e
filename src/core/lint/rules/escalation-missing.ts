import type { Playbook, SeverityClass } from '../../model/playbook';
import { isMisspelt, isWritten } from '../../schema/written';
import type { Translate } from '../../text/translate';
import { toScalar } from '../edits';
import type { Fix } from '../finding';
import { sayList, showPath } from '../flowWords';
import type { Rule, RuleFinding } from '../rule';
import { addKeys } from '../stubs';

export const escalationMissing: Rule = {
  id: 'escalation-missing',
  severity: 'warning',
  whileDraft: 'info',
  summary: 'The worst class says who must be told, and every path tells those whom its class names.',
  why: 'Who hears of it from a customer, or from the press, can’t decide anything in time.',

  *check({ playbook, runs, t }) {
    const [worst] = playbook.severities.values();
    if (worst !== undefined && worst.escalateTo.length === 0 && !isWritten(worst, 'escalate_to')) {
      yield {
        span: worst.idSpan,
        message: t(
          'The worst class, "{0}", does not say who must be told inside. Name their roles in "escalate_to".',
          worst.id,
        ),
        fixes: nameDecider(worst, playbook, t),
      };
    }
    for (const severity of playbook.severities.values()) {
      const untold = runs
        .untoldAtEnds(severity)
        // A step whose kind or `to` can't be read may be the one that tells them.
        .filter(({ path }) => !path.some((step) => step.kind === 'unknown' || isMisspelt(step, 'to')));
      const [first] = untold;
      if (first === undefined) continue;
      const roles = new Set(untold.flatMap((one) => one.roles.map(({ id }) => id)));
      yield {
        span: severity.idSpan,
        message: t(
          'In the class "{0}" {1} must be told, but a path to the end {2} has no "escalate" step that does. Add one on it.',
          severity.id,
          sayList([...roles], t),
          sayList([...new Set(untold.map(({ end }) => end.id))], t),
        ),
        related: showPath(first.path, (_, at) => t('Step {0} of the path', at + 1)),
      } satisfies RuleFinding;
    }
  },
};

/** The deciding role is the first to be told; who else is the author's to say. */
function nameDecider(severity: SeverityClass, playbook: Playbook, t: Translate): readonly Fix[] {
  const decider = [...playbook.roles.values()].find(({ decides }) => decides);
  if (decider === undefined) return [];
  const edit = addKeys(severity, [{ key: 'escalate_to', value: `[${toScalar(decider.id)}]` }], playbook.document.text);
  return edit === undefined ? [] : [{ title: t('Tell "{0}"', decider.id), safe: false, edits: [edit] }];
}
