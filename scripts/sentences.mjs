// The sentences of a source file that are translated.

const unquote = (literal) => new Function(`return ${literal}`)();
const literal = String.raw`('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|${'`'}(?:[^${'`'}\\$]|\\.)*${'`'})`;
/** `t('…')`, `l10n.t('…')`, and the sentences that rules carry: `summary: '…'`, `why: '…'`. */
const callPattern = new RegExp(String.raw`(?:\bt\(\s*|\b(?:summary|why):\s*)${literal}`, 'g');

export function sentencesIn(text) {
  return [...text.matchAll(callPattern)].map((match) => unquote(match[1])).filter((sentence) => sentence !== '');
}
