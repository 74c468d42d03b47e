import { answerGaps, asksForAnything, lacksChoice } from '../../flow/exits';
import type { Runs } from '../../flow/runs';
import type { Exit, Playbook, Step } from '../../model/playbook';
import { nearest } from '../../text/nearest';
import type { Edit } from '../../text/span';
import type { Translate } from '../../text/translate';
import { insertBehind } from '../edits';
import type { Fix } from '../finding';
import { sayList } from '../flowWords';
import type { Rule, RuleFinding } from '../rule';
import { addKeys, endStub, toDo, together } from '../stubs';

export const answerMissing: Rule = {
  id: 'answer-missing',
  severity: 'error',
  whileDraft: 'warning',
  summary: 'Every possible answer has an exit, and every class has a case.',
  why: 'Whoever gets the answer that was forgotten stands there without a next step while customers wait.',

  *check({ playbook, runs, t }) {
    for (const flow of playbook.flows.values()) {
      for (const step of flow.steps.values()) {
        const found = findGap(step, runs, t);
        if (found !== undefined) yield found;
      }
    }
  },
};

function findGap(step: Step, runs: Runs, t: Translate): RuleFinding | undefined {
  const { playbook } = runs;
  const span = step.keys.get(step.kind === 'classify' ? 'cases' : 'answers') ?? step.idSpan;
  if (lacksChoice(step)) {
    return { span, message: t('The question "{0}" needs at least two answers, each with its next step.', step.id) };
  }
  if (asksForAnything(step) && step.kind === 'ask') {
    return {
      span,
      message: t(
        '"{0}" can be anything, so "{1}" can’t offer fixed answers to it. Make it a fact of the type "yes-no" or "choice", or ask a "question".',
        step.fact?.id ?? '',
        step.id,
      ),
    };
  }
  if (isEmpty(step, playbook)) return undefined;
  const gaps = answerGaps(step, playbook);
  if (gaps === undefined || gaps.missing.length + gaps.impossible.length === 0) return undefined;
  const { missing, impossible } = gaps;
  const fix = impossible.length > 0 ? renaming(impossible, missing, t) : stubs(step, missing, runs, t);
  return {
    span,
    message: say(step, missing, impossible, t),
    related: impossible.map(({ keySpan }) => ({ span: keySpan, message: t('Not a possible answer') })),
    fixes: fix === undefined ? [] : [fix],
  };
}

/** The key is written and nothing behind it: that nothing is written there is the finding of `schema`. */
function isEmpty(step: Step, { document }: Playbook): boolean {
  const key = step.keys.get(step.kind === 'classify' ? 'cases' : 'answers');
  return (
    key !== undefined && step.exits.length === 0 && /^\s*:[ \t]*(?:#.*)?(?:\r?\n|$)/.test(document.text.slice(key.end))
  );
}

function say(step: Step, missing: readonly string[], impossible: readonly Exit[], t: Translate): string {
  const names = sayList(missing, t);
  if (step.kind === 'classify') {
    return t(
      '"{0}" has no case for the class {1}: an incident as bad as that has no next step. Add one.',
      step.id,
      names,
    );
  }
  const wrong = sayList(
    impossible.map(({ value }) => value ?? ''),
    t,
  );
  if (missing.length === 0)
    return t('Nobody can answer {1} to "{0}". Remove this answer, or make it a choice of the fact.', step.id, wrong);
  if (impossible.length === 0) return t('"{0}" has no next step for the answer {1}. Add one.', step.id, names);
  return t('"{0}" has a next step for {2}, which nobody can answer, and none for {1}.', step.id, names, wrong);
}

/** A misspelt answer is renamed to the one that is missing. */
function renaming(impossible: readonly Exit[], missing: readonly string[], t: Translate): Fix | undefined {
  const [wrong] = impossible;
  const meant = wrong === undefined ? undefined : (nearest(wrong.value ?? '', missing) ?? onlyOne(impossible, missing));
  if (wrong === undefined || meant === undefined) return undefined;
  const yaml = /^(?:yes|no)$/.test(meant) ? `"${meant}"` : meant;
  return {
    title: t('Change to "{0}"', meant),
    safe: nearest(wrong.value ?? '', missing) !== undefined,
    edits: [{ span: wrong.keySpan, text: yaml }],
  };
}

function onlyOne(impossible: readonly Exit[], missing: readonly string[]): string | undefined {
  return impossible.length === 1 && missing.length === 1 ? missing[0] : undefined;
}

/** All the missing answers lead to one new `end`, on which it says that this is still to be decided. */
function stubs(step: Step, missing: readonly string[], runs: Runs, t: Translate): Fix | undefined {
  if (missing.length === 0) return undefined;
  const text = runs.playbook.document.text;
  const title = toDo(t, t('what comes after "{0}" with {1}', step.id, sayList(missing, t)));
  const stub = endStub(step, `${step.id}_${missing[0]}`, title, text);
  const entries = missing.map((value) => ({ key: /^(?:yes|no)$/.test(value) ? `"${value}"` : value, value: stub.id }));
  const edit = behindLast(step, text, entries);
  return edit === undefined
    ? undefined
    : {
        title: t('Add the missing answers'),
        safe: !leavesOpen(step, missing, runs),
        edits: together([edit, stub.edit]),
      };
}

/** A stub in a class that is announced tells nobody, and one in place of the way to other steps leaves these behind. */
function leavesOpen(step: Step, missing: readonly string[], runs: Runs): boolean {
  const { severities } = runs.playbook;
  const isAnnounced = step.kind === 'classify' && missing.some((id) => severities.get(id)?.announce !== false);
  return isAnnounced || [...step.flow.steps.values()].some((other) => !runs.isReachable(other));
}

function behindLast(step: Step, text: string, entries: readonly { key: string; value: string }[]): Edit | undefined {
  const key = step.kind === 'classify' ? 'cases' : 'answers';
  const last = step.exits.filter(({ via }) => via === 'answer' || via === 'case').at(-1);
  if (last !== undefined) return insertBehind(text, { key: last.keySpan, end: last.to.span.end }, entries);
  return step.keys.has(key) ? undefined : addKeys(step, [{ key, value: entries }], text);
}
