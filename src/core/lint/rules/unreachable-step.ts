import { findOffered } from '../../flow/offered';
import { removeEntry } from '../edits';
import type { Rule } from '../rule';

export const unreachableStep: Rule = {
  id: 'unreachable-step',
  severity: 'error',
  whileDraft: 'warning',
  summary: 'Every step of a flow can be reached from its start.',
  why: 'Nobody who follows the flow ever sees this step: a way to it is missing, or it is left over.',

  *check({ playbook, runs, t }) {
    const text = playbook.document.text;
    for (const flow of playbook.flows.values()) {
      // Where runs come to every step there is nothing to look for.
      if (flow.start === undefined || [...flow.steps.values()].every((step) => runs.isReachable(step))) continue;
      const offered = findOffered(flow, runs);
      for (const step of flow.steps.values()) {
        if (offered.has(step)) continue;
        yield {
          span: step.idSpan,
          message: t(
            'No path from "{0}" leads to the step "{1}", so nobody who follows the flow ever sees it. Lead a step here, or remove it.',
            flow.start.id,
            step.id,
          ),
          fixes: [{ title: t('Remove the step "{0}"', step.id), safe: false, edits: [removeEntry(text, step)] }],
        };
      }
    }
  },
};
