import { shapeAt } from '../../../../src/core/schema/shape';
import type { Edit } from '../../../../src/core/text/span';
import type { YamlEntry, YamlNode } from '../../../../src/core/yaml/tree';
import { type Sample, samples } from './sample';

/** One place of each form in all samples: the keys above, where the author's own names are `*`. */
export interface Place {
  readonly sample: Sample;
  readonly form: string;
  readonly entry: YamlEntry;
}

/** Maps whose keys the author names. */
const named =
  /^(?:people|roles|audiences|systems|channels|checklist|impact|severities|scenarios|flows|variables|messages|checklist\.\*\.choices|flows\.\*\.steps|flows\.\*\.steps\.\*\w*\.(?:cases|answers)|messages\.\*\.variants|scenarios\.\*\.facts|campaign\.baseline|brand\.glossary|sorry_page\.support)$/;

export const places: readonly Place[] = [...collect().values()];

function collect(): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>();
  for (const sample of samples) {
    const walk = (node: YamlNode | undefined, above: string): void => {
      if (node?.kind === 'list') for (const item of node.items) walk(item, `${above}[]`);
      if (node?.kind !== 'map') return;
      const isNamed = named.test(above);
      for (const entry of node.entries) {
        const key = isNamed ? `*${kindOf(above, entry.value)}` : entry.key.text;
        const form = above === '' ? key : `${above}.${key}`;
        if (!isNamed && !found.has(form)) found.set(form, { sample, form, entry });
        walk(entry.value, form);
      }
    };
    walk(sample.playbook.document.root, '');
  }
  return found;
}

function kindOf(above: string, value: YamlNode): string {
  if (above !== 'flows.*.steps' || value.kind !== 'map') return '';
  const kind = value.entries.find(({ key }) => key.text === 'kind')?.value;
  return kind?.kind === 'scalar' ? kind.text.replace('-', '_') : '';
}

/** A letter too many in the key. */
export function misspell({ entry: { key } }: Place): readonly Edit[] {
  return [{ span: { start: key.span.end, end: key.span.end }, text: key.text.at(-1) ?? '' }];
}

/** Places where one of a few words may stand. */
export const closedWords: readonly Place[] = places.filter(({ form, entry: { value } }) => {
  const path = form.split('.').map((part) => (part.startsWith('*') ? '' : part));
  const kind = /\*(\w+)/.exec(form)?.[1]?.replace('_', '-');
  const shape = form.includes('[]') ? undefined : shapeAt(path, () => kind);
  return value.kind === 'scalar' && value.text.length > 4 && (shape?.enum?.includes(value.text) ?? false);
});

/** A letter too many in the value. */
export function misspellValue({ entry: { value } }: Place): readonly Edit[] {
  const text = value.kind === 'scalar' ? (value.text.at(-1) ?? '') : '';
  return [{ span: { start: value.span.end, end: value.span.end }, text }];
}
