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

/** What is told of a playbook in two versions. */
interface TwoVersions {
  readonly file: string;
  /** Its name before, where that was another. */
  readonly was?: string;
}

/** One playbook in two versions. A version that is not there is an empty plan. */
export interface ComparedFile extends TwoVersions {
  /** The version that is there, where the other is not. */
  readonly only?: 'before' | 'after';
  readonly comparison: Comparison;
  readonly before: { readonly playbook: Playbook; readonly runs: Runs };
  readonly after: { readonly playbook: Playbook; readonly runs: Runs };
}

/** A playbook of which one version can't be read: the others are told all the same. */
export interface UnreadFile extends TwoVersions {
  readonly unread: 'before' | 'after';
}

export type DiffedFile = ComparedFile | UnreadFile;

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

/** For programs: version 1 of a form that only grows. Where several files are asked for, each entry says which it is of. */
export function toDiffJson(files: readonly DiffedFile[], t: Translate, named: boolean): string {
  const of = (file: string) => (named ? { file } : {});
  const changes = files.flatMap((one) => [
    ...(one.was === undefined
      ? []
      : [{ ...of(one.file), kind: 'renamed', section: 'file', id: one.was, to: one.file, summary: nameWords(one, t) }]),
    ...('unread' in one
      ? []
      : one.comparison.changes.map(({ kind, section, id, to, summary }) => ({
          ...of(one.file),
          kind,
          section,
          id,
          ...(to !== undefined && { to }),
          summary,
        }))),
  ]);
  const impact = files.flatMap((one) =>
    'unread' in one ? [] : one.comparison.impact.map((each) => ({ ...of(one.file), ...each })),
  );
  const unreadable = files.flatMap((one) => ('unread' in one ? [{ file: one.file, version: one.unread }] : []));
  const data = { version: 1, changes, impact, ...(unreadable.length > 0 && { unreadable }) };
  // A log would take it for a command of a workflow.
  return `${JSON.stringify(data, null, 2).replaceAll('##[', '##\\u005b')}\n`;
}

const nameWords = ({ file, was }: TwoVersions, t: Translate) =>
  was === undefined ? file : t('{0} (was {1})', file, was);

export function unreadWords({ unread }: UnreadFile, t: Translate): string {
  return unread === 'before'
    ? t('Before this change it could not be read, so there is nothing to compare it with.')
    : t('It can’t be read now, so it can’t be compared. "unhappy-path lint" says what is wrong in it.');
}

/** For a terminal. */
export function toDiffText(files: readonly DiffedFile[], t: Translate): string {
  if (files.length === 0) return `${t('No playbook was changed.')}\n`;
  const parts = files.map((one) => {
    const lines = [printable(nameWords(one, t))];
    if ('unread' in one) return `${lines[0]}\n  ${unreadWords(one, t)}`;
    const { changes, impact, unseen } = one.comparison;
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
    if (changes.length === 0) lines.push(`  ${sameWords(one.comparison, t)}`);
    if (unseen > 0) lines.push('', `  ${unseenWords(unseen, t)}`);
    return lines.join('\n');
  });
  return `${parts.join('\n\n')}\n`;
}

/** A plan in which nothing was changed may yet do something else: it uses another. */
export function sameWords({ impact }: Comparison, t: Translate): string {
  return impact.length === 0 ? t('It says what it said.') : t('It says what it said; what it uses does not.');
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
export function toDiffMarkdown(files: readonly DiffedFile[], t: Translate): string {
  if (files.length === 0) return `${t('No playbook was changed.')}\n`;
  const parts = files.map((compared): readonly Part[] => [
    { text: `### ${headingOf(compared, t)}`, rank: 0 },
    ...('unread' in compared ? [{ text: unreadWords(compared, t), rank: 1 } as const] : fileParts(compared, t)),
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

function headingOf(one: DiffedFile, t: Translate): string {
  const name = plain(nameWords(one, t));
  if ('unread' in one) return name;
  const title = one.after.playbook.title?.value || one.before.playbook.title?.value;
  return title ? `${plain(title)} (${name})` : name;
}

function fileParts(compared: ComparedFile, t: Translate): readonly Part[] {
  const { changes, impact, unseen, flows } = compared.comparison;
  const words = groupWords(t);
  const { only } = compared;
  // Of a plan that is new or gone nobody reads every part here.
  const most = only === undefined ? mostLines : 3;
  return [
    ...(only === undefined
      ? []
      : [{ text: only === 'after' ? t('This plan is new.') : t('This plan is gone.'), rank: 1 } as const]),
    ...(changes.length === 0 ? [{ text: sameWords(compared.comparison, t), rank: 1 } as const] : []),
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
        most,
      ),
    ]),
    ...flows.map((flow): Part => ({ text: flowPart(flow, compared, t), rank: 3 })),
    ...(unseen > 0 ? [{ text: unseenWords(unseen, t), rank: 1 } as const] : []),
  ];
}

/** Lines that are read at a glance; more are there for who opens them. */
const mostLines = 12;

function list(lines: readonly string[], rank: Part['rank'], t: Translate, most = mostLines): readonly Part[] {
  const parts = lines.map((text, at): Part => ({ text, rank, tight: at > 0 && at !== most }));
  if (lines.length <= most + 1) return parts.map((part, at) => ({ ...part, tight: at > 0 }));
  const inside = parts.slice(most);
  return [
    ...parts.slice(0, most),
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
