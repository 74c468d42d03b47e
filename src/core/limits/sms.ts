const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const oneSeptet: ReadonlySet<string> = new Set(basic);
/** These stand behind an escape. */
const twoSeptets: ReadonlySet<string> = new Set('\f^{}\\[~]|€');

/** A short message as it is sent. */
export interface Sms {
  /** One character outside GSM-7, such as `—`, `’` or any Japanese, turns all of it into UCS-2. */
  readonly encoding: 'GSM-7' | 'UCS-2';
  /** Septets of GSM-7, or UTF-16 units. */
  readonly count: number;
  /** In how many parts it goes out; each is paid for. */
  readonly parts: number;
  /** What fits into one part. */
  readonly single: number;
  /** What carriers take: ten parts. */
  readonly most: number;
}

export function toSms(text: string): Sms {
  let septets = 0;
  for (const character of text) {
    if (twoSeptets.has(character)) septets += 2;
    else if (oneSeptet.has(character)) septets++;
    else return inUcs2(text);
  }
  return {
    encoding: 'GSM-7',
    count: septets,
    parts: septets <= 160 ? 1 : partsOf(text, 153, (character) => (twoSeptets.has(character) ? 2 : 1)),
    single: 160,
    most: 1530,
  };
}

function inUcs2(text: string): Sms {
  const parts = text.length <= 70 ? 1 : partsOf(text, 67, (character) => character.length);
  return { encoding: 'UCS-2', count: text.length, parts, single: 70, most: 670 };
}

/** A character that takes two places is never cut in two. */
function partsOf(text: string, room: number, sizeOf: (character: string) => number): number {
  let parts = 1;
  let used = 0;
  for (const character of text) {
    const size = sizeOf(character);
    if (used + size > room) {
      parts++;
      used = 0;
    }
    used += size;
  }
  return parts;
}
