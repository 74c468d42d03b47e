import { answerGaps, lacksChoice, missingWays } from '../../flow/exits';
import type { Runs } from '../../flow/runs';
import type { Flow, Playbook, Step } from '../../model/playbook';
import type { Translate } from '../../text/translate';
import type { Fix } from '../finding';
import type { Rule } from '../rule';
import { addKeys, endStub, toDo, together } from '../stubs';

export const deadEnd: Rule = {
  id: 'dead-end',
  severity: 'error',
  whileDraft: 'warning',
  summary: 'Every step leads on, and every path can come to an "end".',
  why: 'Whoever follows the flow to such a step stands there without a next one, in the middle of the incident.',

  *check({ playbook, runs, t }) {
    const loops = new Set(runs.loopsWithoutWait().flat());
    for (const flow of playbook.flows.values()) {
      for (const step of flow.steps.values()) {
        const [missing] = missingWays(step);
        if (missing === undefined) continue;
        const fix = leadOn(step, playbook, t);
        yield { span: step.idSpan, message: say(step, t), fixes: fix === undefined ? [] : [fix] };
      }
      for (const step of trapsIn(flow, runs, loops)) {
        yield {
          span: step.idSpan,
          message: t(
            'From the step "{0}" on no path comes to an "end", so nobody ever knows that the incident is over. Lead one of the steps behind it to an end.',
            step.id,
          ),
        };
      }
    }
  },
};

function say(step: Step, t: Translate): string {
  if (step.kind !== 'escalate') {
    return t(
      'The step "{0}" leads nowhere: whoever gets here has no next step. Add "then", or make it an "end".',
      step.id,
    );
  }
  if (step.keys.has('then')) {
    return t(
      'The step "{0}" does not say what happens when nobody answers, so customers wait as long as they do. Add "no_ack" with the step that follows then.',
      step.id,
    );
  }
  return t('The step "{0}" does not say what comes next once somebody has answered. Add "then".', step.id);
}

/** Without an answer one goes on as with one; else a new `end` says that something is still to be decided. */
function leadOn(step: Step, playbook: Playbook, t: Translate): Fix | undefined {
  const text = playbook.document.text;
  const missing = missingWays(step);
  const other = step.exits.find(({ via }) => via === 'then' || via === 'no_ack');
  const stub =
    other === undefined
      ? endStub(step, `after_${step.id}`, toDo(t, t('what comes after "{0}"', step.id)), text)
      : undefined;
  const target = other?.to.id ?? stub?.id;
  if (target === undefined) return undefined;
  const keys = addKeys(
    step,
    missing.map((key) => ({ key, value: target })),
    text,
  );
  return keys === undefined
    ? undefined
    : { title: t('Lead on from "{0}"', step.id), safe: false, edits: together([keys, stub?.edit]) };
}

/**
 * The first steps from which no `end` can be reached, where no other finding says why: no step behind them lacks an
 * exit, and none goes round without a `wait`.
 */
function trapsIn(flow: Flow, runs: Runs, loops: ReadonlySet<Step>): readonly Step[] {
  const traps: Step[] = [];
  const told = new Set<Step>();
  for (const step of fromStart(flow)) {
    if (runs.canEnd(step) || told.has(step)) continue;
    const behind = stepsBehind(step, told);
    const isTold = [...behind].some((each) => told.has(each));
    for (const each of behind) told.add(each);
    const explained = [...behind].some((each) => loops.has(each) || isOpen(each, flow, runs));
    if (!isTold && !explained) traps.push(step);
  }
  return traps;
}

/** Another finding is about the ways out of this step. */
function isOpen(step: Step, flow: Flow, runs: Runs): boolean {
  if (step.kind === 'unknown' || missingWays(step).length > 0 || lacksChoice(step)) return true;
  if (step.exits.some(({ to }) => to.target === undefined)) return true;
  if (step.kind !== 'end' && step.exits.length === 0) return true;
  const gaps = answerGaps(step, runs.playbook);
  if (gaps !== undefined && gaps.missing.length > 0) return true;
  const called = step.kind === 'call' ? step.calls?.target : undefined;
  if (step.kind !== 'call') return false;
  if (called?.start === undefined) return true;
  return !runs.canEnd(called.start) && !comesBackTo(called, flow);
}

function comesBackTo(from: Flow, wanted: Flow): boolean {
  const flows = new Set([from]);
  for (const flow of flows) {
    for (const step of flow.steps.values()) {
      if (step.kind === 'call' && step.calls?.target !== undefined) flows.add(step.calls.target);
    }
  }
  return flows.has(wanted);
}

/** In the order in which one comes to them from the start; steps that nobody comes to are not among them. */
function fromStart(flow: Flow): ReadonlySet<Step> {
  return flow.start === undefined ? new Set() : stepsBehind(flow.start);
}

/** Not beyond a step that was told before. */
function stepsBehind(first: Step, told: ReadonlySet<Step> = new Set()): ReadonlySet<Step> {
  const steps = new Set([first]);
  for (const step of steps) {
    if (step.kind === 'end' || told.has(step)) continue;
    for (const { to } of step.exits) if (to.target !== undefined) steps.add(to.target);
  }
  return steps;
}
