import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { toNfc } from '../text/nfc';
import type { YamlNode, YamlScalar } from '../yaml/tree';
import type { Approval, Playbook } from './playbook';

/**
 * What an approval is given to: `sha256:` and the hash of the part as it is written, `same_as` not followed, in the one
 * form that JSON has by RFC 8785 (https://www.rfc-editor.org/rfc/rfc8785), keys and texts in NFC. A changed character
 * changes it; comments, quotes, the style of a text block and the order of keys do not.
 */
export function contentHash(node: YamlNode): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(toCanonical(node))))}`;
}

/** The part that an approval names; undefined where it is not there. */
export function approvedNode({ of, target }: Approval, playbook: Playbook): YamlNode | undefined {
  return of?.value === 'sorry_page' ? playbook.sorryPage?.node : target?.target?.node;
}

/**
 * `valid`: it holds for what stands there now. `stale`: that was changed since. `unread`: it names nothing, or has no
 * hash that can be one; that is a finding of its own.
 */
export type ApprovalState = 'valid' | 'stale' | 'unread';

export function approvalState(approval: Approval, playbook: Playbook): ApprovalState {
  const hash = approval.hash?.value.toLowerCase();
  const node = approvedNode(approval, playbook);
  if (node === undefined || hash === undefined || !/^sha256:[0-9a-f]{64}$/.test(hash)) return 'unread';
  return hash === contentHash(node) ? 'valid' : 'stale';
}

/**
 * The one form: see `contentHash`. Of two equal keys the first counts, as everywhere. `say` may put another text in the
 * place of a key or a value that is text.
 */
export function toCanonical(
  node: YamlNode,
  say: (scalar: YamlScalar, text: string) => string = (_, text) => text,
): string {
  if (node.kind === 'list') return `[${node.items.map((item) => toCanonical(item, say)).join(',')}]`;
  if (node.kind === 'scalar') {
    const { value } = node;
    if (typeof value === 'string') return JSON.stringify(say(node, toNfc(value)));
    // JSON has no word for what is no finite number: what the author wrote.
    return typeof value === 'number' && !Number.isFinite(value) ? JSON.stringify(node.text) : JSON.stringify(value);
  }
  const entries = new Map<string, YamlNode>();
  for (const { key, value } of node.entries) {
    const name = say(key, toNfc(key.text));
    if (!entries.has(name)) entries.set(name, value);
  }
  const inOrder = [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${inOrder.map(([name, value]) => `${JSON.stringify(name)}:${toCanonical(value, say)}`).join(',')}}`;
}
