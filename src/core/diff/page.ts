import type { LayoutEngine } from '../draw/layout';
import type { Markup } from '../draw/markup';
import { toHtml } from '../draw/toHtml';
import { pageStyles } from '../export/pageStyles.generated';
import { make, withAttributes } from '../pages/build';
import type { Translate, UiLocale } from '../text/translate';
import type { ToldChange } from './compare';
import { drawDiff } from './drawDiff';
import { byGroup, type ComparedFile, groupWords, markOf, shorten, signs, unseenWords } from './report';
import type { Run } from './words';

/** What a change means, every change by meaning, and each flow in both versions: one page that needs nothing else. */
export async function toDiffHtml(
  files: readonly ComparedFile[],
  engine: LayoutEngine,
  t: Translate,
  locale: UiLocale,
): Promise<string> {
  const sections: Markup[] = [];
  for (const file of files) sections.push(await section(file, engine, t, locale));
  const title = t('What changes');
  const body = make(
    'main',
    'up-file up-diff-page',
    make('h1', 'up-file-title', title),
    ...(sections.length === 0 ? [make('p', '', t('No playbook was changed.'))] : sections),
  );
  return `<!DOCTYPE html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${toHtml(title)}</title>
<style>${pageStyles}</style>
</head>
<body>
${toHtml(body)}
</body>
</html>
`;
}

async function section(
  { file, comparison, before, after }: ComparedFile,
  engine: LayoutEngine,
  t: Translate,
  locale: UiLocale,
): Promise<Markup> {
  const { changes, impact, unseen, flows } = comparison;
  const { playbook } = after.playbook.flows.size > 0 || after.playbook.title !== undefined ? after : before;
  const words = groupWords(t);
  const drawings: Markup[] = [];
  for (const flow of flows) {
    const drawn = await drawDiff(flow, comparison, flow.after === undefined ? before.playbook : playbook, engine, {
      t,
      locale: playbook.locale,
    });
    if (drawn === undefined) continue;
    const name = (flow.after ?? flow.before)?.title?.value ?? (flow.after ?? flow.before)?.id ?? '';
    drawings.push(
      make('section', 'up-flow-section', withAttributes(make('h3', '', name), { lang: playbook.locale }), drawn),
    );
  }
  return make(
    'section',
    'up-part',
    withAttributes(make('h2', 'up-part-name', playbook.title?.value ?? file), { lang: playbook.locale }),
    make('p', 'up-lead', file),
    impact.length === 0
      ? undefined
      : make(
          'ul',
          'up-impact-list',
          ...impact.map(({ better, summary }) =>
            make('li', better === false ? 'up-worse' : 'up-better', `${markOf(better)} ${summary}`),
          ),
        ),
    changes.length === 0 ? make('p', '', t('It says what it said.')) : undefined,
    ...byGroup(changes).map(([group, list]) =>
      make(
        'section',
        'up-diff-group',
        make('h3', '', words[group]),
        make('ul', 'up-diff-list', ...list.map((change) => row(change, playbook.locale, t))),
      ),
    ),
    ...drawings,
    unseen > 0 ? withAttributes(make('p', 'up-note-line', unseenWords(unseen, t)), { lang: locale }) : undefined,
  );
}

function row({ kind, title, summary, words }: ToldChange, locale: string, t: Translate): Markup {
  return make(
    'li',
    `up-diff-row up-diff-row-${kind}`,
    withAttributes(make('span', 'up-diff-sign', signs[kind]), { 'aria-hidden': 'true' }),
    make(
      'div',
      '',
      make('p', '', withAttributes(make('strong', '', title), { lang: locale }), `${t(': ')}${summary}`),
      words === undefined || kind !== 'changed'
        ? undefined
        : withAttributes(make('blockquote', 'up-diff-words', ...words.map(run)), { lang: locale }),
    ),
  );
}

function run({ kind, text }: Run): Markup | string {
  if (kind === 'same') return shorten(text);
  return make(kind === 'added' ? 'ins' : 'del', '', text);
}
