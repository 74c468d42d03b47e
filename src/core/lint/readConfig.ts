import { channelLimits, type LimitChanges, type Limited, withChanges } from '../limits/limits';
import { type ChannelType, channelTypes } from '../model/playbook';
import { nearest } from '../text/nearest';
import type { Span } from '../text/span';
import type { Translate } from '../text/translate';
import { parseYaml } from '../yaml/parse';
import type { YamlEntry, YamlNode, YamlScalar } from '../yaml/tree';
import { type Config, defaultConfig, type Level } from './config';
import type { Finding, Fix } from './finding';
import { rules } from './rules';

export const levels: readonly Level[] = ['off', 'info', 'warning', 'error'];
export const configKeys = ['rules', 'limits'] as const;
/** What can have a limit; beyond `most` a text is not sent, beyond `shown` it is not seen at once. */
export const limitedParts: readonly Limited[] = ['subject', 'title', 'body', 'caption', 'story', 'hashtags'];
export const limitKinds = ['most', 'shown'] as const;

export interface ReadConfig {
  /** What could be read. */
  readonly config: Config;
  readonly findings: readonly Finding[];
}

/** Reads `incident.config.yaml`. A mistake in it is a finding in that file, never silence; what is right still counts. */
export function readConfig(text: string, t: Translate): ReadConfig {
  const { root, problems } = parseYaml(text);
  const reader = new Reader(text, t);
  for (const { span } of problems)
    reader.report(span, t('This line can’t be read as YAML, so the configuration is not used from here on.'));
  const config = root === undefined ? defaultConfig : reader.read(root);
  return { config, findings: reader.findings.toSorted((a, b) => a.span.start - b.span.start) };
}

class Reader {
  readonly findings: Finding[] = [];

  constructor(
    private readonly text: string,
    private readonly t: Translate,
  ) {}

  report(span: Span, message: string, fixes: readonly Fix[] = []): void {
    const end = this.text.slice(span.start, span.end).search(/[\r\n]/);
    const onLine = end < 0 ? span : { ...span, end: span.start + end };
    this.findings.push({
      rule: 'schema',
      severity: 'error',
      span: onLine,
      message,
      ...(fixes.length > 0 && { fixes }),
    });
  }

  read(root: YamlNode): Config {
    const { t } = this;
    const configured: Record<string, Level> = {};
    let changes: LimitChanges = {};
    const form = t('A configuration is written as keys with values, like "rules:" and the rules below it.');
    for (const { key, value } of this.entries(root, root.span, form)) {
      if (key.text.startsWith('x-')) continue;
      if (key.text === 'rules') Object.assign(configured, this.readRules(key, value));
      else if (key.text === 'limits') changes = this.readLimits(key, value);
      else
        this.unknown(
          key,
          configKeys,
          t(
            'A configuration has no key "{0}". It has {1}.',
            key.text,
            configKeys.map((name) => t('"{0}"', name)).join(t(', ')),
          ),
        );
    }
    return { rules: configured, limits: withChanges(channelLimits, changes) };
  }

  private readRules(section: YamlScalar, node: YamlNode): Record<string, Level> {
    const { t } = this;
    const configured: Record<string, Level> = {};
    const ids = rules.map(({ id }) => id);
    const form = t('Below "rules" stand rules with their levels, like "jargon: off".');
    for (const { key, value } of this.entries(node, section.span, form)) {
      if (!ids.includes(key.text)) {
        this.unknown(key, ids, t('There is no rule "{0}".', key.text), (meant) =>
          t('There is no rule "{0}". Did you mean "{1}"?', key.text, meant),
        );
        continue;
      }
      const level = levels.find((each) => value.kind === 'scalar' && each === value.text);
      if (level === undefined)
        this.report(placeOf(key, value), t('"{0}" takes one of: {1}.', key.text, levels.join(', ')));
      else configured[key.text] = level;
    }
    return configured;
  }

  private readLimits(section: YamlScalar, node: YamlNode): LimitChanges {
    const { t } = this;
    const changes: { [type in ChannelType]?: Record<string, { most?: number; shown?: number }> } = {};
    const form = t('Below "limits" stand types of channels, like "line:", with their parts and numbers below them.');
    for (const channel of this.entries(node, section.span, form)) {
      const type = channelTypes.find((each) => each === channel.key.text);
      if (type === undefined) {
        this.unknown(channel.key, channelTypes, t('There is no type of channel "{0}".', channel.key.text));
        continue;
      }
      const parts: Record<string, { most?: number; shown?: number }> = {};
      changes[type] = parts;
      const partForm = t('Below "{0}" stand parts of a text, like "body: { most: 280 }".', type);
      for (const part of this.entries(channel.value, channel.key.span, partForm)) {
        if (limitedParts.some((each) => each === part.key.text)) parts[part.key.text] = this.readNumbers(part);
        else
          this.unknown(
            part.key,
            limitedParts,
            t('"{0}" is no part of a text. There are {1}.', part.key.text, limitedParts.join(', ')),
          );
      }
    }
    return changes;
  }

  private readNumbers({ key: part, value: node }: YamlEntry): { most?: number; shown?: number } {
    const { t } = this;
    const numbers: { most?: number; shown?: number } = {};
    const form = t(
      'Below "{0}" stand "most" (more is not sent) or "shown" (more is not seen at once), each with a number.',
      part.text,
    );
    for (const { key, value } of this.entries(node, part.span, form)) {
      const kind = limitKinds.find((each) => each === key.text);
      const number = value.kind === 'scalar' ? value.value : undefined;
      if (kind === undefined) this.unknown(key, limitKinds, form);
      else if (typeof number === 'number' && Number.isInteger(number) && number > 0 && number <= 1_000_000)
        numbers[kind] = number;
      else this.report(placeOf(key, value), t('"{0}" takes a whole number above 0.', key.text));
    }
    return numbers;
  }

  /** The entries of a map, the first of each key; a second one is a mistake, as is anything else than a map. */
  private entries(node: YamlNode, span: Span, form: string): readonly YamlEntry[] {
    if (node.kind !== 'map') {
      if (node.kind !== 'scalar' || node.value !== null) this.report(span, form);
      return [];
    }
    const seen = new Set<string>();
    return node.entries.filter(({ key }) => {
      const isFirst = !seen.has(key.text);
      seen.add(key.text);
      if (!isFirst)
        this.report(
          key.span,
          this.t(
            '"{0}" is written twice here, and only the first counts. Rename one of them, or put both together.',
            key.text,
          ),
        );
      return isFirst;
    });
  }

  private unknown(
    key: YamlScalar,
    known: readonly string[],
    message: string,
    guess = (meant: string) => this.t('There is no key "{0}". Did you mean "{1}"?', key.text, meant),
  ): void {
    const meant = nearest(key.text, known);
    if (meant === undefined) this.report(key.span, message);
    else
      this.report(key.span, guess(meant), [
        { title: this.t('Change to "{0}"', meant), safe: true, edits: [{ span: key.span, text: meant }] },
      ]);
  }
}

function placeOf(key: YamlScalar, value: YamlNode): Span {
  return value.kind === 'scalar' && value.style !== 'missing' ? value.span : key.span;
}
