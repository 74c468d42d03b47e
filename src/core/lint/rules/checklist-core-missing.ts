import { stageOf, tellsOfTrouble } from '../../flow/telling';
import type { ChecklistItem, Playbook } from '../../model/playbook';
import { isMisspelt, isMisspeltIn } from '../../schema/written';
import type { Translate } from '../../text/translate';
import { freshId, type NewEntry, toScalar } from '../edits';
import type { Fix } from '../finding';
import { sayList, showPath } from '../flowWords';
import type { Rule } from '../rule';
import { addToSection } from '../stubs';

const cores = ['start', 'duration', 'scope', 'workaround'] as const;
type Core = (typeof cores)[number];

export const checklistCoreMissing: Rule = {
  id: 'checklist-core-missing',
  severity: 'warning',
  whileDraft: 'info',
  summary:
    'The checklist asks since when, how long, whom, and what they can do meanwhile; the first word knows two of them.',
  why: 'These four are what every customer asks first.',

  *check({ playbook, runs, t }) {
    // A section or a key that is misspelt is a finding of its own.
    if (isMisspeltIn(playbook.sectionKeys, 'checklist')) return;
    const items = [...playbook.checklist.values()];
    if (items.some((item) => isMisspelt(item, 'core') || isUnread(item))) return;
    const asked = new Map(items.flatMap((item) => (item.core === undefined ? [] : [[item.core.value, item] as const])));
    const missing = cores.filter((core) => !asked.has(core));
    if (missing.length > 0) {
      yield {
        span: playbook.sectionKeys.get('checklist') ?? playbook.titleSpan,
        message: t(
          'No question of the checklist is marked as {0}. Customers ask since when, how long, whom it hits, and what they can do: ask it, and mark the question with "core".',
          sayList(missing, t),
        ),
        fixes: addQuestions(missing, playbook, t),
      };
    }
    for (const core of ['start', 'scope'] as const) {
      const item = asked.get(core);
      if (item === undefined) continue;
      // A word about a mistake that is over needs no scope. What may stay unknown was gathered where somebody asked.
      const late = runs
        .firstNotices()
        .filter(({ message }) => tellsOfTrouble(stageOf(message?.target)))
        .filter((step) => !(item.optional ? runs.canBeKnownBefore(step) : runs.knownBefore(step)).has(item));
      const [first] = late;
      if (first === undefined) continue;
      yield {
        span: item.idSpan,
        message: t(
          'The first notice {0} can go out before anybody has gathered "{1}". Ask for it on every path before.',
          sayList(
            late.map(({ id }) => id),
            t,
          ),
          item.id,
        ),
        related: showPath(runs.pathWithout(first, item) ?? [first], (_, at) =>
          t('Step {0} of a path on which it is not known', at + 1),
        ),
      };
    }
  },
};

/** A `core` without a value that is one. */
function isUnread({ core, keys }: ChecklistItem): boolean {
  return core === undefined && keys.has('core');
}

interface Question {
  readonly id: string;
  readonly type: string;
  readonly en: string;
  readonly ja: string;
}

const questions: Readonly<Record<Core, Question>> = {
  start: { id: 'started_at', type: 'datetime', en: 'Since when?', ja: 'いつからですか' },
  duration: { id: 'until', type: 'text', en: 'How long will it take?', ja: 'いつまで続きそうですか' },
  scope: { id: 'scope', type: 'text', en: 'Whom does it hit?', ja: 'どのお客さまに影響していますか' },
  workaround: { id: 'workaround', type: 'text', en: 'What can they do meanwhile?', ja: 'ほかの方法はありますか' },
};

/** Questions in the language of the playbook. */
function addQuestions(missing: readonly Core[], playbook: Playbook, t: Translate): readonly Fix[] {
  const language = /^ja\b/i.test(playbook.locale) ? 'ja' : 'en';
  const entries = missing.map((core): NewEntry => {
    const question = questions[core];
    return {
      key: freshId(question.id, playbook.checklist),
      value: [
        { key: 'ask', value: toScalar(question[language]) },
        { key: 'type', value: question.type },
        { key: 'core', value: core },
      ],
    };
  });
  const edit = addToSection('checklist', entries, playbook);
  return edit === undefined ? [] : [{ title: t('Ask for {0}', sayList(missing, t)), safe: true, edits: [edit] }];
}
