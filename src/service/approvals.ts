import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types';
import { staleApprovals } from '../core/flow/approvals';
import { approve, nodeNamed } from '../core/model/approve';
import { buildPlaybook } from '../core/model/build';
import { approvalState, contentHash } from '../core/model/contentHash';
import type { Person, Playbook } from '../core/model/playbook';
import type { Span } from '../core/text/span';
import { toDate } from '../core/text/time';
import { parseYaml } from '../core/yaml/parse';
import type { IsApprovedParams, StaleApproval } from '../protocol/diff';
import { type CheckedDocument, toRange } from './checkedDocument';

/** Where the name of a message, of a flow or of the sorry page stands: whoever may decide can approve it as it is now. */
export function provideApprovals(document: CheckedDocument, range: Range): readonly CodeAction[] {
  const { playbook, lines, uri, broken, now, t } = document;
  if (broken) return [];
  const part = partAt(playbook, lines.offset(range.start));
  if (part === undefined) return [];
  return approvers(playbook).flatMap((person) => {
    const isApproved = playbook.approvals.some(
      (one) => one.of?.value === part.of && one.by?.target === person && approvalState(one, playbook) === 'valid',
    );
    const edits = isApproved ? 'no-such-part' : approve(playbook, part.of, person.id, toDate(now, playbook.timezone));
    if (typeof edits === 'string') return [];
    return [
      {
        title: t('Approve "{0}" as it is now, as {1}', part.title, person.name?.value ?? person.id),
        kind: CodeActionKind.Refactor,
        edit: { changes: { [uri]: edits.map(({ span, text }) => ({ range: toRange(lines, span), newText: text })) } },
      },
    ];
  });
}

function partAt({ messages, flows, sorryPage }: Playbook, offset: number) {
  const isAt = (span: Span | undefined) =>
    span !== undefined && span.file === undefined && span.start <= offset && offset <= span.end;
  for (const [section, entries] of [
    ['messages', messages],
    ['flows', flows],
  ] as const)
    for (const { id, idSpan, title } of entries.values())
      if (isAt(idSpan)) return { of: `${section}.${id}`, title: title?.value ?? id };
  return isAt(sorryPage?.keySpan) ? { of: 'sorry_page', title: 'sorry_page' } : undefined;
}

/** More names would hide what else can be done here. */
const mostNames = 4;

/** Those who decide and their deputies, whoever approves reports, the owner; where nobody is said to, everybody. */
function approvers({ roles, report, owner, people }: Playbook): readonly Person[] {
  const deciding = [...roles.values()].filter(({ decides }) => decides);
  const reporting = (report?.approvers ?? []).flatMap(({ target }) => target ?? []);
  const named = [
    ...[...deciding, ...reporting].flatMap(({ person, deputy }) => [person?.target, deputy?.target]),
    owner?.target,
  ].filter((person) => person !== undefined);
  return [...new Set(named.length === 0 ? people.values() : named)].slice(0, mostNames);
}

export function provideStaleApprovals({ playbook }: CheckedDocument): readonly StaleApproval[] {
  return staleApprovals(playbook).map(({ of, by, on, hash, target }) => ({
    of: of?.value ?? '',
    title: target?.target?.title?.value ?? of?.value ?? '',
    by: by?.target?.name?.value ?? by?.id ?? '',
    on: on?.value ?? '',
    hash: hash?.value ?? '',
  }));
}

/** Whether the part was, in this version, what the approval was given to. */
export function isApproved({ text, of, hash }: IsApprovedParams): boolean {
  const file = 'version.incident.yaml';
  const node = nodeNamed(buildPlaybook(file, new Map([[file, parseYaml(text)]])), of);
  return node !== undefined && contentHash(node) === hash.toLowerCase();
}
