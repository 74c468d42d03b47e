import { toHtmlDocument } from '../../draw/htmlDocument';
import type { Markup } from '../../draw/markup';
import type { Runs } from '../../flow/runs';
import type { Playbook } from '../../model/playbook';
import type { Translate, UiLocale } from '../../text/translate';
import { paperStyles } from './paperStyles.generated';

/** What a paper is written from. */
export interface Paper {
  readonly playbook: Playbook;
  readonly runs: Runs;
  /** The language of the words around the author's. */
  readonly t: Translate;
  readonly locale: UiLocale;
}

/** Sheets in a file that needs nothing else, and runs nothing. */
export function toPaperFile(title: string, { playbook }: Paper, main: Markup): string {
  return toHtmlDocument({ lang: playbook.locale, title, styles: paperStyles, body: main });
}
