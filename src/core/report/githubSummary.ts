import type { Translate } from '../text/translate';
import { annotated } from './github';
import { reportable } from './place';
import { helpOf, type ReportedFile } from './reported';

/** A summary may have a megabyte; a row has a few hundred characters, each up to six in Markdown. */
const mostRows = 300;

/** What GitHub has no room for on the lines of a pull request, as Markdown for the summary of the step; '' where there is room. */
export function toGithubSummary(files: readonly ReportedFile[], t: Translate): string {
  const { shown, rest } = annotated(files);
  if (rest.length === 0) return '';
  const words = { error: t('error'), warning: t('warning'), info: t('information') };
  const rows = rest.slice(0, mostRows).map(({ finding, file, lines }) => {
    const place = `${file}:${lines.position(finding.span.start).line + 1}`;
    const rule = `[${finding.rule}](${helpOf(finding.rule)})`;
    return `| ${words[finding.severity]} | ${asText(place)} | ${asText(finding.message)} | ${rule} |\n`;
  });
  const more = rest.length - rows.length;
  return [
    '### Unhappy Path\n\n',
    `${t('{0} of {1} findings are shown on their lines. These are the others:', shown.length, shown.length + rest.length)}\n\n`,
    `| ${t('Level')} | ${t('Place')} | ${t('Finding')} | ${t('Rule')} |\n| --- | --- | --- | --- |\n`,
    ...rows,
    ...(more > 0 ? [`\n${t('… and {0} more.', more)}\n`] : []),
  ].join('');
}

/** Text that stays text: no Markdown, HTML, link, mention or reference comes of it. */
function asText(text: string): string {
  return reportable(text)
    .slice(0, 600)
    .replace(/[!-/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/&#(?:64|35);/g, '$&&#8203;')
    .replace(/\bwww\b|https?(?=&#58;)/gi, '$&&#8203;');
}
