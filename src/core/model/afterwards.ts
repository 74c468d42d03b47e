import { toNfc } from '../text/nfc';
import { spanInScalar } from '../yaml/scalarSpan';
import { parseExpression } from './expression';
import { Fields } from './fields';
import type {
  Approval,
  Campaign,
  Drill,
  Followup,
  History,
  Located,
  Playbook,
  Recovery,
  Report,
  SorryPage,
  SupportScript,
} from './playbook';

/** The sections that no other file can bring: the campaign, the sorry page, and what comes after. */

export function readCampaign(root: Fields): Campaign | undefined {
  const fields = root.childOrEmpty('campaign');
  if (fields === undefined) return undefined;
  const peak = fields.child('expected_peak');
  const baseline = fields.child('baseline');
  const numbers = new Map<string, Located<number>>();
  for (const name of baseline?.keys.keys() ?? []) {
    const number = baseline?.number(name);
    if (number !== undefined) numbers.set(toNfc(name), number);
  }
  return {
    keySpan: fields.keySpan,
    keys: fields.keys,
    launchAt: fields.string('launch_at'),
    readyBy: fields.string('ready_by'),
    landingPages: fields.strings('landing_pages'),
    visitsPerMinute: peak?.number('visits_per_minute'),
    capacity: peak?.number('capacity'),
    baseline: numbers,
  };
}

export function readSorryPage(root: Fields): SorryPage | undefined {
  const fields = root.childOrEmpty('sorry_page');
  if (fields === undefined) return undefined;
  const http = fields.child('http');
  const visual = fields.child('visual');
  const capture = fields.child('lead_capture');
  const switchover = fields.child('switchover');
  const agreed = switchover?.child('agreed_with');
  const support = fields.child('support');
  return {
    keySpan: fields.keySpan,
    node: fields.map,
    span: { ...fields.keySpan, end: Math.max(fields.keySpan.end, fields.map?.span.end ?? 0) },
    keys: fields.keys,
    status: http?.number('status'),
    retryAfter: http?.duration('retry_after'),
    robots: http?.string('robots'),
    hostedOn: fields.reference('hosted_on', 'systems'),
    message: fields.reference('message', 'messages'),
    statusLink: fields.reference('status_link', 'channels'),
    support: new Map(
      [...(support?.keys.keys() ?? [])].flatMap((name) => {
        const text = support?.text(name);
        return text === undefined ? [] : [[name, text] as const];
      }),
    ),
    visual: visual && {
      keySpan: visual.keySpan,
      asset: visual.string('asset'),
      alt: visual.text('alt'),
      rationale: visual.text('rationale'),
    },
    assets: listed(fields, 'assets').flatMap((asset) => {
      const path = asset.string('path');
      return path === undefined
        ? []
        : [{ path, ready: asset.boolean('ready') ?? false, readySpan: asset.string('ready')?.span }];
    }),
    leadCapture: capture && {
      keySpan: capture.keySpan,
      keys: capture.keys,
      label: capture.text('label'),
      list: capture.reference('list', 'channels'),
      endpoint: capture.string('endpoint'),
      endpointOn: capture.reference('endpoint_on', 'systems'),
      purpose: capture.oneOf('purpose', ['recovery-only', 'marketing']),
      consent: capture.text('consent'),
    },
    switchover: switchover && {
      keySpan: switchover.keySpan,
      keys: switchover.keys,
      trigger: switchover.text('trigger'),
      decidedBy: switchover.reference('decided_by', 'roles'),
      doneBy: switchover.reference('done_by', 'roles'),
      takes: switchover.duration('takes')?.value ?? 0,
      dnsTtl: switchover.duration('dns_ttl')?.value ?? 0,
      revert: switchover.text('revert'),
      agreedWith: agreed && { role: agreed.reference('role', 'roles'), on: agreed.string('on') },
    },
  };
}

export function readSupportScript(root: Fields): SupportScript | undefined {
  const fields = root.childOrEmpty('support_script');
  return (
    fields && { keySpan: fields.keySpan, phone: fields.text('phone'), dm: fields.text('dm'), chat: fields.text('chat') }
  );
}

