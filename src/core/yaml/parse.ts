import { YAMLException } from 'js-yaml';
import { type Span, toSpan } from '../text/span';
import { fromEvents } from './fromEvents';
import { misread } from './misread';
import { movedTree } from './moved';
import { recover } from './recover';
import type { YamlDocument, YamlProblem } from './tree';

/** UTF-16 units. A plan of a hundred messages is 50,000. */
const longest = 2_000_000;

/** What YAML does not allow, and no keyboard writes: controls, and halves of characters. https://yaml.org/spec/1.2.2/#51-character-set */
const control =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The same and halves that may belong together: quick to look for, and most texts have none. */
const suspect = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ud800-\udfff\ufffe\uffff]/;

/** Text → a tree in which every key and value has its place. Never throws; what can't be read is in `problems`. */
export function parseYaml(text: string): YamlDocument {
  if (text.length > longest) return refuse(text, { code: 'too-large', span: toSpan(0, 0) });
  const found = suspect.test(text) ? text.search(control) : -1;
  const alien = text.indexOf('\u{fffd}');
  if (found < 0 && alien < 0) return parseClean(text);
  // Hidden by spaces, so that all other places stay where they are.
  const { root, comments, problems } = parseClean(text.replace(control, ' '));
  const hidden: YamlProblem =
    found >= 0
      ? {
          code: 'control-character',
          span: toSpan(found, found + 1),
          values: [text.charCodeAt(found).toString(16).toUpperCase().padStart(4, '0')],
          edits: [...text.matchAll(control)]
            .slice(0, 1000)
            .map(({ index }) => ({ span: toSpan(index, index + 1), text: '' })),
        }
      : { code: 'not-utf8', span: toSpan(alien, alien + 1) };
  return { text, root, comments, problems: found >= 0 ? [hidden] : [hidden, ...problems] };
}

function parseClean(text: string): YamlDocument {
  // YAML's parser drops a byte order mark and counts from behind it.
  if (text.startsWith('\uFEFF')) return withMark(text, parseClean(text.slice(1)));
  try {
    const document = fromEvents(text);
    return document.problems.some(({ code }) => misread.has(code)) ? recover(text) : document;
  } catch (error) {
    if (error instanceof YAMLException) return recover(text);
    throw error;
  }
}

function refuse(text: string, problem: YamlProblem): YamlDocument {
  return { text, root: undefined, comments: [], problems: [problem] };
}

/** The same document, one character further on. */
function withMark(text: string, { root, comments, problems }: YamlDocument): YamlDocument {
  const move = ({ start, end }: Span) => toSpan(start + 1, end + 1);
  const moved = <T extends { readonly span: Span }>(value: T): T => ({ ...value, span: move(value.span) });
  return {
    text,
    root: root && movedTree(root, move),
    comments: comments.map(moved),
    problems: problems.map(({ edits, ...problem }) => ({
      ...moved(problem),
      ...(edits && { edits: edits.map(moved) }),
    })),
  };
}
