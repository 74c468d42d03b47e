import { parseYaml } from '../../src/core/yaml/parse';

function random(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

/**
 * The same playbook with other indents, gaps, empty lines and line ends; `undefined` where it became another one. Without
 * `texts` empty lines and comments come into text blocks, too, and change what they say.
 */
export function disordered(text: string, seed: number, { texts = false } = {}): string | undefined {
  const next = random(seed);
  const width = 1 + next(6);
  let block: number | undefined;
  const lines = text.split(texts ? /\r?\n/ : '\n').flatMap((line) => {
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    if (block !== undefined && line.trim() !== '' && indent <= block) block = undefined;
    const isInside = texts && block !== undefined;
    if (/[|>][-+]?$/.test(line) && block === undefined) block = indent;
    const wide = ' '.repeat((indent / 2) * width) + line.slice(indent);
    const blanks = next(12) === 0 && !isInside ? ['', '   '.slice(next(4))] : [];
    const comment = next(25) === 0 && !isInside ? [`${' '.repeat(texts ? 0 : next(9))}# 覚え書き ${seed}`] : [];
    return [
      ...blanks,
      ...comment,
      next(8) === 0 && !line.includes('|') && !isInside ? wide.replace(/^( *[\w]+):(?= )/, '$1 :  ') : wide,
    ];
  });
  const result = lines.join(next(3) === 0 ? '\r\n' : '\n');
  const { problems, root: tree } = parseYaml(result);
  return problems.length > 0 || tree === undefined ? undefined : result;
}
