import fs from 'node:fs';
import path from 'node:path';
import type { Rule } from '../core/lint/rule';
import { rules } from '../core/lint/rules';
import { helpOf } from '../core/report/reported';
import { nearest } from '../core/text/nearest';
import { printable } from '../core/text/printable';
import type { Translate } from '../core/text/translate';
import { type ExitCode, type Terminal, UsageError, wantsColour } from './io';
import { localeOf, parseOptions } from './options';
import { runRules } from './rules';
import { wrap } from './wrap';

const options = { locale: ['en', 'ja'] } as const;
/** Columns: more is hard to read. */
const width = 80;

/** Prints the page of a rule; without a name, the list of them. */
export function runExplain(argv: readonly string[], terminal: Terminal, t: Translate): ExitCode {
  const parsed = parseOptions(argv, options, t);
  const [id, ...others] = parsed.arguments;
  if (id === undefined) return runRules(argv, terminal, t);
  if (others.length > 0) throw new UsageError(t('"explain" takes one rule. It got "{0}".', parsed.arguments.join(' ')));
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined) throw new UsageError(notThere(id, t));
  const locale = localeOf(parsed.text('locale'), terminal.env);
  const page = pageOf(rule, locale) ?? shortPage(rule, t);
  const bold = wantsColour(terminal.stdout, terminal.env) ? (text: string) => `\u001b[1m${text}\u001b[0m` : undefined;
  terminal.stdout.write(`${toTerminal(page, bold)}\n${helpOf(id)}\n`);
  return 0;
}

function notThere(id: string, t: Translate): string {
  const meant = nearest(
    id,
    rules.map((rule) => rule.id),
  );
  return meant === undefined
    ? t('There is no rule "{0}". "unhappy-path rules" lists them.', id)
    : t('There is no rule "{0}". Did you mean "{1}"?', id, meant);
}

/** The page in the package's documentation; undefined where the program stands without it. */
function pageOf({ id }: Rule, locale: 'en' | 'ja'): string | undefined {
  const folder = path.join(__dirname, '..', 'docs', ...(locale === 'ja' ? ['ja'] : []), 'rules');
  try {
    return fs.readFileSync(path.join(folder, `${id}.md`), 'utf8');
  } catch {
    return undefined;
  }
}

function shortPage({ id, summary, why }: Rule, t: Translate): string {
  return `# ${id}\n\n**${t(summary)}**\n\n${t(why)}\n`;
}

/** Markdown as it reads in a terminal: headings, paragraphs, quotes and examples, at most 80 columns wide. */
function toTerminal(markdown: string, bold = (text: string) => text): string {
  const lines: string[] = [];
  let isExample = false;
  for (const line of markdown.replace(/^<!--.*-->\n/, '').split('\n')) {
    const text = printable(line);
    if (text.startsWith('```')) isExample = !isExample;
    else if (isExample) lines.push(`    ${text}`);
    else if (text.startsWith('#')) lines.push(bold(text.replace(/^#+ /, '')));
    else if (text.startsWith('> ')) lines.push(...wrap(plain(text.slice(2)), width - 2).map((each) => `  ${each}`));
    else if (text === '') lines.push('');
    else lines.push(...wrap(plain(text), width));
  }
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd();
}

/** Without marks; a link is its words and its address, one inside the documentation its words. */
function plain(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\((https?:[^)\s]*)\)/g, '$1 ($2)')
    .replace(/\[([^\]]*)\]\([^)\s]*\)/g, '$1')
    .replace(/\*\*|(?<!\\)`/g, '')
    .replace(/\\([\\`*[\]<>])/g, '$1');
}
