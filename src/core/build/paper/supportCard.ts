import { roleName } from '../../draw/face';
import type { Markup } from '../../draw/markup';
import { shortDuration } from '../../draw/words';
import type { Text } from '../../model/playbook';
import { make } from '../../pages/build';
import type { Paper } from './file';
import { head, lines, textPieces } from './pieces';

/** For whoever answers: on the day, that may be anybody from the designer to customer service. */
export function supportCard(paper: Paper): Markup {
  const { playbook, t } = paper;
  const { phone, dm, chat } = playbook.supportScript ?? {};
  const scripts: readonly (readonly [string, Text | undefined])[] = [
    [t('On the telephone'), phone],
    [t('In a direct message'), dm],
    [t('In the chat'), chat],
  ];
  const said = scripts.flatMap(([word, text]) =>
    text === undefined ? [] : [make('h3', '', word), lines(textPieces(text, paper))],
  );
  const rules = [...mayBeSaid(paper), ...whatWeOffer(paper)];
  const places = whereToPoint(paper);
  return make(
    'section',
    'pp-sheet pp-card',
    make('p', 'pp-plan', playbook.title?.value ?? playbook.id),
    make('h1', '', t('Whoever answers customers')),
    make('h2', '', t('What you say')),
    ...(said.length > 0
      ? said
      : [make('p', 'pp-hint', t('The plan has no words for this yet: write them under "{0}".', 'support_script'))]),
    make('h2', '', t('What may be said')),
    make('ul', '', ...rules.map((rule) => make('li', '', rule))),
    ...glossary(paper),
    ...(places.length === 0
      ? []
      : [make('h2', '', t('Where you point people')), make('ul', '', ...places.map((place) => make('li', '', place)))]),
    make('h2', '', t('What you were asked')),
    notes(paper),
  );
}

/** The plan's policy as somebody on the telephone needs it. */
function mayBeSaid({ playbook, t }: Paper): readonly string[] {
  const { policy } = playbook;
  const phrase = policy.thirdPartyPhrase?.value.trim();
  return [
    t('Say only what has been announced. “I don’t know yet” is a good answer: offer to call back.'),
    {
      never: t('Name no time at which it will be over.'),
      'when-confirmed': t('Name a time at which it will be over only if it was announced.'),
      allowed: t('You may say when it is likely to be over.'),
    }[policy.eta],
    policy.thirdPartyNaming === 'anywhere'
      ? t('You may name the company whose service failed.')
      : phrase === undefined || phrase === ''
        ? t('Don’t name the company whose service failed.')
        : t('Don’t name the company whose service failed. Say: {0}', phrase),
    t('Don’t guess at the cause, and blame nobody.'),
    ...([...playbook.checklist.values()].some(({ personalData }) => personalData)
      ? [
          t(
            'If somebody speaks of other people’s data, promise nothing, write it down and tell the person who decides at once.',
          ),
        ]
      : []),
  ];
}

function whatWeOffer({ playbook, t }: Paper): readonly string[] {
  const { distributive, procedural } = playbook.recovery ?? {};
  const contact = procedural?.singleContact;
  return [
    ...(distributive === undefined || distributive.offers.length === 0
      ? []
      : [
          distributive.appliesFrom === undefined
            ? t('We make up for it: {0}', distributive.offers.map(({ value }) => value).join(t('; ')))
            : t(
                'From the class "{1}" on we make up for it: {0}',
                distributive.offers.map(({ value }) => value).join(t('; ')),
                distributive.appliesFrom.target?.title?.value ?? distributive.appliesFrom.id,
              ),
        ]),
    ...(contact === undefined ? [] : [t('One contact for all questions: {0}', roleName(contact))]),
    ...(procedural?.answerWithin === undefined
      ? []
      : [t('Whoever wrote hears from us within {0}.', shortDuration(procedural.answerWithin.value, t))]),
  ];
}

function glossary({ playbook, t }: Paper): readonly Markup[] {
  const words = [...playbook.brand.glossary];
  if (words.length === 0) return [];
  return [
    make('h3', '', t('Words that customers know')),
    make('p', '', words.map(([word, { value }]) => t('not "{0}" but "{1}"', word, value)).join(t(', '))),
  ];
}

function whereToPoint({ playbook, t }: Paper): readonly string[] {
  const status =
    playbook.sorryPage?.statusLink?.target ??
    [...playbook.channels.values()].find(({ type }) => type === 'status-page');
  const support = [...(playbook.sorryPage?.support ?? [])].map(
    ([key, { value }]) => `${supportWord(key, { t })}${t(': ')}${value.trim()}`,
  );
  return [
    ...(status?.url === undefined ? [] : [`${status.title?.value ?? t('status page')}${t(': ')}${status.url.value}`]),
    ...support,
  ];
}

function supportWord(key: string, { t }: Pick<Paper, 't'>): string {
  return { x: 'X', tel: t('telephone'), email: t('e-mail'), hours: t('opening hours') }[key] ?? key;
}

function notes({ t }: Paper): Markup {
  const heads = [t('Time'), t('Name'), t('What was asked'), t('Call back?')];
  const row = make('tr', 'pp-row-blank', ...heads.map(() => make('td', '', '')));
  return make('table', '', head(heads), make('tbody', '', row, row, row));
}
