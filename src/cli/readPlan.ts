import path from 'node:path';
import japanese from '../../l10n/bundle.l10n.ja.json';
import type { Config } from '../core/lint/config';
import { type Checked, check } from '../core/lint/run';
import { createTranslate, type Translate, type UiLocale } from '../core/text/translate';
import { Configs } from './configs';
import { Disk } from './disk';
import { readOrExplain } from './files';
import { type Terminal, UsageError } from './io';
import { localeOf } from './options';

export interface PlanRead extends Checked {
  readonly name: string;
  readonly root: string;
  readonly config: Config;
  /** The language in which it is told. */
  readonly locale: UiLocale;
  /** Into that language, while the terminal may speak another. */
  readonly t: Translate;
}

/**
 * A plan that leaves as a file, with what is found in it by its configuration: told in its own language, unless another
 * is asked for. `unreadable` says what is wrong with a file that is none.
 */
export function readPlan(
  given: string,
  asked: string | undefined,
  terminal: Terminal,
  t: Translate,
  unreadable: string,
): PlanRead {
  const at = path.resolve(terminal.cwd, given);
  const { name, root, documents } = readOrExplain(given, () => new Disk(terminal.cwd).load(at), t);
  const config = new Configs(undefined, terminal.cwd, t).configFor(at);
  const look = (words: Translate) => check({ file: name, documents, config, t: words, now: Date.now() });
  const first = look(t);
  if (first.broken || !first.playbook.isPlaybook) throw new UsageError(unreadable);
  const locale = localeOf(asked ?? first.playbook.locale, {});
  const own = createTranslate(locale === 'ja' ? japanese : {});
  return { ...look(own), name, root, config, locale, t: own };
}
