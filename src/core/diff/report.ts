import type { Marks } from '../draw/drawFlow';
import { toGraph } from '../draw/graph';
import { mostMermaid, toMermaid } from '../export/mermaid';
import { plain, plainHtml } from '../export/plain';
import type { Runs } from '../flow/runs';
import type { Flow, Playbook } from '../model/playbook';
import { printable } from '../text/printable';
import type { Translate } from '../text/translate';
import { type Comparison, type Group, groups, type ToldChange } from './compare';
import { flowMarks } from './flowMarks';

/** One playbook in two versions. A version that is not there is an empty plan. */
export interface ComparedFile {
  readonly file: string;
  readonly comparison: Comparison;
  readonly before: { readonly playbook: Playbook; readonly runs: Runs };
  readonly after: { readonly playbook: Playbook; readonly runs: Runs };
}

/**
 * Characters that a comment may have: GitHub's limit is 65,536, GitLab's 1,000,000 (https://docs.gitlab.com/administration/instance_limits/).
 * The rest is left for what a bot writes around it.
 */
const mostCharacters = 60_000;

export function groupWords(t: Translate): Readonly<Record<Group, string>> {
  return {
    who: t('Who decides'),
    where: t('Where we speak'),
    what: t('What we say'),
    fast: t('How fast we are'),
    plan: t('The rest of the plan'),
  };
}

export const signs = { added: '+', removed: '−', changed: '~', renamed: '→', moved: '↕' } as const;

/** For programs: version 1 of a form that only grows. With one file its fields stand at the top. */
export function toDiffJson(files: readonly ComparedFile[]): string {
  const data = files.map(({ file, comparison: { changes, impact, unseen } }) => ({
    file,
    changes: changes.map(({ kind, section, id, to, summary }) => ({
      kind,
      section,
      id,
      ...(to !== undefined && { to }),
      summary,
    })),
    impact,
    unseen,
  }));
  const [first] = data;
  const whole = data.length === 1 && first !== undefined ? { version: 1, ...first } : { version: 1, files: data };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** For a terminal. */
export function toDiffText(files: readonly ComparedFile[], t: Translate): string {
  if (files.length === 0) return `${t('No playbook was changed.')}\n`;
  const parts = files.map(({ file, comparison: { changes, impact, unseen } }) => {
    const lines = [printable(file)];
    for (const { better, summary } of impact) lines.push(`  ${markOf(better)} ${printable(summary)}`);
    for (const [group, list] of byGroup(changes)) {
      lines.push('', `  ${groupWords(t)[group]}`);
      for (const { kind, title, summary, words } of list) {
        lines.push(`    ${signs[kind]} ${printable(title)}${t(': ')}${printable(summary)}`);
        if (words !== undefined && kind === 'changed')
          lines.push(
            `      ${printable(
              words
                .map(({ kind: run, text }) =>
                  run === 'same' ? shorten(text) : run === 'added' ? `{+${text}+}` : `[-${text}-]`,
                )
                .join('')
                .replace(/\s+/g, ' '),
            )}`,
          );
      }
    }
    if (changes.length === 0) lines.push(`  ${t('It says what it said.')}`);
    if (unseen > 0) lines.push('', `  ${unseenWords(unseen, t)}`);
    return lines.join('\n');
  });
  return `${parts.join('\n\n')}\n`;
}

export function unseenWords(unseen: number, t: Translate): string {
  return unseen === 1
    ? t('1 change of comments or layout is not shown here.')
    : t('{0} changes of comments or layout are not shown here.', unseen);
}

export const markOf = (better: boolean | undefined) => (better === undefined ? '·' : better ? '▼' : '▲');

/** Of a long run that stayed, its ends; a blank that is filled in stands there whole or not at all. */
export function shorten(text: string): string {
  const letters = [...text];
  if (letters.length <= 60) return text;
  const begin = letters
    .slice(0, 25)
    .join('')
    .replace(/\{\{[^}]*\}?$/, '');
  const end = letters
    .slice(-25)
    .join('')
    .replace(/^[^{]*?\}\}/, '')
    .replace(/^\}/, '');
  return `${begin.trimEnd()} … ${end.trimStart()}`;
}

export function byGroup(changes: readonly ToldChange[]): readonly (readonly [Group, readonly ToldChange[]])[] {
  return groups.flatMap((group) => {
    const list = changes.filter((change) => change.group === group);
    return list.length === 0 ? [] : [[group, list] as const];
  });
}

/** A part of the comment. Where there is no room for all, what it means goes first, then what was changed, then drawings. */
interface Part {
  readonly text: string;
  readonly rank: 0 | 1 | 2 | 3;
  /** The line of a list that goes on. */
  readonly tight?: boolean;
  /** What stands between `text` and `end`, as far as there is room. */
  readonly inside?: readonly Part[];
  readonly end?: string;
}

