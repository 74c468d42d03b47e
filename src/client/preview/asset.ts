import * as vscode from 'vscode';
import { imageType, pathBeside, toDataAddress } from './imageType';

/** Bytes: a larger file is too heavy for a page that has to come at once. */
const largest = 2_000_000;
/** Milliseconds for which nobody looks at the file again. */
const patience = 3000;

/** The picture that a playbook names: read from beside it, never from the network, and sent when it is another one. */
export class Asset {
  private shown: string | undefined;
  private lookedAt = 0;

  constructor(private readonly send: (path: string, address: string | null) => void) {}

  /** The page has none any more. */
  forget(): void {
    this.shown = undefined;
    this.lookedAt = 0;
  }

  async show(playbook: vscode.Uri, path: string | undefined): Promise<void> {
    if (path === undefined) return;
    const name = `${playbook.toString()} ${path}`;
    if (this.shown?.startsWith(`${name} `) && Date.now() - this.lookedAt < patience) return;
    this.lookedAt = Date.now();
    const file = fileOf(playbook, path);
    const stat = file && (await vscode.workspace.fs.stat(file).then(undefined, () => undefined));
    const version = `${name} ${stat?.mtime} ${stat?.size}`;
    if (version === this.shown) return;
    this.shown = version;
    const bytes = file && stat && stat.size <= largest ? await read(file) : undefined;
    const type = bytes && imageType(bytes);
    this.send(path, bytes && type ? toDataAddress(type, bytes) : null);
  }
}

/** In the workspace, or, of a file that is in none, in its own folder. */
function fileOf(playbook: vscode.Uri, named: string): vscode.Uri | undefined {
  const folder = playbook.path.slice(0, playbook.path.lastIndexOf('/'));
  if (playbook.scheme === 'untitled' || folder === '') return undefined;
  const root = vscode.workspace.getWorkspaceFolder(playbook)?.uri.path ?? folder;
  const path = pathBeside(folder, root, named);
  return path === undefined ? undefined : playbook.with({ path, query: '', fragment: '' });
}

function read(file: vscode.Uri): Thenable<Uint8Array | undefined> {
  return vscode.workspace.fs.readFile(file).then(undefined, () => undefined);
}
