import type { Markup } from '../../draw/markup';
import type { Channel, Reference, Role, Step } from '../../model/playbook';
import { make } from '../../pages/build';
import type { Paper } from './file';
import { head } from './pieces';

export const of = <E>({ target }: { readonly target: E | undefined }): readonly E[] =>
  target === undefined ? [] : [target];

export const isIt = (role: Role, reference: Reference<Role> | undefined) => reference?.target === role;

/** Steps of all flows, with the numbers that the plan's list gives them. */
export function numbered({ playbook }: Paper): readonly { readonly step: Step; readonly number: number }[] {
  return [...playbook.flows.values()].flatMap((flow) =>
    [...flow.steps.values()].map((step, at) => ({ step, number: at + 1 })),
  );
}

export function table(heads: readonly string[], rows: readonly Markup[]): Markup {
  return make('div', 'pp-scroll', make('table', '', head(heads), make('tbody', '', ...rows)));
}

export const channelName = ({ target, id }: Reference<Channel>) => target?.title?.value ?? id;
