import type { ChannelType } from '../../../../src/core/model/playbook';
import { apology } from '../../../../src/core/wording/apology';
import { whatIsLeft } from '../../../../src/core/wording/facts';
import { isOpen, type JudgedVariant } from '../../../../src/core/wording/judged';
import { hasSign } from '../../../../src/core/wording/phrase';
import { bodies, judged, type Mutated, type Mutation, type Sample, say } from './sample';

interface Words {
  readonly ja?: string;
  readonly en?: string;
}

/** One more sentence in the first notice. */
function inserted(rule: string, words: Words, isOfOpen = false): Mutation {
  return {
    rule,
    what: `says ${JSON.stringify(words.ja ?? words.en)}`,
    edit(sample) {
      const text = isOfOpen ? open(sample) : (open(sample) ?? bodies(sample)[0]);
      const sentence = words[sample.words];
      if (sentence === undefined) return 'the words are of another language';
      if (text === undefined) return 'it has no message in a language whose words are known';
      const { message, id } = text.variant;
      // The sentence makes it longer for those, too, who take it over.
      const isTakenOver = [...message.variants.values()].some(({ sameAs }) => sameAs?.id === id);
      return {
        edits: [say(text.text, sentence, sample.words)],
        at: [sentence],
        ...(isTakenOver && { also: { 'text-too-long': 'a short post takes the longer text over' } }),
      };
    },
  };
}

