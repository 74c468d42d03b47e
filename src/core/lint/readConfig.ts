import { nearest } from '../text/nearest';
import type { Span } from '../text/span';
import type { Translate } from '../text/translate';
import { parseYaml } from '../yaml/parse';
import type { YamlEntry, YamlNode } from '../yaml/tree';
import { type Config, defaultConfig, type Level } from './config';
import type { Finding, Fix } from './finding';
import { rules } from './rules';

const levels: readonly string[] = ['off', 'info', 'warning', 'error'] satisfies readonly Level[];

export interface ReadConfig {
  /** What could be read. */
  readonly config: Config;
  readonly findings: readonly Finding[];
}

/** Reads `incident.config.yaml`. A mistake in it is a finding in that file, never silence. */
export function readConfig(text: string, t: Translate): ReadConfig {
  const { root, problems } = parseYaml(text);
  const findings: Finding[] = [];
  const report = (span: Span, message: string, fixes: readonly Fix[] = []) =>
    findings.push({ rule: 'schema', severity: 'error', span, message, ...(fixes.length > 0 && { fixes }) });
  const change = (span: Span, meant: string): Fix => ({
    title: t('Change to "{0}"', meant),
    safe: true,
    edits: [{ span, text: meant }],
  });

  for (const problem of problems) {
    report(problem.span, t('This line can’t be read as YAML, so the configuration is not used from here on.'));
  }
  if (root === undefined || (root.kind === 'scalar' && root.value === null)) return { config: defaultConfig, findings };
  const configured: Record<string, Level> = {};
  for (const { key, value } of entriesOf(root, () =>
    report(
      firstLine(root.span, text),
      t('A configuration is written as keys with values, like "rules:" and the rules below it.'),
    ),
  )) {
    if (key.text.startsWith('x-')) continue;
    if (key.text !== 'rules') {
      const meant = nearest(key.text, ['rules']);
      report(
        key.span,
        meant === undefined
          ? t('A configuration has no key "{0}". It has "rules".', key.text)
          : t('There is no key "{0}". Did you mean "{1}"?', key.text, meant),
        meant === undefined ? [] : [change(key.span, meant)],
      );
      continue;
    }
    for (const rule of entriesOf(value, () =>
      report(key.span, t('Below "rules" stand rules with their levels, like "jargon: off".')),
    )) {
      if (!rules.some(({ id }) => id === rule.key.text)) {
        const meant = nearest(
          rule.key.text,
          rules.map(({ id }) => id),
        );
        report(
          rule.key.span,
          meant === undefined
            ? t('There is no rule "{0}".', rule.key.text)
            : t('There is no rule "{0}". Did you mean "{1}"?', rule.key.text, meant),
          meant === undefined ? [] : [change(rule.key.span, meant)],
        );
        continue;
      }
      const level = rule.value.kind === 'scalar' ? rule.value.text : '';
      if (levels.includes(level)) configured[rule.key.text] = level as Level;
      else
        report(
          rule.value.kind === 'scalar' && rule.value.style !== 'missing' ? rule.value.span : rule.key.span,
          t('"{0}" takes one of: {1}.', rule.key.text, levels.join(', ')),
        );
    }
  }
  return { config: { rules: configured }, findings };
}

function entriesOf(node: YamlNode, otherwise: () => void): readonly YamlEntry[] {
  if (node.kind === 'map') return node.entries;
  if (!(node.kind === 'scalar' && node.value === null)) otherwise();
  return [];
}

function firstLine(span: Span, text: string): Span {
  const end = text.slice(span.start, span.end).search(/[\r\n]/);
  return end < 0 ? span : { ...span, end: span.start + end };
}
