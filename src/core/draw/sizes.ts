/** Pixels: letters, lines and the inside of boxes. */
export const sizes = {
  title: 14,
  titleLine: 19,
  small: 11.5,
  smallLine: 16,
  headLine: 19,
  edge: 12,
  edgeLine: 16,
  edgeText: 150,
  /** Text in a box. */
  text: 200,
  padX: 14,
  padY: 8,
  chipHeight: 20,
  chipGap: 5,
  /** Of a decision's points. */
  slant: 20,
  /** Of the corner by which a list of questions is told. */
  fold: 14,
  /** Below an announcement: it is said to somebody. */
  tail: 9,
  /** At the right of what is handed to somebody. */
  point: 14,
  /** At the top of a page. */
  pageBar: 12,
  glyph: 14,
} as const;
