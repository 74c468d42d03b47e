import type { Path } from '../../flow/runs';
import type { EndStep, SeverityClass } from '../../model/playbook';
import { isUnclear, lacksCarrier, sayChoice, showPath } from '../flowWords';
import type { Rule } from '../rule';

export const noNotice: Rule = {
  id: 'no-notice',
  severity: 'error',
  whileDraft: 'warning',
  summary: 'In a class that is announced, every path tells customers before it ends.',
  why: 'The plan promises that customers hear about it. On this path they never do.',

  *check({ playbook, runs, t }) {
    const found = new Map<EndStep, { readonly path: Path; readonly classes: SeverityClass[] }>();
    for (const severity of playbook.severities.values()) {
      if (!severity.announce) continue;
      for (const { end, path } of runs.endsWithoutNotice(severity)) {
        // An announcement that no channel carries, or one that is not there, is another rule's finding.
        if (isUnclear(path) || lacksCarrier(path, [severity])) continue;
        const known = found.get(end);
        if (known === undefined) found.set(end, { path, classes: [severity] });
        else known.classes.push(severity);
      }
    }
    for (const [end, { path, classes }] of found) {
      const names = classes.map(({ id }) => id);
      yield {
        span: end.idSpan,
        message: t(
          'An incident of the class {0} can come to the end "{1}" without any word to customers. Put an "announce" step on this path, or set "announce: false" for the class.',
          sayChoice(names, t),
          end.id,
        ),
        related: showPath(path.slice(0, -1), (_, at) => t('Step {0} of the silent path', at + 1)),
      };
    }
  },
};
