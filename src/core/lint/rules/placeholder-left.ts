import type { Playbook, Text } from '../../model/playbook';
import { withoutPlaceholders } from '../../wording/phrase';
import type { Rule } from '../rule';

/** Stand-ins that writers leave for later. Latin ones count only as words of their own: `XX時`, but not `XXL`. */
const standIn =
  /[〇○◯●]{2,}|(?<![A-Za-z0-9])(?:[Xx]{2,3}|TODO|TBD|TBC|FIXME)(?![A-Za-z0-9])|【(?:要記入|要確認|要修正|未定|仮|ここに[^】\n]{0,20})】|lorem ipsum|(?<![\w*])_{2,}(?![\w*])/gi;

export const placeholderLeft: Rule = {
  id: 'placeholder-left',
  severity: 'error',
  whileDraft: 'info',
  summary: 'No stand-in is left in what customers read.',
  why: 'On the day the text goes out as it is.',

  *check({ playbook, t }) {
    for (const text of shownTexts(playbook)) {
      for (const match of withoutPlaceholders(text.value).matchAll(standIn)) {
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
