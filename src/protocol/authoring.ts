import type { Answers } from '../core/template/answers';

export type { Answers, ChannelChoice, Purpose } from '../core/template/answers';

/** UTF-16, from 0. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** Client → server: the text of a new playbook. */
export const newPlaybookRequest = 'incidentPlaybook/new';
export type NewPlaybookParams = Answers;
export interface NewPlaybookResult {
  readonly text: string;
  /** What is to be written over first. */
  readonly placeholder: { readonly start: Place; readonly end: Place };
}

/** Client → server: what is in a playbook, open or not; null where the file is none. */
export const overviewRequest = 'incidentPlaybook/overview';
export interface OverviewParams {
  readonly uri: string;
}

export interface Overview {
  readonly title: string;
  readonly status: string;
  readonly errors: number;
  readonly warnings: number;
  readonly sections: readonly OverviewSection[];
}

export const overviewSections = ['scenarios', 'flows', 'messages', 'channels', 'severities'] as const;
export type OverviewSectionName = (typeof overviewSections)[number];

export interface OverviewSection {
  readonly name: OverviewSectionName;
  /** In the reader's language. */
  readonly title: string;
  readonly entries: readonly OverviewEntry[];
}

export interface OverviewEntry {
  readonly id: string;
  readonly title: string;
  /** Of its key; absent for what another file brings. */
  readonly at?: Place;
  readonly entries: readonly OverviewEntry[];
}

/** Client → server: checks files that are not open, too, and shows what it finds until they are closed. */
export const checkFilesRequest = 'incidentPlaybook/checkFiles';
export interface CheckFilesParams {
  readonly uris: readonly string[];
}
export interface CheckFilesResult {
  readonly playbooks: number;
  readonly errors: number;
  readonly warnings: number;
}

/** Client → server: a new entry of a section as a snippet, and where it goes. */
export const insertRequest = 'incidentPlaybook/insert';
export const insertables = ['scenario', 'step', 'message', 'channel', 'severity', 'sorry-page'] as const;
export type Insertable = (typeof insertables)[number];
export interface InsertParams {
  readonly uri: string;
  readonly what: Insertable;
  readonly at: Place;
}
export interface InsertResult {
  readonly at: Place;
  /** In the syntax of snippets. */
  readonly snippet: string;
}

/** Client → server: pasted text as a block of lines; null where it stays as it is. */
export const blockTextRequest = 'incidentPlaybook/blockText';
export interface BlockTextParams {
  readonly uri: string;
  readonly text: string;
  readonly start: Place;
  readonly end: Place;
}
