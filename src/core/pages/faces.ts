import type { Markup } from '../draw/markup';
import type { ChannelType, Stage } from '../model/playbook';
import { type Child, make, phrased, withAttributes } from './build';

/** What a channel shows, ready to be set: samples filled in, Markdown drawn where the channel draws it. */
export interface Said {
  readonly type: ChannelType;
  /** Who speaks, and under which account. */
  readonly sender: string;
  readonly account?: string | undefined;
  /** When it is posted, in the sample: the day and the hour, and the hour alone. */
  readonly time: string;
  readonly clock: string;
  readonly stage?: Stage | undefined;
  readonly subject?: readonly Child[] | undefined;
  readonly title?: readonly Child[] | undefined;
  readonly text?: readonly Child[] | undefined;
  readonly story?: readonly Child[] | undefined;
  readonly words: FaceWords;
}

/** The page's own words in the pictures of channels. */
export interface FaceWords {
  /** Their language. */
  readonly locale: string;
  readonly stage: string;
  readonly picture: string;
  readonly story: string;
  readonly from: string;
  readonly subject: string;
  readonly now: string;
  readonly spoken: string;
  readonly nothing: string;
}

type Face =
  | 'post'
  | 'film'
  | 'bubble'
  | 'sms'
  | 'chat'
  | 'notification'
  | 'mail'
  | 'status'
  | 'window'
  | 'article'
  | 'banner'
  | 'dialog'
  | 'speech'
  | 'plain';

const faces: Readonly<Record<ChannelType, Face>> = {
  'status-page': 'status',
  'sorry-page': 'window',
  email: 'mail',
  sms: 'sms',
  x: 'post',
  line: 'bubble',
  instagram: 'film',
  facebook: 'post',
  threads: 'post',
  linkedin: 'post',
  bluesky: 'post',
  tiktok: 'film',
  youtube: 'film',
  'onsite-banner': 'banner',
  'in-app': 'dialog',
  'push-notification': 'notification',
  slack: 'chat',
  teams: 'chat',
  phone: 'speech',
  'press-release': 'article',
  blog: 'article',
  other: 'plain',
};

/** The message as its channel shows it. */
export function drawFace(said: Said): Markup {
  const face = faces[said.type];
  const isEmpty = said.text === undefined && said.title === undefined;
  const story = said.story === undefined ? undefined : drawStory(said.story, said.words);
  return make(
    'div',
    `up-face up-face-${face}`,
    isEmpty && story === undefined
      ? ours('p', 'up-nothing', said.words, said.words.nothing)
      : isEmpty
        ? undefined
        : drawings[face](said),
    story,
  );
}

const drawings: Readonly<Record<Face, (said: Said) => Markup>> = {
  post: (said) =>
    make('div', 'up-post', avatar(said), make('div', 'up-post-text', byline(said), heading(said), text(said))),
  film: (said) =>
    make(
      'div',
      'up-film',
      make('div', 'up-post-head', avatar(said), byline({ ...said, time: '' })),
      decoration(ours('div', 'up-film-picture', said.words, said.words.picture)),
      heading(said),
      text(said),
    ),
  bubble: (said) =>
    make(
      'div',
      'up-talk',
      avatar(said),
      make(
        'div',
        'up-talk-side',
        make('p', 'up-talk-name', said.sender),
        make('div', 'up-talk-row', make('div', 'up-bubble', heading(said), text(said)), when(said.clock)),
      ),
    ),
  sms: (said) =>
    make('div', 'up-sms', make('p', 'up-sms-name', said.sender), make('div', 'up-bubble', heading(said), text(said))),
  chat: (said) =>
    make(
      'div',
      'up-post',
      avatar(said, 'up-avatar-square'),
      make('div', 'up-post-text', byline({ ...said, time: said.clock }), heading(said), text(said)),
    ),
  notification: (said) =>
    make(
      'div',
      'up-note',
      make(
        'p',
        'up-note-app',
        avatar(said, 'up-avatar-app'),
        said.sender,
        ours('span', 'up-note-now', said.words, said.words.now),
      ),
      heading(said),
      text(said),
    ),
  mail: (said) =>
    make(
      'div',
      'up-mail',
      make(
        'p',
        'up-mail-row',
        ours('span', 'up-mail-label', said.words, said.words.from),
        make('span', '', said.sender),
      ),
      make(
        'div',
        'up-mail-row',
        ours('span', 'up-mail-label', said.words, said.words.subject),
        titleOf(said.subject ?? ['—']),
      ),
      make('div', 'up-mail-body', text(said)),
    ),
  status: (said) =>
    make(
      'div',
      'up-entry',
      make(
        'p',
        'up-entry-state',
        decoration(make('span', `up-dot up-dot-${said.stage ?? 'none'}`)),
        ours('strong', '', said.words, said.words.stage),
        when(said.time),
      ),
      heading(said),
      text(said),
    ),
  window: (said) =>
    make(
      'div',
      'up-window',
      decoration(make('p', 'up-window-bar', make('span', ''), make('span', ''), make('span', ''))),
      make('div', 'up-window-page', heading(said), text(said)),
    ),
  article: (said) =>
    make('div', 'up-article', make('p', 'up-article-by', said.sender, ' · ', said.time), heading(said), text(said)),
  banner: (said) =>
    make(
      'div',
      'up-window',
      decoration(make('p', 'up-window-bar', make('span', ''), make('span', ''), make('span', ''))),
      make('div', 'up-banner', heading(said), text(said)),
      decoration(make('div', 'up-window-rest')),
    ),
  dialog: (said) => make('div', 'up-app', make('div', 'up-dialog', heading(said), text(said))),
  speech: (said) =>
    make(
      'div',
      'up-speech',
      ours('p', 'up-part', said.words, said.words.spoken),
      make('blockquote', '', heading(said), text(said)),
    ),
  plain: (said) => make('div', '', heading(said), text(said)),
};

function drawStory(story: readonly Child[], words: FaceWords): Markup {
  return make(
    'div',
    'up-story-part',
    ours('p', 'up-part', words, words.story),
    make('div', 'up-story', make('p', phrased('', wordsOf(story)), ...story)),
  );
}

const heading = ({ title }: Said) => (title === undefined ? undefined : titleOf(title));

const titleOf = (title: readonly Child[]) => make('h4', phrased('up-face-title', wordsOf(title)), ...title);
/** With the samples in it: it is their length, too, that a browser looks for phrases in. */
const wordsOf = (pieces: readonly Child[]): string =>
  pieces.map((piece) => (typeof piece === 'object' ? wordsOf(piece.children ?? []) : (piece ?? ''))).join('');
const text = ({ text }: Said) => (text === undefined ? undefined : make('div', 'up-text', ...text));
const when = (time: string) => decoration(make('span', 'up-when', time));

function byline({ sender, account, time }: Said): Markup {
  const hasBoth = account !== undefined && account !== sender;
  return make(
    'p',
    'up-byline',
    make('strong', '', sender),
    hasBoth ? make('span', 'up-account', account) : undefined,
    time === '' ? undefined : when(time),
  );
}

function avatar({ sender }: Said, className = ''): Markup {
  const [first = ''] = sender.replace(/^@/, '').trim();
  return decoration(make('span', `up-avatar ${className}`.trim(), first));
}

/** Words of the page in the midst of the author's: in the reader's language. */
const ours = (tag: string, className: string, { locale }: FaceWords, words: string) =>
  withAttributes(make(tag, className, words), { lang: locale });

const decoration = (markup: Markup) => withAttributes(markup, { 'aria-hidden': 'true' });
