import { candidates, findMeant } from '../../model/meant';
import type { Kind, Playbook, Reference, UsesProblem } from '../../model/playbook';
import { meantKey } from '../../schema/sentences';
import { shapeAt } from '../../schema/shape';
import { insideQuotes } from '../../text/span';
import type { Translate } from '../../text/translate';
import { sayChoice } from '../flowWords';
import type { Rule, RuleFinding } from '../rule';

export const unknownReference: Rule = {
  id: 'unknown-reference',
  severity: 'error',
  form: true,
  summary: 'Every id that is named is defined.',
  why: 'A step that leads nowhere or a channel that is not there stops the plan in the middle.',

  *check({ playbook, t }) {
    const elsewhere = playbook.usesProblems.some(({ kind }) => kind !== 'cycle');
    const meantBy = findMeant(playbook);
    const unread = unreadSections(playbook);
    const told = new Set<string>();
    for (const reference of playbook.references.filter(({ target }) => target === undefined)) {
      const meant = meantBy.get(reference);
      // It may stand in the file that is not there, or below the key that can't be read: that is the one mistake.
      if (meant === undefined && ((elsewhere && isPulled(reference.section)) || unread.has(reference.section)))
        continue;
      // What is written once and used through an alias is one mistake.
      const place = `${reference.section} ${reference.span.start} ${reference.span.file ?? ''}`;
      if (told.has(place)) continue;
      told.add(place);
      yield notFound(reference, meant, playbook, t);
    }
    for (const problem of playbook.usesProblems) {
      const message = sayProblem(problem, t);
      if (message !== undefined) yield { span: problem.span, message };
    }
  },
};

function notFound(reference: Reference, meant: string | undefined, playbook: Playbook, t: Translate): RuleFinding {
  const { span } = reference;
  const message = notDefined(reference, t);
  if (meant === undefined) {
    return { span, message: t('{0} {1}', message, whatToDo(firstOf(candidates(reference, playbook)), t)) };
  }
  return {
    span,
    message: t('{0} Did you mean "{1}"?', message, meant),
    fixes: [
      {
        title: t('Change to "{0}"', meant),
        safe: true,
        edits: [{ span: insideQuotes(span, reference.id), text: meant }],
      },
    ],
  };
}

const fewEnoughToName = 5;

/** One more than is named, and never all: there may be thousands. */
function firstOf(ids: Iterable<string>): readonly string[] {
  const first: string[] = [];
  for (const id of ids) if (first.push(id) > fewEnoughToName) break;
  return first;
}

function whatToDo(ids: readonly string[], t: Translate): string {
  if (ids.length === 0) return t('Define it there.');
  return ids.length > fewEnoughToName
    ? t('Define it there, or name one that is.')
    : t('Define it there, or name one that is: {0}.', sayChoice(ids, t));
}

/** Written, but empty, of the wrong form, or misspelt: told by `schema`. */
function unreadSections(playbook: Playbook): ReadonlySet<string> {
  const shape = shapeAt([], () => undefined);
  const unread = new Set<string>();
  for (const key of playbook.sectionKeys.keys()) {
    const section =
      shape && (Object.hasOwn(shape.properties ?? {}, key) ? key : meantKey(key, shape, playbook.sectionKeys));
    const entries: unknown = section && playbook[section as keyof Playbook];
    if (section !== undefined && entries instanceof Map && entries.size === 0) unread.add(section);
  }
  return unread;
}

/** Everything but what a playbook has for itself. */
function isPulled(section: Kind): section is keyof Playbook & Kind {
  return !['steps', 'choices', 'variants', 'flows', 'scenarios'].includes(section);
}

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

/** Circles and ways out of the repository are told by `uses-cycle`. */
function sayProblem({ kind, path }: UsesProblem, t: Translate): string | undefined {
  switch (kind) {
    case 'not-found':
      return t('There is no file "{0}". The path starts from the folder of this file.', path);
    case 'not-a-playbook':
      return t('"{0}" is no playbook: nothing can be taken from it.', path);
    case 'broken':
      return t('"{0}" can’t be read in full, so what it defines may be missing here. Mend that file first.', path);
    default:
      return undefined;
  }
}
