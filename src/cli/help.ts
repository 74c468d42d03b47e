import type { Translate } from '../core/text/translate';

export function helpText(t: Translate): string {
  const rows = (pairs: readonly (readonly [string, string])[]) => pairs.map(([name, text]) => row(name, text)).join('');
  return [
    `${t('Checks incident playbooks: the plan for the day a campaign goes wrong.')}\n\n`,
    `${t('Usage:')}\n`,
    rows([
      ['unhappy-path lint [PATH …]', t('Check playbooks: files, folders or globs; all below this folder by default.')],
      ['unhappy-path format [PATH …]', t('Put playbooks in their usual layout. With --check only say which differ.')],
      [
        'unhappy-path render FILE',
        t('Write a plan as a drawing, a page or text: --format svg, png, html, mermaid or markdown.'),
      ],
      [
        'unhappy-path diff OLD NEW',
        t('Say what a change does: to two files, or with --since REV to what changed since then.'),
      ],
      [
        'unhappy-path approve FILE PART --by ID',
        t('Write that somebody agrees to a part as it is now, like messages.first_notice.'),
      ],
      [
        'unhappy-path build FILE --out DIR',
        t('Write the sorry page, recipes for servers, and on paper the plan, cards and a report.'),
      ],
      ['unhappy-path measure --channel x', t('Count a text that is piped in, as its channel counts.')],
      ['unhappy-path rules', t('List the rules.')],
      ['unhappy-path explain RULE', t('Say what a rule is for, with an example and how to mend it.')],
      ['unhappy-path lsp --stdio', t('Serve an editor: findings, completion, rename and more as you type.')],
    ]),
    `\n${t('Options of lint:')}\n`,
    rows([
      ['--fix', t('mend what can mean only one thing; the rest of a file stays as it is')],
      ['--fix --dry-run', t('show it as a diff, write nothing')],
      ['--changed-since REV', t('only playbooks that this branch changed since it left REV, and those that use them')],
      ['--format NAME', t('pretty (default), json, github, sarif, gitlab, rdjson, junit or unix')],
      ['--output FILE', t('write the report to a file')],
      ['--quiet', t('report errors only')],
      ['--fail-on LEVEL', t('error (default), warning, info or never: from where on the command fails')],
      ['--max-warnings N', t('fail also where there are more warnings than N')],
      ['--rule ID=LEVEL', t('another level for a rule: off, info, warning or error; as often as you like')],
      ['--config FILE', t('the configuration, in place of the nearest incident.config.yaml upwards')],
      ['--stdin', t('check what is piped in')],
      ['--stdin-filename FILE', t('the name it would have, so that what it uses is found')],
      ['--now DATE', t('what "today" means, so that a run can be repeated')],
    ]),
    `\n${t('Options of render:')}\n`,
    rows([
      ['--format NAME', t('svg, png, html, mermaid or markdown')],
      ['--flow ID', t('this flow; without it the first, and of html and markdown all')],
      ['--scenario ID', t('as this scenario plays')],
    ]),
    `\n${t('Options of diff:')}\n`,
    rows([
      ['--since REV', t('what changed since a branch, a tag or a commit')],
      ['--format NAME', t('pretty (default), markdown, json, svg or html')],
    ]),
    `\n${t('Options of approve:')}\n`,
    rows([
      ['--by ID', t('who agrees: an id in "people"')],
      ['--on DATE', t('the day; without it today')],
    ]),
    `\n${t('Options of build:')}\n`,
    rows([
      ['--out DIR', t('the folder to write into')],
      ['--set NAME=TEXT', t('what a blank of the sorry page says; as often as you like')],
      ['--samples', t('fill the blanks with the samples of the plan, to look at the page')],
      ['--force', t('build though there are errors or blanks')],
    ]),
    `\n${t('Options everywhere:')}\n`,
    rows([
      ['--locale NAME', t('en or ja: the language of the messages; of render and build that of what is written')],
      ['--output FILE', t('write the result of render or diff to a file')],
      ['--help', t('this text')],
      ['--version', t('the version')],
    ]),
    `\n${t('The command ends with 0 if there is nothing to mend, 1 with findings, 2 if it was called wrongly or a file could not be read or written.')}\n`,
  ].join('');
}

const column = 33;

/** A name that is too long for its column has a line of its own. */
function row(name: string, text: string): string {
  const head = name.length < column ? name.padEnd(column) : `${name}\n${' '.repeat(column + 2)}`;
  return `  ${head}${text}\n`;
}
