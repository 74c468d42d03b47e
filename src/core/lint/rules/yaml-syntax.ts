import type { Translate } from '../../text/translate';
import type { YamlProblem } from '../../yaml/tree';
import type { Rule } from '../rule';

/** Slips with full-width characters are told by `fullwidth-structure`. */
export const fullwidthCodes: ReadonlySet<string> = new Set(['wide-colon', 'wide-space', 'wide-gap', 'wide-bar']);

export const yamlSyntax: Rule = {
  id: 'yaml-syntax',
  severity: 'error',
  form: true,
  breaks: true,
  summary: 'The file can be read.',
  why: 'What can’t be read can’t be checked, and is not there on the day.',

  *check({ playbook, t }) {
    for (const problem of playbook.document.problems) {
      if (fullwidthCodes.has(problem.code)) continue;
      yield {
        span: problem.span,
        message: sentence(problem, t),
        ...(problem.edits && {
          fixes: [{ title: fixTitle(problem, t), safe: problem.code !== 'control-character', edits: problem.edits }],
        }),
      };
    }
  },
};

function sentence({ code, values = [] }: YamlProblem, t: Translate): string {
  const [value = ''] = values;
  switch (code) {
    case 'starts-with':
      return t(
        'Text can’t start with {0} here: the file would read it as something else. Put the whole text in quotes.',
        value,
      );
    case 'second-colon':
      return t(
        'There is a second ": " in this text, and the file would read it as another key. Put the whole text in quotes.',
      );
    case 'missing-space':
    case 'tight-key':
      return t('A space is missing behind "{0}:".', value);
    case 'tab-indent':
      return t('This line is indented with a tab. Use spaces, two for each level.');
    case 'unclosed-quote':
      return t('The text starts with {0} and the closing {0} is missing.', value);
    case 'text-after-quote':
      return t('There is more text behind {0}. Put the whole text in quotes, or take the inner quotes away.', value);
    case 'unclosed-bracket':
      return value === '['
        ? t('The list starts with [ and the closing ] is missing.')
        : t('The braces start with { and the closing } is missing.');
    case 'extra-bracket':
      return t('There is a closing {0} that was never opened. Take it away, or put the whole text in quotes.', value);
    case 'bracket-indent':
      return t('The closing {0} has to stand further in than the key that it belongs to.', value);
    case 'inside-braces':
      return t('Between brackets or braces, text with {0} has to stand in quotes.', value);
    case 'cut-off':
      return t('The text ends before the #: what stands behind it is taken for a note. Put the whole text in quotes.');
    case 'text-behind-bar':
      return t(
        'Behind {0} nothing else stands on the line: the text begins on the next line, two spaces further in.',
        value,
      );
    case 'spaces-in-block':
      return t('This empty line has more spaces than the text below it. Delete its spaces.');
    case 'bullet':
    case 'tight-item':
      return t('A list item starts with "- ": a dash and a space.');
    case 'indentation':
      return t(
        'This line does not stand under anything: it has too many or too few spaces in front. Line it up with its neighbours.',
      );
    case 'no-colon':
      return t('"{0}" has no colon behind it. A key is written as "{0}: " and its value.', value);
    case 'unknown-tag':
      return t(
        'Text can’t start with {0} here: the file would read it as something else. Put the whole text in quotes.',
        '!',
      );
    case 'unused-anchor':
      return t(
        'Text can’t start with {0} here: the file would read it as something else. Put the whole text in quotes.',
        '&',
      );
    case 'unknown-alias':
      return t(
        'Text can’t start with {0} here: the file would read it as something else. Put the whole text in quotes.',
        '*',
      );
    case 'too-many-aliases':
      return t(
        'The file repeats parts of itself with * so often that it would grow without end. Write these parts out.',
      );
    case 'several-documents':
      return t(
        'A line with --- starts a second file inside this one. Keep one plan in one file and take the line away.',
      );
    case 'control-character':
      return t(
        'There is an invisible character here (number {0}), probably from copying. Delete it and type the text again.',
        value,
      );
    case 'not-utf8':
      return t(
        'Some characters could not be read: the file is not saved as UTF-8. Save it again with the encoding UTF-8.',
      );
    case 'too-deep':
      return t(
        'There are brackets inside brackets more than a hundred times. A plan never needs that: look for one that was not closed.',
      );
    case 'too-large':
      return t(
        'The file is larger than 2 million characters, so it is not checked. Split the plan and pull the parts in with "uses".',
      );
    case 'key-not-text':
      return t('A key has to be a plain word, followed by a colon.');
    default:
      return t(
        'From here on the file can’t be read. Compare this line and the one above with the lines around: a colon, a quote or the spaces in front are often what is missing.',
      );
  }
}

function fixTitle({ code, values = [] }: YamlProblem, t: Translate): string {
  switch (code) {
    case 'extra-bracket':
      return t('Take {0} away', values[0] ?? '');
    case 'bracket-indent':
      return t('Move it further in');
    case 'text-behind-bar':
      return t('Begin the text on the next line');
    case 'spaces-in-block':
      return t('Delete the spaces');
    case 'tab-indent':
      return t('Use spaces in place of the tab');
    case 'missing-space':
    case 'bullet':
      return t('Add the space');
    case 'unclosed-quote':
      return t('Close the quotes');
    case 'control-character':
      return t('Delete the invisible characters');
    default:
      return t('Put the text in quotes');
  }
}
