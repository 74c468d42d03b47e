// node scripts/docs.mjs           writes docs/rules from the rules
// node scripts/docs.mjs --check   fails where a page is stale
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const japanese = JSON.parse(fs.readFileSync(path.join(root, 'l10n/bundle.l10n.ja.json'), 'utf8'));
const levels = { error: ['an error', 'エラー'], warning: ['a warning', '警告'], info: ['information', '情報'] };

export function rulePages() {
  const bundle = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'unhappy-path-')), 'rules.cjs');
  buildSync({
    entryPoints: [path.join(root, 'src/core/lint/rules/index.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  const { rules } = createRequire(import.meta.url)(bundle);
  const pages = new Map(rules.map((rule) => [`${rule.id}.md`, page(rule)]));
  pages.set('README.md', index(rules));
  return pages;
}

function page({ id, severity, whileDraft = severity, form, summary, why }) {
  const [level, levelJa] = levels[severity];
  const [draft, draftJa] = levels[whileDraft];
  return `<!-- Written by scripts/docs.mjs from src/core/lint/rules/${id}.ts. -->
# ${id}

**${summary}**

${why}

A finding is ${level}${draft === level ? '' : `; while the plan is a draft, it is ${draft}`}.${form ? ' It is checked in retired plans and in files of shared parts too.' : ''}

To change how serious it is, write into \`incident.config.yaml\`:

\`\`\`yaml
rules:
  ${id}: ${severity === 'info' ? 'warning' : 'info'} # or: off, info, warning, error
\`\`\`

To silence it in one place, write above the entry, with your reason:

\`\`\`yaml
# playbook-ignore ${id} -- why this is right here
\`\`\`

## 日本語

**${japanese[summary] ?? summary}**

${japanese[why] ?? why}

指摘の重さは「${levelJa}」です${draft === level ? '' : `（下書きの間は「${draftJa}」）`}。
`;
}

function index(rules) {
  const rows = rules.map(
    ({ id, severity, summary }) =>
      `| [${id}](${id}.md) | ${levels[severity][0].replace(/^an? /, '')} | ${summary.replace(/\|/g, '\\|')} | ${(japanese[summary] ?? summary).replace(/\|/g, '\\|')} |`,
  );
  return `<!-- Written by scripts/docs.mjs. -->
# The rules

A rule is named after the mistake; what is written beside it is what holds where the rule is silent. ルールの名前は間違いを表し、その横には、間違いがないときに成り立つことを書いています。

| rule | level | what holds | 成り立つこと |
|---|---|---|---|
${rows.join('\n')}
`;
}

if (process.argv[1] === import.meta.filename) {
  const folder = path.join(root, 'docs/rules');
  const pages = rulePages();
  const onDisk = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  const stale = [
    ...[...pages]
      .filter(([name, text]) => !onDisk.includes(name) || fs.readFileSync(path.join(folder, name), 'utf8') !== text)
      .map(([name]) => name),
    ...onDisk.filter((name) => !pages.has(name)),
  ];
  if (process.argv.includes('--check')) {
    for (const name of stale) console.error(`docs/rules/${name} is stale: run npm run generate`);
    if (stale.length > 0) process.exitCode = 1;
  } else {
    fs.mkdirSync(folder, { recursive: true });
    for (const name of stale) {
      const text = pages.get(name);
      if (text === undefined) fs.rmSync(path.join(folder, name));
      else fs.writeFileSync(path.join(folder, name), text);
    }
  }
}
