import type { Markup } from '../draw/markup';
import { chainOf, channelDown, type SystemsDown, systemsDown } from '../model/dependencies';
import type { Channel, Scenario } from '../model/playbook';
import { emptyState, make, nameButton, phrased, withAttributes } from './build';
import { grouped } from './numbers';
import { ours, type Scene, sourced, unseen } from './scene';
import { isSame, personName, typeWords } from './words';

/** Which channel lives in which scenario, and who can post on it. */
export function channelsPage(scene: Scene): Markup {
  const { playbook, t, uiLocale } = scene;
  const channels = [...playbook.channels.values()];
  if (channels.length === 0) {
    const empty = emptyState(
      t('No channels yet'),
      t('Write where you reach people under "channels", and what each depends on.'),
      'channels:\n  x:\n    type: x\n    operators: [sato]',
      { what: 'channel', words: t('Write it into the plan') },
    );
    return { ...make('div', 'up-sheet', withAttributes(empty, { lang: uiLocale })), key: 'channels' };
  }
  const scenarios = [...playbook.scenarios.values()].map((scenario) => ({
    scenario,
    down: systemsDown(scenario, playbook),
  }));
  const head = make(
    'tr',
    '',
    heading(scene, t('Channel')),
    ...scenarios.map(({ scenario }) => scenarioHead(scenario)),
    heading(scene, t('Who can post')),
    heading(scene, t('Left to send')),
  );
  const rows = channels.map((channel) => row(channel, scenarios, scene));
  const table = make('table', 'up-table', make('thead', '', head), make('tbody', '', ...rows));
  const lead =
    scenarios.length > 0
      ? t('What still reaches people in each scenario: a channel is down with the systems it stands on.')
      : t('Write what can go wrong under "scenarios": then this table says which channels survive it.');
  return {
    ...make('div', 'up-sheet', ours(scene, 'p', 'up-lead', lead), make('div', 'up-table-box', table)),
    key: 'channels',
  };
}

const heading = (scene: Scene, words: string) => withAttributes(ours(scene, 'th', '', words), { scope: 'col' });

function scenarioHead(scenario: Scenario): Markup {
  const name = scenario.title?.value ?? scenario.id;
  return sourced(`scenarios.${scenario.id}`, withAttributes(make('th', '', nameButton(name)), { scope: 'col' }));
}

function row(
  channel: Channel,
  scenarios: readonly { readonly scenario: Scenario; readonly down: SystemsDown }[],
  scene: Scene,
): Markup {
  const { t } = scene;
  const name = channel.title?.value ?? channel.id;
  const type = typeWords(t)[channel.type];
  const head = make(
    'th',
    '',
    nameButton(name),
    isSame(name, type) ? undefined : ours(scene, 'span', 'up-of-type', type),
    channel.external ? undefined : ours(scene, 'span', 'up-of-type', t('inside only')),
  );
  return sourced(
    `channels.${channel.id}`,
    make(
      'tr',
      '',
      withAttributes(head, { scope: 'row' }),
      ...scenarios.map(({ scenario, down }) => ({ ...state(channel, down, scene), key: scenario.id })),
      make('td', '', channel.operators.map(personName).join(scene.t(', ')) || '—'),
      quota(channel, scene),
    ),
  );
}

function state(channel: Channel, down: SystemsDown, scene: Scene): Markup {
  const { t } = scene;
  const dead = channelDown(channel, down, scene.playbook);
  if (dead === undefined) {
    return make('td', 'up-lives', decoration('●'), ours(scene, 'span', '', t('lives')));
  }
  const chain = [dead.cause.system, ...chainOf(dead.cause).flatMap(({ target }) => target ?? [])];
  const because = chain.map((system) => system.title?.value ?? system.id).join(' ← ');
  return make(
    'td',
    'up-dead',
    decoration('✕'),
    ours(scene, 'strong', '', t('down')),
    make('span', phrased('up-because', because), unseen(scene, t('because of')), because),
  );
}

function quota({ quotaLeft, reach }: Channel, scene: Scene): Markup {
  const { t } = scene;
  if (quotaLeft === undefined) return make('td', '', '—');
  const line = (words: string) => ours(scene, 'span', 'up-line-of-cell', words);
  return make(
    'td',
    '',
    line(t('{0} messages', grouped(quotaLeft.value))),
    reach === undefined ? undefined : line(t('{0} readers', grouped(reach.value))),
  );
}

const decoration = (sign: string) => withAttributes(make('span', 'up-sign', sign), { 'aria-hidden': 'true' });
