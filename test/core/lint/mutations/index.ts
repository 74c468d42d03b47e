import { fileMutations } from './file';
import { flowMutations } from './flows';
import { planMutations } from './plan';
import type { Mutation } from './sample';
import { wordingMutations } from './wording';

/** Every rule, provoked by one small edit of a plan that is clean. */
export const mutations: readonly Mutation[] = [
  ...fileMutations,
  ...planMutations,
  ...flowMutations,
  ...wordingMutations,
];
