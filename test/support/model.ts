import { buildPlaybook } from '../../src/core/model/build';
import type { Playbook } from '../../src/core/model/playbook';
import { usedPaths } from '../../src/core/model/uses';
import { parseYaml } from '../../src/core/yaml/parse';
import type { YamlDocument } from '../../src/core/yaml/tree';

/** The playbook of a text, with the files it uses. */
export function buildText(
  text: string,
  files: Readonly<Record<string, string>> = {},
  file = 'test.incident.yaml',
): Playbook {
  const documents = new Map<string, YamlDocument>();
  const waiting = [file];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const source = path === file ? text : files[path];
    if (source === undefined || documents.has(path)) continue;
    const document = parseYaml(source);
    documents.set(path, document);
    waiting.push(...usedPaths(document, path));
  }
  return buildPlaybook(file, documents);
}
