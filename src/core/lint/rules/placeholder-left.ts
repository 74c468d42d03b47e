import type { Playbook, Text } from '../../model/playbook';
import { hideOpaque } from '../../wording/phrase';
import type { Rule } from '../rule';

/**
 * Stand-ins that writers leave for later. `〇〇` is none in 一〇〇円; `XX` counts in `XX時` and `20XX年`, but not in `XXL` or `5XX`; `__` not inside
 * names; Latin words only in capitals, since "todo" is a word that customers read too.
 */
const standIn =
  /(?<![一二三四五六七八九〇○◯●])[〇○◯●]{2,}|(?<![A-Za-z_])(?<!(?<!\d)\d)[XxＸｘ]{2,}(?![A-Za-z0-9_])|(?<![A-Za-z0-9_])(?:TODO|TBD|TBC|FIXME)(?![A-Za-z0-9_])|【(?:要記入|要確認|要修正|未定|仮|ここに[^】\n]{0,20})】|lorem ipsum|Lorem ipsum|LOREM IPSUM|(?<!\w)_{2,}(?!\w)|＿{2,}/g;

/** `__so__` is bold in Markdown, and a line of `___` is a rule. */
const markdown =
  /(?<![\p{L}\p{N}_])__(?=[^\s_])[^_\n]*[^\s_]__(?![\p{L}\p{N}_])|(?<![^\n])[ \t]*_{3,}[ \t]*(?![^\n])/gu;

export const placeholderLeft: Rule = {
  id: 'placeholder-left',
  severity: 'error',
  whileDraft: 'info',
  summary: 'No stand-in is left in what customers read.',
  why: 'On the day the text goes out as it is.',

  *check({ playbook, t }) {
    for (const text of shownTexts(playbook)) {
      const words = hideOpaque(text.value, ' ').replace(markdown, (match) => ' '.repeat(match.length));
      for (const match of words.matchAll(standIn)) {
        yield {
          span: text.spanOf(match.index, match.index + match[0].length),
          message: t(
            '"{0}" is still to be filled in. Write the words, or use a variable that is asked for on the day.',
            match[0],
          ),
        };
      }
    }
  },
};

/** Each text once: what a variant takes over is judged where it is written. */
function* shownTexts({ messages, sorryPage }: Playbook): Iterable<Text> {
  for (const message of messages.values()) {
    for (const variant of message.variants.values())
      yield* Object.values(variant.own).filter((text) => text !== undefined);
  }
  if (sorryPage === undefined) return;
  yield* sorryPage.support.values();
  for (const text of [sorryPage.leadCapture?.label, sorryPage.leadCapture?.consent, sorryPage.visual?.alt])
    if (text !== undefined) yield text;
}
