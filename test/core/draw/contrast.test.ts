import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const css = fs.readFileSync(path.resolve(import.meta.dirname, '../../../src/core/pages/drawing.css'), 'utf8');
const editor = { 'vscode-light': '#ffffff', 'vscode-dark': '#1f1f1f' } as Record<string, string>;

/** What `--up-…` are in a theme; in the light one the fallbacks. */
function theme(name: string): (variable: string) => string {
  const own = new Map<string, string>();
  for (const [, variable = '', fallback = ''] of css.matchAll(/var\((--up-[a-z-]+),\s*(#[0-9a-f]{6})\)/g))
    if (!own.has(variable)) own.set(variable, fallback);
  const block = new RegExp(`\\.${name} \\.up-flow \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  for (const [, variable = '', value = ''] of block.matchAll(/(--up-[a-z-]+):\s*(#[0-9a-f]{6})/g))
    own.set(variable, value);
  return (variable) =>
    variable === '--up-page' ? (editor[name] ?? own.get(variable) ?? '') : (own.get(variable) ?? '');
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const contrast = (one: string, other: string) => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const boxes = ['decision', 'escalate', 'wait', 'announce', 'sorry'];

describe('every text can be read', () => {
  it.each([
    ['vscode-light', 4.5],
    ['vscode-dark', 4.5],
    ['vscode-high-contrast', 7],
    ['vscode-high-contrast-light', 7],
  ])('%s', (name, least) => {
    const of = theme(name);
    const pairs: [string, string][] = [
      ...boxes.flatMap((kind): [string, string][] => [
        ['--up-ink', `--up-${kind}`],
        ['--up-soft', `--up-${kind}`],
        [`--up-${kind}-strong`, `--up-${kind}`],
        [`--up-${kind}-strong`, '--up-page'],
      ]),
      ['--up-ink', '--up-box'],
      ['--up-soft', '--up-box'],
      ['--up-ink', '--up-end'],
      ['--up-soft', '--up-end'],
      ['--up-ink', '--up-chip'],
      ['--up-ink', '--up-page'],
      ['--up-soft', '--up-page'],
      ['--up-error', '--up-page'],
      ['--up-badge-mark', '--up-error'],
      ['--up-badge-mark', '--up-warning'],
      ['--up-badge-mark', '--up-info'],
    ];
    const poor = pairs.flatMap(([text, ground]) => {
      const ratio = contrast(of(text), of(ground));
      return ratio >= least ? [] : [`${text} on ${ground}: ${ratio.toFixed(2)}`];
    });
    expect(poor).toEqual([]);
  });

  it.each(['vscode-light', 'vscode-dark', 'vscode-high-contrast', 'vscode-high-contrast-light'])(
    'and every line and sign seen: %s',
    (name) => {
      const of = theme(name);
      for (const sign of ['--up-edge', '--up-neutral', '--up-critical', '--up-major', '--up-minor', '--up-none'])
        expect({ sign, seen: contrast(of(sign), of('--up-page')) >= 3 }).toEqual({ sign, seen: true });
    },
  );
});
