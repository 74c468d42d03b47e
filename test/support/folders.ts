import { readdirSync, readFileSync } from 'node:fs';

export type Files = Readonly<Record<string, string>>;

/** Every file below a folder of this repository, by its path from there, with `/`, in the order of code points. */
export function readFiles(folder: string, ending = '.incident.yaml'): Files {
  const root = new URL(`../../${folder}/`, import.meta.url);
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith(ending))
    .sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(new URL(encodeURI(path), root), 'utf8')]));
}
