import type { Markup } from '../../draw/markup';
import { make, withAttributes } from '../../pages/build';
import { type Paper, toPaperFile } from './file';
import { filled, head, toMarkup } from './pieces';
import { type ReportBlock, type ReportForm, reportForm } from './report';

/** The report to print and fill in: in Japanese in the form of a business document, with boxes for the seals. */
export function toReportHtml(paper: Paper): string {
  const { t, locale, playbook } = paper;
  const form = reportForm(paper);
  const body = form.sections.flatMap(({ title, blocks }, at) => [
    make('h2', '', `${at + 1}. ${title}`),
    ...blocks.map((block) => blockOf(block)),
  ]);
  const sheet = make(
    'main',
    'pp-sheet pp-report',
    ...(locale === 'ja' ? japaneseHead(form, paper) : englishHead(form, paper)),
    ...body,
    ...(locale === 'ja' ? [make('p', 'pp-right', '以上')] : [approvals(form, paper)]),
  );
  return toPaperFile(`${t('Incident report')} - ${playbook.title?.value ?? playbook.id}`, paper, sheet);
}

/** 日付, 宛先, 差出人, 件名, and the matter from 「記」 to 「以上」. */
function japaneseHead(form: ReportForm, { playbook }: Paper): readonly Markup[] {
  const blank = (size = '') => make('span', `pp-blank${size}`);
  return [
    make(
      'p',
      'pp-right',
      blank(' pp-blank-short'),
      '年',
      blank(' pp-blank-short'),
      '月',
      blank(' pp-blank-short'),
      '日',
    ),
    make(
      'div',
      'pp-letter',
      make(
        'div',
        '',
        make('p', '', blank(' pp-blank-long'), ' 様'),
        make('p', 'pp-small', playbook.title?.value),
        form.duty === undefined ? undefined : make('p', 'pp-hint', form.duty),
      ),
      make(
        'div',
        '',
        ...form.sender.map((line) => make('p', 'pp-right', line)),
        make('p', 'pp-right', '作成者：', blank()),
        make('p', 'pp-small', '決裁欄'),
        seals(form),
      ),
    ),
    make('h1', 'pp-title', form.title),
    make('p', 'pp-subject', make('strong', '', '件名：'), ...toMarkup(form.subject)),
    make('p', '', '標記の件について、下記のとおりご報告いたします。'),
    make('p', 'pp-mark', '記'),
  ];
}

/** 決裁欄: who decides last stands on the left, and whoever wrote it on the right. */
function seals({ approvers }: ReportForm): Markup {
  const boxes = [
    ...(approvers.length === 0 ? [{ role: '決裁', name: '' }] : [...approvers].reverse()),
    { role: '起案', name: '' },
  ];
  const row = (className: string, texts: readonly string[]) =>
    make('tr', '', ...texts.map((text) => make('td', className, text)));
  return make(
    'table',
    'pp-seals',
    head(boxes.map(({ role }) => role)),
    make(
      'tbody',
      '',
      row(
        '',
        boxes.map(() => ''),
      ),
      row(
        'pp-seal-date',
        boxes.map(({ name }) => name),
      ),
      row(
        'pp-seal-date',
        boxes.map(() => '　／　'),
      ),
    ),
  );
}

function englishHead(form: ReportForm, { t, playbook }: Paper): readonly Markup[] {
  const blank = () => make('span', 'pp-blank');
  const pair = (word: string, ...value: readonly (Markup | string)[]) =>
    make('tr', '', withAttributes(make('th', '', word), { scope: 'row' }), make('td', '', ...value));
  return [
    make('p', 'pp-small', playbook.title?.value ?? playbook.id),
    make('h1', '', form.title),
    ...(form.duty === undefined ? [] : [make('p', 'pp-hint', form.duty)]),
    make(
      'table',
      '',
      make(
        'tbody',
        '',
        pair(t('Subject'), ...toMarkup(form.subject)),
        pair(t('To'), blank()),
        pair(t('From'), form.sender.join(t(', ')) || blank()),
        pair(t('Written by, on'), blank(), ', ', blank()),
      ),
    ),
  ];
}

function approvals({ approvers }: ReportForm, { t }: Paper): Markup {
  const heads = [t('Approved by'), t('Name'), t('Date'), t('Signature')];
  const rows = approvers.length === 0 ? [{ role: '', name: '' }] : approvers;
  return make(
    'div',
    '',
    make('h2', '', t('Approval')),
    make(
      'table',
      '',
      head(heads),
      make(
        'tbody',
        '',
        ...rows.map(({ role, name }) =>
          make('tr', 'pp-row-blank', make('td', '', role), make('td', '', name), make('td', ''), make('td', '')),
        ),
      ),
    ),
  );
}

function blockOf(block: ReportBlock): Markup {
  switch (block.kind) {
    case 'hint':
      return make('p', 'pp-hint', block.text);
    case 'text':
      return filled('p', '', block.pieces);
    case 'pairs':
      return make(
        'table',
        '',
        make(
          'tbody',
          '',
          ...block.rows.map(([word, value]) =>
            make('tr', '', withAttributes(make('th', '', word), { scope: 'row' }), filled('td', '', value)),
          ),
        ),
      );
    case 'table':
      return make(
        'div',
        'pp-scroll',
        block.name === undefined ? undefined : make('h3', '', block.name),
        make(
          'table',
          '',
          head(block.heads),
          make(
            'tbody',
            '',
            ...block.rows.map((cells) => make('tr', 'pp-row-blank', ...cells.map((cell) => filled('td', '', cell)))),
          ),
        ),
      );
  }
}
