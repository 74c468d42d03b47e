import { expect, test } from 'vitest';
import { audiencesOf } from '../../../src/core/model/audiences';
import type { Parts } from '../../../src/core/model/playbook';
import { dedent } from '../../support/marks';
import { buildText } from '../../support/model';

const playbook = buildText(
  dedent(`
    locale: ja-JP
    brand: { we: 春風堂 }
    audiences: { customers: {}, press: {}, team: { internal: true } }
    channels:
      status: { type: status-page, audiences: customers }
      mail: { type: email, audiences: [customers, press] }
      photo: { type: instagram }
      x: { type: x, audiences: customers }
      chat: { type: slack, audiences: team }
    variables: { shop: { sample: 本店 } }
    checklist: { since: { type: datetime } }
    impact: { lost: {} }
    messages:
      first:
        audience: team
        variants:
          status: { title: 見出し, body: "ページ {{ since }} {{lost}} {{gone}} {{}}" }
          mail: { subject: 件名, same_as: status }
          photo: 写真の文
          x: { same_as: photo }
          chat: { same_as: mail }
      second:
        locale: en
        variants:
          photo: { same_as: status }
          status: { title: Title, body: Body }
          mail: { same_as: status, body: Own }
          x: { same_as: status, title: Short }
      third:
        variants:
          x: { same_as: mail, subject: From mail }
          mail: { subject: Subject, body: Body, same_as: nowhere }
          chat: { same_as: chat }
          status:
          gone: Text
  `),
);
const parts = (message: string, variant: string, which: 'parts' | 'own' = 'parts') => {
  const all: Parts = playbook.messages.get(message)?.variants.get(variant)?.[which] ?? {};
  return Object.fromEntries(Object.entries(all).map(([name, text]) => [name, text.value]));
};

test('a text block is the caption on Instagram, and the body elsewhere', () => {
  expect(parts('first', 'photo', 'own')).toEqual({ caption: '写真の文' });
  expect(parts('third', 'gone', 'own')).toEqual({ body: 'Text' });
  expect(parts('first', 'x')).toEqual({ body: '写真の文', caption: '写真の文' });
  expect(parts('second', 'photo')).toMatchObject({ caption: 'Body' });
});

test('with same_as own keys override, and title and subject stand in for each other', () => {
  const body = 'ページ {{ since }} {{lost}} {{gone}} {{}}';
  expect(parts('first', 'mail')).toEqual({ subject: '件名', title: '件名', body });
  expect(parts('first', 'mail', 'own')).toEqual({ subject: '件名' });
  expect(parts('second', 'mail')).toEqual({ title: 'Title', subject: 'Title', body: 'Own' });
  expect(parts('second', 'x')).toEqual({ title: 'Short', subject: 'Short', body: 'Body' });
  expect(parts('second', 'status')).toEqual({ title: 'Title', body: 'Body' });
});

test('a sibling that takes over itself has nothing to give', () => {
  expect(parts('first', 'chat')).toEqual({});
  expect(parts('third', 'chat')).toEqual({});
  expect(parts('third', 'mail')).toEqual({ subject: 'Subject', body: 'Body' });
  expect(parts('third', 'status')).toEqual({});
});

test('locale and audiences have their defaults', () => {
  expect([...playbook.messages.values()].map(({ locale }) => locale)).toEqual(['ja-JP', 'en', 'ja-JP']);
  const audiences = (id: string) => {
    const message = playbook.messages.get(id);
    return message && [...audiencesOf(message, playbook)].map((audience) => audience.id);
  };
  expect(audiences('first')).toEqual(['team']);
  expect(audiences('second')).toEqual(['customers', 'press']);
});

test('placeholders know what they stand for', () => {
  const body = playbook.messages.get('first')?.variants.get('status')?.parts.body;
  expect(body?.placeholders.map(({ name, target }) => [name, target?.kind])).toEqual([
    ['since', 'checklist'],
    ['lost', 'impact'],
    ['gone', undefined],
    ['', undefined],
  ]);
  const we = buildText(
    'brand: { we: X }\ntitle: "{{brand.we}} {{brand.signature}} {{posted_at}} {{scenario.title}}"\n',
  );
  expect(we.title?.placeholders.map(({ target }) => target)).toEqual([
    { kind: 'built-in', name: 'brand.we', text: expect.objectContaining({ value: 'X' }) },
    { kind: 'built-in', name: 'brand.signature' },
    { kind: 'time', name: 'posted_at' },
    { kind: 'built-in', name: 'scenario.title' },
  ]);
});

test('a variable comes before a fact of the same name', () => {
  const both = buildText('title: "{{a}}"\nvariables: { a: {} }\nchecklist: { a: {} }\n');
  expect(both.title?.placeholders[0]?.target?.kind).toBe('variable');
});
