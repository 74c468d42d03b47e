import type { CodeLens, Command, Location } from 'vscode-languageserver-types';
import { shortDuration } from '../core/draw/words';
import type { Entry } from '../core/model/playbook';
import { type CheckedDocument, toRange } from './checkedDocument';
import { occurrencesIn } from './navigation/occurrences';

/** Commands that a client of ours has; any other shows the words alone. */
export interface LensCommands {
  readonly showReferences: string;
  readonly openPreview: string;
}

/** Above the file, its classes, messages and channels: what the plan comes to, and who uses what. */
export function provideCodeLenses(document: CheckedDocument, commands: LensCommands | undefined): readonly CodeLens[] {
  const { playbook, runs, lines, t, uri, broken } = document;
  if (!playbook.isPlaybook || broken) return [];
  const lenses: CodeLens[] = [];
  const isOwn = ({ idSpan }: Entry) => idSpan.file === undefined;
  const add = (entry: Entry, command: Command) => lenses.push({ range: toRange(lines, entry.idSpan), command });
  if (commands !== undefined) {
    const start = { line: 0, character: 0 };
    lenses.push({
      range: { start, end: start },
      command: { title: t('Open the preview'), command: commands.openPreview, arguments: [] },
    });
  }
  for (const severity of playbook.severities.values()) {
    if (!isOwn(severity) || !severity.announce) continue;
    const seconds = runs.firstNotice(severity)?.seconds;
    const title =
      seconds === undefined
        ? t('No path announces it')
        : Number.isFinite(seconds)
          ? t('First notice after {0} at worst', shortDuration(seconds, t))
          : t('A loop is on the way to the first notice');
    add(severity, { title, command: '' });
  }
  const uses = usesOf(document);
  for (const entry of [...playbook.channels.values(), ...playbook.messages.values()]) {
    if (!isOwn(entry)) continue;
    const places = uses.get(entry) ?? [];
    const title = places.length === 1 ? t('used once') : t('used {0} times', places.length);
    const position = lines.position(entry.idSpan.start);
    const isLive = commands !== undefined && places.length > 0;
    add(
      entry,
      isLive ? { title, command: commands.showReferences, arguments: [uri, position, places] } : { title, command: '' },
    );
  }
  return lenses;
}

function usesOf(document: CheckedDocument): ReadonlyMap<Entry, readonly Location[]> {
  const uses = new Map<Entry, Location[]>();
  for (const { entry, span, isDefinition } of occurrencesIn(document)) {
    if (isDefinition) continue;
    const places = uses.get(entry) ?? [];
    uses.set(entry, places);
    places.push({ uri: document.uri, range: toRange(document.lines, span) });
  }
  return uses;
}
