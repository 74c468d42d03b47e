import { showPath } from '../flowWords';
import type { Rule } from '../rule';

export const pushFatigue: Rule = {
  id: 'push-fatigue',
  severity: 'info',
  summary: 'Nobody is pushed the same message twice while nothing has got worse.',
  why: 'People who are buzzed with what they know already turn the channel off, and miss the all-clear.',

  *check({ playbook, runs, t }) {
    // `optional` channels tire people, too.
    const pushing = [...playbook.channels.values()].filter(({ mode, external }) => mode === 'push' && external);
    if (pushing.length === 0) return;
    for (const { step, channel, message, path } of runs.repeats(pushing)) {
      yield {
        span: step.idSpan,
        message: t(
          'On some path "{0}" sends "{1}" to "{2}" for the second time, though nothing has got worse. Send the repeat only where people come to look, or write another message.',
          step.id,
          message.id,
          channel.id,
        ),
        related: showPath(path.slice(0, -1), (_, at) => t('Step {0} of the path', at + 1)),
      };
    }
  },
};
