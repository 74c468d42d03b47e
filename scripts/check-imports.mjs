// Fails where a layer imports what it must not know, where core names Node or the DOM, and where a bundle for the web
// leaves anything but `vscode` outside. `node scripts/check-imports.mjs` reads the sources; dist/meta/ if it is there.
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '..'));
const src = path.join(root, 'src');

/** Layer → the layers it may import; "types" where only types may come. */
const allowed = {
  core: {},
  protocol: { core: 'types' },
  service: { core: 'values', protocol: 'types' },
  server: { core: 'values', service: 'values', protocol: 'values' },
  cli: { core: 'values', service: 'values', server: 'values' },
  client: { protocol: 'values' },
  webview: { protocol: 'values' },
};

/** Layer → the packages and Node modules it may import, as patterns. The bundles' metafiles tell the rest. */
const packages = {
  core: /^(?:yaml|js-yaml|ajv\/.*|markdown-it|@noble\/hashes\/.*|get-east-asian-width|twitter-text|linkify-it)$/,
  protocol: /^$/,
  service: /^vscode-languageserver-types$/,
  server: /^(?:vscode-languageserver.*|vscode-uri)$/,
  cli: /^(?:node:.*|diff|ignore|picomatch|@resvg\/resvg-js)$/,
  client: /^(?:vscode|vscode-languageclient.*)$/,
  webview: /^$/,
};
/** The entries of a process may speak to it. */
const nodeEntries = new Set(['server/node.ts', 'server/process.ts', 'client/node.ts']);

/** Names that only Node or a browser has. `globalThis` is how one would come to them unseen. */
const foreign =
  /(?<![\w$.'"`-])(?:process|Buffer|__dirname|__filename|require|setImmediate|window|document|navigator|localStorage|location|self|globalThis|HTMLElement|XMLHttpRequest|fetch|alert)(?=\s*(?:\.|\(|\[))/;
/** What depends on the machine or on the moment. */
const machine = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\.toLocale\w*\(|\.localeCompare\(|\bIntl\.\w+\(\s*\)/;

const complaints = [];
const complain = (file, line, text) => complaints.push(`${path.relative(root, file)}:${line}  ${text}`);

for (const file of sourceFiles(src)) {
  const text = fs.readFileSync(file, 'utf8');
  const inside = path.relative(src, file).replaceAll(path.sep, '/');
  const [layer] = inside.split('/');
  if (allowed[layer] === undefined) complain(file, 1, `"${layer}" is no layer`);
  else checkImports(file, inside, layer, text);
  if (layer === 'core' && !file.endsWith('.generated.js')) checkNames(file, text);
}
checkBundles();

for (const complaint of complaints) console.error(complaint);
console.log(
  complaints.length === 0 ? 'Every import goes the right way.' : `${complaints.length} imports go the wrong way.`,
);
process.exit(complaints.length === 0 ? 0 : 1);

function checkImports(file, inside, layer, text) {
  for (const { specifier, typeOnly, line } of importsOf(text)) {
    if (!specifier.startsWith('.')) {
      const isNode = specifier.startsWith('node:') && nodeEntries.has(inside);
      if (!typeOnly && !isNode && !packages[layer].test(specifier))
        complain(file, line, `${layer} must not import "${specifier}"`);
      continue;
    }
    const target = path.relative(src, path.resolve(path.dirname(file), specifier)).replaceAll(path.sep, '/');
    // The translations are data that every face may carry.
    if (target.startsWith('../')) {
      if (!/^\.\.\/(?:l10n|schemas)\/[\w.]+\.json$/.test(target) && target !== '../package.json')
        complain(file, line, `${layer} must not import "${specifier}"`);
      continue;
    }
    const [other] = target.split('/');
    if (other === layer) continue;
    const how = allowed[layer][other];
    if (how === undefined) complain(file, line, `${layer} must not import ${other} ("${specifier}")`);
    else if (how === 'types' && !typeOnly)
      complain(file, line, `${layer} may import only types of ${other} ("${specifier}")`);
  }
}

function checkNames(file, text) {
  for (const [index, line] of withoutTextAndComments(text).split('\n').entries()) {
    const [name] = foreign.exec(line) ?? [];
    if (name !== undefined && !isLocalName(name, text)) complain(file, index + 1, `core must not know "${name}"`);
    const [moment] = machine.exec(line) ?? [];
    if (moment !== undefined) complain(file, index + 1, `core must not ask "${moment}"`);
  }
}

/** A parameter or a constant may be called `document`; the compiler, which has no DOM types there, tells them apart. */
function isLocalName(name, text) {
  return new RegExp(`(?:const|let|function|[({,]|readonly)\\s*${name}\\b\\s*[,:=)}]|\\b${name}\\s*=>`).test(text);
}

function checkBundles() {
  const folder = path.join(root, 'dist/meta');
  if (!fs.existsSync(folder)) return complaints.push('dist/meta is missing: build first');
  const outside = {
    'client.js': /^(?:vscode|node:.*)$/,
    'web-client.js': /^vscode$/,
    'web-server.js': /^$/,
    'webview.js': /^$/,
  };
  for (const name of fs.readdirSync(folder)) {
    const { inputs, outputs } = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
    const bundle = name.replace(/\.json$/, '');
    for (const { imports } of Object.values(outputs)) {
      for (const { path: specifier, external } of imports) {
        if (external && outside[bundle]?.test(specifier) === false && !isBuiltin(specifier, bundle))
          complaints.push(`dist/${bundle.replace('web-', 'web/')}  "${specifier}" is left outside`);
      }
    }
    const isClient = bundle === 'client.js' || bundle === 'web-client.js' || bundle === 'webview.js';
    for (const input of Object.keys(inputs))
      if (isClient && input.startsWith('src/core/') && !input.endsWith('.css'))
        complaints.push(`dist/${bundle.replace('web-', 'web/')}  contains ${input}`);
  }
}

/** What Node brings along may be left outside of what runs in Node. */
function isBuiltin(specifier, bundle) {
  return !bundle.startsWith('web') && process.getBuiltinModule?.(specifier) !== undefined;
}

function* importsOf(text) {
  const pattern =
    /^[ \t]*(?:import|export)\s+(type\s+)?([^'"();]*?)\s*from\s*['"]([^'"]+)['"]|^[ \t]*import\s*['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/gm;
  for (const match of text.matchAll(pattern)) {
    const [, type, names = '', from, bare, called] = match;
    // `import { type A, type B }` imports nothing that is there when the code runs.
    const parts = /^\{([^}]*)\}$/
      .exec(names.trim())?.[1]
      ?.split(',')
      .filter((part) => part.trim() !== '');
    const typeOnly = type !== undefined || parts?.every((part) => /^\s*type\s/.test(part)) === true;
    yield {
      specifier: from ?? bare ?? called,
      typeOnly,
      line: text.slice(0, match.index).split('\n').length,
    };
  }
}

function withoutTextAndComments(text) {
  return text.replace(
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g,
    (found) => found.replace(/(?<!^)[^\n](?!$)/g, ' '),
  );
}

function* sourceFiles(folder) {
  for (const item of fs.readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, item.name);
    if (item.isDirectory()) yield* sourceFiles(at);
    else if (/\.(?:ts|js)$/.test(item.name) && !item.name.endsWith('.d.ts')) yield at;
  }
}
