const secondsIn: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** `90s` `15m` `2h` `5d` → seconds. */
export function toSeconds(text: string): number | undefined {
  const match = /^(\d{1,9})([smhd])$/.exec(text.trim());
  return match === null ? undefined : Number(match[1]) * (secondsIn[match[2] ?? ''] ?? 0);
}

/** `2.4%` → 0.024; a bare number is itself. */
export function toNumber(text: string): number | undefined {
  const match = /^([-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?)\s*(%?)$/.exec(text.trim());
  if (match === null) return undefined;
  const value = Number(match[1]);
  return match[2] === '%' ? value / 100 : value;
}
