import type { Markup } from '../core/draw/markup';
import type { PageName } from '../core/pages/preview';

export type { Markup };

/** Client → server: the picture of a playbook. Answered with `Preview`, or null where the document is not known. */
export const previewRequest = 'incidentPlaybook/preview';
export interface PreviewParams {
  readonly uri: string;
  readonly wish?: PreviewWish;
  /** Of a flow with more boxes the phases are folded. */
  readonly mostBoxes?: number;
  /** What is on the screen; default everything. */
  readonly tabs?: readonly PreviewTab[];
  /** Nothing was shown yet: of a file that can’t be read, what can be. */
  readonly partial?: boolean;
}

/** What the reader asked to see of the plan. */
export interface PreviewWish {
  /** Id: only what can happen in it. */
  readonly scenario?: string | undefined;
  /** Id: the slowest way to the first notice in this class. */
  readonly severity?: string | undefined;
  /** Phases that are drawn as one box each; absent where nobody chose. */
  readonly folded?: readonly string[] | undefined;
}

/** A wish that was kept or sent, checked; what is none of its fields is left out. */
export function toWish(given: unknown): PreviewWish | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { scenario, severity, folded } = given as Readonly<Record<string, unknown>>;
  const isList = Array.isArray(folded) && folded.every((phase) => typeof phase === 'string');
  const wish = {
    ...(typeof scenario === 'string' && { scenario }),
    ...(typeof severity === 'string' && { severity }),
    ...(isList && { folded: folded as readonly string[] }),
  };
  return Object.keys(wish).length === 0 ? undefined : wish;
}

/** Something to choose, and what it is called. */
export interface Choice {
  readonly id: string;
  readonly title: string;
}

/** Client → server: a plan as the text of a file. Answered with a string, or null where there is nothing to draw. */
export const exportRequest = 'incidentPlaybook/export';
export const exportFormats = ['svg', 'png', 'html', 'markdown', 'mermaid'] as const;
export type ExportFormat = (typeof exportFormats)[number];
export interface ExportParams {
  readonly uri: string;
  /** A PNG is made of the SVG by the page. */
  readonly format: Exclude<ExportFormat, 'png'>;
  readonly wish?: PreviewWish;
  /** Id of the flow that is drawn; default the first. */
  readonly flow?: string | undefined;
}

/** What a drawing can be copied as. */
export const copyFormats = ['png', 'svg', 'mermaid'] as const;
export type CopyFormat = (typeof copyFormats)[number];

/** Server → client: a document was checked; an open preview of it asks anew. */
export const checkedNotification = 'incidentPlaybook/checked';
export interface CheckedParams {
  readonly uri: string;
  readonly version: number;
  /** In the reader's language, e.g. `in review`. */
  readonly status: string;
  readonly errors: number;
  readonly warnings: number;
}

/** Server → client: the text of a file that is not open, as UTF-8; null where there is none. */
export const readFileRequest = 'incidentPlaybook/readFile';
export interface ReadFileParams {
  readonly uri: string;
}

/** Server → client: the playbooks of the workspace, as URIs. */
export const listFilesRequest = 'incidentPlaybook/listFiles';

/** What `initialize` brings along. */
export interface InitializationOptions {
  /** Language of messages. */
  readonly locale?: 'en' | 'ja';
  /** The client answers `incidentPlaybook/readFile` and `…/listFiles`; else the server reads the disk itself, where it can. */
  readonly clientReadsFiles?: boolean;
  /** What a click above an entry does; without them the words stand alone. */
  readonly lensCommands?: { readonly showReferences: string; readonly openPreview: string };
  /** What "today" means, ISO date or date-time; default the clock. */
  readonly now?: string;
}

export const previewTabs = [
  'flow',
  'list',
  'messages',
  'channels',
  'severities',
  'sorry-page',
  'readiness',
] as const satisfies readonly PageName[];
export type PreviewTab = PageName;
/** What stands on some of the tabs. */
export type TabPages = Readonly<Partial<Record<PreviewTab, Markup>>>;

/** What the tabs are called, on the page and where one is chosen. */
export function tabNames(t: (message: string) => string): Readonly<Record<PreviewTab, string>> {
  return {
    flow: t('Flow'),
    list: t('List'),
    messages: t('Messages'),
    channels: t('Channels'),
    severities: t('Severities'),
    'sorry-page': t('Sorry page'),
    readiness: t('Readiness'),
  };
}

