import * as vscode from 'vscode';

const type = 'incident-lint';

interface LintTask extends vscode.TaskDefinition {
  /** Files or folders; without any, all playbooks. */
  readonly paths?: readonly string[];
}

/** "Run Task" checks all playbooks with the command line, as CI does. A browser has no shell to run it in. */
export function registerTask(): vscode.Disposable {
  return vscode.tasks.registerTaskProvider(type, {
    provideTasks: () => {
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      return folder === undefined || !canRun() ? [] : [toTask({ type }, folder)];
    },
    resolveTask: ({ definition, scope }) =>
      canRun()
        ? toTask(definition as LintTask, scope as vscode.WorkspaceFolder | vscode.TaskScope.Workspace)
        : undefined,
  });
}

function canRun(): boolean {
  return vscode.env.uiKind === vscode.UIKind.Desktop && vscode.workspace.isTrusted;
}

function toTask(definition: LintTask, scope: vscode.WorkspaceFolder | vscode.TaskScope.Workspace): vscode.Task {
  const args = ['--no-install', 'unhappy-path', 'lint', '--format', 'unix', ...(definition.paths ?? [])];
  const name = vscode.l10n.t('Check all playbooks');
  const task = new vscode.Task(definition, scope, name, type, new vscode.ShellExecution('npx', args), '$incident-lint');
  task.group = vscode.TaskGroup.Test;
  return task;
}
