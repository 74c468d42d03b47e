import { toGraph } from '../draw/graph';
import { toMermaid } from '../export/mermaid';
import { plain } from '../export/plain';
import type { Runs } from '../flow/runs';
import type { Flow, Playbook } from '../model/playbook';
import { printable } from '../text/printable';
import type { Translate } from '../text/translate';
import { type Comparison, type Group, groups, type ToldChange } from './compare';

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

/** Of a long run that stayed, its ends. */
export function shorten(text: string): string {
  const letters = [...text];
  return letters.length <= 60 ? text : `${letters.slice(0, 25).join('')} … ${letters.slice(-25).join('')}`;
}

export function byGroup(changes: readonly ToldChange[]): readonly (readonly [Group, readonly ToldChange[]])[] {
  return groups.flatMap((group) => {
    const list = changes.filter((change) => change.group === group);
    return list.length === 0 ? [] : [[group, list] as const];
  });
}

/** A comment of a pull request: what it means first, then the changes, then the flows as they were and are. */
export function toDiffMarkdown(files: readonly ComparedFile[], t: Translate): string {
  const parts: string[] = [];
  let left = mostCharacters;
  let skipped = 0;
  const add = (part: string) => {
    if (part.length + 2 > left) {
      skipped++;
      return;
    }
    left -= part.length + 2;
    parts.push(part);
  };
  if (files.length === 0) add(t('No playbook was changed.'));
  for (const compared of files) {
    add(`### ${plain(titleOf(compared))}`);
    for (const part of fileParts(compared, t)) add(part);
  }
  if (skipped > 0) parts.push(t('{0} more parts have no room here. "unhappy-path diff" shows them all.', skipped));
  return `${parts.join('\n\n')}\n`;
}

const titleOf = ({ file, after, before }: ComparedFile) =>
  `${after.playbook.title?.value ?? before.playbook.title?.value ?? file} (${file})`;

function fileParts({ comparison, before, after }: ComparedFile, t: Translate): readonly string[] {
  const { changes, impact, unseen, flows } = comparison;
  const words = groupWords(t);
  return [
    ...(changes.length === 0 ? [t('It says what it said.')] : []),
    ...(impact.length === 0
      ? []
      : [impact.map(({ better, summary }) => `- ${markOf(better)} ${plain(summary)}`).join('\n')]),
    ...byGroup(changes).map(
      ([group, list]) => `**${words[group]}**\n\n${list.map((change) => changeLine(change, t)).join('\n')}`,
    ),
    ...flows.map((flow) => flowPart(flow, before, after, t)),
    ...(unseen > 0 ? [unseenWords(unseen, t)] : []),
  ];
}

function changeLine({ kind, title, summary, words }: ToldChange, t: Translate): string {
  const head = `- \`${signs[kind]}\` **${plain(title)}**${t(': ')}${plain(summary)}`;
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
  { before: one, after: other }: Comparison['flows'][number],
  old: ComparedFile['before'],
  now: ComparedFile['after'],
  t: Translate,
): string {
  const drawn = (flow: Flow, { playbook, runs }: ComparedFile['before']) =>
    `\`\`\`mermaid\n${toMermaid(toGraph(flow, playbook, t), runs, t)}\`\`\``;
  const name = plain((other ?? one)?.title?.value ?? (other ?? one)?.id ?? '');
  const parts = [
    ...(one === undefined ? [] : [`**${t('Before')}**\n\n${drawn(one, old)}`]),
    ...(other === undefined ? [] : [`**${t('After')}**\n\n${drawn(other, now)}`]),
  ];
  return `<details><summary>${t('The flow "{0}", before and after', name)}</summary>\n\n${parts.join('\n\n')}\n\n</details>`;
}
