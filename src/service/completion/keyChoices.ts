import { neededParts } from '../../core/model/messages';
import { type DescribedKey, keysAt } from '../../core/schema/describe';
import { neededSections } from '../../core/schema/fixes';
import { resolved, type Shape } from '../../core/schema/shape';
import { escapeSnippet } from '../../core/template/blocks';
import { code } from '../markdown';
import type { Caret } from './caret';
import { type Choice, CompletionItemKind } from './choice';
import type { Scene } from './scene';

/** The keys that a map may have and has not. Those that it must have come first. */
export function keyChoices(caret: Caret, scene: Scene, shape: Shape): readonly Choice[] {
  const { locale } = scene.document;
  const kind = caret.keys(caret.path.length).get('kind');
  const taken = caret.keys(caret.path.length);
  const isNeeded = needed(caret, scene, shape);
  return keysAt(caret.path, locale, kind)
    .filter(({ name }) => !taken.has(name))
    .toSorted((a, b) => Number(isNeeded(b.name)) - Number(isNeeded(a.name)))
    .map((key): Choice => {
      const { snippet, goesOn } = keySnippet(key.name, shape.properties?.[key.name] ?? {}, caret, scene);
      return {
        name: key.name,
        title: key.title,
        kind: CompletionItemKind.Property,
        description: aboutKey(key, isNeeded(key.name), scene),
        snippet,
        goesOn,
      };
    });
}

/** Whether a key must be there. What a text needs depends on where it is said. */
function needed({ path }: Caret, { document: { playbook } }: Scene, shape: Shape): (key: string) => boolean {
  if (path.length === 0) return (key) => neededSections.includes(key);
  const channel = shape['x-type'] === 'variant' ? playbook.channels.get(String(path.at(-1))) : undefined;
  const keys: readonly string[] = channel === undefined ? (shape.required ?? []) : neededParts(channel.type);
  return (key) => keys.includes(key);
}

function aboutKey(key: DescribedKey, isNeeded: boolean, { document: { t } }: Scene): string {
  const examples = key.examples.length === 0 ? [] : [t('For example: {0}', key.examples.map(code).join(t(', ')))];
  return [key.description, ...(isNeeded ? [t('Needed here.')] : []), ...examples].join('\n\n');
}

/** The key with the beginning of what belongs there. */
export function keySnippet(name: string, shape: Shape, caret: Caret, scene: Scene) {
  const key = escapeSnippet(name);
  if (caret.colon) return { snippet: key, goesOn: false };
  const whole = resolved(shape);
  const below = ' '.repeat(caret.indent + scene.step);
  if (whole.const !== undefined) return { snippet: `${key}: ${whole.const}`, goesOn: false };
  const type = whole['x-type'];
  if (caret.inline) {
    const open = isList(whole) ? '[$1]' : whole.properties || whole.additionalProperties ? '{ $1 }' : '$1';
    return { snippet: `${key}: ${open}`, goesOn: true };
  }
  if (type === 'text-block' || type === 'markdown') return { snippet: `${key}: |\n${below}$0`, goesOn: false };
  if (type === 'variant') return { snippet: `${key}:\n${below}$0`, goesOn: true };
  if (isList(whole)) {
    const item = whole.items === undefined ? {} : resolved(whole.items);
    const inRow = whole['x-ref'] !== undefined || item['x-ref'] !== undefined || item.enum !== undefined;
    return { snippet: inRow ? `${key}: [$0]` : `${key}:\n${below}- $0`, goesOn: true };
  }
  if (whole.properties || typeof whole.additionalProperties === 'object' || whole.discriminator)
    return { snippet: `${key}:\n${below}$0`, goesOn: true };
  return { snippet: `${key}: $0`, goesOn: true };
}

export function isList(shape: Shape): boolean {
  return shape.items !== undefined;
}