export function readRecovery(root: Fields): Recovery | undefined {
  const fields = root.childOrEmpty('recovery');
  if (fields === undefined) return undefined;
  const distributive = fields.childOrEmpty('distributive');
  const procedural = fields.childOrEmpty('procedural');
  const interactional = fields.childOrEmpty('interactional');
  return {
    keySpan: fields.keySpan,
    keys: fields.keys,
    distributive: distributive && {
      keySpan: distributive.keySpan,
      offers: distributive.texts('offers'),
      plusAlpha: distributive.text('plus_alpha'),
      appliesFrom: distributive.reference('applies_from', 'severities'),
    },
    procedural: procedural && {
      keySpan: procedural.keySpan,
      singleContact: procedural.reference('single_contact', 'roles'),
      stepsForCustomer: procedural.number('steps_for_customer')?.value,
      answerWithin: procedural.duration('answer_within'),
    },
    interactional: interactional && {
      keySpan: interactional.keySpan,
      signedBy: interactional.reference('signed_by', 'people'),
      listensVia: interactional.references('listens_via', 'channels'),
      explains: interactional.boolean('explains'),
    },
  };
}

export function readReport(root: Fields): Report | undefined {
  const fields = root.childOrEmpty('report');
  if (fields === undefined) return undefined;
  const when = fields.scalar('required_when');
  return {
    keySpan: fields.keySpan,
    keys: fields.keys,
    requiredWhen: fields.string('required_when'),
    // `fault` is the scenario's, and wins over a fact of that name.
    requiredWhenFact:
      when && /^\s*fault\s*[=!<>]/.test(when.text) ? undefined : when && parseExpression(when, root.reader),
    order: fields.strings('order'),
    approvers: fields.references('approvers', 'roles'),
  };
}

export function readFollowup(root: Fields): Followup | undefined {
  const fields = root.childOrEmpty('followup');
  return (
    fields && {
      keySpan: fields.keySpan,
      keys: fields.keys,
      by: fields.reference('by', 'people'),
      within: fields.duration('within'),
      publish: fields.oneOf('publish', ['internal', 'customers', 'public']),
      covers: fields.strings('covers'),
      updatePlaybook: fields.boolean('update_playbook') ?? false,
      keyCustomersReview: fields.boolean('key_customers_review') ?? false,
    }
  );
}

export function readHistory(root: Fields): History | undefined {
  const fields = root.childOrEmpty('history');
  return (
    fields && {
      keySpan: fields.keySpan,
      similarIncidents: listed(fields, 'similar_incidents').map((incident) => ({
        on: incident.string('on'),
        title: incident.text('title'),
        link: incident.string('link'),
      })),
    }
  );
}

export function readDrills(root: Fields): readonly Drill[] {
  return listed(root, 'drills').map((drill) => ({
    span: drill.keySpan,
    scenario: drill.reference('scenario', 'scenarios'),
    planned: drill.string('planned'),
    held: drill.string('held'),
    players: drill.references('players', 'people'),
    result: drill.oneOf('result', ['passed', 'failed']),
    note: drill.text('note'),
  }));
}

export function readApprovals(root: Fields): readonly Approval[] {
  return listed(root, 'approvals').map((approval) => ({
    span: approval.keySpan,
    of: approval.string('of'),
    target: approvedPart(approval),
    by: approval.reference('by', 'people'),
    on: approval.string('on'),
    hash: approval.string('hash'),
  }));
}

/** `messages.x` and `flows.x` refer to an entry; `sorry_page` is itself. */
function approvedPart(approval: Fields): Playbook['approvals'][number]['target'] {
  const scalar = approval.scalar('of');
  const match = /^(messages|flows)\.(.+)$/.exec(scalar?.text ?? '');
  if (scalar === undefined || match === null) return undefined;
  const [whole, section, id = ''] = match;
  const span = spanInScalar(approval.reader.document.text, scalar, whole.length - id.length, whole.length);
  return approval.reader.referenceTo(toNfc(id), span, section as 'messages' | 'flows');
}

/** The maps in a list; `keySpan` is the place of the whole item. */
function listed(fields: Fields, name: string): readonly Fields[] {
  return fields
    .items(name)
    .flatMap((item) => (item.kind === 'map' ? [new Fields(fields.reader, item, fields.reader.span(item.span))] : []));
}
