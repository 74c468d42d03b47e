import { describe, expect, it } from 'vitest';
import { channelTypes } from '../../../src/core/model/playbook';
import { messagesPage } from '../../../src/core/pages/messages';
import { hostile } from '../../support/hostileTexts';
import { translators } from '../../support/lint';
import { buildText } from '../../support/model';
import { bySource, findAll, textOf, withClass } from './markup';

const page = (text: string, locale: 'en' | 'ja' = 'en') => messagesPage(buildText(text), translators[locale], locale);

const plan = (body: string, more = '', top = '') => `playbook: 1
title: Plan
${top}
people: { amina: { name: Amina } }
audiences: { customers: { title: Customers } }
channels:
  x: { type: x, account: "@acme" }
  mail: { type: email }
  status: { type: status-page }
  insta: { type: instagram }
  sms: { type: sms }
messages:
  notice:
    title: First notice
    stage: investigating
    audience: customers
${more}
    variants:
      ${body}
`;

describe('the page of messages', () => {
  it('says what to add where there is none', () => {
    const empty = page('playbook: 1\ntitle: x\n');
    expect(textOf(empty)).toContain('No messages yet');
    expect(textOf(page('playbook: 1\nmessages:\n  a: {}\n'))).toContain('add a channel under "variants"');
    expect(textOf(page('playbook: 1\nmessages:\n  a: { variants: { x: {} } }\n'))).toContain('Nothing is written yet.');
  });

  it('names what stands for a place in the text', () => {
    const found = findAll(page(plan('x: Hello')), ({ attributes }) => attributes?.['data-src'] !== undefined);
    expect(found.map(({ attributes }) => attributes?.['data-src'])).toEqual([
      'messages.notice',
      'messages.notice.variants.x',
    ]);
    // By keyboard as well.
    for (const item of found) expect(findAll(item, ({ tag }) => tag === 'button').length).toBeGreaterThan(0);
  });

  it('stamps who drafted and who read it', () => {
    const chips = (more: string) => withClass(page(plan('x: a', more)), 'up-chip').map(textOf);
    expect(chips('    drafted_by: ai')).toEqual([
      'First notice',
      'for Customers',
      'AI draft, not yet read by a person',
    ]);
    expect(chips('    drafted_by: ai\n    reviewed_by: amina')[2]).toBe('AI draft, read by Amina');
    expect(chips('    reviewed_by: amina')[2]).toBe('read by Amina');
    expect(chips('    locale: de')[1]).toBe('German');
    expect(chips('    locale: "?"')[1]).toBe('?');
  });

  it('shows each part where the channel shows it', () => {
    const mail = bySource(page(plan('mail: { subject: Down, body: "**Sorry**" }')), 'messages.notice.variants.mail');
    expect(withClass(mail, 'up-mail-row').map(textOf)).toEqual(['FromPlan', 'SubjectDown']);
    expect(findAll(mail, ({ tag }) => tag === 'strong').map(textOf)).toEqual(['Sorry']);
    const status = bySource(page(plan('status: { title: Down, body: a }')), 'messages.notice.variants.status');
    expect(textOf(withClass(status, 'up-entry-state')[0] ?? '')).toContain('First notice');
    const insta = bySource(page(plan('insta: { caption: a, story: b }')), 'messages.notice.variants.insta');
    expect(textOf(withClass(insta, 'up-text')[0] ?? '')).toBe('a');
    expect(textOf(withClass(insta, 'up-story')[0] ?? '')).toBe('b');
    // Between phrases, unless it is so long that a browser would look for them for minutes.
    expect(withClass(withClass(insta, 'up-story')[0] ?? insta, 'up-phrase')).toHaveLength(1);
    const endless = page(plan(`insta: { caption: a, story: ${'長'.repeat(101)} }`));
    expect(withClass(withClass(endless, 'up-story')[0] ?? endless, 'up-phrase')).toHaveLength(0);
    // Plain text stays plain.
    expect(textOf(page(plan('x: "**Sorry**"')))).toContain('**Sorry**');
  });

  it('has a face for every type of channel, and shows only what is sent there', () => {
    const said = (type: string) => {
      const text = `playbook: 1\nchannels: { c: { type: ${type} } }\nmessages:\n  m:\n    variants:\n      c: { subject: Su, title: Ti, body: Bo, caption: Ca }\n`;
      const face = textOf(withClass(page(text), 'up-face')[0] ?? '');
      return ['Su', 'Ti', 'Bo', 'Ca'].filter(
        (part) => face.includes(part) && (part !== 'Su' || face.includes('SubjectSu')),
      );
    };
    const kinds = { email: ['Su', 'Bo'], instagram: ['Ca'], line: ['Bo'], x: ['Bo'], slack: ['Bo'] };
    for (const [type, parts] of Object.entries(kinds)) expect(said(type), type).toEqual(parts);
    for (const type of ['status-page', 'sorry-page', 'blog', 'push-notification'])
      expect(said(type), type).toEqual(['Ti', 'Bo']);
    for (const type of channelTypes) expect(said(type).length, type).toBeGreaterThan(0);
  });

  it('links an address only where it can be tapped', () => {
    const links = (body: string) =>
      findAll(page(plan(body)), ({ tag }) => tag === 'a').map(({ attributes }) => attributes?.href);
    expect(links('x: "See https://a.example/b?c=d. Or (http://a.example)"')).toEqual([
      'https://a.example/b?c=d',
      'http://a.example',
    ]);
    expect(links('x: 詳しくはhttps://a.example/お知らせをご覧ください')).toEqual(['https://a.example/']);
    expect(links('insta: https://a.example')).toEqual([]);
    expect(
      links('mail: { subject: a, body: "[here](https://a.example) https://b.example `https://c.example`" }'),
    ).toEqual(['https://a.example', 'https://b.example']);
  });

  it('gives out its text with the blanks left open, and none with a blank that nothing fills', () => {
    const copied = (body: string) => {
      const shown = page(plan(body, '', 'brand: { we: Acme }'));
      const [button] = withClass(bySource(shown, 'messages.notice'), 'up-copy');
      return [button?.attributes?.['data-copy'], button?.attributes?.['data-copied']];
    };
    expect(copied('x: "{{brand.we}} is down since {{posted_at}}."')).toEqual([
      'Acme is down since {{posted_at}}.',
      'Copied. 1 blank is still to be filled in.',
    ]);
    expect(copied('mail: { subject: Down, body: Sorry. }')).toEqual(['Down\n\nSorry.', 'Copied']);
    expect(copied('x: "{{nobody}}"')).toEqual([undefined, 'Not copied: nothing is called "nobody".']);
    expect(copied('x: {}')).toEqual([undefined, undefined]);
  });

  it('says what the marked words are, where there are some', () => {
    expect(textOf(page(plan('x: "{{posted_at}}"')))).toContain('Words marked like this are filled in on the day.');
    expect(textOf(page(plan('x: down')))).not.toContain('Words marked like this');
  });

  it('says that a channel is not there', () => {
    expect(textOf(page(plan('nowhere: a')))).toContain('no such channel');
  });

  it('takes any text as text', () => {
    for (const text of hostile) {
      const source = plan(`x: ${JSON.stringify(text)}`).replace(
        'title: First notice',
        `title: ${JSON.stringify(text)}`,
      );
      expect(withClass(page(source), 'up-variant')).toHaveLength(1);
    }
  });
});

