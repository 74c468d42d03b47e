import fs from 'node:fs';
import path from 'node:path';
import { check } from '../core/lint/run';
import { approvableParts, approve, type NotApprovable } from '../core/model/approve';
import { approvalState } from '../core/model/contentHash';
import { nearest } from '../core/text/nearest';
import { printable } from '../core/text/printable';
import { applyEdits } from '../core/text/span';
import { toDate } from '../core/text/time';
import type { Translate } from '../core/text/translate';
import { parseYaml } from '../core/yaml/parse';
import { Disk } from './disk';
import { readOrExplain, writeOrExplain } from './files';
import { type ExitCode, type Terminal, UsageError } from './io';
import { parseOptions } from './options';

const options = { by: 'text', on: 'text', locale: ['en', 'ja'] } as const;

/** Writes that somebody has read a part as it stands now, and agrees. */
export function runApprove(argv: readonly string[], terminal: Terminal, t: Translate): ExitCode {
  const parsed = parseOptions(argv, options, t);
  const [given, ...parts] = parsed.arguments;
  const by = parsed.text('by');
  if (given === undefined || parts.length === 0 || by === undefined)
    throw new UsageError(
      t('"approve" takes a playbook, what is approved, like messages.first_notice, and --by with a person’s id.'),
    );
  const day = parsed.text('on');
  if (day !== undefined && !/^\d{4}-\d\d-\d\d$/.test(day))
    throw new UsageError(t('--on takes a day like 2026-11-30. It got "{0}".', day));
  const file = path.resolve(terminal.cwd, given);
  for (const part of parts) {
    const disk = new Disk(terminal.cwd);
    const { name, documents } = readOrExplain(given, () => disk.load(file), t);
    const { playbook, broken } = check({ file: name, documents, t, now: Date.now() });
    if (broken || !playbook.isPlaybook)
      throw new UsageError(t('"{0}" can’t be read: "unhappy-path lint" says what is wrong in it.', given));
    const edits = approve(playbook, part, by, day ?? toDate(Date.now(), playbook.timezone));
    if (typeof edits === 'string')
      throw new UsageError(reason(edits, part, by, approvableParts(playbook), [...playbook.people.keys()], t));
    const text = applyEdits(playbook.document.text, edits);
    const { playbook: after } = check({
      file: name,
      documents: new Map(documents).set(name, parseYaml(text)),
      t,
      now: Date.now(),
    });
    // What is written must be what was meant, or nothing is written.
    const holds = after.approvals.some(
      (one) => one.of?.value === part && one.by?.id === by && approvalState(one, after) === 'valid',
    );
    if (!holds) throw new UsageError(reason('one-line', part, by, [], [], t));
    writeOrExplain(given, () => fs.writeFileSync(file, text), t);
    terminal.stdout.write(
      `${printable(t('{0} has approved {1} as it is now.', after.people.get(by)?.name?.value ?? by, part))}\n`,
    );
  }
  return 0;
}

function reason(
  why: NotApprovable,
  part: string,
  by: string,
  parts: readonly string[],
  people: readonly string[],
  t: Translate,
): string {
  switch (why) {
    case 'no-such-part': {
      const meant = nearest(part, parts);
      return meant === undefined
        ? t('There is no part "{0}". What can be approved: {1}.', part, parts.join(', '))
        : t('There is no part "{0}". Did you mean "{1}"?', part, meant);
    }
    case 'no-such-person':
      return t('Nobody in "people" is called "{0}". The ids are: {1}.', by, people.join(', '));
    case 'elsewhere':
      return t('"{0}" stands in a file that this one uses: approve it there.', part);
    case 'one-line':
      return t('"approvals" can’t be added to as it is written. Write each approval on lines of its own.');
  }
}
