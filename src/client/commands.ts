import * as vscode from 'vscode';
import type { Place } from '../protocol/authoring';
import { checkAll } from './checkAll';
import { copyReport } from './copyReport';
import type { Diffs } from './diff/diffs';
import { insertBlock } from './insertBlock';
import { languageId } from './languageId';
import { toPosition } from './place';
import type { Previews } from './preview/previews';
import type { Server } from './server';
import { treatAsPlaybook } from './treatAs';
import { createPlaybook } from './wizard/createPlaybook';

export interface CommandsInput {
  readonly server: Server;
  readonly previews: Previews;
  readonly diffs: Diffs;
  readonly log: vscode.LogOutputChannel;
  readonly extension: vscode.Extension<unknown>;
}

/** Every command of the manifest, by the end of its id. */
export function registerCommands(input: CommandsInput): readonly vscode.Disposable[] {
  const { server, previews, diffs, log, extension } = input;
  const commands: Readonly<Record<string, (uri?: vscode.Uri, ...more: readonly unknown[]) => unknown>> = {
    'preview.openToSide': (uri) => previews.open(uri, vscode.ViewColumn.Beside),
    'preview.open': (uri) => previews.open(uri, vscode.ViewColumn.Active),
    'preview.openLocked': (uri) => previews.openLocked(uri),
    'preview.toggleLock': () => previews.toggleLock(),
    'preview.showTab': (tab) => previews.showTab(tab),
    'preview.showSource': () => previews.showSource(),
    'preview.refresh': () => previews.reload(),
    'diff.open': (uri) => diffs.open(uri),
    'diff.compareWith': (uri, how, other) => diffs.compareWith(uri, how, other),
    'preview.goToSource': (context) => previews.goToSource(context),
    'preview.findReferences': (context) => previews.findReferences(context),
    'preview.copyId': (context) => previews.copyId(context),
    copyAs: (format, flow) => previews.copyAs(format, flow),
    export: (format, target) => previews.export(format, target),
    new: (folder) => createPlaybook(server, folder),
    insert: (what) => insertBlock(server, what),
    fixAll: () => fixAll(),
    lintWorkspace: () => checkAll(server),
    treatAs: () => treatAsPlaybook(),
    openWalkthrough: () =>
      vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#getStarted`, false),
    copyDiagnostics: () => copyReport(extension),
    showLog: () => log.show(),
  };
  return [
    ...Object.entries(commands).map(([name, run]) =>
      vscode.commands.registerCommand(`incidentPlaybook.${name}`, (given?: unknown, ...more: readonly unknown[]) =>
        run(toUri(given), ...more),
      ),
    ),
    vscode.commands.registerCommand('incidentPlaybook.showReferences', showReferences),
  ];
}

/** A row of the list of playbooks, or of changes, stands for its file. */
function toUri(given: unknown): vscode.Uri | undefined {
  const { uri, resourceUri } = (given ?? {}) as { readonly uri?: unknown; readonly resourceUri?: unknown };
  return (uri ?? resourceUri ?? given) as vscode.Uri | undefined;
}

/** Everything that can mean only one thing, at once. */
async function fixAll(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== languageId) return;
  await vscode.commands.executeCommand('editor.action.fixAll');
}

/** What the server names in plain data, as the editor wants it. */
function showReferences(
  uri: string,
  place: Place,
  found: readonly { readonly uri: string; readonly range: LspRange }[],
) {
  const locations = found.map(
    (each) =>
      new vscode.Location(
        vscode.Uri.parse(each.uri),
        new vscode.Range(toPosition(each.range.start), toPosition(each.range.end)),
      ),
  );
  return vscode.commands.executeCommand(
    'editor.action.showReferences',
    vscode.Uri.parse(uri),
    toPosition(place),
    locations,
  );
}

interface LspRange {
  readonly start: Place;
  readonly end: Place;
}
