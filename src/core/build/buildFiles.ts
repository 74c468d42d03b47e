import type { Runs } from '../flow/runs';
import type { Playbook } from '../model/playbook';
import { byteLength } from '../text/bytes';
import type { Translate, UiLocale } from '../text/translate';
import { overview } from './overview';
import { toReportHtml } from './paper/reportHtml';
import { toReportMarkdown } from './paper/reportMarkdown';
import { toRoleCards } from './paper/roleCards';
import { apacheRecipe } from './recipes/apache';
import { cloudflareErrorPage, mostErrorPageBytes, workerRecipe } from './recipes/cloudflare';
import { cloudfrontScript, cloudfrontTemplate } from './recipes/cloudfront';
import { nginxRecipe } from './recipes/nginx';
import { s3Policy, s3Script, s3Website } from './recipes/s3';
import { servingOf } from './serving';
import { toVisitorFile, type VisitorFileOptions } from './visitorFile';
import { type Visit, visits } from './visitorPage';

export interface BuildInput extends VisitorFileOptions {
  readonly playbook: Playbook;
  readonly runs: Runs;
  /** The language of the words around the author's. */
  readonly t: Translate;
  readonly locale: UiLocale;
  /** The whole plan on one page, where it has a flow. */
  readonly plan: string | undefined;
}

export interface Built {
  /** Path with `/` → text. */
  readonly files: ReadonlyMap<string, string>;
  /** Names in the sorry page that nothing fills. */
  readonly blanks: readonly string[];
}

/** What leaves the plan: the sorry page in each language, recipes for servers, the plan, cards and a report on paper. */
export function buildFiles(input: BuildInput): Built {
  const { playbook, t } = input;
  const shown = visits(playbook);
  const names = fileNames(shown.map(({ locale }) => locale));
  const page = (visit: Visit, picture: string | undefined) => toVisitorFile(visit, playbook, { ...input, picture });
  const pages = shown.map((visit, at) => ({
    locale: visit.locale,
    file: names[at] ?? '',
    ...page(visit, input.picture),
  }));
  const files = new Map<string, string>(pages.map(({ file, html }) => [file, html]));
  const serving = servingOf(playbook, pages);
  if (serving !== undefined) {
    files.set('server/nginx.conf', nginxRecipe(serving, t));
    files.set('server/apache.conf', apacheRecipe(serving, t));
    files.set('server/cloudfront.yaml', cloudfrontTemplate(serving, t));
    files.set('server/cloudfront.sh', cloudfrontScript(serving, t));
    files.set('server/cloudflare-worker.js', workerRecipe(serving, t));
    const [first] = shown;
    const whole = cloudflareErrorPage(pages[0]?.html ?? '');
    const isTooLarge = first !== undefined && byteLength(whole) > mostErrorPageBytes;
    files.set('server/cloudflare-5xx.html', isTooLarge ? cloudflareErrorPage(page(first, undefined).html) : whole);
    files.set('server/s3.sh', s3Script(serving, t));
    files.set('server/s3-website.json', s3Website(serving));
    files.set('server/s3-policy.json', s3Policy(serving));
  }
  if (input.plan !== undefined) files.set('plan.html', input.plan);
  files.set('role-cards.html', toRoleCards(input));
  files.set('report.html', toReportHtml(input));
  files.set('report.md', toReportMarkdown(input));
  const blanks = [...new Set(pages.flatMap((each) => each.blanks))];
  files.set('README.txt', overview({ ...input, blanks }, serving, [...files.keys()]));
  return { files, blanks };
}

/** The first page has the name that recipes and people know; no two have the same. */
function fileNames(locales: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return locales.map((locale, at) => {
    const name = at === 0 ? 'sorry' : `sorry.${locale.replace(/[^\w-]/g, '').slice(0, 35)}`;
    const file = `${taken.has(name) ? `${name}-${at}` : name}.html`;
    taken.add(name);
    return file;
  });
}
