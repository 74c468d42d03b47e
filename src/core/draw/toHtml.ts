import type { Markup } from './markup';

const svgTags =
  'svg g path rect circle ellipse line polyline polygon text tspan title desc defs style symbol use clipPath linearGradient stop';
const htmlTags =
  'a abbr article aside b blockquote br button code col colgroup dd del details div dl dt em figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr i img input ins kbd label li main mark meter nav ol option p pre progress q s section select small span strong sub summary sup table tbody td textarea tfoot th thead time tr u ul wbr';
const tags: ReadonlySet<string> = new Set(`${svgTags} ${htmlTags}`.split(' '));
const empty: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img', 'input', 'wbr']);
const attributeName = /^(?:[a-zA-Z][a-zA-Z0-9]*|(?:aria|data|[a-z]+)(?:-[a-z0-9]+)+|xml:lang)$/;
/** Attributes that hold an address: nothing that runs may stand there. */
const addresses: ReadonlySet<string> = new Set(['href', 'src', 'action', 'formaction', 'poster', 'cite']);

/** HTML of a tree. A tag or an attribute that is not known to be harmless is left out, its children too. */
export function toHtml(markup: Markup | string): string {
  return serialize(markup, false);
}

/** The same as XML: every element is closed, and characters that XML can't hold are replaced. */
export function toSvg(markup: Markup | string): string {
  return serialize(markup, true);
}

function serialize(markup: Markup | string, xml: boolean): string {
  const parts: string[] = [];
  // A stack, not recursion: how deep a tree goes may follow how deep a playbook goes.
  const open: (Markup | string | { readonly close: string })[] = [markup];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string') {
      parts.push(escapeText(next));
      continue;
    }
    if ('close' in next) {
      parts.push(next.close);
      continue;
    }
    if (!tags.has(next.tag)) continue;
    const start = `<${next.tag}${attributesOf(next, xml)}`;
    if (next.tag === 'style') {
      parts.push(`${start}>${styleText(next)}</style>`);
      continue;
    }
    const children = next.children ?? [];
    if (!xml && empty.has(next.tag)) {
      parts.push(`${start}>`);
      continue;
    }
    if (xml && children.length === 0) {
      parts.push(`${start}/>`);
      continue;
    }
    parts.push(`${start}>`);
    open.push({ close: `</${next.tag}>` });
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at];
      if (child !== undefined) open.push(child);
    }
  }
  return parts.join('');
}

function attributesOf({ attributes = {} }: Markup, xml: boolean): string {
  let text = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false || !attributeName.test(name)) continue;
    // `on…` runs code, `srcdoc` is a page of its own.
    if (/^on/i.test(name) || name === 'srcdoc') continue;
    if (addresses.has(name.toLowerCase()) && !isHarmlessAddress(String(value))) continue;
    if (value === true) text += xml ? ` ${name}=""` : ` ${name}`;
    else text += ` ${name}="${escapeText(String(value))}"`;
  }
  return text;
}

function isHarmlessAddress(value: string): boolean {
  // Browsers read `java\nscript:` as `javascript:`.
  const address = value.replace(/[\u0000-\u0020\u007f-\u009f]/g, '');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  if (scheme === undefined) return true;
  return (
    ['https', 'http', 'mailto', 'tel'].includes(scheme) || /^data:image\/(?:png|jpeg|gif|webp);base64,/i.test(address)
  );
}

/** Styles are ours alone, yet nothing in them may end the element. */
function styleText({ children = [] }: Markup): string {
  return children
    .filter((child) => typeof child === 'string')
    .join('')
    .replace(/<|]]>/g, '');
}

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * What a log takes for a command of a workflow is none: `::` at the beginning of a line, `##[` anywhere.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
const command = /(?<=(?:^|[\n\r])\s*):(?=:)|#(?=#\[)/g;

function escapeText(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => named[character] ?? '')
    .replace(command, (character) => `&#${character.charCodeAt(0)};`)
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd',
    );
}
