import type { RuleFinding } from '../lint/rule';
import type { Playbook } from '../model/playbook';
import { toSpan } from '../text/span';
import type { Translate } from '../text/translate';
import { newPlaybookFix } from './fixes';
import { firstLine } from './place';
import { quoted } from './sentences';

/** What is wrong with the file as a whole. Where it says something, nothing below need be looked at. */
export function checkTop(playbook: Playbook, t: Translate): RuleFinding | undefined {
  const { root, text } = playbook.document;
  if (root === undefined || (root.kind === 'scalar' && root.value === null)) {
    return {
      span: firstLine(playbook.titleSpan, text),
      message: t('This file is still empty. A playbook begins with "playbook: 1" and a title.'),
      severity: 'info',
      fixes: [newPlaybookFix(playbook, t)],
    };
  }
  if (root.kind !== 'map') {
    return {
      span: firstLine(root.span, text),
      message: t('A playbook begins with the line "playbook: 1", and has keys with a colon like "title:" below it.'),
    };
  }
  if (playbook.isPlaybook) return undefined;
  const start = root.entries[0]?.key.span.start ?? root.span.start;
  const fix = {
    title: t('Write {0}', quoted(['playbook'], t)),
    safe: false,
    edits: [{ span: toSpan(start, start), text: 'playbook: 1\n' }],
  };
  return {
    span: firstLine(playbook.titleSpan, text),
    message: t('This is no playbook yet: it begins with the line "playbook: 1", and none of its sections is here.'),
    ...(!root.flow && { fixes: [fix] }),
  };
}

/** A step that shows the sorry page, where the playbook says nothing about one. The first step stands for all. */
export function checkSorryPage(playbook: Playbook, t: Translate): RuleFinding | undefined {
  if (playbook.sectionKeys.has('sorry_page') || playbook.partial) return undefined;
  for (const flow of playbook.flows.values()) {
    for (const step of flow.steps.values()) {
      if (step.kind !== 'sorry-page' || step.kindSpan.file !== undefined) continue;
      return {
        span: step.kindSpan,
        message: t('The step "{0}" needs a sorry page, and this playbook has no section "sorry_page" yet.', step.id),
        ...(playbook.status === 'draft' && { severity: 'info' as const }),
      };
    }
  }
  return undefined;
}
