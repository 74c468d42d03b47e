import type { Markup } from '../draw/markup';
import type { FactType, PlaceholderTarget, Playbook, Text } from '../model/playbook';
import type { Translate } from '../text/translate';
import type { ShowText } from './markdown';

/** How a `{{name}}` is shown before the day: a sample in its place, marked; or the braces where nothing is called so. */
export function showPlaceholders(playbook: Playbook, t: Translate): ShowText {
  const targets = new Map<string, PlaceholderTarget | undefined>();
  for (const { placeholders } of playbook.texts) for (const { name, target } of placeholders) targets.set(name, target);
  return (text) =>
    text.split(/(\{\{[^{}\n]*\}\})/).flatMap((piece): readonly (Markup | string)[] => {
      if (piece === '') return [];
      if (!/^\{\{[^{}\n]*\}\}$/.test(piece)) return [piece];
      const name = piece.slice(2, -2).trim().normalize('NFC');
      const target = targets.get(name);
      if (target === undefined) {
        return [
          {
            tag: 'mark',
            attributes: { class: 'up-unknown', title: t('Nothing is called "{0}".', name) },
            children: [piece],
          },
        ];
      }
      return [
        { tag: 'mark', attributes: { class: 'up-filled', title: piece }, children: [sampleOf(name, target, playbook)] },
      ];
    });
}

/** The text with samples filled in, as plain text. */
export function filledText(text: Text, playbook: Playbook): string {
  return text.value.replace(/\{\{([^{}\n]*)\}\}/g, (braces, inner: string) => {
    const name = inner.trim().normalize('NFC');
    const target = text.placeholders.find((placeholder) => placeholder.name === name)?.target;
    return target === undefined ? braces : sampleOf(name, target, playbook);
  });
}

/** A sample of the author's, else the default, else one that shows the kind of value. */
export function sampleOf(name: string, target: PlaceholderTarget, playbook: Playbook): string {
  const isJapanese = playbook.locale.startsWith('ja');
  switch (target.kind) {
    case 'time':
      return target.name === 'posted_at'
        ? isJapanese
          ? '12月26日 10:05'
          : '26 Dec, 10:05'
        : isJapanese
          ? '12月26日 10:35'
          : '26 Dec, 10:35';
    case 'built-in':
      return target.text?.value.trim() ?? name;
    case 'impact':
      return `${isJapanese ? '約' : 'about '}1,200${target.entry.unit === undefined ? '' : ` ${target.entry.unit.value.trim()}`}`;
    default: {
      const { entry } = target;
      const own = entry.sample?.value.trim() ?? entry.default?.value.trim();
      if (own !== undefined && own !== '') return own;
      const [choice] = 'choices' in entry ? entry.choices.values() : [];
      return choice?.label ?? sampleOfType(entry.type, isJapanese, entry.title?.value ?? name);
    }
  }
}

function sampleOfType(type: FactType, isJapanese: boolean, name: string): string {
  const samples: Partial<Record<FactType, readonly [string, string]>> = {
    datetime: ['12月26日 10:05', '26 Dec, 10:05'],
    date: ['12月26日', '26 Dec'],
    time: ['10:05', '10:05'],
    percent: ['30%', '30%'],
    minutes: ['45分', '45 minutes'],
    number: ['120', '120'],
    money: ['12,000円', '12,000'],
    'yes-no': ['はい', 'yes'],
  };
  return samples[type]?.[isJapanese ? 0 : 1] ?? name;
}
