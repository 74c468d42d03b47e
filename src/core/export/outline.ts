import { toGraph } from '../draw/graph';
import { shortDuration } from '../draw/words';
import type { Runs } from '../flow/runs';
import { figuresOf } from '../limits/figures';
import type { Limits } from '../limits/limits';
import type { Flow, Playbook } from '../model/playbook';
import { criteriaOf } from '../pages/criteria';
import { fillText } from '../pages/fill';
import { partWords } from '../pages/meters';
import { shownParts } from '../pages/shownParts';
import { typeWords } from '../pages/words';
import type { Translate } from '../text/translate';
import { escaped } from './escaped';
import { toMermaid } from './mermaid';

export interface OutlineInput {
  readonly playbook: Playbook;
  readonly runs: Runs;
  readonly limits: Limits;
  readonly t: Translate;
  /** Default: all. */
  readonly flows?: readonly Flow[];
}

/** The plan as Markdown for a wiki, a mail or a printer: flows as drawings and as numbered steps, classes, texts as they will read. */
export function toOutline(input: OutlineInput): string {
  const { playbook } = input;
  const flows = input.flows ?? [...playbook.flows.values()];
  const parts = [
    `# ${escaped(playbook.title?.value ?? playbook.id)}`,
    ...flows.flatMap((flow) => flowPart(flow, input)),
    ...(input.flows === undefined ? [...severityPart(input), ...messagePart(input)] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function flowPart(flow: Flow, { playbook, runs, t }: OutlineInput): readonly string[] {
  const graph = toGraph(flow, playbook, t);
  // The numbers of the list: a plan on paper and one in a wiki are read at the same table.
  const numbers = new Map([...flow.steps.keys()].map((id, at) => [id, at + 1]));
  const numberOf = (id: string) => numbers.get(id) ?? 0;
  const drawn = graph.steps.filter(({ id }) => numbers.has(id)).sort((a, b) => numberOf(a.id) - numberOf(b.id));
  const full = new Map(graph.steps.map(({ id, face }) => [id, face.full]));
  const steps = drawn.map(({ id, face, step }) => {
    const seconds = step && runs.reachedAt(step)?.seconds;
    const done =
      seconds !== undefined && Number.isFinite(seconds)
        ? [t('done after {0} at worst', shortDuration(seconds, t))]
        : [];
    const facts = [face.head, ...face.facts, ...done].filter((word) => word !== '').map(escaped);
    const number = `${numberOf(id)}. `;
    // What belongs to an item of a list stands as far in as its words.
    const indent = ' '.repeat(number.length);
    const ways = graph.edges
      .filter(({ from }) => from === id)
      .map(({ to, label }) => {
        const name = `${numbers.has(to) ? `${numberOf(to)}\\. ` : ''}${escaped(full.get(to) ?? to)}`;
        return `${indent}- ${label === undefined || label.full === '' ? '' : `${escaped(label.full)} `}→ ${name}`;
      });
    return [
      `${number}**${escaped(face.full)}**`,
      ...(facts.length === 0 ? [] : [indent + facts.join(' · ')]),
      ...ways,
    ].join('\n');
  });
  return [
    `## ${escaped(flow.title?.value ?? flow.id)}`,
    ...(flow.trigger === undefined ? [] : [t('Begins when: {0}', escaped(flow.trigger.value))]),
    `\`\`\`mermaid\n${toMermaid(graph, runs, t)}\`\`\``,
    ...(steps.length === 0 ? [] : [steps.join('\n')]),
  ];
}

function severityPart({ playbook, runs, t }: OutlineInput): readonly string[] {
  if (playbook.severities.size === 0) return [];
  const rows = [...playbook.severities.values()].map((severity) => {
    const seconds = severity.announce ? runs.firstNotice(severity)?.seconds : undefined;
    const worst =
      seconds === undefined ? '—' : Number.isFinite(seconds) ? shortDuration(seconds, t) : t('at worst never');
    const within = severity.firstNoticeWithin?.value;
    const criteria = [
      ...criteriaOf(t('when all hold'), severity.whenAll, t),
      ...criteriaOf(t('when one holds'), severity.whenAny, t),
      ...(severity.default ? [t('Taken when no other class matches.')] : []),
    ];
    const channels = severity.channels.map(({ target, id }) => target?.title?.value ?? id).join(t(', '));
    const cells = [
      severity.title?.value ?? severity.id,
      criteria.join(' '),
      severity.announce ? channels : t('Nothing is said.'),
      within === undefined ? '—' : shortDuration(within, t),
      worst,
    ];
    return `| ${cells.map(cell).join(' | ')} |`;
  });
  const heads = [t('Severity'), t('Criteria'), t('told on'), t('first notice'), t('at worst')];
  return [`## ${t('Severities')}`, [`| ${heads.map(cell).join(' | ')} |`, '|---|---|---|---|---|', ...rows].join('\n')];
}

function messagePart(input: OutlineInput): readonly string[] {
  const { playbook, limits, t } = input;
  if (playbook.messages.size === 0) return [];
  const words = partWords(t);
  const messages = [...playbook.messages.values()].flatMap((message) => [
    `### ${escaped(message.title?.value ?? message.id)}`,
    ...[...message.variants.values()].flatMap((variant) => {
      const channel = variant.channel.target;
      const name = channel?.title?.value ?? (channel === undefined ? variant.id : typeWords(t)[channel.type]);
      const { heading, main, story } = shownParts(variant);
      const shown = [heading, main, story].filter((one) => one !== undefined);
      const figures = figuresOf(variant, playbook, limits, t)
        .filter(({ part }) => shown.some((one) => one.part === part))
        .map(({ part, text }) => `${words[part]} ${text}`);
      const saying = { locale: message.locale, stage: message.stage?.value };
      const texts = shown.map(({ part, text }) => {
        const lines = quote(fillText(text.value, playbook, saying));
        return part === 'body' || part === 'caption' ? lines : `${words[part]}${t(': ').trimEnd()}\n\n${lines}`;
      });
      return [`**${escaped(name)}**${figures.length === 0 ? '' : ` (${escaped(figures.join(', '))})`}`, ...texts];
    }),
  ]);
  return [`## ${t('Messages')}`, ...messages];
}

function cell(text: string): string {
  return escaped(text) || '—';
}

function quote(text: string): string {
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) => `> ${escaped(line)}  `.trimEnd())
    .join('  \n');
}
