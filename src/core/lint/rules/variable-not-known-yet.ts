import type { Runs } from '../../flow/runs';
import { type Families, familiesOf } from '../../model/families';
import { partNames } from '../../model/messages';
import type {
  AnnounceStep,
  Channel,
  Fact,
  Parts,
  Placeholder,
  Playbook,
  SorryPageStep,
  Step,
  Text,
  Variant,
} from '../../model/playbook';
import type { Span } from '../../text/span';
import type { Translate } from '../../text/translate';
import { showPath } from '../flowWords';
import type { Rule, RuleFinding } from '../rule';

export const variableNotKnownYet: Rule = {
  id: 'variable-not-known-yet',
  severity: 'error',
  whileDraft: 'warning',
  summary: 'What a message says, and what a class is judged by, is known by then.',
  why: 'The message can’t be sent with a gap in it, so it waits until somebody has found out.',

  *check({ playbook, runs, t }) {
    // A message that several steps send has its gap once.
    const seen = new Set<string>();
    const isNew = (span: Span): boolean => {
      const key = `${span.file ?? ''} ${span.start} ${span.end}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    };
    const family = familiesOf(playbook);
    for (const { step, uses } of [...inMessages(playbook, runs, family), ...onSorryPage(playbook, runs, family)]) {
      yield* unknownAt(step, uses, isNew, runs, t);
    }
    yield* inCriteria(playbook, isNew, runs, t);
  },
};

/**
 * A fact in a text, and what to point at: the placeholder, or the `same_as` through which a variant has the text. Where a
 * placeholder stands is worked out when somebody asks, which is only when something is wrong.
 */
interface Use {
  readonly fact: Fact;
  readonly at: { readonly span: Span };
}

function* stepsOf(playbook: Playbook): Generator<Step> {
  for (const flow of playbook.flows.values()) yield* flow.steps.values();
}

/** A step that brings texts before customers, with the facts in them. */
interface Showing {
  readonly step: AnnounceStep | SorryPageStep;
  readonly uses: readonly Use[];
}

function* inMessages(playbook: Playbook, runs: Runs, sentTogether: Families): Generator<Showing> {
  for (const step of stepsOf(playbook)) {
    if (step.kind !== 'announce' || step.message?.target === undefined || !runs.isReachable(step)) continue;
    const texts = sentTogether(step.message.target).flatMap(({ variants }) => [...variants.values()]);
    const known = runs.knownBefore(step);
    if (!texts.some(({ parts }) => hasGap(parts, known))) continue;
    const channels = sentOn(step, runs);
    const variants = texts.filter(({ channel }) => channel.target !== undefined && channels.has(channel.target));
    yield { step, uses: variants.flatMap((variant) => usesIn(variant, variants)) };
  }
}

/** Whether some text needs a fact that is not known; most have no such, and nothing more has to be asked about them. */
function hasGap(parts: Parts, known: ReadonlySet<Fact>): boolean {
  for (const name of partNames)
    for (const { target } of parts[name]?.placeholders ?? [])
      if ((target?.kind === 'checklist' || target?.kind === 'impact') && !known.has(target.entry)) return true;
  return false;
}

function sentOn(step: AnnounceStep, runs: Runs): ReadonlySet<Channel> {
  return new Set(runs.sendings(step).flatMap(({ channels }) => channels));
}

/** The page shows its message until something else is announced there, and its own texts. */
function* onSorryPage(playbook: Playbook, runs: Runs, sentTogether: Families): Generator<Showing> {
  const page = playbook.sorryPage;
  if (page === undefined) return;
  const shown = page.message?.target;
  const messages = shown === undefined ? [] : sentTogether(shown);
  const variants = messages.flatMap(({ variants: all }) =>
    [...all.values()].filter(({ channel }) => channel.target?.type === 'sorry-page'),
  );
  const texts = [...page.support.values(), page.visual?.alt, page.leadCapture?.label, page.leadCapture?.consent];
  const uses = [
    ...variants.flatMap((variant) => usesIn(variant, variants)),
    ...texts.flatMap((text) => (text === undefined ? [] : placeholdersIn(text))),
  ];
  if (uses.length === 0) return;
  for (const step of stepsOf(playbook)) {
    if (step.kind === 'sorry-page' && step.action === 'show' && runs.isReachable(step)) yield { step, uses };
  }
}

function usesIn(variant: Variant, sent: readonly Variant[]): readonly Use[] {
  const base = variant.sameAs?.target;
  const ownTexts = new Set(Object.values(variant.own));
  return Object.values(variant.parts).flatMap((text) => {
    if (text === undefined) return [];
    if (ownTexts.has(text) || variant.sameAs === undefined) return placeholdersIn(text);
    // Where the text that it takes over goes out as well, it is said there.
    if (base !== undefined && sent.includes(base)) return [];
    const at = variant.sameAs;
    return placeholdersIn(text).map(({ fact }) => ({ fact, at }));
  });
}

function placeholdersIn({ placeholders }: Text): readonly Use[] {
  return placeholders.flatMap((at: Placeholder) =>
    at.target?.kind === 'checklist' || at.target?.kind === 'impact' ? [{ fact: at.target.entry, at }] : [],
  );
}

function* unknownAt(
  step: AnnounceStep | SorryPageStep,
  uses: readonly Use[],
  isNew: (span: Span) => boolean,
  runs: Runs,
  t: Translate,
): Generator<RuleFinding> {
  if (uses.length === 0) return;
  const known = runs.knownBefore(step);
  for (const { fact, at: place } of uses) {
    if (known.has(fact) || hasDefault(fact) || !isNew(place.span)) continue;
    const path = runs.pathWithout(step, fact) ?? [];
    if (path.some(gathersUnknown)) continue;
    yield {
      span: place.span,
      message:
        fact.section === 'checklist' && fact.optional && runs.canBeKnownBefore(step).has(fact)
          ? t(
              '"{0}" may still be unknown when "{1}" needs it, since it is optional. Give it a "default" that the message says then.',
              fact.id,
              step.id,
            )
          : t(
              'On some path "{0}" is not known yet when "{1}" needs it. Gather it before, give it a "default", or leave it out.',
              fact.id,
              step.id,
            ),
      related: showPath(path, (_, at) => t('Step {0} of a path on which it is not known', at + 1)),
    };
  }
}

/** What it gathers is misspelt, or what kind of step it is, and it may gather the very fact. */
function gathersUnknown(step: Step): boolean {
  if (step.kind === 'unknown') return true;
  return step.kind === 'gather' && step.collect.some(({ target }) => target === undefined);
}

function hasDefault(fact: Fact): boolean {
  return fact.section === 'checklist' && fact.default !== undefined;
}

/** A criterion on a fact that nobody can know by then is never true. */
function* inCriteria(
  playbook: Playbook,
  isNew: (span: Span) => boolean,
  runs: Runs,
  t: Translate,
): Generator<RuleFinding> {
  for (const step of stepsOf(playbook)) if (gathersUnknown(step)) return;
  for (const step of stepsOf(playbook)) {
    if (step.kind !== 'classify' || !runs.isReachable(step)) continue;
    const known = runs.canBeKnownBefore(step);
    for (const { fact, span } of criteriaOf(playbook)) {
      if (fact.target === undefined || known.has(fact.target) || hasDefault(fact.target) || !isNew(span)) continue;
      yield {
        span,
        message: t(
          'Nobody knows "{0}" yet when "{1}" judges how bad it is, so this criterion never holds there. Gather it on the way to that step.',
          fact.id,
          step.id,
        ),
        related: [{ span: step.idSpan, message: t('Judged here') }],
      };
    }
  }
}

function criteriaOf({ severities }: Playbook) {
  return [...severities.values()].flatMap(({ whenAny, whenAll }) => [...whenAny, ...whenAll]);
}
