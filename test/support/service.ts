import { defaultConfig } from '../../src/core/lint/config';
import { usedPaths } from '../../src/core/model/uses';
import type { Position } from '../../src/core/text/lineIndex';
import type { Span } from '../../src/core/text/span';
import { parseYaml } from '../../src/core/yaml/parse';
import type { YamlDocument } from '../../src/core/yaml/tree';
import { type CheckedDocument, checkDocument } from '../../src/service/checkedDocument';
import { type TextOptions, translators } from './lint';
import { dedent, readMarks } from './marks';

export interface Opened {
  readonly document: CheckedDocument;
  readonly text: string;
  /** Of `<|>`, in order. */
  readonly cursors: readonly Position[];
  readonly spans: readonly Span[];
}

/** The text as an editor has it open, with its marks as positions. Files are below `file:///work/`. */
export function openText(source: string, options: TextOptions = {}): Opened {
  const { text, spans, cursors } = readMarks(dedent(source));
  const file = options.file ?? 'test.incident.yaml';
  const documents = new Map<string, YamlDocument>();
  const waiting = [file];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const other = path === file ? text : options.files?.[path];
    if (other === undefined || documents.has(path)) continue;
    const parsed = parseYaml(other);
    documents.set(path, parsed);
    waiting.push(...usedPaths(parsed, path));
  }
  const locale = options.locale ?? 'en';
  const document = checkDocument({
    uri: `file:///work/${file}`,
    version: 1,
    file,
    documents,
    uriOf: (path) => `file:///work/${path}`,
    config: options.config ?? defaultConfig,
    t: translators[locale],
    locale,
    now: Date.parse(options.now ?? '2026-11-23T00:00Z'),
  });
  return { document, text, spans, cursors: cursors.map((offset) => document.lines.position(offset)) };
}

/** The only cursor of the text. */
export function cursorOf({ cursors }: Opened): Position {
  const [cursor] = cursors;
  if (cursor === undefined || cursors.length !== 1) throw new Error('one cursor is needed');
  return cursor;
}