/** A thing on show and its place in the text. `data-src` on an element names it by `id`. */
export interface Source {
  /** e.g. `flows.main.steps.judge`, `messages.first_notice.variants.x`. */
  readonly id: string;
  /** UTF-16 offsets; the key, and the whole entry. */
  readonly key: readonly [number, number];
  readonly entry: readonly [number, number];
}

export interface Preview {
  readonly uri: string;
  readonly version: number;
  /** Language of the preview's own words. */
  readonly uiLocale: 'en' | 'ja';
  /** Of the playbook: the `lang` of its content. */
  readonly locale: string;
  readonly title: string;
  readonly status: string;
  readonly statusTitle: string;
  readonly counts: { readonly errors: number; readonly warnings: number; readonly infos: number };
  /** Why there is no picture of this version: the last good one stays. Line from 0. */
  readonly broken?: { readonly message: string; readonly line: number };
  /** Those that were asked for; absent while broken. */
  readonly tabs?: TabPages;
  /** What can be read of a file that is broken, where that was asked for and there is something. */
  readonly partial?: TabPages;
  readonly sources: readonly Source[];
  /** The picture of the sorry page, as the plan names it: a path beside the file. */
  readonly picture?: string | undefined;
  /** What can be asked for. */
  readonly scenarios: readonly Choice[];
  readonly severities: readonly Choice[];
  /** Absent where the flow was not asked for. */
  readonly phases?: readonly (Choice & { readonly folded: boolean })[];
}

/** Extension → page. */
export type ToPage =
  | { readonly type: 'preview'; readonly preview: Preview }
  /** The tabs that are not on the screen, of the same version. */
  | { readonly type: 'rest'; readonly version: number; readonly tabs: TabPages; readonly phases: Preview['phases'] }
  /** The caret is at this source; null where it is at nothing on show. */
  | { readonly type: 'caret'; readonly source: string | null }
  /** Answered with `png`: the drawing in pixels, `scale` for one of its own. */
  | { readonly type: 'toPng'; readonly order: number; readonly svg: string; readonly scale: number }
  /** Answered with `copied`: the same, into the clipboard. */
  | { readonly type: 'copyPng'; readonly order: number; readonly svg: string; readonly scale: number }
  /** The file that the plan names as its picture, as a `data:` address; null where there is none to show. */
  | { readonly type: 'picture'; readonly path: string; readonly address: string | null }
  | { readonly type: 'gone' }
  | { readonly type: 'tab'; readonly tab: PreviewTab }
  /** Whether it stays with its playbook: the page remembers it, as the rest of its state. */
  | { readonly type: 'locked'; readonly locked: boolean };

/** Page → extension. */
export type FromPage =
  | { readonly type: 'ready'; readonly wish?: PreviewWish | undefined; readonly tab?: PreviewTab | undefined }
  /** This tab is on the screen now. */
  | { readonly type: 'tab'; readonly tab: PreviewTab }
  /** Show the source; with `focus` the editor takes the caret. */
  | { readonly type: 'reveal'; readonly source: string; readonly focus: boolean }
  | { readonly type: 'revealLine'; readonly line: number }
  /** The page is to be drawn for this wish from now on. */
  | { readonly type: 'wish'; readonly wish: PreviewWish }
  /** `data` in base64; undefined where the page could not make one. */
  | { readonly type: 'png'; readonly order: number; readonly data: string | undefined }
  /** Write a new entry into the text; `what` is an `Insertable`. */
  | { readonly type: 'insert'; readonly what: string }
  /** Show what was changed since `of`, as `approvals` names it, was approved. */
  | { readonly type: 'since'; readonly of: string }
  | { readonly type: 'copied'; readonly order: number; readonly done: boolean }
  /** Copy the drawing; the host asks as what. `flow` is the one in view. */
  | { readonly type: 'copyAs'; readonly flow: string | undefined }
  | { readonly type: 'open'; readonly href: string }
  /** Show the findings of the editor. */
  | { readonly type: 'problems' }
  | { readonly type: 'copy'; readonly text: string };
