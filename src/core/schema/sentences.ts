import { nearest } from '../text/nearest';
import { printable } from '../text/printable';
import type { Translate } from '../text/translate';
import type { YamlNode } from '../yaml/tree';
import { expectedAt } from './expected';
import type { Repair } from './repair';
import type { Shape } from './shape';

/** At most 40 characters of what the author wrote, on one line. */
export function shortened(text: string): string {
  const line = text.trim().split(/[\r\n]/, 1)[0] ?? '';
  const characters = Array.from(line.slice(0, 100));
  return printable(characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : line);
}

export function quoted(words: readonly string[], t: Translate): string {
  return words.map((word) => t('"{0}"', word)).join(t(', '));
}

/** What is wrong with a value. `name` is the key that it stands at. */
export function valueSentence(
  shape: Shape,
  node: YamlNode,
  name: string,
  repair: Repair | undefined,
  t: Translate,
): string {
  const expected = expectedAt(shape, t);
  if (node.kind === 'map') return t('"{0}" takes {1}, but other keys stand below it.', name, expected);
  if (node.kind === 'list') return t('"{0}" takes {1}, but a list stands here.', name, expected);
  if (node.value === null) return t('Nothing is written at "{0}" yet. It takes {1}.', name, expected);
  const written = shortened(node.text);
  const values = shape.enum ?? shape.items?.enum;
  if (repair !== undefined && values !== undefined) {
    return t('"{0}" is no value of "{1}". Did you mean "{2}"?', written, name, repair.text);
  }
  if (values !== undefined) return t('"{0}" is no value of "{1}". Write {2}.', written, name, expected);
  if (repair !== undefined) {
    return t(
      '"{0}" takes {1}. "{2}" can\'t be read that way: did you mean "{3}"?',
      name,
      expected,
      written,
      repair.text,
    );
  }
  const isLostDay = /^\d{4}-\d{2}-\d{2}/.test(node.text) && /^date/.test(shape['x-type'] ?? '');
  if (isLostDay)
    return t('"{0}" takes {1}. There is no "{2}" in the calendar or on the clock.', name, expected, written);
  return t('"{0}" takes {1}. "{2}" can\'t be read that way.', name, expected, written);
}

/** What is meant by a key that is not known, of those that may still be written. Japanese names count too. */
export function meantKey(key: string, shape: Shape, taken: { has(key: string): boolean }): string | undefined {
  const free = Object.entries(shape.properties ?? {}).filter(([name]) => !taken.has(name));
  const near = nearest(
    key,
    free.map(([name]) => name),
  );
  if (near !== undefined) return near;
  const folded = key.normalize('NFKC').trim();
  const inJapanese = free.filter(([, { 'x-ja': note }]) => note?.title === folded);
  return inJapanese.length === 1 ? inJapanese[0]?.[0] : undefined;
}

export interface UnknownKey {
  readonly key: string;
  /** The key that the map stands at; undefined at the top of the file. */
  readonly parent: string | undefined;
  readonly meant: string | undefined;
  /** The kind of the step that it stands in. */
  readonly kind: string | undefined;
  /** Kinds of steps that do have the key. */
  readonly otherKinds: readonly string[];
}

export function unknownKeySentence({ key, parent, meant, kind, otherKinds }: UnknownKey, t: Translate): string {
  const shown = shortened(key);
  if (meant !== undefined) return t('There is no key "{0}" here. Did you mean "{1}"?', shown, meant);
  if (kind !== undefined && otherKinds.length > 0) {
    return t(
      'A step of the kind "{0}" has no "{1}"; it belongs to "{2}". Change the kind or remove the key.',
      kind,
      shown,
      otherKinds.join(', '),
    );
  }
  if (parent === undefined) {
    return t('"{0}" is no section of a playbook. Remove it, or begin it with "x-" if it is a note of your own.', shown);
  }
  return t(
    '"{1}" has no key "{0}". Remove it, or begin it with "x-" if it is a note of your own.',
    shown,
    shortened(parent),
  );
}

export function nameSentence(key: string, t: Translate): string {
  if (key.trim() === '') return t('An entry needs a name: a word before the colon.');
  return t(
    '"{0}" can\'t be a name: it begins with a letter and has only letters, digits, "_" and "-".',
    shortened(key),
  );
}

/** What a map lacks. `parent` is undefined at the top of the file. */
export function missingSentence(keys: readonly string[], parent: string | undefined, t: Translate): string {
  const list = quoted(keys, t);
  if (parent === undefined) return t('This playbook is not complete yet: {0} is still to be written.', list);
  if (keys.length === 1 && keys[0] === 'fact')
    return t('"{0}" asks nothing yet: write a "fact" to find out, or a "question".', shortened(parent));
  if (keys.length === 1 && keys[0] === 'kind')
    return t('Nobody can tell what the step "{0}" does: its "kind" is missing.', shortened(parent));
  return t('"{0}" is not complete yet: {1} is missing.', shortened(parent), list);
}
