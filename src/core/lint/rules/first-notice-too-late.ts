import type { Worst } from '../../flow/runs';
import type { SeverityClass, Step } from '../../model/playbook';
import type { Translate } from '../../text/translate';
import type { Related } from '../finding';
import { lacksCarrier, sayDuration, sayPath, showPath } from '../flowWords';
import type { Rule } from '../rule';

export const firstNoticeTooLate: Rule = {
  id: 'first-notice-too-late',
  severity: 'error',
  whileDraft: 'warning',
  summary: 'Even at worst, the first notice is out within the time that its class promises.',
  why: 'Customers who hear nothing think the worst. A promise that the plan itself breaks helps nobody.',

  *check({ playbook, runs, t }) {
    const untimed = new Set<Step>();
    for (const severity of playbook.severities.values()) {
      const promised = severity.firstNoticeWithin;
      const worst = severity.announce && promised !== undefined ? runs.firstNotice(severity) : undefined;
      if (promised === undefined || worst === undefined) continue;
      for (const step of worst.path) if (lacksTime(step)) untimed.add(step);
      // Where an earlier announcement has no channels, that is the mistake.
      if (worst.seconds <= promised.value || lacksCarrier(worst.path, [severity])) continue;
      yield {
        span: promised.span,
        message: tooLate(severity, promised.value, worst, t),
        related: evidence(worst, t),
      };
    }
    for (const step of untimed) {
      yield {
        span: step.idSpan,
        severity: 'info',
        message: t(
          'The step "{0}" is on the way to the first notice and does not say how long it takes at worst, so it counts as no time at all. Add "takes".',
          step.id,
        ),
      };
    }
  },
};

function lacksTime(step: Step): boolean {
  const works = step.kind === 'gather' || step.kind === 'classify' || step.kind === 'do' || step.kind === 'announce';
  return works && step.takesSpan === undefined && !step.keys.has('takes');
}

function tooLate({ id }: SeverityClass, promised: number, worst: Worst, t: Translate): string {
  const slowest = worst.slowest?.id ?? '';
  const path = sayPath([...new Set(worst.path)]);
  if (worst.seconds === Number.POSITIVE_INFINITY) {
    return t(
      'There is no limit to how long customers wait for the first notice of "{0}", though the class promises {1}: the way to it goes round in a circle ({2}). Announce before the circle.',
      id,
      sayDuration(promised, t),
      path,
    );
  }
  return t(
    'At worst the first notice of "{0}" is out after {1}, but the class promises {2}. The way is {3}, and "{4}" takes longest. Save {5} on it, or promise less.',
    id,
    sayDuration(worst.seconds, t),
    sayDuration(promised, t),
    path,
    slowest,
    sayDuration(worst.seconds - promised, t),
  );
}

function evidence({ path, costs }: Worst, t: Translate): readonly Related[] {
  return showPath(path, (_, at) => sayDuration(costs[at] ?? 0, t));
}
