/** The last part of a path: `spring.incident.yaml`. */
export function fileName({ path }: { readonly path: string }): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
