import * as vscode from 'vscode';

/** What a step of a wizard ends with: an answer, the way back, or nothing, where the whole was given up. */
export type Outcome<T> = { readonly answer: T } | 'back' | undefined;

/** Where a step stands. */
export interface Place {
  /** Of the wizard. */
  readonly title: string;
  /** From 1. */
  readonly step: number;
  readonly of: number;
}

/** A box to type in. Nothing typed is an answer, too. */
export function askText(
  place: Place,
  { prompt, value, placeholder, validate }: TextQuestion,
): Promise<Outcome<string>> {
  const box = vscode.window.createInputBox();
  box.prompt = prompt;
  box.value = value;
  box.placeholder = placeholder;
  return ask(place, box, (finish) => [
    box.onDidChangeValue(async (text) => {
      const complaint = await validate?.(text);
      if (box.value === text) box.validationMessage = complaint;
    }),
    box.onDidAccept(async () => {
      const complaint = await validate?.(box.value);
      box.validationMessage = complaint;
      if (complaint === undefined) finish({ answer: box.value });
    }),
  ]);
}

export interface TextQuestion {
  readonly prompt: string;
  readonly value: string;
  readonly placeholder: string;
  /** What is wrong with a text, in the reader's language. */
  readonly validate?: (text: string) => Promise<string | undefined>;
}

/** One of a list. */
export function askOne<I extends vscode.QuickPickItem>(
  place: Place,
  placeholder: string,
  items: readonly I[],
  chosen: I | undefined,
): Promise<Outcome<I | undefined>> {
  const box = vscode.window.createQuickPick<I>();
  box.placeholder = placeholder;
  box.matchOnDetail = true;
  box.items = items;
  if (chosen !== undefined) box.activeItems = [chosen];
  return ask<I | undefined, vscode.QuickPick<I>>(place, box, (finish) => [
    box.onDidAccept(() => finish({ answer: box.selectedItems[0] ?? box.activeItems[0] })),
  ]);
}

/** Any number of a list; none is an answer, too. */
export function askMany<I extends vscode.QuickPickItem>(
  place: Place,
  placeholder: string,
  items: readonly I[],
  chosen: readonly I[],
): Promise<Outcome<readonly I[]>> {
  const box = vscode.window.createQuickPick<I>();
  box.placeholder = placeholder;
  box.canSelectMany = true;
  box.items = items;
  box.selectedItems = chosen;
  return ask<readonly I[], vscode.QuickPick<I>>(place, box, (finish) => [
    box.onDidAccept(() => finish({ answer: box.selectedItems })),
  ]);
}

type Box = vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>;

function ask<T, B extends vscode.QuickInput & Pick<Box, 'buttons' | 'onDidTriggerButton'>>(
  { title, step, of }: Place,
  box: B,
  listen: (finish: (outcome: Outcome<T>) => void) => readonly vscode.Disposable[],
): Promise<Outcome<T>> {
  box.title = title;
  box.step = step;
  box.totalSteps = of;
  // A look into another window must not lose what was answered.
  box.ignoreFocusOut = true;
  box.buttons = step > 1 ? [vscode.QuickInputButtons.Back] : [];
  return new Promise((resolve) => {
    const subscriptions: vscode.Disposable[] = [];
    const finish = (outcome: Outcome<T>) => {
      resolve(outcome);
      for (const item of subscriptions) item.dispose();
      box.dispose();
    };
    subscriptions.push(
      ...listen(finish),
      box.onDidTriggerButton((button) => {
        if (button === vscode.QuickInputButtons.Back) finish('back');
      }),
      box.onDidHide(() => finish(undefined)),
    );
    box.show();
  });
}