/** How customers are spoken to: group F. */
export const wordingMutations: readonly Mutation[] = [
  {
    rule: 'scope-not-first',
    what: 'begins with a greeting',
    edit(sample) {
      const text = open(sample)?.text;
      if (text === undefined) return 'it has no message about open trouble';
      const { start } = text.spanOf(0, 1);
      const words = sample.words === 'ja' ? 'スタッフ一同より、お便りをお届けします。' : 'Hello from the whole team. ';
      return { edits: [{ span: { start, end: start }, text: words }], at: [words] };
    },
  },
  {
    rule: 'apology-missing',
    what: 'says sorry no longer',
    edit: (sample) =>
      withoutSentence(
        sample,
        (sentence) => hasSign(sentence, apology[sample.words]),
        () => true,
      ) ?? 'each apology of it is a part of a sentence that says more',
  },
  inserted('apology-weak', {
    ja: 'もしご迷惑をおかけしたのであれば、お詫びいたします。',
    en: 'We are sorry if you were affected.',
  }),
  inserted('apology-weak', { ja: '些細な不具合です。', en: 'We are sorry for any inconvenience.' }),
  {
    rule: 'vendor-named',
    what: 'names the vendor in a mail',
    edit(sample) {
      const { playbook } = sample;
      const vendor = [...playbook.systems.values()].flatMap((system) => system.vendor ?? [])[0];
      const target = bodies(sample).find(
        ({ variant }) => playbook.policy.thirdPartyNaming === 'never' || variant.channel.target?.type !== 'status-page',
      );
      if (vendor === undefined || target === undefined) return 'it has no vendor';
      const words = sample.words === 'ja' ? `${vendor.value}にも確かめました。` : `We have asked ${vendor.value}, too.`;
      return { edits: [say(target.text, words, sample.words)], at: [words] };
    },
  },
  inserted('humour-mismatch', { ja: '申し訳ございません😅', en: 'We are on it 😅.' }),
  {
    ...inserted('jargon', {}),
    what: 'speaks of a database',
    edit(sample) {
      const levels = new Set(
        [...sample.playbook.audiences.values()]
          .filter(({ internal }) => !internal)
          .map(({ technicalLevel }) => technicalLevel),
      );
      if (levels.size > 0 && !levels.has('general')) return 'it speaks to practitioners only';
      return inserted('jargon', { ja: 'データベースを確かめています。', en: 'We are looking at the database.' }).edit(
        sample,
      );
    },
  },
  {
    rule: 'jargon',
    what: 'uses a word that the glossary replaces',
    edit(sample) {
      const [word] = sample.playbook.brand.glossary.keys();
      if (word === undefined) return 'it has no glossary';
      return inserted('jargon', { ja: `${word}のことを確かめています。`, en: `We are looking at the ${word}.` }).edit(
        sample,
      );
    },
  },
  inserted('hard-to-read', {
    ja: `${'とても長い文を書き続けると読む人は息が続かず、'.repeat(4)}困ります。`,
    en: `${'One more word and '.repeat(8)}it ends.`,
  }),
  {
    rule: 'next-update-missing',
    what: 'does not say when the next word comes',
    edit(sample) {
      for (const { message, variant } of judged(sample)) {
        if (!isOpen(message)) continue;
        const times = Object.values(variant.own).flatMap((text) =>
          text === undefined ? [] : text.placeholders.filter(({ name }) => name === 'next_update_at'),
        );
        const [time, second] = times;
        if (time === undefined || second !== undefined) continue;
        const follow = [...message.variants.values()].filter(({ sameAs }) => sameAs?.id === variant.id);
        if (follow.length > 0) continue;
        return {
          edits: [{ span: time.span, text: sample.words === 'ja' ? 'のちほど' : 'some time' }],
          at: [variant.idSpan.start],
        };
      }
      return 'no variant of its own says it once';
    },
  },
  inserted('eta-unconfirmed', { ja: '18時頃に復旧する見込みです。', en: 'It will be back by 6 pm.' }, true),
  {
    rule: 'status-link-missing',
    what: 'leads a short post nowhere',
    edit(sample) {
      const short = new Set<ChannelType | undefined>(['x', 'sms', 'threads', 'bluesky']);
      const page = [...sample.playbook.channels.values()].find(({ type, url }) => type === 'status-page' && url)?.url
        ?.value;
      if (page === undefined) return 'it has no status page';
      for (const { channel, variant } of judged(sample)) {
        const body = short.has(channel?.type) ? variant.own.body : undefined;
        const from = body?.value.indexOf(page) ?? -1;
        if (body === undefined || from < 0) continue;
        return { edits: [{ span: body.spanOf(from, from + page.length), text: '' }], at: [variant.idSpan.start] };
      }
      return 'it has no short post';
    },
  },
  {
    rule: 'resolved-facts-missing',
    what: 'does not say what is left over',
    edit: (sample) =>
      withoutSentence(
        sample,
        (sentence) => hasSign(sentence, whatIsLeft[sample.words]),
        ({ message }) => message.stage?.value === 'resolved',
      ) ?? 'each all-clear says it in a sentence that says more',
  },
  inserted('keigo-style', { ja: '取り急ぎお知らせいたします。' }),
  inserted('keigo-style', { ja: '原因を調べている。' }),
  inserted('inaccessible-text', { ja: '赤字の箇所をご確認ください。', en: 'Click here.' }),
  {
    rule: 'format-mismatch',
    what: 'writes in Markdown where it stays as it is',
    edit(sample) {
      const plain = new Set<ChannelType | undefined>([
        'x',
        'line',
        'sms',
        'threads',
        'bluesky',
        'in-app',
        'phone',
        'facebook',
      ]);
      const text = judged(sample).find(({ channel, variant }) => plain.has(channel?.type) && variant.own.body)?.variant
        .own.body;
      if (text === undefined) return 'it says nothing on a channel that takes plain text only';
      const words = sample.words === 'ja' ? '**ご注意**' : '**Note**';
      return { edits: [say(text, words, sample.words)], at: [words] };
    },
  },
];

function open(sample: Sample) {
  return bodies(sample).find(({ variant }) => variant.message.stage?.value === 'investigating');
}

/** Takes the one sentence of a variant away that says it, where the variant says more than that. */
function withoutSentence(
  sample: Sample,
  says: (sentence: string) => boolean,
  judges: (variant: JudgedVariant) => boolean,
): Mutated | undefined {
  for (const one of judged(sample)) {
    const { message, variant, own } = one;
    if (!one.isForCustomers || !judges(one)) continue;
    if ([...message.variants.values()].some(({ sameAs }) => sameAs?.id === variant.id)) continue;
    const all = own.flatMap(({ name, text, sentences }) => sentences.map((sentence) => ({ name, text, sentence })));
    const saying = all.filter(({ sentence }) => says(sentence.text));
    const [only] = saying;
    if (only === undefined || saying.length > 1 || only.name === 'subject' || only.name === 'title') continue;
    const isFirst = all.find(({ name }) => name === only.name)?.sentence === only.sentence;
    if (isFirst || only.sentence.text.includes('{{')) continue;
    // A body on which nothing is left is another mistake.
    return {
      edits: [{ span: only.text.spanOf(only.sentence.from, only.sentence.to), text: '' }],
      at: [variant.idSpan.start],
    };
  }
  return undefined;
}
