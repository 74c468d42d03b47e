import { hasUnclearCases } from '../../flow/exits';
import type { Runs } from '../../flow/runs';
import type { Playbook, Scenario, SeverityClass } from '../../model/playbook';
import { toInstant } from '../../text/time';
import type { Rule } from '../rule';

export const drillMissing: Rule = {
  id: 'drill-missing',
  severity: 'warning',
  whileDraft: 'info',
  summary: 'Before a launch, the worst case is drilled.',
  why: 'A plan that nobody has walked through is found wanting on the day.',

  *check({ playbook, runs, t }) {
    const launch = playbook.campaign?.launchAt;
    const worst = [...playbook.severities.values()].find(({ announce }) => announce);
    if (playbook.campaign === undefined || launch === undefined || worst === undefined) return;
    const grave = new Set(
      [...playbook.scenarios.values()].filter((scenario) => reaches(scenario, worst, playbook, runs)),
    );
    if (grave.size === 0) return;
    // Which class a scenario comes to is not clear where a case is missing or misspelt.
    if (hasUnclearCases(playbook)) return;
    const end = toInstant(launch.value, playbook.timezone);
    const drilled = playbook.drills.some(({ scenario, planned, held }) => {
      if (scenario?.target === undefined || !grave.has(scenario.target)) return false;
      return [planned, held].some((date) => {
        const at = date && toInstant(date.value, playbook.timezone);
        return at !== undefined && (end === undefined || at <= end);
      });
    });
    if (drilled) return;
    const [scenario] = grave;
    yield {
      span: playbook.sectionKeys.get('drills') ?? playbook.campaign.keySpan,
      message: t(
        'No drill before the launch walks through the worst class, "{0}". Plan one, for example of the scenario "{1}".',
        worst.id,
        scenario?.id ?? '',
      ),
    };
  },
};

function reaches(scenario: Scenario, worst: SeverityClass, playbook: Playbook, runs: Runs): boolean {
  const inScenario = runs.in(scenario);
  return [...playbook.flows.values()].some((flow) =>
    [...flow.steps.values()].some((step) => inScenario.severitiesAt(step).has(worst)),
  );
}
