import type { Unadvised } from '../../flow/unadvised';
import type { AnnounceStep } from '../../model/playbook';
import { isUnclear, showPath } from '../flowWords';
import type { Rule } from '../rule';

export const personalDataPath: Rule = {
  id: 'personal-data-path',
  severity: 'error',
  whileDraft: 'warning',
  summary: 'When personal data is concerned, somebody is called before anything is announced.',
  why: 'The law says whom to tell, what, and how fast. A wrong first word can’t be taken back.',

  *check({ playbook, runs, t }) {
    const incidents = [...playbook.scenarios.values()].filter(({ kind }) => kind?.value === 'data-incident');
    const found = new Map<AnnounceStep, Unadvised>();
    for (const unadvised of [runs, ...incidents.map((scenario) => runs.in(scenario))].flatMap((each) =>
      each.unadvised(),
    ))
      if (!found.has(unadvised.step) && !isUnclear(unadvised.path)) found.set(unadvised.step, unadvised);
    for (const { step, path } of found.values()) {
      yield {
        span: step.idSpan,
        message: t(
          'On some path personal data may be concerned, and "{0}" announces before anybody was called. Put an "escalate" step before it, and check with counsel who has to be told, and by when.',
          step.id,
        ),
        related: showPath(path.slice(0, -1), (_, at) => t('Step {0} of the path', at + 1)),
      };
    }
  },
};
