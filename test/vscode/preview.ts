import * as vscode from 'vscode';
import { inPreview, inWindow } from './bridge';
import { fileUri, openText, placeOf, previewTab, putCaret, replace } from './editor';
import { equal, isTrue, type Suite, until } from './harness';

const plan = 'plans/plan.incident.yaml';
const steps = ['call_nell', 'find_out', 'how_bad', 'say_it', 'rest', 'over_yet', 'all_clear', 'done'];

const stepIds = `[...document.querySelectorAll('[data-step]')].map((step) => step.dataset.step)`;
const stripText = `document.querySelector('.up-strip:not([hidden])')?.innerText ?? ''`;
const marked = `[...document.querySelectorAll('[data-current]')].map((element) => element.dataset.src)`;
const size = `document.querySelector('svg.up-flow')?.getAttribute('width')`;
const scrolled = `Math.round(document.querySelector('.up-pane-flow').scrollTop)`;
const text = `document.querySelector('svg.up-flow')?.textContent ?? ''`;

export function previewTests(suite: Suite): void {
  suite.test('the preview opens beside, and the caret stays in the text', async () => {
    const editor = await openText(plan);
    await vscode.commands.executeCommand('incidentPlaybook.preview.openToSide');
    const drawn = await until(
      () => inPreview<string[]>(stepIds),
      (ids) => (ids?.length ?? 0) >= steps.length,
      'the steps are drawn',
    );
    for (const step of steps) isTrue(drawn?.includes(step) === true, `${step} is drawn`);
    equal(previewTab()?.column, vscode.ViewColumn.Two);
    equal(vscode.window.activeTextEditor?.document.uri.toString(), editor.document.uri.toString());
    isTrue(vscode.window.tabGroups.activeTabGroup.viewColumn === vscode.ViewColumn.One, 'focus stays in the text');
  });

  suite.test('what an author wrote is text in the page', async () => {
    equal(await inPreview(`document.querySelectorAll('img').length`), 0);
    isTrue((await inPreview<string>('document.body.innerText'))?.includes('<img src=x') === true, 'shown as written');
    equal(await inPreview('document.title === "run"'), false);
    isTrue(previewTab()?.tab.label.includes('The day online tickets stop') === true, `${previewTab()?.tab.label}`);
  });

  suite.test('the caret marks its step', async () => {
    const editor = await openText(plan);
    putCaret(editor, 'collect: [started_at');
    await until(
      () => inPreview<string[]>(marked),
      (found) => found?.includes('flows.main.steps.find_out') === true,
      'the step of the caret is marked',
    );
    putCaret(editor, 'outcome: resolved');
    await until(
      () => inPreview<string[]>(marked),
      (found) => found?.includes('flows.main.steps.done') === true && !found.includes('flows.main.steps.find_out'),
      'the mark goes along',
    );
  });

  suite.test('a click on a step goes to its line, and the focus may stay in the page', async () => {
    const editor = await openText(plan);
    await inWindow('clickInPreview', '[data-step="find_out"]');
    await until(
      () => editor.document.getText(editor.selection),
      (selected) => selected === 'find_out',
      'the key is selected',
    );
    equal(editor.selection.start.line, placeOf(editor.document, '      find_out:').line);
  });

  suite.test('typing changes the drawing and neither its size nor its scroll', async () => {
    const editor = await openText(plan);
    for (let at = 0; at < 4; at++) await inWindow('wheelInPreview', 'svg.up-flow', -120, 'Control');
    await inPreview(`document.querySelector('.up-pane-flow').scrollTo(0, 120)`);
    const before = await until(
      () => inPreview<number>(scrolled),
      (value) => value === 120,
      'the page is scrolled',
    );
    const [percent, width] = [
      await inPreview('document.querySelector(".up-percent").textContent'),
      await inPreview(size),
    ];
    await replace(editor, 'Say what does not work', 'Say what is broken today');
    await until(
      () => inPreview<string>(text),
      (found) => found?.replace(/\s/g, '').includes('Saywhatisbrokentoday') === true,
      'the new words are drawn',
    );
    equal(await inPreview('document.querySelector(".up-percent").textContent'), percent);
    equal(await inPreview(scrolled), before);
    isTrue(width !== null, 'there was a picture');
    await replace(
      editor,
      '      done:\n',
      '      one_more:\n        kind: do\n        task: x\n        then: done\n      done:\n',
    );
    await until(
      () => inPreview<string[]>(stepIds),
      (ids) => ids?.includes('one_more') === true,
      'a new step is drawn',
    );
    equal(await inPreview('document.querySelector(".up-percent").textContent'), percent);
    equal(await inPreview(scrolled), before);
  });

  suite.test('fifty characters typed one after the other leave the size as it is, and nothing flickers', async () => {
    const editor = await openText(plan);
    const percent = await inPreview('document.querySelector(".up-percent").textContent');
    // Every drawing that comes and goes, and every moment without one.
    await inPreview(`(() => {
      const pane = document.querySelector('.up-pane-flow');
      globalThis.seen = { gone: 0, kept: pane.querySelector('[data-step="say_it"]') };
      new MutationObserver(() => {
        if (pane.querySelector('svg.up-flow') === null) globalThis.seen.gone++;
      }).observe(pane, { childList: true, subtree: true });
    })()`);
    const typed = 'and we will tell you more within the hour, promise';
    equal(typed.length, 50);
    putCaret(editor, 'Say what is broken today');
    for (const letter of typed) await vscode.commands.executeCommand('type', { text: letter });
    await until(
      () => inPreview<string>(text),
      (found) => found?.replace(/\s/g, '').includes(typed.replace(/\s/g, '').slice(0, 20)) === true,
      'what was typed is drawn',
    );
    equal(await inPreview('document.querySelector(".up-percent").textContent'), percent);
    equal(
      await inPreview(`[globalThis.seen.gone, globalThis.seen.kept.isConnected]`),
      [0, true],
      'the drawing was there all the time, and the step is still the same element',
    );
    await replace(editor, typed, '');
  });

  suite.test('the page takes the colours of the theme, and stands still where motion is reduced', async () => {
    const settings = vscode.workspace.getConfiguration();
    const set = (name: string, value: unknown) => settings.update(name, value, vscode.ConfigurationTarget.Global);
    const body = 'document.body.className';
    const paper = `getComputedStyle(document.querySelector('.up-shape')).fill`;
    const light = await inPreview<string>(paper);
    for (const [theme, name] of [
      ['Default High Contrast', 'vscode-high-contrast'],
      ['Default Dark Modern', 'vscode-dark'],
    ] as const) {
      await set('workbench.colorTheme', theme);
      await until(
        () => inPreview<string>(body),
        (classes) => classes?.split(' ').includes(name) === true,
        `the page is in ${theme}`,
      );
      isTrue((await inPreview<string>(paper)) !== light, `boxes have another colour in ${theme}`);
    }
    await set('workbench.colorTheme', undefined);
    await set('workbench.reduceMotion', 'on');
    await until(
      () => inPreview<string>(body),
      (classes) => classes?.includes('vscode-reduce-motion') === true,
      'the page knows that motion is reduced',
    );
    equal(
      await inPreview(`[...document.querySelectorAll('#page *')].filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return parseFloat(transitionDuration) > 0.01 || animationName !== 'none';
      }).length`),
      0,
      'nothing moves',
    );
    await set('workbench.reduceMotion', undefined);
  });

  suite.test('a broken text keeps the last picture, with a strip that leads to the line', async () => {
    const editor = await openText(plan);
    const shown = await inPreview<string[]>(stepIds);
    await replace(editor, 'message: open_again', 'message: "open_again');
    await until(
      () => inPreview<string>(stripText),
      (strip) => (strip ?? '') !== '',
      'the strip appears',
    );
    equal(await inPreview(stepIds), shown);
    await inWindow('clickInPreview', '.up-strip button');
    const line = placeOf(editor.document, 'message: "open_again').line;
    await until(
      () => vscode.window.activeTextEditor?.selection.active.line ?? -1,
      (at) => at === line,
      `the caret is on line ${line}`,
    );
    await replace(editor, 'message: "open_again', 'message: open_again');
    await until(
      () => inPreview<string>(stripText),
      (strip) => strip === '',
      'the strip goes',
    );
  });

  suite.test('messages are cards with meters', async () => {
    await inWindow('clickInPreview', '#tab-messages');
    const shown = await inPreview<string>(`document.querySelector('#pane-messages').innerText`);
    isTrue(shown?.includes("Tickets can't be bought online") === true, 'the message is shown');
    isTrue((await inPreview<number>(`document.querySelectorAll('[data-src^="messages."]').length`)) !== 0, 'cards');
    const editor = await openText(plan);
    putCaret(editor, 'Nothing is left over');
    await until(
      () => inPreview<string[]>(marked),
      (found) => found?.some((source) => source.startsWith('messages.open_again')) === true,
      'the card of the caret is marked',
    );
  });

  suite.test('a preview that was hidden comes back as it was', async () => {
    const column = previewTab()?.column ?? vscode.ViewColumn.Two;
    const other = await vscode.workspace.openTextDocument({ content: 'in front of the preview' });
    await vscode.window.showTextDocument(other, { viewColumn: column });
    await until(
      () => inPreview(stepIds),
      (ids) => ids === null,
      'the page is hidden',
    );
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until(
      () => inPreview<string>(`document.querySelector('#tab-messages')?.getAttribute('aria-selected')`),
      (selected) => selected === 'true',
      'the same tab is selected',
    );
    await until(
      () => inPreview<number>(`document.querySelectorAll('[data-src^="messages."]').length`),
      (cards) => (cards ?? 0) > 0,
      'the cards are drawn again',
    );
    await inWindow('clickInPreview', '#tab-flow');
    await until(
      () => inPreview<string[]>(stepIds),
      (ids) => (ids?.length ?? 0) > steps.length,
      'and the steps, as soon as they are looked at',
    );
  });

  suite.test('the preview follows the playbook that is active', async () => {
    await openText('flash-sale/flash-sale.incident.yaml');
    await until(
      () => inPreview<string>(text),
      (found) => found?.includes('店長に知らせる') === true,
      'the other plan is drawn',
    );
    isTrue(previewTab()?.tab.label.includes('買えなくなった日') === true, `${previewTab()?.tab.label}`);
    await inWindow('screenshot', 'follows.png');
  });

  suite.test('the slowest way is lit, and the choice outlives a page loaded anew', async () => {
    await openText(plan);
    const chosen = `document.querySelectorAll('.up-select')[1].value`;
    const pick = `(() => {
      const select = document.querySelectorAll('.up-select')[1];
      select.value = select.options[1].value;
      select.dispatchEvent(new Event('change'));
      return select.value;
    })()`;
    const severity = await inPreview<string>(pick);
    await until(
      () =>
        inPreview<boolean>(
          `document.querySelector('.up-playing') !== null && document.querySelector('.up-lit') !== null`,
        ),
      (isPlayed) => isPlayed === true,
      'the way is lit',
    );
    await vscode.commands.executeCommand('incidentPlaybook.preview.refresh');
    await until(
      () => inPreview<string>(chosen),
      (value) => value === severity,
      'it is still chosen in the page that was loaded anew',
    );
    await until(
      () => inPreview<boolean>(`document.querySelector('.up-playing') !== null`),
      (isPlayed) => isPlayed === true,
      'and still played',
    );
    await inPreview(`(() => {
      const select = document.querySelectorAll('.up-select')[1];
      select.value = '';
      select.dispatchEvent(new Event('change'));
    })()`);
    await until(
      () => inPreview<boolean>(`document.querySelector('.up-playing') === null`),
      (isOver) => isOver === true,
      'everything is lit again',
    );
  });

  suite.test('the sorry page and what is missing are shown', async () => {
    for (const tab of ['sorry-page', 'readiness']) {
      await inWindow('clickInPreview', `#tab-${tab}`);
      const words = await inPreview<string>(`document.querySelector('#pane-${tab}').innerText`);
      isTrue((words?.length ?? 0) > 40, `${tab}: ${words}`);
    }
    equal(await inPreview(`document.querySelectorAll('.up-proof').length`), 5);
    await inWindow('clickInPreview', '#tab-flow');
  });

  suite.test('the button of an empty page writes what is missing', async () => {
    const file = fileUri('plans/empty.incident.yaml');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('playbook: 1\ntitle: Empty\n'));
    const editor = await openText('plans/empty.incident.yaml');
    await until(
      () => inPreview<boolean>(`document.querySelector('#pane-flow .up-insert') !== null`),
      (isThere) => isThere === true,
      'the empty page is shown',
    );
    await inWindow('clickInPreview', '#pane-flow .up-insert');
    await until(
      () => editor.document.getText(),
      (written) => /flows:\n {2}main:\n {4}steps:\n/.test(written),
      'a flow is written',
    );
    await editor.document.save();
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(file);
  });

  suite.test('the plan is written as a file of each kind', async () => {
    await openText(plan);
    const begins: Readonly<Record<string, string>> = {
      svg: '<?xml',
      png: '\uFFFDPNG',
      html: '<!DOCTYPE html>',
      markdown: '# ',
      mermaid: 'flowchart TD',
    };
    for (const [format, start] of Object.entries(begins)) {
      const file = fileUri(`plans/図.${format}`);
      const written = await vscode.commands.executeCommand<vscode.Uri>('incidentPlaybook.export', format, file);
      equal(written?.toString(), file.toString(), format);
      const bytes = await vscode.workspace.fs.readFile(file);
      const text = new TextDecoder().decode(bytes);
      isTrue(text.startsWith(start), `${format} begins with ${text.slice(0, 20)}`);
      isTrue(bytes.length > 400, `${format} has ${bytes.length} bytes`);
      await vscode.workspace.fs.delete(file);
    }
  });

  suite.test('a closed and reopened file is drawn anew', async () => {
    const editor = await openText(plan);
    await until(
      () => inPreview<string[]>(stepIds),
      (ids) => ids?.includes('one_more') === true,
      'the plan is back',
    );
    await editor.document.save();
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    const again = await openText(plan);
    await replace(again, '      one_more:\n        kind: do\n        task: x\n        then: done\n', '');
    await until(
      () => inPreview<string[]>(stepIds),
      (ids) => ids !== null && ids.length > 0 && !ids.includes('one_more'),
      'the step is gone from the drawing',
    );
  });
}
