import { type Flow, type Phase, phases, type Step } from '../../model/playbook';
import type { Translate } from '../../text/translate';
import { isUnclear, showPath } from '../flowWords';
import type { Rule, RuleFinding } from '../rule';

export const fiveStepsMissing: Rule = {
  id: 'five-steps-missing',
  severity: 'warning',
  whileDraft: 'info',
  summary: 'The main flow goes through all five phases: assess, impact, cause, respond, prevent.',
  why: 'A team in a hurry leaves out the phase that the plan leaves out, most often the cause and what prevents the next time.',

  *check({ playbook, runs, t }) {
    const [main] = playbook.flows.values();
    if (main === undefined) return;
    yield* missingPhases(main, t);
    const told = new Set<Flow>();
    for (const { step, path } of runs.noticesAlone()) {
      // A step that can't be read may be the one that calls somebody.
      if (told.has(step.flow) || isUnclear(path)) continue;
      told.add(step.flow);
      yield {
        span: step.flow.idSpan,
        message: t(
          'A path in "{0}" tells customers with "{1}" before anybody inside was called. Put an "escalate" step before it, so that the team does not hear it from customers.',
          step.flow.id,
          step.id,
        ),
        related: showPath(path, (_, at) => t('Step {0} of the path', at + 1)),
      };
    }
  },
};

function* missingPhases(main: Flow, t: Translate): Iterable<RuleFinding> {
  const present = new Set(stepsWithCalls(main).flatMap(({ phase }) => (phase === undefined ? [] : [phase.value])));
  const missing = phases.filter((phase) => !present.has(phase));
  if (missing.length === 0) return;
  const names: Readonly<Record<Phase, string>> = {
    assess: t('assess (what is going on)'),
    impact: t('impact (how bad is it)'),
    cause: t('cause (why)'),
    respond: t('respond (what customers hear)'),
    prevent: t('prevent (what changes)'),
  };
  yield {
    span: main.idSpan,
    message: t(
      'No step of "{0}" belongs to: {1}. Add one with this "phase".',
      main.id,
      missing.map((phase) => names[phase]).join(t(', ')),
    ),
  };
}

/** The steps of a flow and of all that it calls. */
function stepsWithCalls(main: Flow): readonly Step[] {
  const flows = new Set([main]);
  for (const flow of flows) {
    for (const step of flow.steps.values())
      if (step.kind === 'call' && step.calls?.target !== undefined) flows.add(step.calls.target);
  }
  return [...flows].flatMap((flow) => [...flow.steps.values()]);
}
