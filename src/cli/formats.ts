import { version } from '../../package.json';
import { toGithub } from '../core/report/github';
import { toGitlab } from '../core/report/gitlab';
import { toJson } from '../core/report/json';
import { toJunit } from '../core/report/junit';
import { toPretty } from '../core/report/pretty';
import { toRdjson } from '../core/report/rdjson';
import type { ReportedFile } from '../core/report/reported';
import { toSarif } from '../core/report/sarif';
import { toUnix } from '../core/report/unix';
import type { Translate } from '../core/text/translate';

export const formats = ['pretty', 'json', 'github', 'sarif', 'gitlab', 'rdjson', 'junit', 'unix'] as const;
export type Format = (typeof formats)[number];

/** Services know a file by its path in the repository; people and reviewdog by where they are. */
export const fromRepository: ReadonlySet<Format> = new Set(['github', 'sarif', 'gitlab']);

export interface FormatOptions {
  readonly t: Translate;
  readonly colour: boolean;
  /** Whether there is a step summary for what GitHub has no room for. */
  readonly hasSummary: boolean;
}

export function toFormat(format: Format, files: readonly ReportedFile[], options: FormatOptions): string {
  const { t, colour, hasSummary } = options;
  switch (format) {
    case 'pretty':
      return toPretty(files, { t, colour });
    case 'json':
      return toJson(files);
    case 'github':
      return toGithub(files, { onlyShown: hasSummary });
    case 'sarif':
      return toSarif(files, { t, version });
    case 'gitlab':
      return toGitlab(files);
    case 'rdjson':
      return toRdjson(files);
    case 'junit':
      return toJunit(files);
    case 'unix':
      return toUnix(files);
  }
}
