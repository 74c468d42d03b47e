import { hasUnclearCases } from '../../flow/exits';
import type { Audience, Playbook, SeverityClass } from '../../model/playbook';
import type { Rule } from '../rule';

export const severityWithoutChannels: Rule = {
  id: 'severity-without-channels',
  severity: 'error',
  whileDraft: 'info',
  summary: 'Every class that is announced has its channels, and together they reach every audience.',
  why: 'A notice without a channel reaches nobody.',

  *check({ playbook, runs, t }) {
    for (const severity of playbook.severities.values()) {
      if (!severity.announce) continue;
      if (severity.channels.length === 0) {
        yield {
          span: severity.idSpan,
          message: t(
            '"{0}" is announced, but has no channels. List them under "channels", or write "announce: false" with a reason.',
            severity.id,
          ),
        };
        continue;
      }
      for (const audience of unreached(severity, playbook)) {
        yield {
          span: severity.idSpan,
          severity: 'info',
          message: t(
            'None of the channels of "{0}" reaches the audience "{1}".',
            severity.id,
            audience.title?.value ?? audience.id,
          ),
          related: [{ span: audience.idSpan, message: t('The audience') }],
        };
      }
    }
    // A class that a case is to lead to, and that is not there, would have given the channels.
    if (hasUnclearCases(playbook)) return;
    for (const flow of playbook.flows.values()) {
      for (const step of flow.steps.values()) {
        if (step.kind !== 'announce' || step.channels !== undefined) continue;
        if (!runs.severitiesAt(step).has(undefined)) continue;
        yield {
          span: step.idSpan,
          message: t(
            'Step "{0}" names no channels, and on some path to it no class has been decided that would give them. Add "channels".',
            step.id,
          ),
        };
      }
    }
  },
};

function unreached(severity: SeverityClass, playbook: Playbook): readonly Audience[] {
  const channels = severity.channels.flatMap(({ target }) => (target === undefined ? [] : [target]));
  // A channel without audiences may reach anyone.
  if (
    channels.length < severity.channels.length ||
    channels.some(({ audiences, external }) => external && audiences.length === 0)
  )
    return [];
  const reached = new Set(channels.flatMap(({ audiences }) => audiences.map(({ id }) => id)));
  return [...playbook.audiences.values()].filter((audience) => !audience.internal && !reached.has(audience.id));
}
