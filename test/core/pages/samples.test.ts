import { describe, expect, it } from 'vitest';
import { messagesPage } from '../../../src/core/pages/messages';
import { translators } from '../../support/lint';
import { buildText } from '../../support/model';
import { textOf, withClass } from './markup';

/** What is shown for `{{…}}` in a message. */
function shown(braces: string, top = '', message = ''): readonly string[] {
  const text = `playbook: 1\n${top}\nchannels: { x: { type: x } }\nmessages:\n  m:\n${message}\n    variants:\n      x: "${braces}"\n`;
  const marks = messagesPage(buildText(text), translators.en, 'en');
  return [...withClass(marks, 'up-filled'), ...withClass(marks, 'up-unknown')].map(textOf);
}

describe('what stands in the place of a blank', () => {
  it('is a time as messages show it', () => {
    expect(shown('{{posted_at}} {{next_update_at}}')).toEqual(['26 Dec, 10:05', '26 Dec, 10:35']);
    expect(shown('{{ posted_at }}', 'locale: ja-JP')).toEqual(['12月26日 10:05']);
    expect(shown('{{posted_at}}', 'locale: ja-JP', '    locale: en')).toEqual(['26 Dec, 10:05']);
  });

  it('is one day on which all samples agree', () => {
    const top = `severities:
  major: { first_notice_within: 10m, update_every: 45m, default: true }
checklist:
  since: { type: datetime, core: start, sample: "9 Mar, 23:55" }`;
    expect(shown('{{since}} {{posted_at}} {{next_update_at}}', top, '    stage: investigating')).toEqual([
      '9 Mar, 23:55',
      '10 Mar, 00:05',
      '10 Mar, 00:50',
    ]);
    expect(shown('{{posted_at}}', top, '    stage: identified')).toEqual(['10 Mar, 00:50']);
    expect(shown('{{posted_at}}', top.replace('9 Mar, 23:55', '5月14日 20:07'))).toEqual(['14 May, 20:17']);
  });

  it('is the author’s own sample, by the clock of the playbook', () => {
    const at = (sample: string) =>
      shown(
        '{{since}}',
        `timezone: Asia/Tokyo\nchecklist: { since: { type: datetime, core: start, sample: "${sample}" } }`,
      );
    expect(at('2026-11-27T20:07')).toEqual(['27 Nov, 20:07']);
    expect(at('2026-11-27T20:07Z')).toEqual(['28 Nov, 05:07']);
    expect(at('2026-11-27')).toEqual(['27 Nov']);
    expect(at('just now')).toEqual(['just now']);
    expect(at('9999-12-31T23:59-23:59')).toHaveLength(1);
  });

  it('is the default, the first choice, or the name of what is asked', () => {
    const of = (entry: string) => shown('{{a}}', `checklist: { a: { ${entry} } }`)[0];
    expect(of('default: unknown')).toBe('unknown');
    expect(of('type: choice, choices: { some: Some people }')).toBe('Some people');
    expect(of('title: The cause')).toBe('The cause');
    expect(of('type: percent')).toBe('30%');
    // What the brand calls itself is no sample.
    expect(shown('{{brand.we}} {{brand.signature}}', 'brand: { we: Acme }')).toEqual(['brand.signature']);
  });

  it('is what the samples make of a formula', () => {
    const top = `campaign: { baseline: { orders: 300 } }
checklist:
  share: { type: percent, sample: 80% }
  minutes: { type: minutes, sample: "12" }
impact:
  lost: { unit: 円, formula: orders * share * minutes }
  endless: { formula: orders / zero }`;
    expect(shown('{{lost}}', top)).toEqual(['2,880']);
    expect(shown('{{lost}}', top.replace('80%', 'some'))).toEqual(['1,200']);
  });

  it('are the braces, with the reason, where nothing is called so', () => {
    expect(shown('{{nobody}}')).toEqual(['{{nobody}} (Nothing is called "nobody".)']);
  });
});