/** A comment of a pull request: what it means first, then the changes, then the flows as they were and are. */
export function toDiffMarkdown(files: readonly ComparedFile[], t: Translate): string {
  if (files.length === 0) return `${t('No playbook was changed.')}\n`;
  const parts = files.map((compared): readonly Part[] => [
    { text: `### ${headingOf(compared)}`, rank: 0 },
    ...fileParts(compared, t),
  ]);
  const kept = new Set<Part>();
  let left = mostCharacters;
  const keep = (some: readonly Part[], rank: Part['rank']) => {
    for (const part of some) {
      const { length } = `${part.text}${part.end ?? ''}`;
      if (part.rank === rank && length + 4 <= left) {
        left -= length + 4;
        kept.add(part);
      }
      if (part.inside !== undefined && kept.has(part)) keep(part.inside, rank);
    }
  };
  // By turns: a large change of one plan does not hide a small one of another.
  const longest = Math.max(...parts.map(({ length }) => length));
  for (const rank of [0, 1, 2, 3] as const)
    for (let at = 0; at < longest; at++) for (const own of parts) keep(own.slice(at, at + 1), rank);
  const write = (some: readonly Part[]): string =>
    some
      .filter((part) => kept.has(part))
      .map(({ text, tight, inside, end }, at) => {
        const whole = inside === undefined ? text : `${text}\n\n${write(inside)}\n\n${end}`;
        return at === 0 ? whole : `${tight ? '\n' : '\n\n'}${whole}`;
      })
      .join('');
  const all = (some: readonly Part[]): number =>
    some.reduce((sum, { inside }) => sum + (inside === undefined ? 1 : 1 + all(inside)), 0);
  const skipped = all(parts.flat()) - kept.size;
  const rest = t('{0} more parts have no room here. "unhappy-path diff" shows them all.', skipped);
  return `${write(parts.flat())}${skipped === 0 ? '' : `\n\n${rest}`}\n`;
}

const headingOf = ({ file, after, before }: ComparedFile) => {
  const title = after.playbook.title?.value || before.playbook.title?.value;
  return title ? `${plain(title)} (${plain(file)})` : plain(file);
};

function fileParts(compared: ComparedFile, t: Translate): readonly Part[] {
  const { changes, impact, unseen, flows } = compared.comparison;
  const words = groupWords(t);
  return [
    ...(changes.length === 0 ? [{ text: t('It says what it said.'), rank: 1 } as const] : []),
    ...[false, true].flatMap((good): readonly Part[] => {
      const lines = impact
        .filter(({ better }) => (better ?? true) === good)
        .map(({ summary }) => `- ${plain(summary)}`);
      const head = good ? t('What gets better') : t('What gets worse');
      return lines.length === 0 ? [] : [{ text: `**${head}**`, rank: 1 }, ...list(lines, 1, t)];
    }),
    ...byGroup(changes).flatMap(([group, some]): readonly Part[] => [
      { text: `**${words[group]}**`, rank: 1 },
      ...list(
        some.map((change) => changeLine(change, t)),
        2,
        t,
      ),
    ]),
    ...flows.map((flow): Part => ({ text: flowPart(flow, compared, t), rank: 3 })),
    ...(unseen > 0 ? [{ text: unseenWords(unseen, t), rank: 1 } as const] : []),
  ];
}

/** Lines that are read at a glance; more are there for who opens them. */
const mostLines = 12;

function list(lines: readonly string[], rank: Part['rank'], t: Translate): readonly Part[] {
  const parts = lines.map((text, at): Part => ({ text, rank, tight: at > 0 && at !== mostLines }));
  if (lines.length <= mostLines + 1) return parts.map((part, at) => ({ ...part, tight: at > 0 }));
  const inside = parts.slice(mostLines);
  return [
    ...parts.slice(0, mostLines),
    {
      text: `<details><summary>${t('… and {0} more.', inside.length)}</summary>`,
      rank: 1,
      inside,
      end: '</details>',
    },
  ];
}

function changeLine({ kind, title, summary, words }: ToldChange, t: Translate): string {
  const head = `- \`${signs[kind]}\` **${plain(shorten(title)) || '—'}**${t(': ')}${plain(summary)}`;
  if (words === undefined || kind !== 'changed') return head;
  const text = words.map(({ kind: run, text: said }) => {
    const [, space = '', inner = '', end = ''] =
      /^(\s*)([\s\S]*?)(\s*)$/.exec(run === 'same' ? shorten(said) : said) ?? [];
    const shown = plain(inner);
    if (run === 'same' || shown === '') return `${space}${shown}${end}`;
    return run === 'added' ? `${space}<ins>${shown}</ins>${end}` : `${space}<del>${shown}</del>${end}`;
  });
  return `${head}\n  > ${text.join('').replace(/\s+/g, ' ').trim()}`;
}

function flowPart(
  flows: Comparison['flows'][number],
  { comparison, before, after }: ComparedFile,
  t: Translate,
): string {
  const marks = flowMarks(flows, comparison.changes);
  const drawn = (flow: Flow, { playbook, runs }: ComparedFile['before'], marked: Marks) => {
    const graph = toGraph(flow, playbook, t);
    const text = toMermaid(graph, runs, t, marked);
    return text.length > mostMermaid.characters || graph.edges.length > mostMermaid.ways
      ? t('This flow is too large to be drawn here.')
      : `\`\`\`mermaid\n${text}\`\`\``;
  };
  const { before: one, after: other } = flows;
  const name = plainHtml((other ?? one)?.title?.value ?? (other ?? one)?.id ?? '');
  const parts = [
    ...(one === undefined || other === undefined ? [] : [`**${t('Before')}**`]),
    ...(one === undefined ? [] : [drawn(one, before, marks.before)]),
    ...(one === undefined || other === undefined ? [] : [`**${t('After')}**`]),
    ...(other === undefined ? [] : [drawn(other, after, marks.after)]),
  ];
  const title =
    one === undefined
      ? t('The flow "{0}", which is new', name)
      : other === undefined
        ? t('The flow "{0}", which is gone', name)
        : t('The flow "{0}", before and after: + new, − gone, ~ changed', name);
  return `<details><summary>${title}</summary>\n\n${parts.join('\n\n')}\n\n</details>`;
}
