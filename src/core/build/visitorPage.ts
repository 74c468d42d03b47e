import type { Markup } from '../draw/markup';
import type { Playbook, SorryPage, Variant } from '../model/playbook';
import { type Child, make, phrased, withAttributes } from '../pages/build';
import type { ShowText } from '../pages/fill';
import { toMarkup } from '../pages/markdown';
import { type VisitorWords, visitorWords } from './visitorWords';

/** One sorry page, in one language. */
export interface Visit {
  readonly page: SorryPage;
  /** BCP 47, of what is written on it. */
  readonly locale: string;
  /** What it says; undefined where the plan does not say it yet. */
  readonly variant: Variant | undefined;
}

/** The page in the language of its message, then in those of its translations. */
export function visits(playbook: Playbook): readonly Visit[] {
  const page = playbook.sorryPage;
  if (page === undefined) return [];
  const message = page.message?.target;
  const shown = (locale: string, variant: Variant | undefined): Visit => ({ page, locale, variant });
  if (message === undefined) return [shown(playbook.locale, undefined)];
  const said = [message, ...[...playbook.messages.values()].filter((other) => other.translationOf?.target === message)];
  const found = said.flatMap((each) => {
    const variant = [...each.variants.values()].find(({ channel }) => channel.target?.type === 'sorry-page');
    return variant === undefined ? [] : [shown(each.locale, variant)];
  });
  return found.length > 0 ? found : [shown(message.locale, undefined)];
}

export interface VisitOptions {
  readonly show: ShowText;
  /** The address of the picture; undefined shows its words in its place, while `still`. */
  readonly picture: string | undefined;
  /** A picture of the page: nothing in it can be sent or filled in. */
  readonly still: boolean;
  /** Level of its title among the headings around it. */
  readonly level: 1 | 3;
}

/** What a visitor sees: the one source of the page that is built and of the picture of it. Styles: `visitor.css`. */
export function visitorPage(visit: Visit, playbook: Playbook, options: VisitOptions): Markup {
  const { page, locale, variant } = visit;
  const { show, level } = options;
  const words = visitorWords(locale);
  const { title, body } = variant?.parts ?? {};
  const sender = playbook.brand.signature?.value.trim();
  const main = make(
    options.still ? 'div' : 'main',
    'sp-main',
    sender === undefined ? undefined : make('p', 'sp-sender', ...show(sender, 'in-link')),
    picture(page, options),
    title === undefined
      ? undefined
      : make(`h${level}`, phrased('sp-title', title.value), ...show(title.value.trim(), 'in-link')),
    body === undefined ? undefined : make('div', 'sp-body', ...toMarkup(body.value, show, level + 1)),
    statusLink(page, words),
    leadCapture(page, words, options),
    support(page, words, level),
  );
  return { ...withAttributes(make('div', 'sp-page', main), { lang: locale }), key: `visit-${locale}` };
}

function picture({ visual }: SorryPage, { picture: address, still }: VisitOptions): Markup | undefined {
  const alt = visual?.alt?.value.trim() ?? '';
  if (visual?.asset === undefined) return undefined;
  if (address !== undefined) return { tag: 'img', attributes: { class: 'sp-picture', src: address, alt } };
  // Visitors see no sign that something is missing.
  if (!still) return undefined;
  // The page of the preview puts the picture here, once it has it.
  const said = alt === '' ? visual.asset.value : alt;
  return withAttributes(make('p', phrased('sp-picture sp-no-picture', said), said), {
    'data-asset': visual.asset.value.trim(),
  });
}

function statusLink({ statusLink: link }: SorryPage, words: VisitorWords): Markup | undefined {
  const url = link?.target?.url?.value;
  if (url === undefined) return undefined;
  return make('p', 'sp-way', withAttributes(make('a', 'sp-status', words.status), { href: url }));
}

function leadCapture({ leadCapture: lead }: SorryPage, words: VisitorWords, { still }: VisitOptions) {
  if (lead === undefined) return undefined;
  const label = lead.label?.value.trim();
  const consent = lead.consent?.value.trim();
  const inside: readonly Child[] = [
    label === undefined ? undefined : make('p', phrased('sp-lead-title', label), label),
    still
      ? make('p', 'sp-label', words.address)
      : withAttributes(make('label', 'sp-label', words.address), { for: 'sp-address' }),
    make(
      'div',
      'sp-fields',
      still
        ? make('span', 'sp-input', '')
        : withAttributes(make('input', 'sp-input'), {
            id: 'sp-address',
            type: 'email',
            name: 'email',
            required: true,
            autocomplete: 'email',
            'aria-describedby': consent === undefined ? undefined : 'sp-consent',
          }),
      still
        ? make('span', 'sp-send', words.send)
        : withAttributes(make('button', 'sp-send', words.send), { type: 'submit' }),
    ),
    consent === undefined
      ? undefined
      : withAttributes(make('p', 'sp-consent', consent), still ? {} : { id: 'sp-consent' }),
  ];
  if (still) return make('div', 'sp-lead', ...inside);
  return withAttributes(make('form', 'sp-lead', ...inside), { method: 'post', action: lead.endpoint?.value });
}

/** A telephone number and an address can be tapped; an account on X leads to it. */
function support({ support: ways }: SorryPage, words: VisitorWords, level: number): Markup | undefined {
  if (ways.size === 0) return undefined;
  const rows = [...ways].flatMap(([key, { value }]): Child[] => {
    const text = value.trim();
    return [make('dt', '', nameOf(key, words)), make('dd', '', linked(key, text))];
  });
  return make('section', 'sp-support', make(`h${level + 1}`, '', words.support), make('dl', '', ...rows));
}

function nameOf(key: string, words: VisitorWords): string {
  if (key === 'x') return 'X';
  return key === 'email' || key === 'tel' || key === 'hours' ? words[key] : key;
}

function linked(key: string, text: string): Child {
  const link = (href: string) => withAttributes(make('a', '', text), { href });
  if (key === 'email' && /^[^\s@<>]+@[^\s@<>]+$/.test(text)) return link(`mailto:${text}`);
  if (key === 'tel' && /^\+?[\d() -]{3,}$/.test(text)) return link(`tel:${text.replace(/[() ]/g, '')}`);
  if (key === 'x' && /^@\w{1,15}$/.test(text)) return link(`https://x.com/${text.slice(1)}`);
  if (/^https:\/\/\S+$/.test(text)) return link(text);
  return text;
}
