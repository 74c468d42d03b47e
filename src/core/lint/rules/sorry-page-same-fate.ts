import type { Runs } from '../../flow/runs';
import { type Down, systemsDown } from '../../model/dependencies';
import type { Playbook, Reference, Scenario, System } from '../../model/playbook';
import { sayList } from '../flowWords';
import type { Rule, RuleFinding } from '../rule';
import { showDown } from '../systemWords';

export const sorryPageSameFate: Rule = {
  id: 'sorry-page-same-fate',
  severity: 'error',
  whileDraft: 'warning',
  summary: 'The sorry page and its form stand on systems that still work whenever the page is shown.',
  why: 'A sorry page that is down together with the site leaves customers with an error message, or with nothing.',

  *check({ playbook, runs, t }) {
    const page = playbook.sorryPage;
    if (page === undefined) return;
    const shown = [...playbook.scenarios.values()].filter((scenario) => canShow(playbook, runs.in(scenario)));
    const places = [
      { place: page.hostedOn, say: sayPage },
      { place: page.leadCapture?.endpointOn, say: sayForm },
    ];
    for (const { place, say } of places) {
      const cases = place === undefined ? [] : downIn(place, shown, playbook);
      if (place === undefined || cases.length === 0) continue;
      const scenarios = sayList(
        cases.map(({ scenario }) => scenario.id),
        t,
      );
      yield {
        span: place.span,
        message: say(scenarios, place.id, t),
        related: cases.slice(0, 3).flatMap(({ scenario, cause }) => showDown(cause, scenario, t)),
      } satisfies RuleFinding;
    }
  },
};

type Say = (scenarios: string, system: string, t: Parameters<typeof sayList>[1]) => string;

const sayPage: Say = (scenarios, system, t) =>
  t(
    'In the scenario {0} the sorry page is shown, but it is hosted on "{1}", which is down then. Host it where the failure does not reach.',
    scenarios,
    system,
  );

const sayForm: Say = (scenarios, system, t) =>
  t(
    'In the scenario {0} the sorry page is shown, but its form is answered by "{1}", which is down then: addresses would be lost. Use a service that the failure does not reach.',
    scenarios,
    system,
  );

function canShow(playbook: Playbook, runs: Runs): boolean {
  return [...playbook.flows.values()].some(({ steps }) =>
    [...steps.values()].some((step) => step.kind === 'sorry-page' && step.action === 'show' && runs.isReachable(step)),
  );
}

function downIn(place: Reference<System>, scenarios: readonly Scenario[], playbook: Playbook) {
  return scenarios.flatMap((scenario): readonly { readonly scenario: Scenario; readonly cause: Down }[] => {
    const cause = place.target && systemsDown(scenario, playbook).get(place.target);
    return cause === undefined ? [] : [{ scenario, cause }];
  });
}
