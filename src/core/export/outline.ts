import { toGraph } from '../draw/graph';
import { shortDuration } from '../draw/words';
import type { Runs } from '../flow/runs';
import { figuresOf } from '../limits/figures';
import type { Limits } from '../limits/limits';
import type { Flow, Playbook } from '../model/playbook';
import { fillText } from '../pages/fill';
import { partWords } from '../pages/meters';
import { typeWords } from '../pages/words';
import type { Translate } from '../text/translate';
import { toMermaid } from './mermaid';
import { plain } from './plain';

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
    `# ${plain(playbook.title?.value ?? playbook.id)}`,
    ...flows.flatMap((flow) => flowPart(flow, input)),
    ...(input.flows === undefined ? [...severityPart(input), ...messagePart(input)] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function flowPart(flow: Flow, { playbook, runs, t }: OutlineInput): readonly string[] {
  const graph = toGraph(flow, playbook, t);
  const drawn = graph.steps.filter(({ step }) => step !== undefined);
  const numbers = new Map(drawn.map(({ id }, at) => [id, at + 1]));
  const full = new Map(graph.steps.map(({ id, face }) => [id, face.full]));
  const steps = drawn.map(({ id, face, step }) => {
    const seconds = step && runs.reachedAt(step)?.seconds;
    const done =
      seconds !== undefined && Number.isFinite(seconds)
        ? [t('done after {0} at worst', shortDuration(seconds, t))]
        : [];
    const facts = [face.head, ...face.facts, ...done].filter((word) => word !== '').map(plain);
    const ways = graph.edges
      .filter(({ from }) => from === id)
      .map(({ to, label }) => {
        const number = numbers.get(to);
        const name = `${number === undefined ? '' : `${number}\\. `}${plain(full.get(to) ?? to)}`;
        return `   - ${label === undefined || label.full === '' ? '' : `${plain(label.full)} `}→ ${name}`;
      });
    return [`${numbers.get(id)}. **${plain(face.full)}**`, `   ${facts.join(' · ')}`, ...ways].join('\n');
  });
  return [
    `## ${plain(flow.title?.value ?? flow.id)}`,
    ...(flow.trigger === undefined ? [] : [t('Begins when: {0}', plain(flow.trigger.value))]),
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
    const criteria = [...severity.whenAll, ...severity.whenAny].map(({ source }) => source).join(', ');
    const channels = severity.channels.map(({ target, id }) => target?.title?.value ?? id).join(t(', '));
    const cells = [
      severity.title?.value ?? severity.id,
      severity.default ? t('Taken when no other class matches.') : criteria,
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
    `### ${plain(message.title?.value ?? message.id)}`,
    ...[...message.variants.values()].flatMap((variant) => {
      const channel = variant.channel.target;
      const name = channel?.title?.value ?? (channel === undefined ? variant.id : typeWords(t)[channel.type]);
      const figures = figuresOf(variant, playbook, limits, t).map(({ part, text }) => `${words[part]} ${text}`);
      const texts = Object.values(variant.parts).flatMap((text) =>
        text === undefined
          ? []
          : [quote(fillText(text.value, playbook, { locale: message.locale, stage: message.stage?.value }))],
      );
      return [`**${plain(name)}**${figures.length === 0 ? '' : ` (${plain(figures.join(', '))})`}`, ...texts];
    }),
  ]);
  return [`## ${t('Messages')}`, ...messages];
}

function cell(text: string): string {
  return plain(text) || '—';
}

function quote(text: string): string {
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) => `> ${plain(line)}  `.trimEnd())
    .join('  \n');
}
