// node test/browser/textWidth.mjs    what a browser draws, against what the drawing reckons with; fails where a label leaves its box
import path from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const fonts = ['sans-serif', 'DejaVu Sans', 'Noto Sans CJK JP', 'Liberation Sans'];
const texts = [
  'お知らせした全員に、再開を伝える',
  '特設ページをお詫びページにするか',
  '「第一報」を状況ページ・Xに出す（5分以内）',
  'ｶﾀｶﾅとＡＢＣ、①②③…',
  'Find out when it went and what it showed',
  'Tell everyone it is over',
  'WWW MMMM — “Quoted” 100 %',
  'illicit till filling',
  'Status page, X & Instagram (stories)',
  'Grüße aus Köln, déjà vu, naïve coöperation',
  'Сообщить всем, что всё работает',
  'Ενημέρωση πελατών',
  '고객에게 알리기',
  '通知所有客户',
  '🎉 Launch 🎉 👨‍👩‍👧',
  '𠮷野家の𩸽',
  '50% → 75%',
];

const { outputFiles } = await build({
  stdin: { contents: "export { textWidth } from './src/core/draw/textWidth'", resolveDir: root },
  bundle: true,
  format: 'iife',
  globalName: 'drawing',
  write: false,
});
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
await page.setContent('<svg xmlns="http://www.w3.org/2000/svg"><text></text></svg>');
await page.addScriptTag({ content: outputFiles[0].text });
const rows = await page.evaluate(
  ({ texts, fonts }) => {
    const element = document.querySelector('text');
    return texts.flatMap((text) =>
      ['regular', 'bold'].map((weight) => {
        element.textContent = text;
        const drawn = fonts.map((font) => {
          element.style.cssText = `font: ${weight === 'bold' ? 600 : 400} 14px ${font === 'sans-serif' ? font : `"${font}", sans-serif`}`;
          return element.getComputedTextLength();
        });
        return { text, weight, reckoned: globalThis.drawing.textWidth(text, 14, weight), drawn };
      }),
    );
  },
  { texts, fonts },
);
await browser.close();

const percent = (ratio) => `${((ratio - 1) * 100).toFixed(1)} %`;
for (const { text, weight, reckoned, drawn } of rows) {
  const widest = Math.max(...drawn);
  if (widest > reckoned + 0.5) process.exitCode = 1;
  const line = [reckoned.toFixed(0), drawn.map((width) => width.toFixed(0)).join('/'), percent(reckoned / widest)];
  console.log(`${weight.padEnd(7)} ${line.join('  ')}  ${widest > reckoned + 0.5 ? 'TOO NARROW ' : ''}${text}`);
}
for (const [at, font] of fonts.entries()) {
  const ratios = rows.map(({ reckoned, drawn }) => reckoned / drawn[at]).sort((a, b) => a - b);
  const [least, most, middle] = [ratios[0], ratios.at(-1), ratios[ratios.length >> 1]].map(percent);
  console.log(`${font}: reckoned wider than drawn by ${middle} in the middle, ${least} to ${most}`);
}
