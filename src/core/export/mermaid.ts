import type { DrawnKind, FlowGraph } from '../draw/graph';
import { shortDuration } from '../draw/words';
import type { Runs } from '../flow/runs';
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

/** A flow as Mermaid draws it, in GitHub, GitLab and many wikis: the same steps, ways and words as in our own drawing. */
export function toMermaid({ steps, edges }: FlowGraph, runs: Runs, t: Translate): string {
  const names = new Map(steps.map(({ id }, at) => [id, `s${at}`]));
  const lines = ['flowchart TD'];
  for (const { id, kind, face, step } of steps) {
    const [open, close] = shapes[kind];
    const seconds = step === undefined ? undefined : runs.reachedAt(step)?.seconds;
    const within = seconds !== undefined && Number.isFinite(seconds) ? [`≤ ${shortDuration(seconds, t)}`] : [];
    const head = [face.head, ...within].filter((word) => word !== '').join(' · ');
    const words = [head, face.full, face.facts.join(' · ')].filter((word) => word !== '').map(escapeMermaid);
    lines.push(`  ${names.get(id)}${open}"${words.join('<br>')}"${close}`);
  }
  for (const { from, to, label } of edges) {
    const words = label === undefined || label.full === '' ? '' : `|"${escapeMermaid(label.full)}"|`;
    lines.push(`  ${names.get(from)} -->${words} ${names.get(to)}`);
  }
  const ghosts = steps.filter(({ kind }) => kind === 'ghost').map(({ id }) => names.get(id));
  if (ghosts.length > 0) lines.push('  classDef ghost stroke-dasharray: 4 4', `  class ${ghosts.join(',')} ghost`);
  return `${lines.join('\n')}\n`;
}

/** Words that stay words: what Mermaid, Markdown or HTML would take for a sign is written by its number. */
export function escapeMermaid(text: string): string {
  return (
    text
      .replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')
      .replace(
        /[^\p{L}\p{N}\p{M} 　、。・（）「」『』：！？ー〜·,.:?_%+=≤≥→/-]/gu,
        (sign) => `#${sign.codePointAt(0)};`,
      )
      // What begins like a list would be one.
      .replace(/^(\d+)\./, '$1#46;')
      .replace(/^([-+])(?= )/, (sign) => `#${sign.codePointAt(0)};`)
  );
}
