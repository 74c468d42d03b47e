import fs from 'node:fs';
import path from 'node:path';
import { placeSteps } from '../core/draw/layered/placeSteps';
import { type ExportFormat, exportPlan } from '../core/export/exportPlan';
import { nearest } from '../core/text/nearest';
import type { Translate } from '../core/text/translate';
import { writeOrExplain } from './files';
import { type ExitCode, type Terminal, UsageError } from './io';
import { parseOptions } from './options';
import { readPlan } from './readPlan';

const options = {
  format: ['svg', 'png', 'html', 'mermaid', 'markdown'],
  flow: 'text',
  scenario: 'text',
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
  const unreadable = t('"{0}" can’t be drawn: "unhappy-path lint" says what is wrong in it.', given);
  const plan = readPlan(given, parsed.text('locale'), terminal, t, unreadable);
  const { playbook } = plan;
  const scenario = parsed.text('scenario');
  const played = scenario === undefined ? undefined : playbook.scenarios.get(scenario);
  if (scenario !== undefined && played === undefined)
    throw new UsageError(notThere(scenario, [...playbook.scenarios.keys()], t));
  const wanted = parsed.text('flow') ?? played?.flow?.id;
  const flow = wanted === undefined ? [...playbook.flows.values()][0] : playbook.flows.get(wanted);
  if (flow === undefined && (wanted !== undefined || (format !== 'markdown' && format !== 'html')))
    throw new UsageError(noFlow(wanted, [...playbook.flows.keys()], t));
  const runs = played === undefined ? plan.runs : plan.runs.in(played);
  if (played !== undefined && flow !== undefined && ![...flow.steps.values()].some((step) => runs.isReachable(step)))
    throw new UsageError(t('The scenario "{0}" does not run through the flow "{1}".', played.id, flow.id));
  const text = exportPlan({
    ...plan,
    engine: placeSteps,
    limits: plan.config.limits,
    now: Date.now(),
    format: format === 'png' ? 'svg' : (format as ExportFormat),
    flow: wanted === undefined ? undefined : flow,
    wish: { scenario },
  });
  const drawn = format === 'png' ? toPng(text ?? '', t) : (text ?? '');
  const output = parsed.text('output');
  if (output === undefined) terminal.stdout.write(drawn);
  else writeOrExplain(output, () => fs.writeFileSync(path.resolve(terminal.cwd, output), drawn), t);
  return 0;
}

/** Pixels for one of the drawing: sharp on paper and on screens of today. */
const pngScale = 2;

/** By resvg, which is not in the bundle: it brings a program for each kind of machine. */
function toPng(svg: string, t: Translate): Uint8Array {
  let resvg: typeof import('@resvg/resvg-js');
  try {
    resvg = require('@resvg/resvg-js');
  } catch {
    throw new UsageError(t('A PNG needs "@resvg/resvg-js": install it beside unhappy-path, or write an SVG.'));
  }
  const options = { fitTo: { mode: 'zoom', value: pngScale }, font: { loadSystemFonts: true } } as const;
  return new resvg.Resvg(japaneseFirst(svg), options).render().asPng();
}

/**
 * resvg takes the first family that is there, and for letters that it lacks any font that has them, a serif among others.
 * A drawing with Japanese in it begins with fonts that have both.
 */
function japaneseFirst(svg: string): string {
  if (!/[\u3040-\u30ff\u4e00-\u9fff]/.test(svg)) return svg;
  return svg.replace(
    /(font-family:)("Noto Sans")/,
    '$1"Noto Sans CJK JP","Noto Sans JP","Hiragino Sans","Yu Gothic UI",Meiryo,$2',
  );
}

function noFlow(wanted: string | undefined, known: readonly string[], t: Translate): string {
  if (wanted === undefined || known.length === 0) return t('There is no flow to draw.');
  const meant = nearest(wanted, known);
  return meant === undefined
    ? t('There is no flow "{0}". The flows are: {1}.', wanted, known.join(', '))
    : t('There is no flow "{0}". Did you mean "{1}"?', wanted, meant);
}

function notThere(wanted: string, known: readonly string[], t: Translate): string {
  const meant = nearest(wanted, known);
  return meant === undefined
    ? t('There is no scenario "{0}". The scenarios are: {1}.', wanted, known.join(', '))
    : t('There is no scenario "{0}". Did you mean "{1}"?', wanted, meant);
}
