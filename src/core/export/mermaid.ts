import type { Marks } from '../draw/drawFlow';
import type { DrawnKind, FlowGraph } from '../draw/graph';
import { shortDuration } from '../draw/words';
import type { Runs } from '../flow/runs';
import { printable } from '../text/printable';
import type { Translate } from '../text/translate';

/** The signs around a box, by what it stands for: https://mermaid.js.org/syntax/flowchart.html#node-shapes */
const shapes: Readonly<Record<DrawnKind, readonly [string, string]>> = {
  start: ['([', '])'],
  end: ['([', '])'],
  ask: ['{', '}'],
  classify: ['{{', '}}'],
  announce: ['[/', '/]'],
  escalate: ['>', ']'],
  wait: ['(', ')'],
  gather: ['[', ']'],
  do: ['[', ']'],
  'sorry-page': ['[[', ']]'],
  call: ['[[', ']]'],
  fold: ['[[', ']]'],
  ghost: ['[', ']'],
  unknown: ['[', ']'],
};

/** What a step of another version is, besides its sign: a line that is drawn otherwise, on light and on dark. */
const marks = {
  added: { sign: '+', line: 'stroke:#2da44e,stroke-width:4px', way: '==>' },
  removed: { sign: '−', line: 'stroke:#e5534b,stroke-width:2px,stroke-dasharray:7 4', way: '-.->' },
  changed: { sign: '~', line: 'stroke:#bf8700,stroke-width:4px,stroke-dasharray:2 3', way: '-->' },
} as const;

/** A step that is not there, and one that no run comes to. */
const others: Readonly<Record<string, string>> = {
  ghost: 'stroke-dasharray:4 4',
  off: 'stroke-dasharray:1 4,opacity:0.6',
};

/** Flows beyond that GitHub and GitLab refuse to draw: https://mermaid.js.org/config/schema-docs/config.html#maxtextsize */
export const mostMermaid = { characters: 50_000, ways: 500 } as const;

/** A flow as Mermaid draws it, in GitHub, GitLab and many wikis: the same steps, ways and words as in our own drawing. */
export function toMermaid({ steps, edges }: FlowGraph, runs: Runs, t: Translate, marked?: Marks): string {
  const names = new Map(steps.map(({ id }, at) => [id, `s${at}`]));
  const lines = ['flowchart TD'];
  const classes = new Map<string, string[]>();
  const classify = (name: string, id: string) => classes.set(name, [...(classes.get(name) ?? []), names.get(id) ?? '']);
  for (const { id, kind, face, step } of steps) {
    const [open, close] = shapes[kind];
    const mark = marked?.of(id);
    if (mark !== undefined) classify(mark, id);
    else if (kind === 'ghost') classify('ghost', id);
    else if (step !== undefined && !runs.isReachable(step)) classify('off', id);
    const seconds = step === undefined ? undefined : runs.reachedAt(step)?.seconds;
    const within = seconds !== undefined && Number.isFinite(seconds) ? [`≤ ${shortDuration(seconds, t)}`] : [];
    const head = [face.head, ...within].filter((word) => word !== '').join(' · ');
    const [first, ...rest] = [head, face.full, face.facts.join(' · ')].filter((word) => word !== '');
    const signed = mark === undefined ? first : `${marks[mark].sign} ${first ?? ''}`;
    const words = [signed ?? '', ...rest].map(escapeMermaid);
    lines.push(`  ${names.get(id)}${open}"${words.join('<br>')}"${close}`);
  }
  for (const { from, to, label } of edges) {
    const mark = marked?.between(from, to);
    const said = label === undefined ? '' : label.full;
    const signed = mark === undefined || said === '' ? said : `${marks[mark].sign} ${said}`;
    const words = signed === '' ? '' : `|"${escapeMermaid(signed)}"|`;
    lines.push(`  ${names.get(from)} ${mark === undefined ? '-->' : marks[mark].way}${words} ${names.get(to)}`);
  }
  for (const [name, own] of classes) {
    const line = others[name] ?? marks[name as keyof typeof marks].line;
    lines.push(`  classDef ${name} ${line}`, `  class ${own.join(',')} ${name}`);
  }
  return `${lines.join('\n')}\n`;
}

/**
 * Words that stay words: what Mermaid, Markdown or HTML would take for a sign is written by its number. Between letters
 * `_`, `-` and `:` are none.
 */
export function escapeMermaid(text: string): string {
  return (
    printable(text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' '))
      .replace(
        /[^\p{L}\p{N}\p{M} 　、。・（）「」『』：！？ー〜·,.:?_%≤≥→/-]|(?<![\p{L}\p{N}])[_-]|[_-](?![\p{L}\p{N}])|:(?![ \d])/gu,
        (sign) => `#${sign.codePointAt(0)};`,
      )
      // Formulas, pictures by name and line breaks are made by number, too: a space of no width parts them.
      .replace(/#36;(?=#36;)|#58;(?=fa-)|#60;(?=br)|#92;(?=n)/gi, '$&#8203;')
      // What begins like a list would be one.
      .replace(/^(\d+)\./, '$1#46;')
  );
}
