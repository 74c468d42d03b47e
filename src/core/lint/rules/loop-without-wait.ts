import { sayPath, showPath } from '../flowWords';
import type { Rule } from '../rule';

export const loopWithoutWait: Rule = {
  id: 'loop-without-wait',
  severity: 'error',
  summary: 'Every way round in circles passes a "wait" step.',
  why: 'People who follow such a circle do the same steps over and over without a pause, and customers get the same message again and again.',

  *check({ runs, t }) {
    for (const loop of runs.loopsWithoutWait()) {
      const [first] = loop;
      if (first === undefined) continue;
      const names = sayPath([...loop, first]);
      yield {
        span: first.idSpan,
        message:
          loop.length === 1
            ? t(
                'The step "{0}" leads back to itself without a pause. Put a step of the kind "wait" on the way back.',
                first.id,
              )
            : t(
                'These steps go round in a circle without a pause: {0}. Put a step of the kind "wait" on the way back.',
                names,
              ),
        related: showPath(loop.slice(1), () => t('On the circle')),
      };
    }
  },
};
