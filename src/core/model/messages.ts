import type { YamlEntry } from '../yaml/tree';
import { entryBase, type FileReader, type Mutable } from './fields';
import type { Channel, ChannelType, Message, PartName, Parts, Stage, Text, Variant } from './playbook';

const stages: readonly Stage[] = ['investigating', 'identified', 'monitoring', 'resolved', 'postmortem', 'apology'];
export const partNames: readonly PartName[] = ['subject', 'title', 'body', 'caption', 'story'];

const needed: { readonly [type in ChannelType]?: readonly PartName[] } = {
  email: ['subject', 'body'],
  'status-page': ['title', 'body'],
  'sorry-page': ['title', 'body'],
  blog: ['title', 'body'],
  'push-notification': ['title', 'body'],
  instagram: ['caption'],
};

/** What a text for such a channel can't do without. */
export function neededParts(type: ChannelType): readonly PartName[] {
  return needed[type] ?? ['body'];
}

/** `locale` is '' where the playbook's counts; `parts` are settled in `link.ts`, when the channels are known. */
export function readMessage(reader: FileReader, entry: YamlEntry): Message {
  const { fields, base } = entryBase(reader, entry, 'messages');
  const variants = new Map<string, Variant>();
  const message: Mutable<Message> = {
    stage: fields.oneOf('stage', stages),
    audience: fields.references('audience', 'audiences'),
    locale: fields.string('locale')?.value ?? '',
    translationOf: fields.reference('translation_of', 'messages'),
    draftedBy: fields.oneOf('drafted_by', ['person', 'ai'])?.value ?? 'person',
    reviewedBy: fields.reference('reviewed_by', 'people'),
    covers: fields.strings('covers'),
    variants,
    ...base,
  };
  for (const item of fields.entries('variants')) {
    const variant = readVariant(reader, item, message);
    variants.set(variant.id, variant);
  }
  return message;
}

function readVariant(reader: FileReader, entry: YamlEntry, message: Message): Variant {
  const isObject = entry.value.kind === 'map';
  const { fields, base } = isObject
    ? entryBase(reader, entry, 'variants')
    : entryBase(
        reader,
        { key: entry.key, value: { kind: 'map', span: entry.value.span, flow: false, entries: [] } },
        'variants',
      );
  const own: Mutable<Parts> = {};
  if (isObject) {
    // `title` of a variant is what it says, not its name.
    for (const name of partNames) {
      const text = name === 'title' ? (base as { title?: Text }).title : fields.text(name);
      if (text !== undefined) own[name] = text;
    }
  } else if (entry.value.kind === 'scalar') {
    const text = reader.text(entry.value, entry.key.span);
    if (entry.value.style !== 'missing') own.body = text;
  }
  return {
    message,
    channel: reader.reference<Channel>(entry.key, 'channels'),
    sameAs: fields.reference('same_as', 'variants', message),
    own,
    parts: {},
    ...base,
  };
}

/** What the variant says with `same_as` followed. `title` and `subject` stand in for each other. */
export function settleParts(variant: Variant): { own: Parts; parts: Parts } {
  const own = onItsChannel(variant);
  const sibling = variant.sameAs?.target;
  const inherited =
    sibling === undefined || sibling === variant || sibling.sameAs !== undefined ? {} : onItsChannel(sibling);
  const merged: Mutable<Parts> = { ...inherited, ...own };
  // An own title outweighs an inherited subject, where the channel shows subjects.
  const heading = own.subject ?? own.title ?? inherited.subject ?? inherited.title;
  if (sibling !== undefined && heading !== undefined) {
    if (own.title === undefined) merged.title = own.subject ?? inherited.title ?? heading;
    if (own.subject === undefined) merged.subject = own.title ?? inherited.subject ?? heading;
  }
  if (variant.channel.target?.type === 'instagram' && merged.caption === undefined && merged.body !== undefined)
    merged.caption = merged.body;
  if (variant.channel.target?.type !== 'instagram' && merged.body === undefined && merged.caption !== undefined)
    merged.body = merged.caption;
  return { own, parts: merged };
}

/** A plain text block is the caption on Instagram, and the body elsewhere. */
function onItsChannel(variant: Variant): Parts {
  const { body, ...others } = variant.own;
  if (
    variant.channel.target?.type !== 'instagram' ||
    body === undefined ||
    variant.keys.has('body') ||
    others.caption !== undefined
  )
    return variant.own;
  return { ...others, caption: body };
}
