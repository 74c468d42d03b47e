// node scripts/styles.mjs    writes the styles of drawings in files from those of the page, light theme, without variables:
//                            programs that are no browser know none. And those of a file of the whole plan.
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const source = path.join(root, 'src/core/pages/drawing.css');
const target = path.join(root, 'src/core/draw/styles.generated.ts');

export function fileStyles(css) {
  const text = css.replace(/\/\* The page alone[\s\S]*$/, '');
  const rules = [...text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(
    ([, selectors, body]) => ({
      selectors: selectors.split(',').map((selector) => selector.trim()),
      declarations: splitOutside(body, ';')
        .map((item) => item.trim())
        .filter(Boolean)
        .map((item) => {
          const at = item.indexOf(':');
          return [
            item.slice(0, at).trim(),
            item
              .slice(at + 1)
              .trim()
              .replace(/\s+/g, ' '),
          ];
        }),
    }),
  );
  // `.up-ask { --up-kind: … }`: what is drawn inside takes its colours from there.
  const scopes = rules.flatMap(({ selectors, declarations }) => {
    const own = declarations.filter(([name]) => name.startsWith('--'));
    return own.length === 0 ? [] : selectors.map((selector) => ({ selector, own: new Map(own) }));
  });
  const lines = [];
  for (const { selectors, declarations } of rules) {
    const plain = declarations.filter(([name]) => !name.startsWith('--'));
    if (plain.length === 0) continue;
    lines.push(
      `${selectors.join(',')}{${plain.map(([name, value]) => `${name}:${resolve(value, new Map())}`).join(';')}}`,
    );
    for (const { selector, own } of scopes) {
      const changed = plain.filter(([, value]) => [...own.keys()].some((name) => value.includes(name)));
      if (changed.length === 0) continue;
      const within = selectors
        .filter(
          (inner) => !/^\.up-(?:step|start|end|ghost|announce|sorry-page)\b/.test(inner) || inner.startsWith(selector),
        )
        .map((inner) => (inner.startsWith(selector) ? inner : `${selector} ${inner.replace(/^\.up-flow /, '')}`));
      if (within.length > 0)
        lines.push(
          `${within.join(',')}{${changed.map(([name, value]) => `${name}:${resolve(value, own)}`).join(';')}}`,
        );
    }
  }
  return lines.join('\n');
}

/** `var(--name, fallback)`: what the scope says, else the fallback. */
function resolve(value, own) {
  const at = value.indexOf('var(');
  if (at < 0) return value;
  let depth = 0;
  let end = at + 3;
  for (; end < value.length; end++) {
    if (value[end] === '(') depth++;
    if (value[end] === ')' && --depth === 0) break;
  }
  const [name, ...fallback] = splitOutside(value.slice(at + 4, end), ',');
  const inner = own.get(name.trim()) ?? fallback.join(',').trim();
  return resolve(`${value.slice(0, at)}${inner}${value.slice(end + 1)}`, own);
}

function splitOutside(text, separator) {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (character === separator && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

export function generated() {
  const css = fileStyles(fs.readFileSync(source, 'utf8'));
  return `// Written by scripts/styles.mjs from src/core/pages/drawing.css.\nexport const fileStyles = ${JSON.stringify(css)};\n`;
}

const pageTarget = path.join(root, 'src/core/export/pageStyles.generated.ts');

/** The styles of a file, from several sheets: of the whole plan on screen and on paper, of the sorry page, or of what is filled in by hand. */
async function bundled(name, sheets) {
  const contents = sheets.map((file) => `@import ${JSON.stringify(`./${file}`)};`).join('\n');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'css' },
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    target: 'es2022',
  });
  const css = outputFiles[0].text.trim();
  if (/<\/|url\(/.test(css))
    throw new Error('what a file holds of styles must not end its element, nor fetch anything');
  return `// Written by scripts/styles.mjs from ${sheets.join(' and ')}.\nexport const ${name} = ${JSON.stringify(css)};\n`;
}

export const generatedPage = () => bundled('pageStyles', ['src/webview/page.css', 'src/core/export/print.css']);
export const generatedVisitor = () =>
  bundled('visitorStyles', ['src/core/build/visitor.css', 'src/core/build/visitor-file.css']);
export const generatedPaper = () => bundled('paperStyles', ['src/core/build/paper/paper.css']);
const paperTarget = path.join(root, 'src/core/build/paper/paperStyles.generated.ts');
const visitorTarget = path.join(root, 'src/core/build/visitorStyles.generated.ts');

if (process.argv[1] === import.meta.filename) {
  fs.writeFileSync(target, generated());
  fs.writeFileSync(pageTarget, await generatedPage());
  fs.writeFileSync(visitorTarget, await generatedVisitor());
  fs.writeFileSync(paperTarget, await generatedPaper());
}
