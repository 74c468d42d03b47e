import type { Translate } from '../core/text/translate';

export function helpText(t: Translate): string {
  const rows = (pairs: readonly (readonly [string, string])[]) =>
    pairs.map(([name, text]) => `  ${name.padEnd(27)}${text}\n`).join('');
  return [
    `${t('Checks incident playbooks: the plan for the day a campaign goes wrong.')}\n\n`,
    `${t('Usage:')}\n`,
    rows([
      ['unhappy-path lint [PATH …]', t('Check playbooks: files, folders or globs; all below this folder by default.')],
      ['unhappy-path rules', t('List the rules.')],
    ]),
    `\n${t('Options of lint:')}\n`,
    rows([
      ['--format NAME', t('pretty (default), json, or github for annotations on a pull request')],
      ['--fail-on LEVEL', t('error (default), warning, info or never: from where on the command fails')],
      ['--config FILE', t('the configuration, in place of the nearest incident.config.yaml upwards')],
      ['--now DATE', t('what "today" means, so that a run can be repeated')],
      ['--locale NAME', t('en or ja: the language of the messages')],
      ['--stdin', t('check what is piped in')],
      ['--stdin-filename FILE', t('the name it would have, so that what it uses is found')],
      ['--output FILE', t('write the report to a file')],
    ]),
    `\n${t('Options everywhere:')}\n`,
    rows([
      ['--help', t('this text')],
      ['--version', t('the version')],
    ]),
    `\n${t('The command ends with 0 if there is nothing to mend, 1 with findings, 2 if it was called wrongly or a file could not be read or written.')}\n`,
  ].join('');
}
