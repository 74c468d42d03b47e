import * as vscode from 'vscode';
import { type CheckFilesParams, type CheckFilesResult, checkFilesRequest } from '../protocol/authoring';
import { findPlaybooks } from './findPlaybooks';
import type { Server } from './server';

/** Checks every playbook of the workspace, and shows the list of problems. */
export async function checkAll(server: Server): Promise<void> {
  const location = { viewId: 'incidentPlaybook.playbooks' };
  const sum = await vscode.window.withProgress({ location }, async () => {
    const uris = (await findPlaybooks()).map(String);
    const params: CheckFilesParams = { uris };
    return server.ask<CheckFilesResult>(checkFilesRequest, params);
  });
  if (sum === null) return;
  if (sum.errors + sum.warnings > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Playbooks checked: {0}. Errors: {1}, warnings: {2}.', sum.playbooks, sum.errors, sum.warnings),
  );
}
