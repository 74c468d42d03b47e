import type { Markup } from '../draw/markup';
import { emptyState, withAttributes } from './build';
import type { Scene } from './scene';

const exampleSteps =
  'steps:\n  find_out:\n    kind: gather\n    then: tell\n  tell:\n    kind: announce\n    then: done\n  done:\n    kind: end';
const exampleFlow = `flows:\n  main:\n    ${exampleSteps.replaceAll('\n', '\n    ')}`;

export function noFlow({ t, uiLocale }: Scene): Markup {
  return withAttributes(
    emptyState(t('No flow yet'), t('Write what happens, step by step, under "flows".'), exampleFlow, {
      what: 'step',
      words: t('Write it into the plan'),
    }),
    { lang: uiLocale },
  );
}

export function noSteps({ t, uiLocale }: Scene): Markup {
  return withAttributes(
    emptyState(
      t('No steps yet'),
      t('Write the first step under "steps": who does what, and what comes then.'),
      exampleSteps,
      { what: 'step', words: t('Write it into the plan') },
    ),
    { lang: uiLocale },
  );
}
