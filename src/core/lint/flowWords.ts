import type { Path } from '../flow/runs';
import { stageOf } from '../flow/telling';
import type { SeverityClass, Step } from '../model/playbook';
import type { Translate } from '../text/translate';
import type { Related } from './finding';

/** Seconds as people say them. */
export function sayDuration(seconds: number, t: Translate): string {
  const rest = seconds % 60;
  const minutes = (seconds - rest) / 60;
  if (rest === 0) return minutes === 1 ? t('1 minute') : t('{0} minutes', minutes);
  return minutes === 0 ? t('{0} seconds', rest) : t('{0} min {1} s', minutes, rest);
}

/** The names in quotes, with "and" before the last. */
export function sayList(names: readonly string[], t: Translate): string {
  const quoted = names.map((name) => t('"{0}"', name));
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : t('{0} and {1}', quoted.join(t(', ')), last);
}

/** The names in quotes, with "or" before the last. */
export function sayChoice(names: readonly string[], t: Translate): string {
  const quoted = names.map((name) => t('"{0}"', name));
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : t('{0} or {1}', quoted.join(t(', ')), last);
}

/** More than this nobody reads; the first and the last steps say most. */
const mostShown = 24;
const mostNamed = 12;

/** The names of the steps of a path, in order; of a long one its beginning and its end. */
export function sayPath(path: Path): string {
  const names = path.map(({ id }) => id);
  return (names.length <= mostNamed ? names : [...names.slice(0, mostNamed - 4), '…', ...names.slice(-4)]).join(' → ');
}

/** The steps of a path as evidence, each once, in order. */
export function showPath(path: Path, say: (step: Step, at: number) => string): readonly Related[] {
  const shown = path.length <= mostShown ? path : [...path.slice(0, mostShown - 8), ...path.slice(-8)];
  return shown.map((step) => ({ span: step.idSpan, message: say(step, path.indexOf(step)) }));
}

/** Whether some step of the path announces on the channels of the class, and the class has none that can be read. */
export function lacksCarrier(path: Path, severities: Iterable<SeverityClass>): boolean {
  const lacking = [...severities].some(
    ({ announce, channels }) =>
      announce && (channels.length === 0 || channels.some(({ target }) => target === undefined)),
  );
  return lacking && path.some((step) => step.kind === 'announce' && step.channels === undefined);
}

/**
 * Whether something on the path can't be read, so that another rule speaks: a step of no known kind, an announcement of
 * a message or to a channel that is not there, a case for a class that is not there.
 */
export function isUnclear(path: Path): boolean {
  return path.some((step) => {
    if (step.kind === 'unknown') return true;
    if (step.kind === 'classify') return [...step.cases.values()].some(({ severity }) => severity.target === undefined);
    if (step.kind === 'call') return step.calls?.target === undefined;
    if (step.kind !== 'announce') return false;
    const channels = step.channels === 'announced' ? [] : (step.channels ?? []);
    const message = step.message?.target;
    return (
      message === undefined || channels.some(({ target }) => target === undefined) || stageOf(message) === undefined
    );
  });
}
