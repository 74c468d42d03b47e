import type { Paper } from '../../src/core/build/paper/file';
import { checkText, translators } from './lint';

/** What papers of a plan are written from. */
export function paperOf(source: string, locale: 'en' | 'ja', file = 'a.incident.yaml'): Paper {
  const { playbook, runs } = checkText(source, { file });
  return { playbook, runs, t: translators[locale], locale };
}
