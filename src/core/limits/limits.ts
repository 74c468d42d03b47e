import type { ChannelType, PartName } from '../model/playbook';

/**
 * How a channel counts: `weighted` as X does, `sms` by encoding, `characters` as people see them, `bytes` in UTF-8,
 * `columns` with two for a full-width character, `subject` as mail programs show subjects (a full-width character takes
 * the room of two and a half others).
 */
export type Unit = 'weighted' | 'sms' | 'characters' | 'bytes' | 'columns' | 'subject';

export interface Limit {
  readonly unit: Unit;
  /** More is not sent. */
  readonly most?: number;
  /** More is not seen at once, or comes in several pieces. */
  readonly shown?: number;
}

export type Limits = { readonly [type in ChannelType]?: { readonly [part in PartName]?: readonly Limit[] } };

/** When these were read at their sources. Limits of other people's services change. */
export const limitsReadOn = '2026-11';

/**
 * Sources: X, github.com/twitter/twitter-text (config v3). SMS, 3GPP TS 23.038 and 23.040; Japanese carriers, 70
 * characters, or 670 with the long option. LINE Official Account Manager manual: 500 characters a bubble, three bubbles
 * a broadcast. Instagram, Facebook, Threads, LinkedIn: their help pages. Bluesky: lexicon app.bsky.feed.post. Slack:
 * docs.slack.dev, chat.postMessage. Push: Apple and Firebase, 4096 bytes a payload; what phones show is measured. E-mail
 * subjects: what mail programs on phones show. Statuspage: its API reference, incident name.
 */
export const channelLimits: Limits = {
  x: { body: [{ unit: 'weighted', most: 280 }] },
  // Both depend on the encoding: see sms.ts.
  sms: { body: [{ unit: 'sms' }] },
  line: { body: [{ unit: 'characters', most: 1500, shown: 500 }] },
  instagram: { caption: [{ unit: 'characters', most: 2200 }] },
  facebook: { body: [{ unit: 'characters', most: 63_206 }] },
  threads: { body: [{ unit: 'characters', most: 500 }] },
  linkedin: { body: [{ unit: 'characters', most: 3000 }] },
  bluesky: { body: [{ unit: 'characters', most: 300 }] },
  slack: { body: [{ unit: 'characters', most: 40_000, shown: 4000 }] },
  'push-notification': {
    title: [
      { unit: 'columns', shown: 40 },
      { unit: 'bytes', most: 4096 },
    ],
    body: [
      { unit: 'columns', shown: 100 },
      { unit: 'bytes', most: 4096 },
    ],
  },
  email: { subject: [{ unit: 'subject', shown: 50 }] },
  'status-page': { title: [{ unit: 'characters', most: 255 }] },
};
