import { whatFails, whatIsLeft, writtenTime } from '../../wording/facts';
import type { JudgedVariant } from '../../wording/judged';
import { hasSign } from '../../wording/phrase';
import type { Rule, RuleContext } from '../rule';

export const resolvedFactsMissing: Rule = {
  id: 'resolved-facts-missing',
  severity: 'warning',
  whileDraft: 'info',
  summary: 'The all-clear says what it was, from when to when, and what is left over.',
  why: 'People need to know whether the thing that went wrong for them was this, and whether they have to do anything.',

  *check(context) {
    const { t, variants } = context;
    for (const judged of variants) {
      if (judged.message.stage?.value !== 'resolved' || !judged.isForCustomers || judged.own.length === 0) continue;
      const missing = [
        saysWhat(judged, context) ? [] : [t('what it was')],
        saysWhen(judged) ? [] : [t('from when to when')],
        hasSign(judged.all, whatIsLeft[judged.locale]) ? [] : [t('what is left over')],
      ].flat();
      if (missing.length === 0) continue;
      yield {
        span: judged.variant.idSpan,
        message: t(
          'In what "{0}" says on "{1}" I can’t find: {2}. Readers want to know whether it was their trouble, and whether to do anything.',
          judged.message.id,
          judged.variant.id,
          missing.join(t(', ')),
        ),
      };
    }
  },
};

function saysWhat({ all, locale }: JudgedVariant, { playbook }: RuleContext): boolean {
  return (
    hasSign(all, whatFails[locale]) ||
    [...playbook.systems.values()].some(({ title }) => title !== undefined && all.includes(title.value))
  );
}

/** A time written out, or the checklist's start. */
function saysWhen({ all, locale, variant }: JudgedVariant): boolean {
  if (hasSign(all, writtenTime[locale])) return true;
  return Object.values(variant.parts).some((text) =>
    text?.placeholders.some(
      ({ target }) =>
        target?.kind === 'checklist' &&
        (target.entry.core?.value === 'start' ||
          target.entry.type === 'datetime' ||
          target.entry.type === 'time' ||
          target.entry.type === 'date'),
    ),
  );
}
