/** Files below the root as paths from the folder of the file at hand: `../shop.incident.yaml`. Itself is left out. */
export function relativeFiles(files: readonly string[], from: string, root: string): readonly string[] {
  const steps = (path: string) => path.slice(root.length + 1).split('/');
  const folder = steps(from).slice(0, -1);
  return files
    .filter((file) => file !== from && file.startsWith(`${root}/`))
    .map((file) => {
      const parts = steps(file);
      let shared = 0;
      while (shared < folder.length && folder[shared] === parts[shared]) shared++;
      return [...folder.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/');
    })
    .sort();
}
