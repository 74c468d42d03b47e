import type { Kind, Playbook, Reference } from '../../model/playbook';
import { nearest } from '../../text/nearest';
import type { Translate } from '../../text/translate';
import type { Rule } from '../rule';

export const unknownReference: Rule = {
  id: 'unknown-reference',
  severity: 'error',
  form: true,
  summary: 'Every id that is named is defined.',
  why: 'A step that leads nowhere or a channel that is not there stops the plan in the middle.',

  *check({ playbook, t }) {
    for (const reference of playbook.references) {
      if (reference.target !== undefined) continue;
      const meant = nearest(reference.id, candidates(reference, playbook));
      yield {
        span: reference.span,
        message:
          meant === undefined
            ? notDefined(reference, t)
            : t('{0} Did you mean "{1}"?', notDefined(reference, t), meant),
        ...(meant !== undefined && {
          fixes: [{ title: t('Change to "{0}"', meant), safe: true, edits: [{ span: reference.span, text: meant }] }],
        }),
      };
    }
    for (const problem of playbook.usesProblems) {
      if (problem.kind !== 'not-found' && problem.kind !== 'not-a-playbook') continue;
      yield {
        span: problem.span,
        message:
          problem.kind === 'not-found'
            ? t('There is no file "{0}". The path starts from the folder of this file.', problem.path)
            : t('"{0}" is no playbook: nothing can be taken from it.', problem.path),
      };
    }
  },
};

function notDefined({ id, section, scope }: Reference, t: Translate): string {
  switch (section) {
    case 'steps':
      return t('There is no step "{0}" in the flow "{1}".', id, scope?.id ?? '');
    case 'variants':
      return t('The message "{1}" says nothing on "{0}".', id, scope?.id ?? '');
    case 'choices':
      return t('"{1}" has no choice "{0}".', id, scope?.id ?? '');
    default:
      return t('There is no "{0}" under "{1}".', id, section);
  }
}

function candidates({ section, scope }: Reference, playbook: Playbook): Iterable<string> {
  const inside: Partial<Record<Kind, ReadonlyMap<string, unknown>>> = {};
  if (scope !== undefined && 'steps' in scope) inside.steps = scope.steps as ReadonlyMap<string, unknown>;
  if (scope !== undefined && 'variants' in scope) inside.variants = scope.variants as ReadonlyMap<string, unknown>;
  if (scope !== undefined && 'choices' in scope) inside.choices = scope.choices as ReadonlyMap<string, unknown>;
  if (section === 'steps' || section === 'variants' || section === 'choices') return inside[section]?.keys() ?? [];
  // The fact of an expression may be a question or something worked out.
  return section === 'checklist' ? [...playbook.checklist.keys(), ...playbook.impact.keys()] : playbook[section].keys();
}
