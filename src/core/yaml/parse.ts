import { fromEvents } from './fromEvents';
import { recover } from './recover';
import type { YamlDocument } from './tree';

/** Text → a tree in which every key and value has its place. Never throws; what can't be read is in `problems`. */
export function parseYaml(text: string): YamlDocument {
  try {
    return fromEvents(text);
  } catch {
    return recover(text);
  }
}
