import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../src/core/draw/textWidth';
import { toHtml, toSvg } from '../../../src/core/draw/toHtml';
import { wrapLabel } from '../../../src/core/draw/wrapLabel';
import { hostile } from '../../support/hostileTexts';

describe('the width of a text', () => {
  it('is exact for Japanese: a full-width character is as wide as it is high, a half-width one half of it', () => {
    expect(textWidth('告知、', 14)).toBe(42);
    expect(textWidth('ｱｶｻ', 14)).toBe(21);
    expect(textWidth('ｶﾞ', 14)).toBe(14);
    expect(textWidth('が', 14)).toBe(14);
    expect(textWidth('か\u3099', 14)).toBe(14);
    expect(textWidth('𠮷', 14)).toBe(14);
  });
  it('is proportional for Latin letters, and wider in bold', () => {
    expect(textWidth('ill', 14)).toBeLessThan(textWidth('WWW', 14) / 2.5);
    expect(textWidth('Announce', 14, 'bold')).toBeGreaterThan(textWidth('Announce', 14));
  });
  it('counts an emoji that is built of several as what a font without it draws, and marks as nothing', () => {
    expect(textWidth('🎉', 10)).toBe(13);
    expect(textWidth('e\u0301', 14)).toBe(textWidth('e', 14));
    expect(textWidth('\u200b\u202e', 14)).toBe(0);
  });
});

describe('breaking a label into lines', () => {
  const ems = (text: string, width: number, maxLines = 3) => wrapLabel(text, width * 10, 10, { maxLines }).lines;

  it.each([
    ['バックアップから復旧する', 8, ['バックアップから', '復旧する']],
    ['お知らせした全員に、再開を伝える', 11, ['お知らせした全員に、', '再開を伝える']],
    ['特設ページをお詫びページにするか', 14, ['特設ページを', 'お詫びページにするか']],
    ['個人情報管理者と事業部長に相談する', 14, ['個人情報管理者と', '事業部長に相談する']],
    ['30分の間、失敗が一件もありませんでしたか', 14, ['30分の間、失敗が一件も', 'ありませんでしたか']],
    ['Let the lead check with counsel', 12, ['Let the lead check', 'with counsel']],
  ])('%s', (text, width, lines) => {
    expect(ems(text, width)).toEqual(lines);
  });

  it('never begins a line with what can not begin one, nor ends it with what can not end one', () => {
    const text =
      '「あっ」と「いっしょ」（うぇぶ）、『ちょっと』。ヴァージョン５％？！人々は「サービス・ページ」で、待って…いる〜と言った';
    for (let width = 6; width < 20; width++) {
      for (const line of ems(text, width, 40)) {
        expect(line).not.toMatch(/^[、。」』）ゃゅょっァィー〜…・％！？々]/u);
        expect(line).not.toMatch(/[「『（]$/u);
      }
    }
  });

  it('keeps numbers with their units, and words whole', () => {
    for (let width = 6; width < 16; width++) {
      for (const line of ems('全体の30分以内にInstagramへ投稿', width, 9))
        expect(line).not.toMatch(/\d$|^分|Insta$|^gram/);
    }
  });

  it('leaves no lonely last character', () => {
    for (let width = 6; width < 14; width++) {
      const lines = ems('復旧の見込みをお客さまに伝える', width, 9);
      if (lines.length > 1) expect(lines.at(-1)?.length).toBeGreaterThan(2);
    }
  });

  it('breaks a word that is wider than a line, and ends in an ellipsis behind the last line', () => {
    const { lines, cut } = wrapLabel(`https://example.test/${'a'.repeat(5000)}`, 100, 10);
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(/…$/);
    expect(cut).toBe(true);
  });

  it('never leaves the width, whatever it is given', () => {
    for (const text of hostile) {
      const { lines } = wrapLabel(text, 200, 14, { weight: 'bold' });
      for (const line of lines) expect(textWidth(line, 14, 'bold')).toBeLessThanOrEqual(200);
    }
  });
});

describe('writing a tree as text', () => {
  it('escapes text and values', () => {
    const attack = '<img src=x onerror="alert(1)">&\'';
    expect(toHtml({ tag: 'p', attributes: { title: attack }, children: [attack] })).toBe(
      '<p title="&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;">&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;</p>',
    );
  });
  it.each([
    { tag: 'script', children: ['alert(1)'] },
    { tag: 'iframe' },
    { tag: 'foreignObject' },
    { tag: 'p onclick=x' },
  ])('drops the tag $tag', (markup) => {
    expect(toHtml({ tag: 'div', children: [markup, 'kept'] })).toBe('<div>kept</div>');
  });
  it('drops attributes that run something', () => {
    const attributes = {
      onclick: 'x',
      srcdoc: 'x',
      'a b': 'x',
      href: 'java\nscript:x',
      src: 'data:text/html,x',
      id: 'kept',
    };
    expect(toHtml({ tag: 'a', attributes })).toBe('<a id="kept"></a>');
    expect(toHtml({ tag: 'a', attributes: { href: 'https://a.example/?a=1&b=2' } })).toBe(
      '<a href="https://a.example/?a=1&amp;b=2"></a>',
    );
  });
  it('writes what HTML and what XML want', () => {
    const markup = {
      tag: 'p',
      attributes: { hidden: true, id: undefined },
      children: [{ tag: 'br' }, 'a\u0000\u0008\ud800b'],
    };
    expect(toHtml(markup)).toBe('<p hidden><br>a\ufffd\ufffd\ufffdb</p>');
    expect(toSvg(markup)).toBe('<p hidden=""><br/>a\ufffd\ufffd\ufffdb</p>');
  });
  it('is not deep itself', () => {
    let deep: Parameters<typeof toHtml>[0] = 'x';
    for (let at = 0; at < 100_000; at++) deep = { tag: 'b', children: [deep] };
    expect(toHtml(deep)).toHaveLength(700_001);
  });
});
