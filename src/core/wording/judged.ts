import type { Channel, Message, PartName, Playbook, Text, Variant } from '../model/playbook';
import { hideOpaque } from './phrase';
import { type Sentence, sentencesOf } from './sentences';

/** Languages whose words are known. A message in another one is not judged. */
export type WordingLocale = 'ja' | 'en';

/** A variant whose words are judged. */
export interface JudgedVariant {
  readonly message: Message;
  readonly variant: Variant;
  readonly channel: Channel | undefined;
  readonly locale: WordingLocale;
  readonly isForCustomers: boolean;
  /** Written in this variant; what `same_as` brings is judged where it stands. */
  readonly own: readonly JudgedPart[];
  /** All its texts together, inherited ones too, parts divided by an empty line. */
  readonly all: string;
}

export interface JudgedPart {
  readonly name: PartName;
  readonly text: Text;
  /** The author's words: placeholders and addresses are blanks. Same length. */
  readonly words: string;
  /** Cut once, for all rules that ask. */
  readonly sentences: readonly Sentence[];
}

const partNames: readonly PartName[] = ['subject', 'title', 'body', 'caption', 'story'];

export function wordingLocaleOf(locale: string): WordingLocale | undefined {
  const language = locale.split('-')[0]?.toLowerCase();
  return language === 'ja' || language === 'en' ? language : undefined;
}

export function* judgedVariants(playbook: Playbook): Iterable<JudgedVariant> {
  for (const message of playbook.messages.values()) {
    const locale = wordingLocaleOf(message.locale);
    if (locale === undefined) continue;
    for (const variant of message.variants.values()) {
      yield new AuthorVariant(message, variant, locale);
    }
  }
}

// Classes, so that what is worked out later is one getter for all: a getter of each object's own is kept for long.

class AuthorVariant implements JudgedVariant {
  readonly channel: Channel | undefined;
  readonly isForCustomers: boolean;
  readonly own: readonly JudgedPart[];
  private together: string | undefined;

  constructor(
    readonly message: Message,
    readonly variant: Variant,
    readonly locale: WordingLocale,
  ) {
    this.channel = variant.channel.target;
    this.isForCustomers = isForCustomers(message, this.channel);
    this.own = partNames.flatMap((name) => {
      const text = variant.own[name];
      return text === undefined ? [] : [new AuthorPart(name, text, locale)];
    });
  }

  get all(): string {
    this.together ??= partNames.flatMap((name) => this.variant.parts[name]?.value ?? []).join('\n\n');
    return this.together;
  }
}

class AuthorPart implements JudgedPart {
  private plain: string | undefined;
  private cut: readonly Sentence[] | undefined;

  constructor(
    readonly name: PartName,
    readonly text: Text,
    private readonly locale: WordingLocale,
  ) {}

  get words(): string {
    this.plain ??= hideOpaque(this.text.value, ' ');
    return this.plain;
  }

  get sentences(): readonly Sentence[] {
    this.cut ??= sentencesOf(this.text.value, this.locale);
    return this.cut;
  }
}

/** Unless all its audiences are `internal`; without audiences, the channel's; without those, by channel. */
function isForCustomers({ audience }: Message, channel: Channel | undefined): boolean {
  let named = false;
  for (const { target } of audience) {
    if (target === undefined) continue;
    if (!target.internal) return true;
    named = true;
  }
  return named ? false : (channel?.external ?? true);
}

/** A stage in which the trouble is not over. */
export function isOpen(message: Message): boolean {
  const stage = message.stage?.value;
  return stage === 'investigating' || stage === 'identified' || stage === 'monitoring';
}
