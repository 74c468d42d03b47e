import { findUrls } from '../limits/urls';
import type { Playbook, System, Text } from '../model/playbook';

/** A name that a vendor or its product goes by. */
export interface VendorName {
  readonly system: System;
  /** As written. */
  readonly name: string;
  readonly folded: string;
}

export interface Named extends VendorName {
  /** Offsets into the text's value. */
  readonly from: number;
  readonly to: number;
}

/** All names of vendors and their aliases, the longest first, so that "Acme Cloud" is not found as "Acme". */
export function vendorNames(playbook: Playbook): readonly VendorName[] {
  const names = new Map<string, VendorName>();
  for (const system of playbook.systems.values()) {
    for (const { value } of [...(system.vendor === undefined ? [] : [system.vendor]), ...system.aliases]) {
      const folded = foldWhole(value.trim());
      if (folded !== '' && !names.has(folded)) names.set(folded, { system, name: value.trim(), folded });
    }
  }
  return [...names.values()].sort((a, b) => b.folded.length - a.folded.length);
}

/**
 * The names in a text, in order. Case and the width of letters make no difference. A name in Latin letters is a word of
 * its own; addresses and placeholders are passed over.
 */
export function findVendorNames(text: Text, names: readonly VendorName[]): readonly Named[] {
  // Most texts name nobody: which place is which is worked out only where one does.
  const whole = foldWhole(text.value);
  if (!names.some(({ folded }) => whole.includes(folded))) return [];
  const { text: folded, places } = fold(text.value);
  const taken = [...findUrls(text.value), ...addresses(text.value), ...text.placeholders];
  const found: Named[] = [];
  for (const name of names) {
    for (let at = folded.indexOf(name.folded); at >= 0; at = folded.indexOf(name.folded, at + 1)) {
      const end = at + name.folded.length;
      const from = places[at] ?? 0;
      const to = places[end] ?? text.value.length;
      const isEveryday = everydayWords.has(name.folded) && text.value.slice(from, to) === name.folded;
      if (isEveryday || !isWord(folded, at, end) || taken.some((range) => range.from < to && from < range.to)) continue;
      taken.push({ from, to });
      found.push({ ...name, from, to });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** Addresses that are none for X: of mail, of other schemes. */
function addresses(text: string) {
  return [...text.matchAll(/[a-z][a-z0-9+.-]{1,20}:\/\/[!-~]+|[\w.+-]{1,64}@[\w.-]+/gi)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** Vendors whose name is also an everyday word: "a box of apples" names nobody, "Box" does. */
const everydayWords: ReadonlySet<string> = new Set(
  (
    'amplitude apple base box braze buffer canva chime discord drift drive fast figure flow ' +
    'front gusto harvest heap intercom iterable jump later line linear loom mailbox meet meta monday notion one oracle ' +
    'outlook pilot plaid postmark probe push render ring segment shift shop signal slack spark square stream stripe ' +
    'sync target teams toast twitch unity wave wise word zoom'
  ).split(' '),
);

const latinOrDigit = /[\p{Script=Latin}\p{N}_]/u;

/** Letters in front or behind make another word of it, where the name itself ends in such letters there. */
function isWord(text: string, from: number, to: number): boolean {
  const joins = (inside: string, outside: string) => latinOrDigit.test(inside) && latinOrDigit.test(outside);
  return !joins(text[from] ?? '', text[from - 1] ?? '') && !joins(text[to - 1] ?? '', text[to] ?? '');
}

function foldWhole(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s/g, ' ');
}

/** In one width and case, each place with its place in the original. Half-width ｶﾞ is one character. */
function fold(original: string): { readonly text: string; readonly places: readonly number[] } {
  let text = '';
  const places: number[] = [];
  for (const { 0: character, index } of original.matchAll(/[\s\S][\uFF9E\uFF9F]?/gu)) {
    const folded = foldWhole(character);
    for (let at = 0; at < folded.length; at++) places.push(index);
    text += folded;
  }
  places.push(original.length);
  return { text, places };
}
