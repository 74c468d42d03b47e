import { toHtmlDocument } from '../draw/htmlDocument';
import type { Markup } from '../draw/markup';
import { make, withAttributes } from '../pages/build';
import { buildPages, type PageName } from '../pages/preview';
import type { ExportInput } from './exportPlan';
import { onSheets } from './onSheets';
import { pageStyles } from './pageStyles.generated';

/** Everything of a plan on one page that needs nothing else, to be sent, kept or printed: A4, a section a page. */
export function toHtmlFile(input: Omit<ExportInput, 'format'>): string {
  const { playbook, t, locale } = input;
  const wanted = input.flow === undefined ? playbook : { ...playbook, flows: new Map([[input.flow.id, input.flow]]) };
  // A file is read as a whole: nothing is folded.
  const { pages } = buildPages({ ...input, playbook: wanted, mostBoxes: Number.POSITIVE_INFINITY });
  const title = playbook.title?.value ?? playbook.id;
  const names: Readonly<Record<PageName, string>> = {
    flow: t('Flow'),
    list: t('List'),
    messages: t('Messages'),
    channels: t('Channels'),
    severities: t('Severities'),
    'sorry-page': t('Sorry page'),
    readiness: t('Readiness'),
  };
  const parts = Object.entries(names) as [keyof typeof names, string][];
  const contents = withAttributes(
    make(
      'nav',
      'up-contents',
      make(
        'ul',
        '',
        ...parts.map(([id, name]) => make('li', '', withAttributes(make('a', '', name), { href: `#${id}` }))),
      ),
    ),
    { 'aria-label': t('Contents'), lang: locale },
  );
  const sections = parts.map(([id, name]) =>
    withAttributes(
      make(
        'section',
        `up-file-part up-pane-${id}`,
        withAttributes(make('h1', 'up-file-name', name), { lang: locale }),
        pages[id],
      ),
      { id, lang: playbook.locale },
    ),
  );
  const body = make(
    'main',
    'up-file',
    make('header', 'up-file-head', make('p', 'up-file-title', title), contents),
    ...sections,
  );
  return toHtmlDocument({ lang: playbook.locale, title, styles: pageStyles, body: still(body) });
}

/** What leads somewhere in the preview leads nowhere in a file: names are words, and no element waits for a key. */
function still(markup: Markup): Markup {
  const attributes = Object.fromEntries(
    Object.entries(markup.attributes ?? {}).filter(
      ([name]) => name !== 'tabindex' && name !== 'aria-roledescription' && !/^data-(?!step$|flow$)/.test(name),
    ),
  );
  const isStep = String(attributes.class ?? '').startsWith('up-step');
  return {
    tag: markup.tag === 'button' ? 'span' : markup.tag,
    attributes: isStep ? { ...attributes, role: 'img' } : attributes,
    children: (markup.children ?? []).flatMap((child): readonly (Markup | string)[] => {
      if (typeof child === 'string') return [child];
      // What writes and copies does neither on paper.
      if (/^up-(?:copy|insert)$/.test(String(child.attributes?.class ?? ''))) return [];
      const made = still(child);
      const flow = made.tag === 'svg' ? made.attributes?.['data-flow'] : undefined;
      return flow === undefined ? [made] : onSheets(made, `drawing-${flow}`);
    }),
  };
}
