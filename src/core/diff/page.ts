import { toHtmlDocument } from '../draw/htmlDocument';
import type { LayoutEngine } from '../draw/layout';
import type { Markup } from '../draw/markup';
import { onSheets } from '../export/onSheets';
import { pageStyles } from '../export/pageStyles.generated';
import { make, withAttributes } from '../pages/build';
import type { Translate, UiLocale } from '../text/translate';
import { drawDiff } from './drawDiff';
import { changesPart, impactPart, type PartOptions } from './parts';
import { type ComparedFile, type DiffedFile, type UnreadFile, unreadWords } from './report';

/** What a change means, every change by meaning, and each flow in both versions: one page that needs nothing else. */
export function toDiffHtml(files: readonly DiffedFile[], engine: LayoutEngine, t: Translate, locale: UiLocale): string {
  const sections: Markup[] = [];
  for (const [at, file] of files.entries())
    sections.push('unread' in file ? unreadSection(file, t) : section(file, at, engine, t));
  const title = t('What changes');
  const body = make(
    'main',
    'up-file up-diff-page',
    make('h1', 'up-file-title', title),
    ...(sections.length === 0 ? [make('p', '', t('No playbook was changed.'))] : sections),
  );
  return toHtmlDocument({ lang: locale, title, styles: pageStyles, body });
}

function unreadSection(file: UnreadFile, t: Translate): Markup {
  return make('section', 'up-file-part', make('h2', 'up-file-name', file.file), make('p', '', unreadWords(file, t)));
}

function section(compared: ComparedFile, at: number, engine: LayoutEngine, t: Translate): Markup {
  const { file, was, comparison, before, after } = compared;
  const { playbook } = after.playbook.flows.size > 0 || after.playbook.title !== undefined ? after : before;
  const options: PartOptions = { t, locale: playbook.locale, still: true, level: 3 };
  const input = { comparison, before: before.playbook, after: after.playbook, engine };
  const drawings: Markup[] = [];
  for (const flow of comparison.flows) {
    const drawn = drawDiff(flow, input, options);
    if (drawn?.views.both === undefined) continue;
    const name = (flow.after ?? flow.before)?.title?.value ?? (flow.after ?? flow.before)?.id ?? '';
    drawings.push(
      make(
        'section',
        'up-flow-section',
        withAttributes(make('h3', '', name), { lang: playbook.locale }),
        drawn.partly ? make('p', 'up-note-line', partlyWords(t)) : undefined,
        ...onSheets(drawn.views.both, `drawing-${at}-${drawings.length}`),
      ),
    );
  }
  return make(
    'section',
    'up-file-part',
    withAttributes(make('h2', 'up-file-name', playbook.title?.value ?? file), { lang: playbook.locale }),
    make('p', 'up-lead', was === undefined ? file : t('{0} (was {1})', file, was)),
    impactPart(comparison),
    ...changesPart(comparison, options),
    ...drawings,
  );
}

export const partlyWords = (t: Translate) =>
  t('The flow is large: only what changed is drawn, with the steps beside it.');
