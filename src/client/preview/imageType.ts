/** What the bytes are, whatever the file is called; undefined for anything but the pictures that a built page holds. */
export function imageType(bytes: Uint8Array): 'png' | 'jpeg' | 'gif' | 'webp' | undefined {
  const letters = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (letters(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (letters(0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (/^GIF8[79]a$/.test(letters(0, 6))) return 'gif';
  if (letters(0, 4) === 'RIFF' && letters(8, 12) === 'WEBP') return 'webp';
  return undefined;
}

/** As an address that holds the picture itself. */
export function toDataAddress(type: string, bytes: Uint8Array): string {
  let text = '';
  const step = 0x8000;
  for (let at = 0; at < bytes.length; at += step) text += String.fromCharCode(...bytes.subarray(at, at + step));
  return `data:image/${type};base64,${btoa(text)}`;
}

/**
 * The path of a file that a playbook names, with its folder (`/a/b`) and the outermost one it may be in; undefined where
 * it leads out of that, or is no path beside the playbook.
 */
export function pathBeside(folder: string, root: string, named: string): string | undefined {
  if (named === '' || named.includes('\\') || named.startsWith('/') || /^[\w+.-]+:/.test(named)) return undefined;
  const parts: string[] = [];
  for (const part of `${folder}/${named}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  const path = `/${parts.join('/')}`;
  return path.startsWith(`${root.replace(/\/+$/, '')}/`) ? path : undefined;
}
