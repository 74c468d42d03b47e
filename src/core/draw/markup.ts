/**
 * A piece of a page or a drawing as data: what the preview patches into its document, and what files are written from.
 * Text is only ever a string child or an attribute value, so nothing that an author wrote can become markup.
 */
export interface Markup {
  readonly tag: string;
  /** Unique among its siblings: an element with the same key is kept and patched, so scroll and focus stay. */
  readonly key?: string;
  readonly attributes?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly children?: readonly (Markup | string)[];
}
