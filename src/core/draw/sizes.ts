/** Pixels: letters, lines and the inside of boxes. */
export const sizes = {
  title: 14,
  titleLine: 20,
  small: 11.5,
  smallLine: 17,
  headLine: 20,
  edge: 12,
  edgeLine: 17,
  edgeText: 150,
  /** Text in a box. */
  text: 200,
  padX: 14,
  padY: 9,
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
