import { inWindow } from './bridge';

type Run = () => Promise<void>;
interface Named {
  readonly name: string;
  readonly run: Run;
}

/** Tests in the order they were written: later ones go on in the window that earlier ones left. */
export class Suite {
  private readonly tests: Named[] = [];

  test(name: string, run: Run): void {
    this.tests.push({ name, run });
  }

  /** Runs all, tells the window of each, and never throws: a failure is a line of the report. */
  async run(): Promise<void> {
    for (const { name, run } of this.tests) {
      const begun = Date.now();
      try {
        await withLimit(run(), 30_000);
        await inWindow('report', { name, ms: Date.now() - begun });
      } catch (error) {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        await inWindow('report', { name, ms: Date.now() - begun, error: text });
      }
    }
  }
}

export function equal(actual: unknown, expected: unknown, about = ''): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${about}\n  expected ${b}\n  but got  ${a}`);
}

export function isTrue(value: boolean, about: string): void {
  if (!value) throw new Error(about);
}

/** Asks again until the answer will do; fails with the last one. */
export async function until<T>(ask: () => T | Promise<T>, willDo: (value: T) => boolean, about: string): Promise<T> {
  const end = Date.now() + 15_000;
  for (;;) {
    const value = await ask();
    if (willDo(value)) return value;
    if (Date.now() > end) throw new Error(`${about}: it stayed ${JSON.stringify(value)?.slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function withLimit(work: Promise<void>, milliseconds: number): Promise<void> {
  return Promise.race([
    work,
    new Promise<void>((_, reject) =>
      setTimeout(() => reject(new Error(`not done in ${milliseconds} ms`)), milliseconds),
    ),
  ]);
}