describe('the length of a message', () => {
  const meter = (body: string, locale: 'en' | 'ja' = 'en', top = '') =>
    withClass(page(plan(body, '', top), locale), 'up-meters').flatMap(({ children = [] }) => children.map(textOf));

  it('is told as the channel counts, at its longest', () => {
    expect(meter('x: Hello')).toEqual(['Text5 / 280']);
    expect(meter('x: "at {{posted_at}}"')).toEqual(['Text, at its longest19 / 280']);
    expect(meter(`x: ${'あ'.repeat(132)}`, 'ja', 'locale: ja-JP')).toEqual(['本文132／140']);
  });

  it('is told by sign and word where it is too much', () => {
    expect(meter(`mail: { subject: ${'あ'.repeat(21)}, body: a }`, 'ja', 'locale: ja-JP')).toEqual([
      '件名◆ 21／20 途中まで表示',
    ]);
    expect(meter(`sms: ${'a'.repeat(200)}`)).toEqual(['Text◆ 200 / 1530 in 2 parts']);
    expect(meter(`x: ${'a'.repeat(281)}`)).toEqual(['Text▲ 281 / 280 too long']);
    expect(meter(`mail: { subject: ${'a'.repeat(60)}, body: a }`)).toEqual(['Subject◆ 60 / 50 partly shown']);
  });
});
