import { eastAsianWidth } from 'get-east-asian-width';
import { graphemesOf } from './graphemes';
import { isPlainText } from './plainText';

/** Columns that a terminal gives the text: 2 for full-width characters and emoji, 0 for marks that combine. */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  if (isPlainText(text)) return 2 * text.length - (text.match(/[\x20-\x7e\n]/g)?.length ?? 0);
  let width = 0;
  for (const cluster of graphemesOf(text)) width += clusterWidth(cluster);
  return width;
}

/** An emoji built of several characters takes two columns; marks that combine take none, but half-width ﾞ and ﾟ do. */
function clusterWidth(cluster: string): number {
  if (/^\p{RGI_Emoji}/v.test(cluster)) return 2;
  let width = 0;
  for (const character of cluster) {
    if (!/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return width;
}
