import { asciiTopLevels, otherTopLevels } from './tlds';

/** Half-open, in UTF-16 offsets. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const spaces = '\\x09-\\x0D\\x20\\x85\\xA0\\u1680\\u180E\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000';
const directional = '\\u202A-\\u202E\\u061C\\u200E\\u200F\\u2066-\\u2069';
/** What a label of a domain can be made of: any character that is no punctuation of ASCII, no space, no control. */
const labelCharacter = new RegExp(
  `[^!'#%&()*+,\\\\\\-./:;<=>?@[\\]^_{|}~$${spaces}\\uFFFE\\uFEFF\\uFFFF${directional}]`,
);
const mayStandBefore = new RegExp(`[^A-Za-z0-9@＠$#＃\\uFFFE\\uFEFF\\uFFFF]|[${directional}]`);
const latin =
  '\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\xFF\\u0100-\\u024F\\u0253\\u0254\\u0256\\u0257\\u0259\\u025B\\u0263\\u0268\\u026F\\u0272\\u0289\\u028B\\u02BB\\u0300-\\u036F\\u1E00-\\u1EFF';
const pathCharacter = new RegExp(`[a-z\\u0400-\\u04FF0-9!*';:=+,.$/%#[\\]\\-\\u2013_~@|&${latin}]`, 'i');
const pathEnd = new RegExp(`[+\\-a-z\\u0400-\\u04FF0-9=_#/${latin}]`, 'i');
const queryCharacter = /[a-z0-9!?*'@();:&=+$/%#[\]\-_.,~|]/i;
const queryEnd = /[a-z0-9\-_&=#/]/i;
const asciiLabel = new RegExp(`[-a-z0-9${latin}]`, 'i');

const mostCharacters = 4096;

/**
 * The addresses in a text as X finds them: with `http:` or `https:`, or a domain in Latin letters without a scheme, also
 * in the middle of Japanese. Written after the rules that twitter-text 3.1.0 has as one expression, in linear time.
 */
export function findUrls(text: string): readonly Range[] {
  const urls: Range[] = [];
  /** Behind the last address, found or passed over. */
  let done = 0;
  for (let at = 0; at < text.length; ) {
    // The first character is taken to stand before an address, where it can and one can begin behind it.
    const standsBefore = at === 0 && mayStandBefore.test(text[0] ?? '') && labelCharacter.test(text[1] ?? '');
    if (standsBefore || !labelCharacter.test(text[at] ?? '')) {
      at++;
      continue;
    }
    const scheme = schemeBefore(text, at);
    const hasScheme = scheme !== undefined && scheme >= done && canBegin(text, scheme, done);
    const chain = hasScheme || canBegin(text, at, done) ? readChain(text, at) : undefined;
    if (chain === undefined) {
      at++;
      continue;
    }
    if (chain.domainEnd === undefined) {
      at = chain.next;
      continue;
    }
    const to = tailEnd(text, chain.domainEnd);
    if (hasScheme) urls.push(...withScheme(text, { from: scheme, to }));
    else if (at === 0 || !/[-_./]/.test(text[at - 1] ?? '')) urls.push(...bare(text, at, chain.domainEnd, to));
    at = to;
    done = to;
  }
  return urls;
}

function canBegin(text: string, at: number, done: number): boolean {
  return at === 0 || (at > done && mayStandBefore.test(text[at - 1] ?? ''));
}

/** Where the `https://` begins that stands right before the place. */
function schemeBefore(text: string, at: number): number | undefined {
  const match = /https?:\/\/$/i.exec(text.slice(Math.max(0, at - 8), at));
  return match === null ? undefined : at - match[0].length;
}

interface Chain {
  /** Behind the last label that can be a top-level domain; undefined where none can. */
  readonly domainEnd: number | undefined;
  /** Where to look on without a domain: nothing before it begins another chain with a better end. */
  readonly next: number;
}

/** Labels with a dot between, from a place where one begins. A label begins and ends with a letter or digit. */
function readChain(text: string, start: number): Chain {
  let domainEnd: number | undefined;
  /** Names below a top-level domain have no `_`, so one can only begin behind it. */
  let behindLine: number | undefined;
  let at = start;
  for (;;) {
    let end = at;
    let line: number | undefined;
    while (end < text.length && (text[end] === '-' || text[end] === '_' || labelCharacter.test(text[end] ?? ''))) {
      if (text[end] === '_') line = end;
      end++;
    }
    const isWhole = end > at && labelCharacter.test(text[end - 1] ?? '') && labelCharacter.test(text[at] ?? '');
    if (!isWhole || text[end] !== '.') return { domainEnd, next: behindLine ?? Math.max(end, start + 1) };
    const top = topLevelEnd(text, end + 1);
    if (line === undefined) domainEnd = top ?? domainEnd;
    else if (top !== undefined) behindLine ??= line + 1;
    at = end + 1;
  }
}

/** Where the top-level domain ends that begins at the place. */
function topLevelEnd(text: string, at: number): number | undefined {
  let end = at;
  while (/[0-9a-z]/i.test(text[end] ?? '')) end++;
  if (end > at) {
    if (asciiTopLevels.has(text.slice(at, Math.min(end, at + 64)).toLowerCase()) && !/[@+-]/.test(text[end] ?? ''))
      return end;
    const punycode = /^xn--[-0-9a-z]+/i.exec(text.slice(at, at + 64));
    return punycode === null ? undefined : at + punycode[0].length;
  }
  const other = otherTopLevels.find(
    (name) => text.startsWith(name, at) && !/[0-9a-z@+-]/i.test(text[at + name.length] ?? ''),
  );
  return other === undefined ? undefined : at + other.length;
}

/** Behind the port, the path and the query that follow a domain. */
function tailEnd(text: string, domainEnd: number): number {
  const port = /^:\d+/.exec(text.slice(domainEnd, domainEnd + 20));
  const path = pathStart(text, domainEnd + (port?.[0].length ?? 0));
  return queryEndAt(text, path);
}

function pathStart(text: string, from: number): number {
  if (text[from] !== '/') return from;
  let end = from + 1;
  for (let at = end; at < text.length; ) {
    const character = text[at] ?? '';
    if (character === '(') {
      const close = parenthesesEnd(text, at);
      if (close === undefined) break;
      // Parentheses end an address only behind what could end it too.
      if (end === at) end = close;
      at = close;
    } else if (pathCharacter.test(character)) {
      at++;
      if (pathEnd.test(character)) end = at;
    } else break;
  }
  return end;
}

/** Behind parentheses that match, with one more pair in them at most. */
function parenthesesEnd(text: string, open: number): number | undefined {
  const skip = (from: number) => {
    let at = from;
    while (at < text.length && pathCharacter.test(text[at] ?? '')) at++;
    return at;
  };
  const first = skip(open + 1);
  if (text[first] === ')') return first > open + 1 ? first + 1 : undefined;
  if (text[first] !== '(') return undefined;
  const inner = skip(first + 1);
  if (text[inner] !== ')' || inner === first + 1) return undefined;
  const last = skip(inner + 1);
  return text[last] === ')' ? last + 1 : undefined;
}

function queryEndAt(text: string, from: number): number {
  if (text[from] !== '?') return from;
  let end = from;
  for (let at = from + 1; at < text.length && queryCharacter.test(text[at] ?? ''); at++) {
    if (queryEnd.test(text[at] ?? '')) end = at + 1;
  }
  return end;
}

/** X's own short links end behind their code. */
function withScheme(text: string, url: Range): readonly Range[] {
  if (url.to - url.from > mostCharacters) return [];
  const whole = text.slice(url.from, url.to);
  const short = /^https?:\/\/t\.co\/([a-z0-9]+)/i.exec(whole);
  if (short === null) return [url];
  if ((short[1] ?? '').length > 40) return [];
  return [{ from: url.from, to: queryEndAt(text, url.from + short[0].length) }];
}

/** Without a scheme only the part in Latin letters is an address, and a port or query only behind a path. */
function bare(text: string, from: number, domainEnd: number, to: number): readonly Range[] {
  if (to - from > mostCharacters) return [];
  const domains: Range[] = [];
  for (let at = from; at < domainEnd; ) {
    const start = at;
    let found: number | undefined;
    for (;;) {
      let end = at;
      while (end < domainEnd && asciiLabel.test(text[end] ?? '')) end++;
      if (end === at || text[end] !== '.' || end >= domainEnd) {
        at = Math.max(end, at) + 1;
        break;
      }
      const top = topLevelEnd(text, end + 1);
      if (top !== undefined && top <= domainEnd) found = top;
      at = end + 1;
    }
    if (found === undefined) continue;
    domains.push({ from: start, to: found });
    at = found;
  }
  const last = domains.at(-1);
  const hasPath = /^(?::\d+)?\//.test(text.slice(domainEnd, domainEnd + 20));
  if (last === undefined || !hasPath) return domains;
  // X cuts letters of other scripts out of the middle, and counts as many characters at the end again.
  return [...domains.slice(0, -1), { from: last.from, to: last.to + to - domainEnd }];
}
