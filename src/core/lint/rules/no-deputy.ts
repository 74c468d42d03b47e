import type { Role } from '../../model/playbook';
import type { Rule } from '../rule';

export const noDeputy: Rule = {
  id: 'no-deputy',
  severity: 'warning',
  whileDraft: 'info',
  summary: 'Whoever decides or acts has a deputy.',
  why: 'Trouble comes on holidays, and customers should not have to wait for one person to wake up.',

  *check({ playbook, t }) {
    const acting = new Set<Role>([...playbook.roles.values()].filter(({ decides }) => decides));
    for (const flow of playbook.flows.values()) {
      for (const step of flow.steps.values()) if (step.by?.target !== undefined) acting.add(step.by.target);
    }
    for (const role of playbook.roles.values()) {
      if (!acting.has(role) || role.deputy !== undefined) continue;
      yield {
        span: role.idSpan,
        ...(playbook.people.size < 2 && { severity: 'info' as const }),
        message: t(
          '"{0}" has no deputy. Name one: the plan has to work when this person sleeps.',
          role.title?.value ?? role.id,
        ),
      };
    }
  },
};
