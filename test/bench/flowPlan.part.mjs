// Plans of one large flow for the benchmarks.
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** Seeded. Every fifth step is a decision; its exits go to the next step, some steps ahead, or back to a wait. All are reached. */
export function makeFlow(seed, size = 1000) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const ids = Array.from({ length: size }, (_, at) => `step_${at}_${Math.floor(next() * 1e6).toString(36)}`);
  const then = (at) => ids[at + 1];
  const ahead = (at) => ids[Math.min(size - 1, at + 1 + Math.floor(next() * 10))];
  let lastWait;
  const other = (at) => (lastWait !== undefined && next() < 0.3 ? ids[lastWait] : ahead(at));
  const decision = (at) =>
    pick([
      `{ kind: ask, fact: back, takes: 1m, answers: { "yes": ${then(at)}, "no": ${other(at)} } }`,
      `{ kind: ask, fact: scope, takes: 1m, answers: { all: ${then(at)}, some: ${other(at)} } }`,
      `{ kind: ask, question: Well?, takes: 1m, answers: { a: ${then(at)}, b: ${other(at)} } }`,
      `{ kind: classify, takes: 1m, cases: { severe: ${ahead(at)}, major: ${ahead(at)}, minor: ${then(at)}, small: ${then(at)} } }`,
    ]);
  const plain = (at) => {
    const made = pick([
      `{ kind: gather, collect: [started, share, minutes], takes: 2m, then: ${then(at)} }`,
      `{ kind: gather, collect: [cause, back], takes: 2m, then: ${then(at)} }`,
      `{ kind: do, task: Work, takes: 1m, then: ${then(at)} }`,
      `{ kind: escalate, ack_within: 5m, then: ${then(at)}, no_ack: ${then(at)} }`,
      `{ kind: announce, message: ${pick(['first', 'more', 'over'])}, takes: 1m, then: ${then(at)} }`,
      `{ kind: announce, message: ${pick(['more', 'over'])}, channels: ${pick(['announced', '[mail, status]', '[chat]'])}, takes: 1m, then: ${then(at)} }`,
      `{ kind: wait, then: ${then(at)}, on_upgrade: ${ahead(at)} }`,
      `{ kind: sorry-page, action: ${pick(['show', 'hide'])}, then: ${then(at)} }`,
    ]);
    if (made.startsWith('{ kind: wait')) lastWait = at;
    return made;
  };
  const step = (at) => {
    if (at === size - 1) return '{ kind: end, outcome: resolved }';
    return at % 5 === 4 ? decision(at) : plain(at);
  };
  return `playbook: 1
title: Bench
channels:
  status: { type: status-page }
  mail: { type: email }
  sorry: { type: sorry-page }
  chat: { type: slack }
checklist:
  started: { type: datetime }
  share: { type: percent }
  minutes: { type: minutes }
  cause: { type: text, optional: true }
  back: { type: yes-no }
  scope: { type: choice, choices: { all: All, some: Some } }
impact:
  lost: { formula: share * minutes }
severities:
  severe: { when_any: [lost >= 1000, share >= 80%], channels: [status, mail, sorry], first_notice_within: 20m }
  major: { when_any: [share >= 40%], channels: [status, mail], first_notice_within: 30m }
  minor: { when_all: [back = no, scope = all], channels: [status], first_notice_within: 2h }
  small: { default: true, announce: false }
sorry_page: { lead_capture: { list: mail }, switchover: { takes: 5m, dns_ttl: 5m } }
messages:
  first: { stage: investigating }
  more: { stage: identified }
  over: { stage: resolved }
flows:
  main:
    steps:
${ids.map((id, at) => `      ${id}: ${step(at)}`).join('\n')}
`;
}
