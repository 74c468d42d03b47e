/** What a snippet writes before anybody types: the words that stand for others, and the first of each choice. */
export function withoutStops(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:\\.|[^|\\])*?)\|\}/g, (_, choices: string) => /^(?:\\.|[^,\\])*/.exec(choices)?.[0] ?? '')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\\([\\$},|])/g, '$1');
}
