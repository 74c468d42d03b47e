import type { DiffView } from '../core/diff/drawDiff';
import type { Markup } from '../core/draw/markup';

export type { DiffView, Markup };
export const diffViews = ['both', 'before', 'after'] as const satisfies readonly DiffView[];

/** Client → server: what a change of a playbook means. Answered with `DiffPicture`, or null where the server has failed. */
export const diffRequest = 'incidentPlaybook/diff';
export interface DiffParams {
  readonly before: DiffSide;
  readonly after: DiffSide;
}

export interface DiffSide {
  /** Of the file it is, or was: what it uses and its configuration are looked for from there. */
  readonly uri: string;
  /** Empty where the version has no such file. */
  readonly text: string;
}

export interface DiffPicture {
  /** Language of the page's own words. */
  readonly uiLocale: 'en' | 'ja';
  /** Of the playbook. */
  readonly locale: string;
  readonly title: string;
  /** A version that can't be read: nothing can be compared with it. Line from 0. */
  readonly broken?: { readonly side: 'before' | 'after'; readonly message: string; readonly line: number };
  readonly changes: number;
  /** What the change does, then all that is not as it was. */
  readonly told: readonly Markup[];
  readonly drawings: readonly DiffPictureFlow[];
  readonly places: readonly DiffPlace[];
}

export interface DiffPictureFlow {
  readonly id: string;
  readonly title: string;
  readonly views: Readonly<Record<DiffView, Markup | undefined>>;
  /** Why not all of it is drawn. */
  readonly note?: string;
}

/** A thing on show and its key in both texts, in UTF-16; absent where it is not there. `data-src` names it by `id`. */
export interface DiffPlace {
  readonly id: string;
  readonly before?: readonly [number, number];
  readonly after?: readonly [number, number];
}

/** Client → server: the approvals that do not hold any more for a playbook, open or not. */
export const staleApprovalsRequest = 'incidentPlaybook/staleApprovals';
export interface StaleApprovalsParams {
  readonly uri: string;
}
export interface StaleApproval {
  /** As `approvals` names it: `messages.first_notice`. */
  readonly of: string;
  readonly title: string;
  /** The name of who gave it, and its day as it is written; empty where that is not written. */
  readonly by: string;
  readonly on: string;
  readonly hash: string;
}

/** Client → server: whether a version of a playbook has the part that an approval was given to. */
export const isApprovedRequest = 'incidentPlaybook/isApproved';
export interface IsApprovedParams {
  readonly text: string;
  readonly of: string;
  readonly hash: string;
}

/** What two versions are called on the page: `HEAD`, a file's name; absent where they are just before and after. */
export interface DiffNames {
  readonly before?: string;
  readonly after?: string;
}

/** Extension → page. */
export type ToDiffPage =
  | {
      readonly type: 'diff';
      readonly picture: DiffPicture;
      readonly names: DiffNames;
      /** Of both documents: the page remembers them, so that it comes back when the window is reloaded. */
      readonly uris: { readonly before: string; readonly after: string };
    }
  /** There is no picture, and why. */
  | { readonly type: 'failed'; readonly text: string };

/** Page → extension. */
export type FromDiffPage =
  | { readonly type: 'ready' }
  /** Show it in both texts; with `focus` the editor takes the caret. */
  | { readonly type: 'reveal'; readonly place: string; readonly focus: boolean }
  | { readonly type: 'revealLine'; readonly side: 'before' | 'after'; readonly line: number }
  | { readonly type: 'textDiff' };
