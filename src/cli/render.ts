import fs from 'node:fs';
import path from 'node:path';
import japanese from '../../l10n/bundle.l10n.ja.json';
import { placedToSvgText } from '../core/draw/drawFlow';
import { toGraph } from '../core/draw/graph';
import type { LayoutEngine } from '../core/draw/layout';
import { placeFlow } from '../core/draw/place';
import { toMermaid } from '../core/export/mermaid';
import { toOutline } from '../core/export/outline';
import { defaultConfig } from '../core/lint/config';
import { check } from '../core/lint/run';
import type { Flow } from '../core/model/playbook';
import { nearest } from '../core/text/nearest';
import { createTranslate, type Translate } from '../core/text/translate';
import { Disk } from './disk';
import { readOrExplain, writeOrExplain } from './files';
import { type ExitCode, type Terminal, UsageError } from './io';
import { localeOf, parseOptions } from './options';

const options = {
  format: ['svg', 'mermaid', 'markdown'],
  flow: 'text',
  output: 'text',
  locale: ['en', 'ja'],
} as const;

/** A plan as a drawing or as text, to look at elsewhere. */
export async function runRender(argv: readonly string[], terminal: Terminal, t: Translate): Promise<ExitCode> {
  const parsed = parseOptions(argv, options, t);
  const [given, ...more] = parsed.arguments;
  const format = parsed.text('format');
  if (given === undefined || more.length > 0) throw new UsageError(t('"render" takes one playbook.'));
  if (format === undefined) throw new UsageError(t('{0} needs one of: {1}.', '--format', options.format.join(', ')));
  const disk = new Disk(terminal.cwd);
  const { name, documents } = readOrExplain(given, () => disk.load(path.resolve(terminal.cwd, given)), t);
  const { playbook, runs, broken } = check({ file: name, documents, t, now: 0 });
  if (broken || !playbook.isPlaybook)
    throw new UsageError(t('"{0}" can’t be drawn: "unhappy-path lint" says what is wrong in it.', given));
  const wanted = parsed.text('flow');
  const flow = wanted === undefined ? [...playbook.flows.values()][0] : playbook.flows.get(wanted);
  if (flow === undefined && (wanted !== undefined || format !== 'markdown'))
    throw new UsageError(noFlow(wanted, [...playbook.flows.keys()], t));
  // Who looks at a plan reads its language; who wants another says so.
  const words = parsed.text('locale') === undefined ? translateFor(playbook.locale) : t;
  const text =
    format === 'markdown'
      ? toOutline({ playbook, runs, limits: defaultConfig.limits, t: words, ...(wanted && flow && { flows: [flow] }) })
      : format === 'mermaid'
        ? toMermaid(toGraph(flow as Flow, playbook, words), runs, words)
        : placedToSvgText(await placeFlow(toGraph(flow as Flow, playbook, words), loadLayout()), {
            t: words,
            locale: playbook.locale,
            doneAfter: (step) => runs.reachedAt(step)?.seconds,
          });
  const output = parsed.text('output');
  if (output === undefined) terminal.stdout.write(text);
  else writeOrExplain(output, () => fs.writeFileSync(path.resolve(terminal.cwd, output), text), t);
  return 0;
}

function translateFor(locale: string): Translate {
  return createTranslate(localeOf(locale, {}) === 'ja' ? japanese : {});
}

function noFlow(wanted: string | undefined, known: readonly string[], t: Translate): string {
  if (wanted === undefined || known.length === 0) return t('There is no flow to draw.');
  const meant = nearest(wanted, known);
  return meant === undefined
    ? t('There is no flow "{0}". The flows are: {1}.', wanted, known.join(', '))
    : t('There is no flow "{0}". Did you mean "{1}"?', wanted, meant);
}

/** A file of its own: no other command pays for reading it. */
function loadLayout(): LayoutEngine {
  const Elk = require(path.join(__dirname, 'elk.js')) as new () => { layout: LayoutEngine };
  const elk = new Elk();
  return (graph) => elk.layout(graph);
}
