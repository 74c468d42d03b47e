/** Below this nothing is composed: such text is its own NFC. https://www.unicode.org/reports/tr15/#Detecting_Normalization_Forms */
const firstComposed = 0x300;

/** The text in NFC. Ids are compared in it, and most have no letter that it could change. */
export function toNfc(text: string): string {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= firstComposed) return text.normalize('NFC');
  return text;
}
