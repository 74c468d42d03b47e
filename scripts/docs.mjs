// node scripts/docs.mjs           writes docs/rules and docs/ja/rules from the rules and from the edits that provoke them
// node scripts/docs.mjs --check   fails where a page is stale
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { structuredPatch } from 'diff';
import { build } from 'esbuild';
import { basisOf } from './ruleBasis.mjs';
import { edgesOf } from './ruleEdges.mjs';

const root = path.resolve(import.meta.dirname, '..');
const japanese = JSON.parse(fs.readFileSync(path.join(root, 'l10n/bundle.l10n.ja.json'), 'utf8'));

const words = {
  en: {
    translate: (text) => text,
    levels: { error: 'an error', warning: 'a warning', info: 'information' },
    groups: {
      file: 'The file',
      readiness: 'Readiness',
      severities: 'Severities and facts',
      flows: 'Flows',
      channels: 'Channels',
      wording: 'Wording',
      after: 'Sorry page, recovery, report',
    },
    indexTitle: 'The rules',
    indexLead:
      'A rule is named after the mistake; what is written beside it is what holds where the rule is silent. [incident.config.yaml](../configuration.md) sets how serious each one is.',
    columns: ['rule', 'level', 'what holds'],
    level: (level, draft, form) =>
      `A finding is ${level}${draft === level ? '' : `; while the plan is a draft, it is ${draft}`}.${form ? ' It is checked in retired plans and in files of shared parts, too.' : ''}`,
    example: 'Example',
    lead: (file) => `In [${path.basename(file)}](../../sample-playbooks/${file}) this change`,
    brings: 'brings this finding:',
    mend: 'How to mend it',
    safe: (title) => `**${title}** is offered at the light bulb, and \`unhappy-path lint --fix\` does it.`,
    offered: (title) => `**${title}** is offered at the light bulb; you decide.`,
    none: 'There is no fix to apply: what to write is yours to say. The finding says what is missing.',
    edges: 'What it leaves alone',
    basis: 'Where it comes from',
    tune: 'To change how serious it is, write into `incident.config.yaml`:',
    silence: 'To silence it in one place, write above the entry, with your reason:',
    reason: 'why this is right here',
  },
  ja: {
    translate: (text) => japanese[text] ?? text,
    levels: { error: 'エラー', warning: '警告', info: '情報' },
    groups: {
      file: 'ファイルの書き方',
      readiness: '準備',
      severities: '重さの区分と事実',
      flows: '手順の流れ',
      channels: '連絡手段',
      wording: '文面',
      after: 'お詫びページ・その後の対応・報告書',
    },
    indexTitle: 'ルールの一覧',
    indexLead:
      'ルールの名前は間違いを表し、その横には、間違いがないときに成り立つことを書いています。重さは [incident.config.yaml](../configuration.md) で変えられます。',
    columns: ['ルール', '重さ', '成り立つこと'],
    level: (level, draft, form) =>
      `指摘の重さは「${level}」です${draft === level ? '' : `（下書きの間は「${draft}」）`}。${form ? '使い終わった計画や、共通部分のファイルでも確かめます。' : ''}`,
    example: '例',
    lead: (file) => `[${path.basename(file)}](../../../sample-playbooks/${file}) を次のように変えると、`,
    brings: 'この指摘が出ます。',
    mend: '直し方',
    safe: (title) => `電球マークから「${title}」を選べます。\`unhappy-path lint --fix\` でも直せます。`,
    offered: (title) => `電球マークから「${title}」を選べます。選ぶかどうかは、書き手が決めます。`,
    none: '自動では直せません。何を書くかは、書き手が決めることです。足りないものは、指摘の文に書いてあります。',
    edges: '指摘しないこと',
    basis: 'このルールの根拠',
    tune: '重さを変えるには、`incident.config.yaml` に書きます。',
    silence: '1か所だけ指摘を止めるには、その項目の上に、理由と一緒に書きます。',
    reason: 'ここではこれでよい理由',
  },
};

/** The first rule of each group, in the order of the catalogue. */
const groupStarts = {
  'yaml-syntax': 'file',
  'not-ready-at-launch': 'readiness',
  'severity-without-number': 'severities',
  'unreachable-step': 'flows',
  'announce-on-dead-channel': 'channels',
  'scope-not-first': 'wording',
  'sorry-page-same-fate': 'after',
};

/** Every page, by its path below `docs`. */
export async function rulePages() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'unhappy-path-'));
  const bundle = path.join(folder, 'rules.cjs');
  await build({
    stdin: {
      contents: `export { rules } from './src/core/lint/rules';
export { mutations } from './test/core/lint/mutations';
export { samples } from './test/core/lint/mutations/sample';
export { broughtBy } from './test/core/lint/mutations/brought';
export { lintText } from './test/support/check';
export { applyEdits } from './src/core/text/span';`,
      resolveDir: root,
      loader: 'ts',
    },
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
    // All that asks for its own place is the reader of the samples.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(path.join(root, 'test/support/folders.ts')).href) },
  });
  const parts = createRequire(import.meta.url)(bundle);
  fs.rmSync(folder, { recursive: true });
  const pages = new Map();
  for (const [locale, at] of [
    ['en', 'rules'],
    ['ja', 'ja/rules'],
  ]) {
    for (const rule of parts.rules)
      pages.set(`${at}/${rule.id}.md`, page(rule, exampleOf(rule.id, locale, parts), locale));
    pages.set(`${at}/README.md`, index(parts.rules, locale));
  }
  return pages;
}

