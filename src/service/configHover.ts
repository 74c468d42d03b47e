import type { Hover } from 'vscode-languageserver-types';
import { aboutConfig } from '../core/lint/configGuide';
import { LineIndex, type Position } from '../core/text/lineIndex';
import type { Translate } from '../core/text/translate';
import { parseYaml } from '../core/yaml/parse';
import { toRange } from './checkedDocument';
import { plain } from './markdown';
import { pathAt } from './pathAt';

/** What a key or a level of `incident.config.yaml` means. */
export function provideConfigHover(text: string, position: Position, t: Translate): Hover | undefined {
  const lines = new LineIndex(text);
  const found = pathAt(parseYaml(text).root, lines.offset(position));
  if (found === undefined) return undefined;
  const path = found.path.map(String);
  const about = aboutConfig(found.on === 'value' ? [...path, found.text] : path, t);
  return about === undefined
    ? undefined
    : { contents: { kind: 'markdown', value: plain(about) }, range: toRange(lines, found.span) };
}
