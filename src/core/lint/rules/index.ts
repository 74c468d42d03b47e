import type { Rule } from '../rule';
import { ignoreWithoutReason } from './ignore-without-reason';
import { unusedIgnore } from './unused-ignore';

/** In the order of the catalogue: groups A to G. `unusedIgnore` is last, since it sees what the others left. */
export const rules: readonly Rule[] = [ignoreWithoutReason, unusedIgnore];
