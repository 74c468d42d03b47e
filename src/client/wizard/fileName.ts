import type { Purpose } from '../../protocol/authoring';

const ending = '.incident.yaml';

const names: Readonly<Record<Purpose, string>> = {
  launch: 'launch',
  standing: 'service',
  backlash: 'criticism',
  data: 'data-leak',
  outage: 'outage',
};

/** A file name in plain letters, which every system and every address takes; a title without any gives none. */
export function proposeFileName(title: string, purpose: Purpose): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
  // A number alone, left of a Japanese title, says nothing.
  return `${/[a-z]{2}/.test(plain) ? plain : names[purpose]}${ending}`;
}

/** The name with its ending, whatever of it was typed. */
export function withEnding(name: string): string {
  const bare = name.trim().replace(/(?:\.incident)?(?:\.ya?ml)?$/i, '');
  return /\.incident\.ya?ml$/i.test(name.trim()) ? name.trim() : `${bare}${ending}`;
}

/** Characters that some system does not take in a name, or that lead to another folder. */
export function isUsable(name: string): boolean {
  return !/[\\/:*?"<>|\u0000-\u001f\u007f]/.test(name) && !/^\.|^\s*$/.test(name) && name.length < 200;
}

/** The name, or the first of `name-2`, `name-3` … that is free. */
export async function freeName(name: string, isTaken: (name: string) => Promise<boolean>): Promise<string> {
  const bare = name.slice(0, -ending.length);
  for (let at = 1; at < 100; at++) {
    const free = at === 1 ? name : `${bare}-${at}${ending}`;
    if (!(await isTaken(free))) return free;
  }
  return name;
}
