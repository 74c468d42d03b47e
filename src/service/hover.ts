import type { Hover } from 'vscode-languageserver-types';
import type { Entry, PlaceholderTarget, Step } from '../core/model/playbook';
import { describeEntry, describeKey, describeValue } from '../core/schema/describe';
import type { Position } from '../core/text/lineIndex';
import { type CheckedDocument, toOffset, toRange } from './checkedDocument';
import { pathAt } from './pathAt';
import { referenceAt } from './referenceAt';

/** What the thing under the caret is: the target of a reference, what a placeholder stands for, or what a key means. */
export function provideHover(document: CheckedDocument, position: Position): Hover | undefined {
  const offset = toOffset(document, position);
  const reference = referenceAt(document, offset);
  const found = pathAt(document.playbook.document.root, offset);
  const about =
    reference?.placeholder !== undefined
      ? aboutPlaceholder(reference.placeholder, document)
      : reference?.target && aboutEntry(reference.target, document);
  const meaning = found && aboutPath(found, document);
  const span = reference?.span ?? found?.span;
  const parts = [about, meaning].filter((part) => part !== undefined && part !== '');
  if (span === undefined || parts.length === 0) return undefined;
  return { contents: { kind: 'markdown', value: parts.join('\n\n---\n\n') }, range: toRange(document.lines, span) };
}

function aboutPath(
  { path, on, text, kind }: NonNullable<ReturnType<typeof pathAt>>,
  { locale, t }: CheckedDocument,
): string | undefined {
  if (on === 'value') {
    const value = describeValue(path, text, locale, kind);
    return value && `**${plain(value.name)}**: ${plain(value.description)}`;
  }
  const key = describeKey(path, locale, kind);
  if (key === undefined) return plain(describeEntry(path, locale, kind)?.description ?? '');
  return [
    `**${plain(key.title)}**${key.title === key.name ? '' : ` \`${key.name}\``}`,
    plain(key.description),
    ...(key.values.length === 0
      ? []
      : [key.values.map(({ name, description }) => `- \`${name}\`: ${plain(description)}`).join('\n')]),
    ...(key.default === undefined ? [] : [t('Where it is not written: {0}', plain(key.default))]),
    ...(key.examples.length === 0
      ? []
      : [`${t('For example:')} ${key.examples.map((example) => `\`${example.replace(/`/g, "'")}\``).join(t(', '))}`]),
  ].join('\n\n');
}

function aboutPlaceholder(target: PlaceholderTarget, document: CheckedDocument): string {
  const { t } = document;
  if (target.kind === 'time') {
    return target.name === 'posted_at'
      ? t('The time at which the message goes out.')
      : t('The time of the next update: "update_every" of the class later.');
  }
  if (target.kind === 'built-in') {
    return target.text === undefined
      ? t('Filled in on the day.')
      : t('Stands for: {0}', plain(target.text.value.trim()));
  }
  const sample = 'sample' in target.entry ? target.entry.sample?.value : undefined;
  return [
    aboutEntry(target.entry, document),
    ...(sample === undefined ? [] : [`${t('For example:')} ${plain(sample.trim())}`]),
  ].join('\n\n');
}

function aboutEntry(entry: Entry, document: CheckedDocument): string {
  const name = 'name' in entry ? (entry.name as { value: string } | undefined)?.value : undefined;
  const ask = 'ask' in entry ? (entry.ask as { value: string } | undefined)?.value : undefined;
  const heading = `**${plain(entry.title?.value ?? name ?? ask ?? entry.id)}** \`${entry.id}\``;
  return [heading, ...details(entry, document)].filter((line) => line !== '').join('\n\n');
}

function details(entry: Entry, document: CheckedDocument): readonly string[] {
  const { playbook, runs, t } = document;
  switch (entry.section) {
    case 'steps': {
      const step = entry as Step;
      const reached = runs.reachedAt(step);
      const minutes = reached === undefined ? undefined : reached.seconds / 60;
      const next = step.exits.map(({ to }) => `\`${to.id}\``).join(t(', '));
      return [
        next === '' ? '' : t('Leads to: {0}', next),
        minutes === undefined
          ? ''
          : Number.isFinite(minutes)
            ? t('Done after {0} minutes at worst.', Math.round(minutes * 10) / 10)
            : t('A loop is on the way, so it can take any time.'),
      ];
    }
    case 'channels': {
      const channel = playbook.channels.get(entry.id);
      if (channel === undefined) return [];
      const systems = channel.dependsOn.map(({ target, id }) => plain(target?.title?.value ?? id)).join(t(', '));
      return [`\`${channel.type}\``, systems === '' ? '' : t('Needs: {0}', systems)];
    }
    case 'messages': {
      const message = playbook.messages.get(entry.id);
      return [...(message?.variants.values() ?? [])].slice(0, 3).map(({ id, parts }) => {
        const text = parts.body ?? parts.caption ?? parts.title;
        return text === undefined ? '' : `\`${id}\`\n\n${quoteBlock(text.value)}`;
      });
    }
    case 'severities': {
      const severity = playbook.severities.get(entry.id);
      const criteria = [...(severity?.whenAll ?? []), ...(severity?.whenAny ?? [])].map(
        ({ source }) => `- \`${source.replace(/`/g, "'")}\``,
      );
      return [criteria.join('\n')];
    }
    default:
      return [];
  }
}

function quoteBlock(text: string): string {
  const lines = text.trim().split(/\r?\n/);
  return [...lines.slice(0, 8), ...(lines.length > 8 ? ['…'] : [])].map((line) => `> ${plain(line)}`).join('\n');
}

/** Text of the author is text: nothing of it is Markdown. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~&]/g, (character) =>
    character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`,
  );
}
