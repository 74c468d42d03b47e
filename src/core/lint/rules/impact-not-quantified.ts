import type { ChecklistItem, Formula } from '../../model/playbook';
import type { Rule } from '../rule';

export const impactNotQuantified: Rule = {
  id: 'impact-not-quantified',
  severity: 'warning',
  whileDraft: 'info',
  summary: 'The plan says how to work out what the trouble costs, from facts that are asked for.',
  why: 'The first question from above is how much. Who can answer it gets the decision, and customers get their answer.',

  *check({ playbook, t }) {
    if (playbook.impact.size === 0) {
      yield {
        span: playbook.sectionKeys.get('checklist') ?? playbook.titleSpan,
        message: t('No "impact" says what the trouble costs. Add a formula, for example of sales lost per minute.'),
      };
      return;
    }
    const gathered = new Set<ChecklistItem>();
    for (const flow of playbook.flows.values()) {
      for (const step of flow.steps.values()) {
        if (step.kind === 'gather')
          for (const { target } of step.collect) if (target !== undefined) gathered.add(target);
        if (step.kind === 'ask' && step.fact?.target !== undefined) gathered.add(step.fact.target);
      }
    }
    const told = new Set<ChecklistItem>();
    for (const impact of playbook.impact.values()) {
      for (const fact of impact.expression === undefined ? [] : factsOf(impact.expression)) {
        if (gathered.has(fact) || told.has(fact)) continue;
        told.add(fact);
        yield {
          span: fact.idSpan,
          message: t(
            '"{0}" is needed to work out "{1}", but no step asks for it. Add it to a "gather" step.',
            fact.id,
            impact.id,
          ),
          related: [{ span: impact.idSpan, message: t('Its formula uses it.') }],
        };
      }
    }
  },
};

function factsOf(formula: Formula): readonly ChecklistItem[] {
  if (formula.kind === 'fact') return formula.fact.target === undefined ? [] : [formula.fact.target];
  return formula.kind === 'operation' ? [...factsOf(formula.left), ...factsOf(formula.right)] : [];
}
