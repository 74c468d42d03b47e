import { applyEdits, type Edit, type Span } from '../text/span';
import { parseYaml } from '../yaml/parse';
import type { YamlDocument } from '../yaml/tree';
import type { Finding, Fix } from './finding';
import { type Checked, check, type LintInput } from './run';

export interface FixAllInput extends LintInput {
  /** Whether a file, named as in `documents`, may be changed; default: all. */
  readonly mayChange?: (file: string) => boolean;
}

/** A fix that was applied; the finding as it stood when it was. */
export interface Fixed {
  readonly file: string;
  readonly finding: Finding;
  readonly fix: Fix;
}

export interface FixedAll {
  /** The whole new text of each file that changed. */
  readonly texts: ReadonlyMap<string, string>;
  readonly fixed: readonly Fixed[];
  /** What is left, in the texts after the fixes. */
  readonly findings: readonly Finding[];
}

/** Fixes settle in two or three rounds; this many only where one slip hides behind another. */
const mostRounds = 50;

type Documents = ReadonlyMap<string, YamlDocument>;

/**
 * Applies the safe fix of every finding, whole fixes only, until there is none left. Fixes that touch each other wait
 * for the next round. A fix after which a file can't be read any more is not applied.
 */
export function fixAll({ mayChange = () => true, ...input }: FixAllInput): FixedAll {
  let documents: Documents = input.documents;
  let checked = check(input);
  const fixed: Fixed[] = [];
  const seen = new Set<string>();

  for (let round = 0; round < mostRounds; round++) {
    const wanted = apart(safeFixes(checked, input.file, documents, mayChange));
    if (wanted.length === 0) break;
    const next = applied(wanted, checked, input, documents);
    if (next.fixed.length === 0) break;
    const state = JSON.stringify([...next.documents].map(([file, { text }]) => [file, text]));
    // Two fixes that undo each other would go round for ever.
    if (seen.has(state)) break;
    seen.add(state);
    ({ documents, checked } = next);
    fixed.push(...next.fixed);
  }

  const texts = new Map<string, string>();
  for (const [file, { text }] of documents) if (text !== input.documents.get(file)?.text) texts.set(file, text);
  return { texts, fixed: texts.size === 0 ? [] : fixed, findings: checked.findings };
}

/** The file that an edit of a finding lands in: its own word, else the finding's, else the playbook's. */
export function fileOfEdit(edit: Edit, finding: { readonly span: Span }, file: string): string {
  return edit.span.file ?? finding.span.file ?? file;
}

/** The fix of a finding that can be applied unseen. */
export function safeFixOf({ fixes = [] }: Finding): Fix | undefined {
  return fixes.find((fix) => fix.safe && fix.edits.length > 0);
}

function safeFixes(
  { findings }: Checked,
  file: string,
  documents: Documents,
  mayChange: (file: string) => boolean,
): readonly Fixed[] {
  return findings.flatMap((finding) => {
    const fix = safeFixOf(finding);
    if (fix === undefined) return [];
    const files = fix.edits.map((edit) => fileOfEdit(edit, finding, file));
    if (!files.every((name) => documents.has(name) && mayChange(name))) return [];
    return [{ file: finding.span.file ?? file, finding, fix }];
  });
}

/** Those of the fixes that touch no earlier one. */
function apart(fixes: readonly Fixed[]): readonly Fixed[] {
  const taken = new Map<string, { spans: Span[]; end: number }>();
  return fixes.filter(({ file, finding, fix }) => {
    const spans = fix.edits.map((edit) => ({ name: fileOfEdit(edit, finding, file), span: edit.span }));
    const free = spans.every(({ name, span }) => {
      const others = taken.get(name);
      // Most findings come in the order of the text.
      if (others === undefined || span.start > others.end) return true;
      return others.spans.every((other) => span.end < other.start || other.end < span.start);
    });
    if (!free) return false;
    for (const { name, span } of spans) {
      const others = taken.get(name) ?? { spans: [], end: -1 };
      others.spans.push(span);
      others.end = Math.max(others.end, span.end);
      taken.set(name, others);
    }
    return true;
  });
}

interface Applied {
  readonly documents: Documents;
  readonly checked: Checked;
  readonly fixed: readonly Fixed[];
}

/** All at once; where that breaks a file, one after the other, leaving out those that break it. */
function applied(wanted: readonly Fixed[], before: Checked, input: LintInput, documents: Documents): Applied {
  const all = edited(wanted, input.file, documents);
  const checked = check({ ...input, documents: all });
  if (!breaks(before, documents, checked, all)) return { documents: all, checked, fixed: wanted };
  const fixed: Fixed[] = [];
  let kept: Applied = { documents, checked: before, fixed };
  for (const fix of wanted.slice(0, mostRounds)) {
    const tried = edited([...kept.fixed, fix], input.file, documents);
    const found = check({ ...input, documents: tried });
    if (breaks(before, documents, found, tried)) continue;
    kept = { documents: tried, checked: found, fixed: [...kept.fixed, fix] };
  }
  return kept;
}

function breaks(before: Checked, old: Documents, after: Checked, documents: Documents): boolean {
  if (!before.broken && after.broken) return true;
  return [...documents].some(([file, { problems }]) => problems.length > 0 && old.get(file)?.problems.length === 0);
}

function edited(fixes: readonly Fixed[], main: string, documents: Documents): Documents {
  const edits = new Map<string, Edit[]>();
  for (const { finding, fix } of fixes) {
    for (const edit of fix.edits) {
      const file = fileOfEdit(edit, finding, main);
      const own = edits.get(file) ?? [];
      own.push(edit);
      edits.set(file, own);
    }
  }
  const next = new Map(documents);
  for (const [file, own] of edits) next.set(file, parseYaml(applyEdits(documents.get(file)?.text ?? '', own)));
  return next;
}
