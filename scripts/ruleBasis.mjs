// Where rules come from: facts, standards and laws, in the project's own words. Not legal advice.
const bases = {
  yaml: {
    rules: ['yaml-syntax', 'fullwidth-structure', 'lossy-scalar', 'folded-japanese', 'duplicate-key'],
    en: 'What YAML 1.2 makes of a text: [the specification](https://yaml.org/spec/1.2.2/).',
    ja: 'YAML 1.2 の読み方によります。[仕様](https://yaml.org/spec/1.2.2/)（英語）。',
  },
  proof: {
    rules: [
      'severity-gap',
      'unreachable-step',
      'dead-end',
      'answer-missing',
      'loop-without-wait',
      'no-notice',
      'vendor-wait-silent',
      'announce-on-dead-channel',
      'too-few-live-channels',
      'contact-list-trapped',
      'all-clear-missing',
      'quota-exceeded',
      'push-fatigue',
      'variable-not-known-yet',
      'escalation-missing',
      'sorry-page-same-fate',
      'checklist-core-missing',
    ],
    en: 'A proof: all runs of the plan are followed at once, through every answer, class and scenario. A path or the systems that fail are shown as evidence.',
    ja: '計画のすべての道筋を、どの答え・区分・シナリオについても同時にたどって確かめます。根拠として、その道筋や止まるシステムを示します。',
  },
  guide: {
    rules: ['first-notice-too-late', 'promise-missing', 'next-update-missing', 'scope-not-first'],
    en: '[PagerDuty’s public incident guide](https://response.pagerduty.com/): the first word within minutes, the scope soon after, then updates at stated times.',
    ja: '[PagerDuty の公開ガイド](https://response.pagerduty.com/)（英語）は、数分以内の第一報、続いて影響範囲、その後は予告した時刻ごとの続報を勧めています。',
  },
  severity: {
    rules: ['severity-without-number', 'severity-without-channels', 'drill-missing'],
    en: 'The outage severity rating of the Uptime Institute has five levels; each plan says in its own numbers where they begin.',
    ja: 'Uptime Institute の5段階の重大度を手がかりに、どこから重いとみなすかを自社の数字で決めます。',
  },
  http: {
    rules: ['sorry-page-incomplete'],
    en: '[RFC 9110](https://www.rfc-editor.org/rfc/rfc9110.html#name-503-service-unavailable): 503 with Retry-After tells machines that it is not for ever. A page that answers 200 is taken for the shop.',
    ja: '[RFC 9110](https://www.rfc-editor.org/rfc/rfc9110.html#name-503-service-unavailable)（英語）の 503 と Retry-After は、一時的な停止であることを検索エンジンなどに伝えます。200 を返すと、お店のページとして扱われます。',
  },
  limits: {
    rules: ['text-too-long', 'format-mismatch', 'status-link-missing'],
    en: 'What each service takes and shows, gathered in November 2026; [incident.config.yaml](../configuration.md) can change the numbers. X counts by [twitter-text](https://github.com/twitter/twitter-text).',
    ja: '各サービスの上限と表示のされ方（2026年11月に確認）。数は [incident.config.yaml](../configuration.md) で変えられます。X の数え方は [twitter-text](https://github.com/twitter/twitter-text)（英語）によります。',
  },
  data: {
    rules: ['personal-data-path', 'lead-capture-consent'],
    en: 'Laws on personal data ask for purpose and consent beforehand, and for reports within days; in Japan a first one within about 3 to 5 days and a final one within 30, or 60 if somebody meant harm. This is not legal advice: ask counsel.',
    ja: '個人情報の取り扱いには、目的の明示や同意が必要です。日本では、漏えいなどの速報はおおむね3〜5日以内、確報は30日（不正なら60日）以内とされています。法的な助言ではありません。専門家にご確認ください。',
  },
  recovery: {
    rules: ['justice-incomplete', 'apology-missing', 'apology-weak', 'followup-incomplete', 'report-incomplete'],
    en: 'Research on service recovery: customers judge the outcome, the way, and how they were spoken to (Tax, Brown and Chandrashekaran 1998). A good recovery lifts satisfaction, not loyalty (de Matos 2007), and a second similar failure undoes it (Maxham and Netemeyer 2002).',
    ja: 'サービス・リカバリーの研究によります。お客さまは、結果・手続き・接し方の3つで公正さを判断します（Tax ほか 1998）。よい対応は満足を高めますが、再購入までは約束しません（de Matos 2007）。同じ失敗が続くと効果は消えます（Maxham・Netemeyer 2002）。',
  },
  access: {
    rules: ['inaccessible-text'],
    en: '[WCAG 2.2](https://www.w3.org/TR/WCAG22/): nothing is said by colour or sign alone, and pictures have a text.',
    ja: '[WCAG 2.2](https://www.w3.org/TR/WCAG22/)（英語）：色や記号だけで伝えず、画像には代わりの文章を付けます。',
  },
  hash: {
    rules: ['approval-stale', 'not-ready-at-launch'],
    en: 'An approval carries the SHA-256 of what was approved, in the one form that JSON has by [RFC 8785](https://www.rfc-editor.org/rfc/rfc8785).',
    ja: '承認には、その内容の SHA-256 が残ります。JSON の一意な書き方は [RFC 8785](https://www.rfc-editor.org/rfc/rfc8785)（英語）によります。',
  },
};
const practice = {
  en: 'Practice of teams who speak to customers when something fails: what was missing on the day.',
  ja: 'トラブルのときにお客さまへ伝えてきた現場の経験によります。当日に足りなかったものです。',
};

/** Why there is a rule, in both languages. */
export function basisOf(id) {
  const found = Object.values(bases).filter(({ rules }) => rules.includes(id));
  return found.length > 0 ? found : [practice];
}

export const namedInBases = Object.values(bases).flatMap(({ rules }) => rules);
