import type { Exit, Playbook, SeverityClass, Step } from '../model/playbook';
import type { Translate } from '../text/translate';
import { sizes } from './sizes';
import { textWidth } from './textWidth';
import { shortDuration } from './words';
import { plainText, wrapLabel } from './wrapLabel';

/** What is written beside the step that an edge leaves. */
export interface EdgeLabel {
  readonly lines: readonly LabelLine[];
  /** Nothing cut off. */
  readonly full: string;
  readonly width: number;
  readonly height: number;
}

export interface LabelLine {
  readonly text: string;
  /** The class of the case: its shape stands before its name. */
  readonly impact?: SeverityClass['statuspage'];
  /** A further line of such a name, right below its first. */
  readonly indented?: boolean;
}

const mostLines = 4;

export function labelOf(
  step: Step | undefined,
  exits: readonly Exit[],
  playbook: Playbook,
  t: Translate,
): EdgeLabel | undefined {
  const entries =
    step?.kind === 'escalate' && exits.length > 1
      ? [{ text: t('answer or not') }]
      : exits.flatMap((exit) => entryOf(step, exit, playbook, t));
  if (entries.length === 0) return undefined;
  const lines: LabelLine[] = [];
  for (const entry of entries) {
    const wrapped = wrapLabel(entry.text, sizes.edgeText - markWidth(entry), sizes.edge, {
      weight: 'bold',
      maxLines: entries.length > 2 ? 1 : 2,
    });
    for (const [at, text] of wrapped.lines.entries())
      lines.push(at === 0 ? { ...entry, text } : { text, indented: entry.impact !== undefined });
  }
  const shown = lines.length > mostLines ? [...lines.slice(0, mostLines - 1), { text: '…' }] : lines;
  const widest = Math.max(...shown.map((line) => textWidth(line.text, sizes.edge, 'bold') + markWidth(line)));
  return {
    lines: shown,
    full: entries.map(({ text }) => plainText(text)).join(t(', ')),
    width: Math.ceil(widest) + 12,
    height: shown.length * sizes.edgeLine + 4,
  };
}

export const markWidth = ({ impact, indented }: LabelLine) => (impact !== undefined || indented ? 16 : 0);

function entryOf(step: Step | undefined, exit: Exit, playbook: Playbook, t: Translate): LabelLine[] {
  switch (exit.via) {
    case 'then':
      return [];
    case 'no_ack': {
      const within = step?.kind === 'escalate' ? step.ackWithin : 0;
      return [{ text: within > 0 ? t('no answer in {0}', shortDuration(within, t)) : t('no answer') }];
    }
    case 'on_upgrade':
      return [{ text: t('it got worse') }];
    case 'case': {
      const severity = playbook.severities.get(exit.value ?? '');
      return [{ text: severity?.title?.value ?? exit.value ?? '', impact: severity?.statuspage }];
    }
    case 'answer':
      return [{ text: answerText(step, exit.value ?? '', playbook.locale) }];
  }
}

/** Yes and no in the language of the plan, since it is the plan that is read aloud. */
function answerText(step: Step | undefined, value: string, locale: string): string {
  const choice = step?.kind === 'ask' ? step.fact?.target?.choices.get(value)?.label : undefined;
  if (choice !== undefined) return choice;
  const japanese = /^ja\b/i.test(locale);
  if (value === 'yes') return japanese ? 'はい' : 'Yes';
  if (value === 'no') return japanese ? 'いいえ' : 'No';
  return value;
}
