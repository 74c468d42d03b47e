import fs from 'node:fs';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { reportForm } from '../../../src/core/build/paper/report';
import { toReportHtml } from '../../../src/core/build/paper/reportHtml';
import { toReportMarkdown } from '../../../src/core/build/paper/reportMarkdown';
import { toRoleCards } from '../../../src/core/build/paper/roleCards';
import { attacks, withEveryText } from '../../support/everyText';
import { hostileInputs } from '../../support/hostile';
import { paperOf } from '../../support/paper';
import { smallPlaybook } from '../../support/small';

const flashSale = fs.readFileSync('sample-playbooks/flash-sale/flash-sale.incident.yaml', 'utf8');
const software = fs.readFileSync('sample-playbooks/software-launch/software-launch.incident.yaml', 'utf8');

const wordsOf = (html: string) =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ');
const cardsOf = (html: string) => html.split('<section class="pp-sheet pp-card">').slice(1).map(wordsOf);

function expectValid(html: string): void {
  const problems: string[] = [];
  parse(html, { onParseError: ({ code }) => problems.push(code) });
  expect(problems).toEqual([]);
  expect(html).not.toMatch(/<script|<link|<img|@import|url\(|<form|<iframe/);
  expect(html).toContain("default-src 'none'");
}

describe('role cards', () => {
  const cards = cardsOf(toRoleCards(paperOf(flashSale, 'ja')));

  it('there is one for each role that does something, and one for whoever answers customers', () => {
    expect(
      cards.map(
        (card) => /\s(店長|ショップ運営|お客さま窓口|代表|顧問弁護士|お客さまにお答えする人)\s/.exec(card)?.[1],
      ),
    ).toEqual(['店長', 'ショップ運営', 'お客さま窓口', '代表', '顧問弁護士', 'お客さまにお答えする人']);
  });

  it('say who holds the role, how to reach them, and what else they hold', () => {
    expect(cards[0]).toContain(
      '担当 佐藤みなみ 電話 +81-3-0000-0001 Slack @sato ほかの役割：お客さま窓口（代理）、代表（代理）',
    );
    expect(cards[0]).toContain('不在のときの代理 田中あおい');
    expect(cards[4]).toContain('大野弁護士 電話 +81-3-0000-0005 メール ono@law.example');
  });

  it('say what is decided, by what', () => {
    expect(cards[0]).toContain('お詫びページを出すとき：特設ページからショップへ進めない状態が10分続いた');
    expect(cards[0]).toContain('失った売上の見込み：800,000円以上');
    expect(cards[1]).not.toContain('800,000円');
  });

  it('say each step with its minutes, what comes before, and what to do at a decision', () => {
    expect(cards[0]).toContain('7. 特設ページをお詫びページにするか');
    expect(cards[0]).toContain('前： 6. 損失の見込みを社内に伝える');
    expect(cards[0]).toContain('進めない → 8. 特設ページをお詫びページにする（ショップ運営）');
    expect(cards[0]).not.toContain('2. 質問表の答えを集める 6分');
    expect(cards[1]).toContain('2. 質問表の答えを集める 6分');
    expect(cards[1]).toContain('8. 特設ページをお詫びページにする 10分');
  });

  it('say which words go out where, and whom to ask where the role can’t post', () => {
    expect(cards[0]).toContain(
      '文面：第一報 出す先（重大）：状況ページ、X、LINE公式アカウント、メールマガジン、Instagram、Facebook',
    );
    expect(cards[0]).toContain('森はるか 担当も代理も投稿できません。この方に頼みます。');
  });

  it('have the questions to find answers to, with room for them', () => {
    expect(cards[2]).toContain('お客さまにご案内できる別の買い方はありますか');
    expect(cards[2]).not.toContain('いつ元に戻りましたか');
    expect(cards[2]).toContain('すぐに、決める人へ電話します');
  });

  it('give the words for the telephone, and what may be said', () => {
    const last = cards.at(-1) ?? '';
    expect(last).toContain('ただいまオンラインショップでご注文ができず、ご迷惑をおかけして申し訳ございません。');
    expect(last).toContain('会社名は、お伝えしません。「当店が借りている外部のサービス」と言います。');
    expect(last).toContain('「決済」は「お支払い」');
    expect(last).toContain('状況ページ：https://status.hiyori.example');
  });

  it('are there for a small plan, and say what it lacks', () => {
    const small = cardsOf(toRoleCards(paperOf(smallPlaybook, 'en')));
    expect(small).toHaveLength(2);
    expect(small[0]).toContain('3. First notice 3 min');
    expect(small[1]).toContain('write them under "support_script"');
    expect(cardsOf(toRoleCards(paperOf('playbook: 1', 'en')))).toHaveLength(1);
  });
});

describe('the report', () => {
  it('has the form of a business document in Japanese, with boxes for the seals', () => {
    const html = toReportHtml(paperOf(flashSale, 'ja'));
    const words = wordsOf(html);
    expect(words).toMatch(
      /年 *月 *日.* 様 .*ひより菓子店 店長 佐藤みなみ 作成者： .*決裁欄 代表 店長 起案 .*経緯報告書 .*件名： .*下記のとおりご報告いたします。 記 /,
    );
    expect(words).toMatch(/以上 $/);
    expect(words).toContain('小林ゆう 佐藤みなみ');
    expect(words).toContain('当社に責任があるときに作成します。');
  });

  it('has the sections of the plan in its order, and what the plan knows in them', () => {
    const paper = paperOf(flashSale, 'ja');
    expect(reportForm(paper).sections.map(({ title }) => title)).toEqual([
      '概要',
      '発生状況',
      '影響範囲',
      '原因',
      '暫定対応',
      '恒久対応',
      '今後の対策',
      'お客さまへのご報告',
    ]);
    const words = wordsOf(toReportHtml(paper));
    expect(words).toContain(
      '失った売上の見込み = visits_per_hour (24,000) × conversion_rate (0.024) × average_order (3,200)',
    );
    expect(words).toContain('いつからですか');
    expect(words).toContain('止まった時間の分だけ、セールの終わりを遅らせる');
    expect(words).toContain('第一報を出す 店長 重大：25分、中くらい：30分');
    expect(words).toContain('期日 5日以内 担当 佐藤みなみ');
    const turned = flashSale.replace(/ {2}order: \[summary.*/, '  order: [cause, summary]');
    expect(reportForm(paperOf(turned, 'ja')).sections.map(({ title }) => title)).toEqual([
      '原因',
      '概要',
      'お客さまへのご報告',
    ]);
  });

  it('has the usual order where the plan has none, and names what happened before', () => {
    const { sections, approvers } = reportForm(paperOf(smallPlaybook, 'en'));
    expect(sections).toHaveLength(7);
    expect(sections[0]?.title).toBe('Summary');
    expect(approvers).toEqual([]);
    const before = `${smallPlaybook}history:\n  similar_incidents:\n    - { on: 2025-11-28, title: The shop was slow, link: "https://wiki.acme.example/1" }\n`;
    expect(wordsOf(toReportHtml(paperOf(before, 'en')))).toContain(
      'Fri 28 Nov 2025 The shop was slow https://wiki.acme.example/1',
    );
  });

  it('has a table of who approves in English', () => {
    const words = wordsOf(toReportHtml(paperOf(software, 'en')));
    expect(words).toContain('Approved by Name Date Signature The one who decides what is said Orla Byrne');
    expect(words).not.toMatch(/[ぁ-ん一-龠]/);
  });

  it('is the same as Markdown', () => {
    const text = toReportMarkdown(paperOf(flashSale, 'ja'));
    for (const title of ['# 経緯報告書', '## 1. 概要', '## 7. 今後の対策', '## 決裁'])
      expect(text).toContain(`${title}\n`);
    expect(text).toContain('| 代表 | 小林ゆう | ＿＿＿＿ | ＿＿＿＿ |');
    expect(text).toContain('- **重大度**：☐ 重大　☐ 中くらい　☐ 軽微');
    for (const line of text.split('\n').filter((each) => each.startsWith('|'))) expect(line).toMatch(/^\|.*\|$/);
  });

  it('can be copied from its Markdown: nothing unseen is among the words', () => {
    const title = 'title: "初売り #1 @mise 5$ 6$ GH-1"';
    const text = toReportMarkdown(
      paperOf(
        flashSale.replace(/^title: .*$/m, () => title),
        'ja',
      ),
    );
    expect(text).toContain('初売り #1 @mise 5\\$ 6\\$ GH-1');
    expect(text).toContain(' = ＿＿＿＿');
    expect(text).not.toMatch(/[\u200b-\u200d\u2060]|<span/);
  });
});

it('hostile words stay words on every paper', () => {
  for (const [turn, attack] of attacks.entries()) {
    const paper = paperOf(withEveryText(flashSale, attack, turn), 'ja');
    for (const html of [toRoleCards(paper), toReportHtml(paper)]) {
      expect(html).not.toMatch(/<script|<img|<svg|<iframe|<link|href="(?!tel:)/);
      expect(html.match(/<style>/g)).toHaveLength(1);
    }
    expect(toReportMarkdown(paper)).not.toMatch(/<(?:img|script|svg|iframe|b )|\]\(/);
  }
}, 120_000);

it('papers are valid, need nothing and run nothing', () => {
  for (const [source, locale] of [
    [flashSale, 'ja'],
    [software, 'en'],
    [smallPlaybook, 'en'],
    ['playbook: 1', 'ja'],
  ] as const) {
    expectValid(toRoleCards(paperOf(source, locale)));
    expectValid(toReportHtml(paperOf(source, locale)));
  }
});

it('what is very long stays on paper, too: a formula of a hundred thousand words, a script of as many lines', () => {
  const { text = '' } = [...hostileInputs()].find(({ name }) => name === 'long formula') ?? {};
  expect(text.length).toBeGreaterThan(100_000);
  const script = `\nsupport_script:\n  phone: |\n${'    {{started_at}} a\n'.repeat(150_000)}`;
  for (const source of [text, smallPlaybook + script]) {
    const paper = paperOf(source, 'en');
    expect(toReportHtml(paper)).toMatch(/<\/html>\n$/);
    expect(toReportMarkdown(paper).length).toBeGreaterThan(100);
    expect(toRoleCards(paper)).toMatch(/<\/html>\n$/);
  }
}, 60_000);
