import * as vscode from 'vscode';

/** What is used of the editor's own Git extension. https://github.com/microsoft/vscode/blob/main/extensions/git/src/api/git.d.ts */
interface GitExtension {
  getAPI(version: 1): GitApi;
}
interface GitApi {
  getRepository(uri: vscode.Uri): GitRepository | null;
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
}
interface GitRepository {
  readonly state: { readonly HEAD?: { readonly name?: string; readonly commit?: string } | undefined };
  getMergeBase(one: string, other: string): Promise<string | undefined>;
  log(options: { readonly path: string; readonly maxEntries: number }): Promise<readonly { readonly hash: string }[]>;
  getBranches(query: { readonly remote?: boolean }): Promise<readonly { readonly name?: string }[]>;
}

/** An approval is not looked for further back. */
const mostCommits = 200;

/** A file as it was at commits of its repository. */
export interface History {
  /** Undefined before the first commit. */
  readonly head: vscode.Uri | undefined;
  readonly branch: string | undefined;
  /** The names of the other branches. */
  readonly branches: () => Promise<readonly string[]>;
  /** As it was where the branch at hand left that one. */
  readonly since: (branch: string) => Promise<vscode.Uri | undefined>;
  /** As it was after each commit that changed it, the newest first. */
  readonly versions: () => Promise<readonly vscode.Uri[]>;
}

/** Undefined where Git is not at work: on the web, in a folder without it, or where it is switched off. */
export async function historyOf(uri: vscode.Uri): Promise<History | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  try {
    const api = (await extension?.activate())?.getAPI(1);
    const repository = api?.getRepository(uri);
    if (api === undefined || repository === null || repository === undefined) return undefined;
    const { HEAD } = repository.state;
    return {
      head: HEAD?.commit === undefined ? undefined : api.toGitUri(uri, 'HEAD'),
      branch: HEAD?.name,
      branches: async () => {
        const all = [...(await repository.getBranches({})), ...(await repository.getBranches({ remote: true }))];
        const names = new Set(all.flatMap(({ name }) => (name === undefined || name === HEAD?.name ? [] : [name])));
        return [...names].filter((name) => !name.endsWith('/HEAD'));
      },
      since: async (branch) => {
        const base = await repository.getMergeBase('HEAD', branch);
        return base === undefined ? undefined : api.toGitUri(uri, base);
      },
      versions: async () => {
        const commits = await repository.log({ path: uri.fsPath, maxEntries: mostCommits });
        return commits.map(({ hash }) => api.toGitUri(uri, hash));
      },
    };
  } catch {
    return undefined;
  }
}

/** What a version is called: `HEAD`, the beginning of a commit; undefined where its name says nothing of that. */
export function refOf({ scheme, query }: vscode.Uri): string | undefined {
  if (scheme !== 'git') return undefined;
  try {
    const { ref } = JSON.parse(query) as { readonly ref?: unknown };
    if (typeof ref !== 'string') return undefined;
    // What is staged has no name, or a wave.
    if (ref === '' || ref === '~') return undefined;
    return /^[0-9a-f]{40}$/.test(ref) ? ref.slice(0, 9) : ref;
  } catch {
    return undefined;
  }
}
