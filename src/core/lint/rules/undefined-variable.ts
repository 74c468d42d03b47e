import { builtInNames, type Text } from '../../model/playbook';
import { nearest } from '../../text/nearest';
import { toNfc } from '../../text/nfc';
import type { Rule } from '../rule';

/** Where thousands are wrong, the first ones get a "did you mean". */
const mostSuggestions = 100;

export const undefinedVariable: Rule = {
  id: 'undefined-variable',
  severity: 'error',
  form: true,
  summary: 'Every {{name}} stands for something.',
  why: 'Customers would read the braces.',

  *check({ playbook, t }) {
    const sections = [playbook.variables, playbook.checklist, playbook.impact];
    const isName = (name: string) =>
      builtInNames.some((each) => each === name) || sections.some((section) => section.has(name));
    const names = () => [...sections.flatMap((section) => [...section.keys()]), ...builtInNames];
    const told = new Set<string>();
    let suggestions = 0;
    for (const text of playbook.texts) {
      for (const placeholder of text.placeholders) {
        if (placeholder.target !== undefined) continue;
        const { name, span, nameSpan } = placeholder;
        // What is written once and used through an alias is one mistake.
        const place = `${span.start} ${span.file ?? ''}`;
        if (told.has(place)) continue;
        told.add(place);
        const meant = name === '' || suggestions++ > mostSuggestions ? undefined : nearest(name, names());
        yield {
          span,
          message:
            name === ''
              ? t('The braces are empty. Write the name of a variable or of a checklist question between them.')
              : meant === undefined
                ? t(
                    'Nothing is called "{0}". Define it under "variables" or "checklist", or customers will read the braces.',
                    name,
                  )
                : t('Nothing is called "{0}". Did you mean "{1}"?', name, meant),
          ...(meant !== undefined && {
            fixes: [{ title: t('Change to "{0}"', meant), safe: true, edits: [{ span: nameSpan, text: meant }] }],
          }),
        };
      }
      for (const { name, from, to } of otherBraces(text)) {
        if (!isName(name)) continue;
        const span = text.spanOf(from, to);
        yield {
          span,
          message: t(
            '"{0}" is not filled in like this, so customers will read the braces. Write two half-width braces on each side.',
            text.value.slice(from, to),
          ),
          fixes: [{ title: t('Change to "{0}"', `{{${name}}}`), safe: true, edits: [{ span, text: `{{${name}}}` }] }],
        };
      }
    }
  },
};

const braces: ReadonlySet<number> = new Set([...'{｛'].map((brace) => brace.charCodeAt(0)));

/** Braces around a name that are not the two that fill it in: `{x}`, `{{x}`, `｛｛x｝｝`. */
function* otherBraces({ value, placeholders }: Text) {
  let opened = 0;
  for (let at = 0; at < value.length; at++) if (braces.has(value.charCodeAt(at))) opened++;
  // Most texts have two for each that is filled in, and no others.
  if (opened === 2 * placeholders.length) return;
  for (const match of value.matchAll(/([{｛]{1,3})[ 　]*(\p{L}[\p{L}\p{N}_.-]*)[ 　]*([}｝]{1,3})/gu)) {
    const [whole, open = '', name = '', close = ''] = match;
    if (open.endsWith('{{') && close.startsWith('}}')) continue;
    yield { name: toNfc(name), from: match.index, to: match.index + whole.length };
  }
}
