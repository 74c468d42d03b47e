import { toHtmlDocument } from '../draw/htmlDocument';
import type { Markup } from '../draw/markup';
import type { PlaceholderTarget, Playbook } from '../model/playbook';
import { fillText, type ShowText, targetsOf } from '../pages/fill';
import { toNfc } from '../text/nfc';
import { type Visit, visitorPage } from './visitorPage';
import { visitorStyles } from './visitorStyles.generated';

export interface VisitorFileOptions {
  /** What is known of the day: name → text. */
  readonly values: ReadonlyMap<string, string>;
  /** Blanks take the samples of the plan: to be looked at, never to be shown. */
  readonly samples: boolean;
  /** `data:image/…;base64,…`; undefined shows the picture's words. */
  readonly picture: string | undefined;
}

export interface VisitorFile {
  readonly html: string;
  /** Names that nothing fills: they stand in the page as they are written. */
  readonly blanks: readonly string[];
}

/** One page that needs nothing else and no script: what is shown while nothing works must not depend on what works. */
export function toVisitorFile(visit: Visit, playbook: Playbook, options: VisitorFileOptions): VisitorFile {
  const blanks = new Set<string>();
  const fill = filler(visit, playbook, options, blanks);
  const show: ShowText = (text) => [fill(text)];
  const page = visitorPage(visit, playbook, { show, picture: options.picture, still: false, level: 1 });
  const title = fill(visit.variant?.parts.title?.value.trim() ?? playbook.brand.signature?.value.trim() ?? '');
  const { robots } = visit.page;
  const html = toHtmlDocument({
    lang: visit.locale,
    title,
    styles: visitorStyles,
    body: withForm(page),
    also: ['img-src data:', 'form-action https:'],
    isAlsoDark: true,
    ...(robots !== undefined && { robots: robots.value }),
  });
  return { html, blanks: [...blanks] };
}

/** A form without an address would send what visitors write to the page that is down. */
function withForm(page: Markup): Markup {
  return {
    ...page,
    children: (page.children ?? []).flatMap((child): readonly (Markup | string)[] =>
      typeof child === 'string'
        ? [child]
        : child.tag === 'form' && child.attributes?.action === undefined
          ? []
          : [withForm(child)],
    ),
  };
}

function filler(visit: Visit, playbook: Playbook, { values, samples }: VisitorFileOptions, blanks: Set<string>) {
  const targets = targetsOf(playbook);
  const stage = visit.variant?.message.stage?.value;
  return (text: string) =>
    text.replace(/\{\{[^{}\n]*\}\}/g, (piece) => {
      const name = toNfc(piece.slice(2, -2).trim());
      const said = values.get(name);
      if (said !== undefined) return said;
      // To be looked at: with the same words as everywhere else.
      if (samples) return fillText(piece, playbook, { locale: visit.locale, stage });
      const known = knownBefore(targets.get(name));
      if (known !== undefined) return known;
      blanks.add(name);
      return piece;
    });
}

/** What the plan itself says: its brand's words, and the default of a fact. */
function knownBefore(target: PlaceholderTarget | undefined): string | undefined {
  if (target?.kind === 'built-in') return target.text?.value.trim();
  return target?.kind === 'variable' || target?.kind === 'checklist' ? target.entry.default?.value.trim() : undefined;
}
