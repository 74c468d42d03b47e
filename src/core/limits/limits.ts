import type { ChannelType, PartName } from '../model/playbook';

/**
 * How a channel counts: `weighted` as X does, `sms` by encoding, `characters` as people see them, `bytes` in UTF-8,
 * `columns` with two for a full-width character, `subject` as mail programs show subjects (a full-width character takes
 * the room of two and a half others), `hashtags` by the piece.
 */
export type Unit = 'weighted' | 'sms' | 'characters' | 'bytes' | 'columns' | 'subject' | 'hashtags';

export interface Limit {
  readonly unit: Unit;
  /** More is not sent. */
  readonly most?: number;
  /** More is not seen at once, or comes in several pieces. */
  readonly shown?: number;
}

/** What has a limit in a channel: a part of its texts, or how many hashtags they have. */
export type Limited = PartName | 'hashtags';

export type Limits = { readonly [type in ChannelType]?: { readonly [limited in Limited]?: readonly Limit[] } };

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
  instagram: {
    caption: [{ unit: 'characters', most: 2200 }],
    // `shown`: more read like advertising in bad news.
    hashtags: [{ unit: 'hashtags', most: 30, shown: 5 }],
  },
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

/** Other numbers than those above, as `incident.config.yaml` gives them. */
export type LimitChanges = {
  readonly [type in ChannelType]?: {
    readonly [limited in Limited]?: { readonly most?: number; readonly shown?: number };
  };
};

/**
 * The limits with changes put in. A number takes the place of the one of its kind; where a channel had none for a part,
 * characters are counted.
 */
export function withChanges(limits: Limits, changes: LimitChanges): Limits {
  const changed: Record<string, Record<string, readonly Limit[]>> = {};
  for (const [type, parts] of Object.entries(changes)) {
    const before = limits[type as ChannelType] ?? {};
    const after: Record<string, readonly Limit[]> = { ...before };
    for (const [limited, change] of Object.entries(parts))
      after[limited] = changedBy(before[limited as Limited], change);
    changed[type] = after;
  }
  return { ...limits, ...changed };
}

function changedBy(limits: readonly Limit[] = [{ unit: 'characters' }], change: Pick<Limit, 'most' | 'shown'>) {
  return (['most', 'shown'] as const).reduce<readonly Limit[]>((all, kind) => {
    const value = change[kind];
    if (value === undefined) return all;
    const at = Math.max(
      0,
      all.findIndex((limit) => limit[kind] !== undefined),
    );
    return all.map((limit, index) => (index === at ? { ...limit, [kind]: value } : limit));
  }, limits);
}
