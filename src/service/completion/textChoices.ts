import { rules } from '../../core/lint/rules';
import { builtInNames } from '../../core/model/playbook';
import { nameOf } from '../aboutEntry';
import { plain } from '../markdown';
import type { Caret } from './caret';
import { type Choice, CompletionItemKind } from './choice';
import type { Scene } from './scene';

/** Choices that replace a part of the line. */
export interface LineChoices {
  /** Columns. */
  readonly from: number;
  readonly to: number;
  readonly choices: readonly Choice[];
}

/** `{{names}}` inside what customers read. */
export function placeholderChoices({ line, caret }: Caret, { document }: Scene): LineChoices {
  const { playbook, t } = document;
  const before = line.slice(0, caret);
  const open = /\{\{?[^{}]*$/.exec(before)?.[0] ?? '';
  const word = open === '' ? (/[\p{L}\p{N}_-]*$/u.exec(before)?.[0] ?? '') : open;
  const behind = open === '' ? 0 : (/^[\p{L}\p{N}_.-]*(?:\s*\}{1,2})?/u.exec(line.slice(caret))?.[0].length ?? 0);
  const times: Readonly<Record<string, string>> = {
    posted_at: t('The time at which the message goes out.'),
    next_update_at: t('The time of the next update: "update_every" of the class later.'),
  };
  const said: Readonly<Record<string, string | undefined>> = {
    'brand.we': playbook.brand.we?.value,
    'brand.signature': playbook.brand.signature?.value,
    'policy.third_party_phrase': playbook.policy.thirdPartyPhrase?.value,
    'scenario.title': t('Filled in on the day.'),
  };
  const entries = [...playbook.checklist.values(), ...playbook.variables.values(), ...playbook.impact.values()];
  const own = entries.map(
    (entry): Choice => ({
      name: `{{${entry.id}}}`,
      title: nameOf(entry, playbook),
      kind: CompletionItemKind.Variable,
      about: [entry.section, entry.id],
    }),
  );
  const builtIn = builtInNames
    .filter((name) => name in times || said[name] !== undefined)
    .map(
      (name): Choice => ({
        name: `{{${name}}}`,
        description: plain(times[name] ?? said[name] ?? ''),
        kind: CompletionItemKind.Variable,
      }),
    );
  return { from: caret - word.length, to: caret + behind, choices: [...own, ...builtIn] };
}

/** Comments that speak to the linter. */
export function commentChoices({ line, caret }: Caret, { document: { t } }: Scene): LineChoices | undefined {
  const [whole, word] = /#\s*(playbook-ignore(?:-file)?\s+([a-z-]*))$/.exec(line.slice(0, caret)) ?? [];
  if (whole !== undefined) {
    const typed = /[a-z-]*$/.exec(word ?? '')?.[0] ?? '';
    const behind = /^[a-z-]*/.exec(line.slice(caret))?.[0].length ?? 0;
    const hasReason = / -- /.test(line.slice(caret));
    return {
      from: caret - typed.length,
      to: caret + behind,
      choices: rules.map(({ id, summary }) => ({
        name: id,
        snippet: hasReason ? id : `${id} -- \${1:${t('reason')}}`,
        description: plain(t(summary)),
        kind: CompletionItemKind.Constant,
      })),
    };
  }
  const typed = /#\s*([a-z-]*)$/.exec(line.slice(0, caret))?.[1];
  if (typed === undefined) return undefined;
  return {
    from: caret - typed.length,
    to: caret,
    choices: [
      { name: 'playbook-ignore', description: plain(t('Silences a rule for what stands below, and says why.')) },
      { name: 'playbook-ignore-file', description: plain(t('Silences a rule for the whole file, and says why.')) },
    ].map((choice) => ({ ...choice, snippet: `${choice.name} `, kind: CompletionItemKind.Keyword, goesOn: true })),
  };
}