/** The smallest change of a sample, in the reader's language if there is one, that brings a finding of the rule. */
function exampleOf(id, locale, { mutations, samples, broughtBy, lintText, applyEdits }) {
  const found = mutations
    .filter(({ rule }) => rule === id)
    .flatMap(({ edit }) => samples.map((sample) => ({ sample, outcome: edit(sample) })))
    .filter(({ outcome }) => typeof outcome !== 'string')
    .map(({ sample, outcome }) => {
      const text = applyEdits(sample.text, outcome.edits);
      const { hunks } = structuredPatch('', '', sample.text, text, '', '', { context: 2 });
      const lines = hunks.reduce((sum, hunk) => sum + hunk.lines.length, 0);
      return { sample, text, hunks, cost: lines + (sample.words === locale ? 0 : 10_000) };
    })
    .sort((a, b) => a.cost - b.cost);
  for (const { sample, text, hunks } of found) {
    const options = { file: sample.file, files: { ...sample.files, [sample.file]: text }, locale };
    const finding = broughtBy(lintText(sample.text, { ...options, files: sample.files }), lintText(text, options)).find(
      ({ rule }) => rule === id,
    );
    if (finding !== undefined) return { file: sample.file, hunks, finding };
  }
  throw new Error(`nothing provokes ${id}`);
}

const fence = (info, text) => `\`\`\`${info}\n${text}\n\`\`\``;
const quote = (text) => `> ${text.replace(/\s*\n\s*/g, ' ').replace(/([\\`*[\]<>])/g, '\\$1')}`;

function page({ id, severity, whileDraft = severity, form, summary, why }, { file, hunks, finding }, locale) {
  const say = words[locale];
  const fixes = finding.fixes ?? [];
  const left = edgesOf(id);
  return [
    `<!-- Written by scripts/docs.mjs from src/core/lint/rules/${id}.ts. -->\n# ${id}`,
    `**${say.translate(summary)}**`,
    say.translate(why),
    say.level(say.levels[severity], say.levels[whileDraft], form),
    `## ${say.example}`,
    say.lead(file),
    fence('diff', hunks.map(({ lines }) => lines.join('\n')).join('\n…\n')),
    say.brings,
    quote(finding.message),
    `## ${say.mend}`,
    fixes.length === 0
      ? say.none
      : fixes.map(({ title, safe }) => (safe ? say.safe(title) : say.offered(title))).join('\n\n'),
    say.tune,
    fence('yaml', `rules:\n  ${id}: ${severity === 'info' ? 'warning' : 'info'} # off, info, warning, error`),
    say.silence,
    fence('yaml', `# playbook-ignore ${id} -- ${say.reason}`),
    ...(left.length === 0 ? [] : [`## ${say.edges}`, left.map((edge) => `- ${edge[locale]}`).join('\n')]),
    `## ${say.basis}`,
    basisOf(id)
      .map((basis) => basis[locale])
      .join('\n\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

function index(rules, locale) {
  const say = words[locale];
  const cell = (text) => text.replace(/\|/g, '\\|');
  const sections = [];
  for (const { id, severity, summary } of rules) {
    const group = groupStarts[id];
    if (group !== undefined)
      sections.push(`\n## ${say.groups[group]}\n\n| ${say.columns.join(' | ')} |\n|---|---|---|`);
    sections.push(
      `| [${id}](${id}.md) | ${say.levels[severity].replace(/^an? /, '')} | ${cell(say.translate(summary))} |`,
    );
  }
  return `<!-- Written by scripts/docs.mjs. -->\n# ${say.indexTitle}\n\n${say.indexLead}\n${sections.join('\n')}\n`;
}

if (process.argv[1] === import.meta.filename) {
  const docs = path.join(root, 'docs');
  const pages = await rulePages();
  const onDisk = ['rules', 'ja/rules'].flatMap((at) =>
    fs.existsSync(path.join(docs, at)) ? fs.readdirSync(path.join(docs, at)).map((name) => `${at}/${name}`) : [],
  );
  const isStale = ([name, text]) => !onDisk.includes(name) || fs.readFileSync(path.join(docs, name), 'utf8') !== text;
  const stale = [...[...pages].filter(isStale).map(([name]) => name), ...onDisk.filter((name) => !pages.has(name))];
  if (process.argv.includes('--check')) {
    for (const name of stale) console.error(`docs/${name} is stale: run npm run generate`);
    if (stale.length > 0) process.exitCode = 1;
  } else {
    for (const name of stale) {
      const text = pages.get(name);
      fs.mkdirSync(path.dirname(path.join(docs, name)), { recursive: true });
      if (text === undefined) fs.rmSync(path.join(docs, name));
      else fs.writeFileSync(path.join(docs, name), text);
    }
  }
}
