import type { Connection } from 'vscode-languageserver';
import type { LayoutEngine } from '../core/draw/layout';
import {
  type DiffParams,
  type DiffSide,
  diffRequest,
  type IsApprovedParams,
  isApprovedRequest,
  type StaleApprovalsParams,
  staleApprovalsRequest,
} from '../protocol/diff';
import { isApproved, provideStaleApprovals } from '../service/approvals';
import { provideDiff } from '../service/diff';
import { attempt } from './attempt';
import type { Checker } from './checker';

export interface ReviewingInput {
  readonly connection: Connection;
  /** Undefined before `initialize`. */
  readonly reviewed: () => { readonly checker: Checker; readonly layout: LayoutEngine } | undefined;
  readonly log: (error: unknown) => void;
}

/** What a reviewer asks: what a change means, and what was changed since somebody agreed. */
export function answerReviewing({ connection, reviewed, log }: ReviewingInput): void {
  const answer = <T>(provide: (by: NonNullable<ReturnType<typeof reviewed>>) => T | Promise<T>) =>
    attempt(log, () => {
      const by = reviewed();
      return by === undefined ? null : provide(by);
    });
  connection.onRequest(diffRequest, ({ before, after }: DiffParams) =>
    answer(async ({ checker, layout }) => {
      // A version without the file is an empty plan.
      const look = ({ uri, text }: DiffSide) => checker.lookAt(uri, text === '' ? 'playbook: 1\n' : text);
      return provideDiff(await look(before), await look(after), layout);
    }),
  );
  connection.onRequest(staleApprovalsRequest, ({ uri }: StaleApprovalsParams) =>
    answer(async ({ checker }) => {
      const document = await checker.look(uri);
      return document === undefined ? [] : provideStaleApprovals(document);
    }),
  );
  connection.onRequest(isApprovedRequest, (params: IsApprovedParams) => answer((): unknown => isApproved(params)));
}
