import type { PhraseList } from './phrase';

const latin = (words: string) => new RegExp(`(?<![\\w.@/-])(?:${words})(?![\\w@/-])`);

const number = { why: 'An error number is for engineers.' };
const abbreviation = { why: 'An abbreviation that only engineers know.' };
const shipping = { why: 'How software is shipped is not the reader’s business.' };
const part = { why: 'A part of the machine that the reader never sees.' };
const inside = { why: 'What the machine does, not what the reader can’t do.' };
const repair = { why: 'Words of the repair team.' };

/** Words of the engine room. For a reader who never asked how it works, they say nothing about what to do. */
export const jargon: PhraseList = {
  ja: [
    {
      // Only beside a word that makes an error of it: 503 is also a room and a price.
      pattern:
        /(?<![\d-])(?:50[0234]|404|403)(?= ?(?:エラー|error|が(?:返|出|表示)|を返|の(?:画面|表示|応答)))|HTTP ?\d{3}/i,
      ...number,
    },
    { pattern: latin('DNS|DB|CDN|API|SSL|TLS|SQL|VPN|TTL|URLスキーム|SLA|DDoS|CPU|JavaScript'), ...abbreviation },
    { pattern: /デプロイ|ロールバック|切り?戻し|ホットフィックス|リリース作業|パッチ(?:を|の)?適用/, ...shipping },
    {
      // 高輪ゲートウェイ is a station.
      pattern:
        /データベース|ロードバランサー?|ミドルウェア|バックエンド|フロントエンド|プロキシ|インスタンス|クラスタ(?!ー)|レプリカ|リージョン|(?<!高輪)ゲートウェイ/,
      ...part,
    },
    {
      pattern:
        /レイテンシー?|スループット|タイムアウト|フェイルオーバー|フェールオーバー|冗長化|冗長構成|輻輳|疎通|死活監視|高負荷|トラフィック|スケールアウト/,
      ...inside,
    },
    {
      pattern: /(?:一次|二次)?切り分け(?=を|中|作業|の結果)|暫定対処|恒久対応|恒久対策|事象の再現|リトライ|リブート/,
      ...repair,
    },
  ],
  en: [
    {
      pattern:
        /(?<![\d£$€-])\b(?:HTTP )?(?:50[0234]|404|403)s?(?= errors?\b| response| page|s\b)|\bHTTP \d{3}\b|\b[45]xx\b/i,
      ...number,
    },
    { pattern: latin('DNS|DB|CDN|APIs?|SSL|TLS|SQL|VPN|TTL|SLAs?|DDoS|CPU|JavaScript|SRE|RCA'), ...abbreviation },
    {
      // A patch of ice, and the name of a place with a capital, are none.
      pattern:
        /\b(?:[Rr]oll(?:ed|ing)?[- ]?back|[Rr]ollbacks?|deploy(?:s|ed|ing|ments?)?|Deploy(?:ed|ing|ments?)|[Hh]ot-?fix(?:es|ed)?|[Pp]atch(?:ed|ing)?(?= (?:the|our|this|it)\b)|(?:security|software|emergency) patch(?:es)?)\b/,
      ...shipping,
    },
    {
      pattern:
        /\b(?:databases?|load balancers?|middleware|back-?ends?|front-?ends?|prox(?:y|ies)(?= server)|(?:server |database |storage )clusters?|replicas?|microservices?|data ?cent(?:er|re)s?)\b/i,
      ...part,
    },
    {
      pattern:
        /\b(?:latency|throughput|time-?outs?|failover|packet loss|degraded (?:performance|service)|elevated error rates?|(?:up|down)stream (?:provider|service|dependenc|system|vendor|api|issue|error)\w*|mitigat(?:e|ed|ing|ion)s?|regressions?)\b/i,
      ...inside,
    },
    { pattern: /\b(?:root cause analysis|post-?mortem|triag(?:e|ed|ing)|remediat(?:e|ed|ing|ion))\b/i, ...repair },
  ],
};
