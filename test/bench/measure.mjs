// Timing that a noisy machine can't spoil: A and B in turn, and the ratio pair by pair.
import { spawnSync } from 'node:child_process';

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Wall milliseconds of one whole process; throws where it ends with a code that was not expected. */
export function runProcess(argv, { codes = [0] } = {}) {
  const begun = performance.now();
  const child = spawnSync(argv[0], argv.slice(1), { encoding: 'utf8', maxBuffer: 1 << 30 });
  const wall = performance.now() - begun;
  if (!codes.includes(child.status)) throw new Error(`${argv.join(' ')} ended with ${child.status}\n${child.stderr}`);
  return { wall, stdout: child.stdout, stderr: child.stderr };
}

const tellPeak = "data:text/javascript,process.on('exit',()=>process._rawDebug('peak',process.resourceUsage().maxRSS))";

/** What a Node process with these arguments takes at most, in MB (2^20 bytes), and its wall milliseconds. */
export function runMeasured(argv, options) {
  const { wall, stderr } = runProcess([process.execPath, '--import', tellPeak, ...argv], options);
  const [, kilobytes] = /^peak (\d+)$/m.exec(stderr) ?? [];
  return { wall, peak: Number(kilobytes) / 1024 };
}

/** Both in turn, one round uncounted. `a` and `b` run once and give milliseconds. */
export async function pair(a, b, rounds) {
  const results = [];
  for (let round = -1; round < rounds; round++) {
    const one = await a();
    const other = await b();
    if (round >= 0) results.push({ a: one, b: other, ratio: one / other });
  }
  const of = (key) => results.map((result) => result[key]);
  return { a: median(of('a')), b: median(of('b')), ratio: median(of('ratio')), rounds };
}

export function timed(run) {
  const begun = performance.now();
  run();
  return performance.now() - begun;
}
