import { escaped, escapedWithin } from '../../export/escaped';
import type { Paper } from './file';
import type { Piece } from './pieces';
import { type ReportBlock, type ReportForm, reportForm } from './report';

/** The same report as Markdown, for a wiki or a word processor. */
export function toReportMarkdown(paper: Paper): string {
  const { locale, playbook } = paper;
  const form = reportForm(paper);
  const parts = [
    `# ${escaped(form.title)}`,
    escaped(playbook.title?.value ?? playbook.id),
    ...(locale === 'ja' ? japaneseHead(form) : englishHead(form, paper)),
    ...(form.duty === undefined ? [] : [`> ${escaped(form.duty)}`]),
    ...form.sections.flatMap(({ title, blocks }, at) => [
      `## ${at + 1}. ${escaped(title)}`,
      ...blocks.map((block) => blockOf(block, paper)),
    ]),
    ...approvals(form, paper),
    ...(locale === 'ja' ? ['以上'] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

const gap = '＿＿＿＿';

function japaneseHead({ subject, sender }: ReportForm): readonly string[] {
  return [
    `日付：${gap}年${gap}月${gap}日  \n宛先：${gap}${gap} 様  \n差出人：${sender.map(escaped).join('　') || gap}  \n作成者：${gap}`,
    `**件名：${inline(subject)}**`,
    '標記の件について、下記のとおりご報告いたします。',
    '記',
  ];
}

function englishHead({ subject, sender }: ReportForm, { t }: Paper): readonly string[] {
  const rows = [
    [t('Subject'), inline(subject)],
    [t('To'), gap],
    [t('From'), sender.map(escaped).join(', ') || gap],
    [t('Written by, on'), `${gap}, ${gap}`],
  ];
  return [rows.map(([word, value]) => `**${word}**: ${value}`).join('  \n')];
}

function approvals({ approvers }: ReportForm, { t }: Paper): readonly string[] {
  const rows = approvers.length === 0 ? [{ role: gap, name: '' }] : approvers;
  return [
    `## ${t('Approval')}`,
    tableOf(
      [t('Approved by'), t('Name'), t('Date'), t('Signature')],
      rows.map(({ role, name }) => [role === gap ? gap : escaped(role), escaped(name) || gap, gap, gap]),
    ),
  ];
}

function blockOf(block: ReportBlock, { t }: Paper): string {
  switch (block.kind) {
    case 'hint':
      return `> ${escaped(block.text)}`;
    case 'text':
      return inline(block.pieces);
    case 'pairs':
      return block.rows
        .map(([word, value]) => `- **${escaped(word)}**${/[?？]$/.test(word) ? ' ' : t(': ')}${inline(value)}`)
        .join('\n');
    case 'table': {
      const rows = tableOf(
        block.heads.map(escaped),
        block.rows.map((cells) => cells.map((cell) => inline(cell) || gap)),
      );
      return block.name === undefined ? rows : `**${escaped(block.name)}**\n\n${rows}`;
    }
  }
}

function tableOf(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), `|${'---|'.repeat(heads.length)}`, ...rows.map(line)].join('\n');
}

function inline(pieces: readonly Piece[]): string {
  return pieces
    .map((piece, at) => {
      if (typeof piece === 'string') {
        const [, before = '', text = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(piece) ?? [];
        return `${before && ' '}${at === 0 ? escaped(text) : escapedWithin(text)}${after && ' '}`;
      }
      if ('together' in piece) return inline(piece.together);
      if ('tick' in piece) return `☐ ${escaped(piece.tick)}　`;
      return piece.blank === 'short' ? '＿＿' : piece.blank === 'long' ? '＿＿＿＿＿＿＿＿' : gap;
    })
    .join('')
    .replace(/　+$/, '');
}
