/** 100,000: read the same in both languages. */
export function grouped(value: number): string {
  const [whole = '', rest] = String(value).split('.');
  const digits = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return rest === undefined ? digits : `${digits}.${rest}`;
}
