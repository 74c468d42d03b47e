/** What a command may touch besides files: handed in, so that tests and the process share one code path. */
export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly readStdin: () => Promise<string>;
}

export interface Output {
  readonly isTTY: boolean;
  readonly write: (text: string | Uint8Array) => void;
}

/** 0: clean. 1: findings at or above `--fail-on`. 2: wrong usage, or a file that can't be read or written. */
export type ExitCode = 0 | 1 | 2;

/** A mistake in how the command was called; the message says what was expected. */
export class UsageError extends Error {}

/** https://no-color.org and the convention of FORCE_COLOR. */
export function wantsColour({ isTTY }: Output, env: Terminal['env']): boolean {
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '' && env.FORCE_COLOR !== '0') return true;
  return isTTY && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
}
