import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A real git repository in a new folder, untouched by this machine's settings. */
export interface Repository {
  readonly folder: string;
  readonly git: (...argv: readonly string[]) => string;
  /** Writes files; undefined deletes. */
  readonly write: (files: Readonly<Record<string, string | undefined>>) => void;
  readonly commit: (message: string) => void;
}

export function repositoryWith(files: Readonly<Record<string, string>>): Repository {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'unhappy-path-')));
  const env = {
    PATH: process.env.PATH ?? '',
    GIT_CONFIG_GLOBAL: os.devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@tea.example',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@tea.example',
  };
  const git = (...argv: readonly string[]) =>
    execFileSync('git', argv, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const write = (changed: Readonly<Record<string, string | undefined>>) => {
    for (const [name, text] of Object.entries(changed)) {
      const file = path.join(folder, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      if (text === undefined) fs.rmSync(file);
      else fs.writeFileSync(file, text);
    }
  };
  const commit = (message: string) => {
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', message);
  };
  git('init', '-q', '-b', 'main');
  write(files);
  commit('begin');
  return { folder, git, write, commit };
}
