import fs from 'node:fs';
import path from 'node:path';
import { type Config, defaultConfig } from '../core/lint/config';
import type { Finding } from '../core/lint/finding';
import { readConfig } from '../core/lint/readConfig';
import type { Translate } from '../core/text/translate';
import { readOrExplain } from './files';
import { configIn } from './findPlaybooks';

/** The configuration of each folder: the nearest `incident.config.yaml` upwards, or the one that was named. */
export class Configs {
  private readonly byFolder = new Map<string, Config>();

  constructor(
    private readonly named: string | undefined,
    private readonly cwd: string,
    private readonly t: Translate,
    private readonly tell: (file: string, text: string, findings: readonly Finding[]) => void = () => {},
  ) {}

  configFor(file: string): Config {
    if (this.named !== undefined) return this.read(path.resolve(this.cwd, this.named));
    return this.inFolder(path.dirname(file));
  }

  private inFolder(folder: string): Config {
    const known = this.byFolder.get(folder);
    if (known !== undefined) return known;
    const { file, isTop } = configIn(folder);
    const above = () => (isTop ? defaultConfig : this.inFolder(path.dirname(folder)));
    const config = file === undefined ? above() : this.read(file);
    this.byFolder.set(folder, config);
    return config;
  }

  private read(file: string): Config {
    const known = this.byFolder.get(file);
    if (known !== undefined) return known;
    const text = readOrExplain(path.relative(this.cwd, file), () => fs.readFileSync(file, 'utf8'), this.t);
    const { config, findings } = readConfig(text, this.t);
    if (findings.length > 0) this.tell(file, text, findings);
    this.byFolder.set(file, config);
    return config;
  }
}
