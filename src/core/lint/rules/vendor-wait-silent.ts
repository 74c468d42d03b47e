import type { Path } from '../../flow/runs';
import type { Scenario, WaitStep } from '../../model/playbook';
import { isUnclear, lacksCarrier, sayList, showPath } from '../flowWords';
import type { Rule } from '../rule';

export const vendorWaitSilent: Rule = {
  id: 'vendor-wait-silent',
  severity: 'error',
  whileDraft: 'warning',
  summary: 'Nobody waits for a vendor before customers have heard a word.',
  why: 'Customers don’t know whose fault it is. They see that nothing works, and that nobody says anything.',

  *check({ playbook, runs, t }) {
    const found = new Map<WaitStep, { readonly path: Path; readonly scenarios: Scenario[] }>();
    for (const scenario of playbook.scenarios.values()) {
      if (scenario.fault?.value !== 'vendor') continue;
      for (const { step, path } of runs.in(scenario).waitsBeforeNotice()) {
        // An announcement that is not there is another rule's finding.
        if (isUnclear(path) || lacksCarrier(path, playbook.severities.values())) continue;
        const known = found.get(step);
        if (known === undefined) found.set(step, { path, scenarios: [scenario] });
        else known.scenarios.push(scenario);
      }
    }
    for (const [step, { path, scenarios }] of found) {
      yield {
        span: step.idSpan,
        message: t(
          'In the scenario {0} the plan waits at "{1}" for the vendor before customers have heard a word. Announce first, then wait.',
          sayList(
            scenarios.map(({ id }) => id),
            t,
          ),
          step.id,
        ),
        related: showPath(path.slice(0, -1), (_, at) => t('Step {0} of the silent path', at + 1)),
      };
    }
  },
};
