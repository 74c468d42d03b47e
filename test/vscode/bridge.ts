/** Where the window's actions are served; set when the tests are bundled. */
declare const BRIDGE: string;

/** Has something done in the window around us, which code in the extension host cannot see. */
export async function inWindow<T = unknown>(action: string, ...values: readonly unknown[]): Promise<T> {
  const response = await fetch(`${BRIDGE}/${action}`, { method: 'POST', body: JSON.stringify(values) });
  const answer = (await response.json()) as { value: T; error?: string };
  if (answer.error !== undefined) throw new Error(`${action}: ${answer.error}`);
  return answer.value;
}

/** The value of an expression in the page of the preview; null while there is none. */
export function inPreview<T>(expression: string): Promise<T | null> {
  return inWindow<T | null>('inPreview', expression);
}
