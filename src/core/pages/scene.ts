import type { Markup } from '../draw/markup';
import type { Runs } from '../flow/runs';
import type { Playbook } from '../model/playbook';
import type { Translate, UiLocale } from '../text/translate';
import { type Child, make, withAttributes } from './build';

/** What a page of the preview is drawn from. */
export interface Scene {
  readonly playbook: Playbook;
  readonly runs: Runs;
  readonly t: Translate;
  /** The language of `t`; the content around is in the playbook's. */
  readonly uiLocale: UiLocale;
}

/** A piece in the preview's own words. */
export function ours({ uiLocale }: Scene, tag: string, className: string, ...children: readonly Child[]): Markup {
  return withAttributes(make(tag, className, ...children), { lang: uiLocale });
}

/** A piece that leads to its place in the text, and keeps its element from one version to the next. */
export function sourced(source: string, markup: Markup): Markup {
  return { ...withAttributes(markup, { 'data-src': source }), key: source };
}

/** Seen by nobody, and said by a screen reader. */
export function unseen(scene: Scene, words: string): Markup {
  return ours(scene, 'span', 'up-unseen', words);
}
