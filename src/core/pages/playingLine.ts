import type { Markup } from '../draw/markup';
import { shortDuration } from '../draw/words';
import type { Worst } from '../flow/runs';
import type { Entry } from '../model/playbook';
import { make, withAttributes } from './build';
import type { Play } from './play';
import { ours, type Scene } from './scene';

/** What is played, in a sentence: what is down, and how soon customers hear of it. */
export function playingLine({ scenario, severity, dead, slowest, runs }: Play, scene: Scene): readonly Markup[] {
  const { t, playbook } = scene;
  if (scenario === undefined && severity === undefined) return [];
  const titleOf = (entry: Entry) => entry.title?.value ?? entry.id;
  const after = (worst: Worst | undefined) =>
    worst === undefined
      ? t('no path announces it')
      : Number.isFinite(worst.seconds)
        ? t('at worst after {0}', shortDuration(worst.seconds, t))
        : t('at worst never');
  const classes =
    severity === undefined ? [...playbook.severities.values()].filter(({ announce }) => announce) : [severity];
  const notices = classes.flatMap((one) => {
    const worst = severity === undefined ? runs.firstNotice(one) : slowest;
    return worst === undefined && severity === undefined ? [] : [t('"{0}" {1}', titleOf(one), after(worst))];
  });
  const lines = [
    ...(scenario === undefined
      ? []
      : [
          dead.size === 0
            ? t('In "{0}" every channel lives.', titleOf(scenario))
            : t('In "{0}" these channels are down: {1}.', titleOf(scenario), [...dead].map(titleOf).join(t(', '))),
        ]),
    notices.length === 0 ? t('Nothing is announced on any path.') : t('First notice: {0}.', notices.join(t('; '))),
  ];
  const sentence = ours(scene, 'p', 'up-playing', ...lines.map((line) => make('span', '', line)));
  return [{ ...withAttributes(sentence, { role: 'status' }), key: 'playing' }];
}
