import type { Severity } from './finding';

export type Level = Severity | 'off';

/** `incident.config.yaml`, read and checked. */
export interface Config {
  /** Rule id → level; wins over the rule's own and the draft's. */
  readonly rules: Readonly<Record<string, Level>>;
}

export const defaultConfig: Config = { rules: {} };
