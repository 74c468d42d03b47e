import type { Connection, Diagnostic } from 'vscode-languageserver';
import { newPlaybook } from '../core/template/newPlaybook';
import { LineIndex } from '../core/text/lineIndex';
import {
  type BlockTextParams,
  blockTextRequest,
  type CheckFilesParams,
  type CheckFilesResult,
  checkFilesRequest,
  type InsertParams,
  insertRequest,
  type NewPlaybookParams,
  type NewPlaybookResult,
  newPlaybookRequest,
  type OverviewParams,
  overviewRequest,
} from '../protocol/authoring';
import { provideBlockText } from '../service/blockText';
import type { CheckedDocument } from '../service/checkedDocument';
import { toDiagnostics } from '../service/diagnostics';
import { provideInsert } from '../service/insert';
import { provideOverview } from '../service/overview';
import { attempt } from './attempt';

export interface AuthoringInput {
  readonly connection: Connection;
  /** A file as it is now, open or not. */
  readonly look: (uri: string) => Promise<CheckedDocument | undefined>;
  readonly isOpen: (uri: string) => boolean;
  readonly openText: (uri: string) => string | undefined;
  /** Shows what the check of a file that is not open has found. */
  readonly publish: (uri: string, found: ReadonlyMap<string, readonly Diagnostic[]>) => void;
  readonly log: (error: unknown) => void;
}

/** What the editor asks beyond the language server protocol: new playbooks, blocks, the list, a check of all. */
export function answerAuthoring({ connection, look, isOpen, openText, publish, log }: AuthoringInput): void {
  connection.onRequest(newPlaybookRequest, (answers: NewPlaybookParams) =>
    attempt(log, (): NewPlaybookResult => {
      const { text, placeholder } = newPlaybook(answers);
      const lines = new LineIndex(text);
      return {
        text,
        placeholder: { start: lines.position(placeholder.start), end: lines.position(placeholder.end) },
      };
    }),
  );
  connection.onRequest(overviewRequest, ({ uri }: OverviewParams) =>
    attempt(log, async () => {
      const document = await look(uri);
      return document === undefined ? null : (provideOverview(document) ?? null);
    }),
  );
  connection.onRequest(insertRequest, ({ uri, what, at }: InsertParams) =>
    attempt(log, async () => {
      const document = await look(uri);
      return document === undefined ? null : (provideInsert(document, what, at) ?? null);
    }),
  );
  connection.onRequest(blockTextRequest, ({ uri, ...params }: BlockTextParams) =>
    attempt(log, () => {
      const text = openText(uri);
      return text === undefined ? null : (provideBlockText(new LineIndex(text), params) ?? null);
    }),
  );
  connection.onRequest(checkFilesRequest, ({ uris }: CheckFilesParams) =>
    attempt(log, async (): Promise<CheckFilesResult> => {
      const sum = { playbooks: 0, errors: 0, warnings: 0 };
      for (const uri of uris) {
        const document = await look(uri);
        if (document === undefined) continue;
        const own = document.findings.filter(({ span }) => span.file === undefined);
        sum.playbooks += 1;
        sum.errors += own.filter(({ severity }) => severity === 'error').length;
        sum.warnings += own.filter(({ severity }) => severity === 'warning').length;
        if (!isOpen(uri)) publish(uri, toDiagnostics(document));
      }
      return sum;
    }),
  );
}
