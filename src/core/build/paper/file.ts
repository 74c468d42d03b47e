import type { Markup } from '../../draw/markup';
import { toHtml } from '../../draw/toHtml';
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
  return `<!DOCTYPE html>
<html lang="${toHtml(playbook.locale)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${toHtml(title)}</title>
<style>${paperStyles}</style>
</head>
<body>
${toHtml(main)}
</body>
</html>
`;
}
