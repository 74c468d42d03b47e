import { dedent } from './marks';

export interface FlowPlan {
  readonly status?: 'draft' | 'in-review';
  /** The map below `severities`; default: one announced class on the status page. */
  readonly severities?: string;
  /** Entries to add to `checklist`. */
  readonly checklist?: string;
  /** Entries to add to `messages`. */
  readonly messages?: string;
  /** More sections. */
  readonly more?: string;
  /** The steps of the flow `main`. */
  readonly steps: string;
  /** More flows. */
  readonly flows?: string;
}

const indent = (text: string | undefined, by: number) =>
  text === undefined
    ? ''
    : dedent(text)
        .replace(/\s+$/, '')
        .replace(/^(?=.)/gm, ' '.repeat(by))
        .concat('\n');

/** A playbook around the steps of a flow, for rules that look at flows. Marks may stand anywhere. */
export function flowPlan({
  status = 'in-review',
  severities,
  checklist,
  messages,
  more,
  steps,
  flows,
}: FlowPlan): string {
  return `playbook: 1
title: Launch day
status: ${status}
audiences:
  customers: { title: Customers }
  team: { title: Team, internal: true }
channels:
  status: { type: status-page, audiences: customers }
  mail: { type: email, audiences: customers }
  chat: { type: slack, audiences: team }
checklist:
  back: { ask: Is it back?, type: yes-no }
  scope: { ask: Who?, type: choice, choices: { all: Everyone, some: Some } }
  share: { ask: How many?, type: percent }
${indent(checklist, 2)}severities:
${indent(severities ?? 'major: { title: Major, default: true, channels: [status], first_notice_within: 20m }', 2)}messages:
  notice: { title: Notice, stage: investigating, variants: { status: { title: Broken, body: Broken }, mail: { subject: Broken, body: Broken } } }
  over: { title: Over, stage: resolved, variants: { status: { title: Over, body: Over }, mail: { subject: Over, body: Over } } }
${indent(messages, 2)}${indent(more, 0)}flows:
  main:
    title: When it breaks
    steps:
${indent(steps, 6)}${indent(flows, 2)}`;
}
