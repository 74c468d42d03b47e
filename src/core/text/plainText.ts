/** ASCII and everyday Japanese: every character is a cluster of its own, so that nothing has to be segmented to count. */
const plain = /^[\x20-\x7e\n\u3001-\u3029\u3041-\u3096\u309b-\u30ff\u4e00-\u9fff\uff01-\uff60]*$/;

export function isPlainText(text: string): boolean {
  return plain.test(text);
}
