import type { Span } from '../text/span';

export type YamlNode = YamlScalar | YamlMap | YamlList;

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly span: Span;
  /** What YAML 1.2 core reads: a string where the text is no number, `true`, `false` or null. */
  readonly value: string | number | boolean | null;
  /** The text of the value: decoded for quoted and block scalars, as written for plain ones, '' for one that is missing. */
  readonly text: string;
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'missing';
}

export interface YamlMap {
  readonly kind: 'map';
  readonly span: Span;
  /** Written in braces. */
  readonly flow: boolean;
  /** In the order of the file; a key that stands twice is here twice. */
  readonly entries: readonly YamlEntry[];
}

export interface YamlEntry {
  readonly key: YamlScalar;
  /** Where nothing is written: a scalar of style `missing` with an empty span behind the colon. */
  readonly value: YamlNode;
}

export interface YamlList {
  readonly kind: 'list';
  readonly span: Span;
  /** Written in brackets. */
  readonly flow: boolean;
  readonly items: readonly YamlNode[];
}

export interface YamlComment {
  /** From the `#` to the end of the line. */
  readonly span: Span;
  /** Without the `#` and the spaces around. */
  readonly text: string;
  /** Nothing but spaces stands before it on its line. */
  readonly ownLine: boolean;
}

/** A place where YAML can't read the text. `code` names the slip; the rule `yaml-syntax` has the words. */
export interface YamlProblem {
  readonly code: string;
  readonly span: Span;
  /** What the sentence needs to name, e.g. the character or the key. */
  readonly values?: readonly string[];
  /** Repairs the slip without a change of meaning. */
  readonly edits?: readonly { readonly span: Span; readonly text: string }[];
}

export interface YamlDocument {
  readonly text: string;
  /** `undefined` for an empty file. */
  readonly root: YamlNode | undefined;
  readonly comments: readonly YamlComment[];
  /** Empty exactly when the text is YAML. With problems, `root` is what could be recovered. */
  readonly problems: readonly YamlProblem[];
}
