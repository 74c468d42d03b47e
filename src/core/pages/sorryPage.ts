import { type Visit, visitorPage, visits } from '../build/visitorPage';
import type { Markup } from '../draw/markup';
import { shortDuration } from '../draw/words';
import type { Person, Reference, Role, SorryPage } from '../model/playbook';
import type { Translate } from '../text/translate';
import { approvalList } from './approvalChips';
import { type Child, emptyState, make, nameButton, withAttributes } from './build';
import { sampleNote, showText, targetsOf } from './fill';
import { ours, type Scene, sourced } from './scene';

/** The page that visitors meet while nothing works: on a phone, on a desk, and how it comes to be there. */
export function sorryPagePage(scene: Scene): Markup {
  const { playbook, t, uiLocale } = scene;
  const page = playbook.sorryPage;
  if (page === undefined) {
    const empty = emptyState(
      t('No sorry page yet'),
      t('Write what visitors see while nothing works under "sorry_page": its message, where to look, whom to ask.'),
      'sorry_page:\n  http:\n    status: 503\n    retry_after: 10m\n  message: sorry_copy\n  support:\n    email: help@example.com',
      { what: 'sorry-page', words: t('Write it into the plan') },
    );
    return { ...make('div', 'up-sheet', withAttributes(empty, { lang: uiLocale })), key: 'sorry-page' };
  }
  const shown = visits(playbook);
  const textsOn = ({ variant }: Visit) => Object.values(variant?.parts ?? {}).filter((text) => text !== undefined);
  return {
    ...make(
      'div',
      'up-sheet up-sorry',
      facts(page, scene),
      sampleNote(shown.flatMap(textsOn), t, uiLocale),
      ...shown.map((visit) => frames(visit, scene)),
    ),
    key: 'sorry-page',
  };
}

function frames(visit: Visit, scene: Scene): Markup {
  const { playbook, t } = scene;
  const show = showText(
    playbook,
    targetsOf(playbook),
    { locale: visit.locale, stage: visit.variant?.message.stage?.value, links: true },
    t,
  );
  const picture = () => visitorPage(visit, playbook, { show, picture: undefined, still: true, level: 3 });
  const frame = (className: string, name: string, bar: string) =>
    make(
      'section',
      `up-visit ${className}`,
      ours(scene, 'h2', 'up-visit-name', name),
      make(
        'div',
        'up-visit-frame',
        withAttributes(make('p', 'up-visit-bar', bar), { 'aria-hidden': 'true' }),
        picture(),
      ),
    );
  const [address = ''] = playbook.campaign?.landingPages.map(({ value }) => value.replace(/^https?:\/\//, '')) ?? [];
  const missing =
    visit.variant === undefined
      ? ours(
          scene,
          'p',
          'up-note-line',
          t('What the page says is still missing: name a message that has a text for the sorry page.'),
        )
      : undefined;
  return {
    ...make(
      'div',
      'up-visits',
      missing,
      frame('up-visit-phone', t('On a phone'), address),
      frame('up-visit-desk', t('On a desk'), address),
    ),
    key: `visits-${visit.locale}`,
  };
}

/** What machines are told, and who switches. */
function facts(page: SorryPage, scene: Scene): Markup {
  const { t } = scene;
  const { switchover } = page;
  const pair = (word: string, ...value: readonly Child[]) => [ours(scene, 'dt', '', word), make('dd', '', ...value)];
  const http = [
    page.status === undefined ? undefined : `HTTP ${page.status.value}`,
    page.retryAfter === undefined ? undefined : t('come back in {0}', shortDuration(page.retryAfter.value, t)),
    page.robots?.value,
  ].filter((word) => word !== undefined);
  const takes = (switchover?.takes ?? 0) + (switchover?.dnsTtl ?? 0);
  const rows = [
    ...(http.length === 0 ? [] : pair(t('told to machines'), http.join(' · '))),
    ...(page.hostedOn === undefined
      ? []
      : pair(t('stands on'), page.hostedOn.target?.title?.value ?? page.hostedOn.id)),
    ...(switchover?.trigger === undefined ? [] : pair(t('switched on when'), switchover.trigger.value)),
    ...(switchover === undefined
      ? []
      : [
          ...who(t('decided by'), switchover.decidedBy, pair, t),
          ...who(t('switched by'), switchover.doneBy, pair, t),
          ...(takes > 0 ? pair(t('seen after'), ours(scene, 'span', '', shortDuration(takes, t))) : []),
        ]),
    ...(page.visual?.asset === undefined ? [] : pair(t('picture'), page.visual.asset.value)),
  ];
  return sourced(
    'sorry_page',
    make(
      'section',
      'up-sorry-facts',
      make('h2', '', nameButton(t('How it comes to be there'))),
      approvalList(scene)('sorry_page'),
      make('dl', 'up-facts', ...rows),
    ),
  );
}

function who(
  word: string,
  role: Reference<Role> | undefined,
  pair: (word: string, value: string) => readonly Child[],
  t: Translate,
): readonly Child[] {
  if (role === undefined) return [];
  const name = role.target?.title?.value ?? role.id;
  const person: Reference<Person> | undefined = role.target?.person;
  const whose = person?.target?.name?.value;
  return pair(word, whose === undefined || whose === name ? name : t('{0} ({1})', name, whose));
}
