// Seeded playbooks, Japanese and English, that lint like real ones: the same seed gives the same bytes.
import fs from 'node:fs';
import path from 'node:path';

function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const subjects = ['ログイン', 'カートへの追加', 'お支払い', '予約の確定', 'クーポンの適用', '会員登録'];
const partly = ['一部のお客さま', 'スマートフォンをお使いのお客さま', 'すべてのお客さま', '海外からご覧のお客さま'];

/** An entry as the samples have it, a key on each line: `id: { a: b, c: [d, e] }` is for short ones. */
function inLines(entry) {
  const [, indent, id, fields] = /^( *)(\S+): \{ (.*) \}$/.exec(entry);
  const parts = fields.split(/, (?=\w+: )(?![^[{]*[\]}])/);
  return [`${indent}${id}:`, ...parts.map((part) => `${indent}  ${part}`)];
}

/** A complete playbook of about `lines` lines, and of about as much on a line as the samples have. */
export function makePlaybook(seed, lines = 200) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const out = [
    'playbook: 1',
    `title: 春の感謝祭${seed}号`,
    `id: bench-${seed}`,
    'locale: ja-JP',
    'timezone: Asia/Tokyo',
    'status: in-review',
    'owner: sato',
    'review_by: 2027-06-30',
    'find_it_at: [https://intra.example.jp/pb, 事務所の赤いファイル]',
    'campaign:',
    '  launch_at: 2027-03-01T10:00+09:00',
    '  baseline: { visits_per_hour: 4000, conversion_rate: 3%, average_order: 5000 }',
    'brand: { archetype: trust, we: 春風堂, signature: 店長 佐藤 }',
    'people:',
    '  sato: { name: 佐藤, reach: ["tel:+81-3-0000-0001"] }',
    '  ito: { name: 伊藤, reach: ["tel:+81-3-0000-0002"] }',
    'roles:',
    '  lead: { person: sato, deputy: ito, decides: true }',
    '  tech: { person: ito, deputy: sato }',
    'audiences:',
    '  customers: { title: お客さま }',
    '  team: { title: 社内, internal: true }',
    'systems:',
    '  cart: { title: 買い物かご, vendor: カートサービス, control: none }',
    '  mailer: { title: 配信サービス }',
    '  host: { title: 状況ページの置き場所 }',
    'channels:',
    ...inLines(
      '  status: { type: status-page, url: "https://status.example.jp", depends_on: [host], operators: [sato, ito], audiences: [customers] }',
    ),
    ...inLines('  x: { type: x, account: "@harukaze", operators: [sato], audiences: [customers] }'),
    ...inLines('  mail: { type: email, depends_on: [mailer], operators: [ito], audiences: [customers] }'),
    ...inLines('  chat: { type: slack, audiences: [team] }'),
    'checklist:',
    '  started_at: { ask: いつからですか, type: datetime, owner: tech, core: start }',
    '  scope: { ask: 全員ですか、一部ですか, type: choice, choices: { all: 全員, some: 一部 }, owner: tech, core: scope }',
    '  until: { ask: いつまで続きそうですか, type: text, owner: tech, core: duration, optional: true }',
    '  other_way: { ask: ほかの方法はありますか, type: text, owner: tech, core: workaround }',
    '  share: { ask: 影響の割合は, type: percent, owner: tech }',
    '  minutes_down: { ask: 何分続いていますか, type: minutes, owner: tech }',
    '  back: { ask: 直りましたか, type: yes-no, owner: tech }',
    'impact:',
    '  lost: { title: 失った売上, unit: 円, formula: visits_per_hour * conversion_rate * average_order * share * minutes_down / 60 }',
    'severities:',
    '  major:',
    '    title: 重大',
    '    examples: [注文ができない]',
    '    uptime: serious',
    '    when_any: [lost >= 100000, share >= 50%]',
    '    channels: [status, x, mail]',
    '    first_notice_within: 30m',
    '    update_every: 30m',
    '    escalate_to: [lead]',
    '  minor:',
    '    title: 軽微',
    '    examples: [画像が一枚出ない]',
    '    default: true',
    '    announce: false',
    '    silence_reason: 買い物に支障がなく、当日中に直るため',
    'drills: [{ scenario: cart_down, planned: 2027-02-01, players: [sato] }]',
    'scenarios:',
    '  cart_down: { title: 買い物かごが止まる, kind: vendor-outage, fails: [cart], fault: vendor }',
    '  wrong_list: { title: 宛先を間違える, kind: mis-sent, fault: ours }',
    'flows:',
    '  main:',
    '    title: つながらないとき',
    '    trigger: 五分つながらない',
    '    steps:',
    ...inLines(
      '      tell: { kind: escalate, title: 社内に知らせる, phase: assess, by: tech, to: [lead], via: chat, ack_within: 5m, then: find, no_ack: find }',
    ),
    ...inLines(
      '      find: { kind: gather, title: 状況を集める, phase: assess, by: tech, collect: [started_at, scope, until, other_way, share, minutes_down], takes: 5m, then: judge }',
    ),
    ...inLines(
      '      judge: { kind: classify, title: どのくらい重いか, phase: impact, by: lead, takes: 1m, cases: { major: say_0, minor: note } }',
    ),
  ];
  const messages = ['messages:'];
  const lineCount = () => out.length + messages.length + 62;
  let at = 0;
  for (; lineCount() < lines - 18 || at === 0; at++) {
    out.push(
      ...inLines(
        `      say_${at}: { kind: announce, title: お知らせ${at}, phase: respond, by: lead, message: notice_${at}, takes: 2m, then: hold_${at} }`,
      ),
      ...inLines(
        `      hold_${at}: { kind: wait, title: 次の更新まで${at}, phase: respond, then: back_${at}, on_upgrade: judge }`,
      ),
      ...inLines(
        `      back_${at}: { kind: ask, title: 直りましたか${at}, phase: respond, by: lead, fact: back, answers: { "yes": clear, "no": say_${at + 1} } }`,
      ),
    );
    const subject = pick(subjects);
    messages.push(
      `  notice_${at}:`,
      `    title: お知らせ${at}`,
      '    stage: investigating',
      '    audience: [customers]',
      '    variants:',
      '      status:',
      `        title: ${subject}ができません`,
      '        body: |',
      `          {{posted_at}}現在、${pick(partly)}で${subject}ができません。`,
      '          ご不便をおかけし、申し訳ございません。担当者が確認しています。',
      '          次のお知らせは{{next_update_at}}です。',
      '      x: |',
      `        ${subject}ができない状態です。申し訳ございません。`,
      '        次は{{next_update_at}}にお知らせします。https://status.example.jp',
      '      mail:',
      `        subject: ${subject}についてのおわび`,
      '        same_as: status',
    );
  }
  out.push(
    ...inLines(
      `      say_${at}: { kind: announce, title: 続報, phase: respond, by: lead, message: notice_0, channels: [status], takes: 2m, then: hold_${at - 1} }`,
    ),
    ...inLines(
      '      clear: { kind: announce, title: 復旧のお知らせ, phase: respond, by: lead, message: over, channels: announced, takes: 5m, then: cause }',
    ),
    ...inLines(
      '      cause: { kind: do, title: 原因を聞く, phase: cause, by: tech, task: 原因を担当者に聞く, then: prevent }',
    ),
    ...inLines(
      '      prevent: { kind: do, title: 計画を直す, phase: prevent, by: lead, task: 計画を直す, then: done }',
    ),
    ...inLines(
      '      note: { kind: do, title: 理由を控える, phase: impact, by: lead, task: お知らせしない理由を控える, then: closed }',
    ),
    ...inLines('      done: { kind: end, outcome: resolved }'),
    ...inLines('      closed: { kind: end, outcome: not-announced }'),
  );
  messages.push(
    '  over:',
    '    title: 復旧',
    '    stage: resolved',
    '    audience: [customers]',
    '    variants:',
    '      status:',
    '        title: 元どおりご利用いただけます',
    '        body: |',
    '          {{started_at}}から{{posted_at}}までご注文ができませんでした。申し訳ございません。',
    '          現在は元どおりご利用いただけ、影響は残っていません。',
    '      x: |',
    '        {{started_at}}から{{posted_at}}までご注文ができず、申し訳ございません。元どおりになり、影響は残っていません。https://status.example.jp',
    '      mail:',
    '        subject: 復旧のお知らせ',
    '        same_as: status',
  );
  return `${[...out, ...messages].join('\n')}\n`;
}

/** Writes `count` playbooks and gives their folder back. */
export function writeCorpus(folder, count, lines) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  for (let seed = 1; seed <= count; seed++) {
    fs.writeFileSync(path.join(folder, `p${String(seed).padStart(4, '0')}.incident.yaml`), makePlaybook(seed, lines));
  }
  return folder;
}
