import { channelLimits, type Limits } from '../limits/limits';
import type { Severity } from './finding';

export type Level = Severity | 'off';

/** `incident.config.yaml`, read and checked. */
export interface Config {
  /** Rule id → level; wins over the rule's own and the draft's. */
  readonly rules: Readonly<Record<string, Level>>;
  /** What each channel takes, with the numbers that the file changes. */
  readonly limits: Limits;
}

export const defaultConfig: Config = { rules: {}, limits: channelLimits };
