import type { PhraseList } from './phrase';

const latin = (words: string) => new RegExp(`(?<![\\w.@/-])(?:${words})(?![\\w@/-])`);

/** Words of the engine room. For a reader who never asked how it works, they say nothing about what to do. */
export const jargon: PhraseList = {
  ja: [
    {
      pattern: /(?<!\d)(?:50[0234]|404|403)(?= ?(?:エラー|error|番|が|の|を))|HTTP ?\d{3}/i,
      why: 'An error number is for engineers.',
    },
    {
      pattern: latin('DNS|DB|CDN|API|SSL|TLS|SQL|VPN|TTL|URLスキーム|SLA|DDoS|CPU|OS|JavaScript'),
      why: 'An abbreviation that only engineers know.',
    },
    {
      pattern: /デプロイ|ロールバック|切り?戻し|ホットフィックス|リリース作業|パッチ(?:を|の)?適用/,
      why: 'How software is shipped is not the reader’s business.',
    },
    {
      pattern:
        /データベース|ロードバランサー?|ミドルウェア|バックエンド|フロントエンド|プロキシ|インスタンス|クラスター?|レプリカ|リージョン|ストレージ|ゲートウェイ/,
      why: 'A part of the machine that the reader never sees.',
    },
    {
      pattern:
        /レイテンシー?|スループット|タイムアウト|フェイルオーバー|フェールオーバー|冗長化|冗長構成|輻輳|疎通|死活監視|高負荷|トラフィック|スケールアウト/,
      why: 'What the machine does, not what the reader can’t do.',
    },
    {
      pattern: /(?:一次|二次)?切り分け|暫定対処|恒久対応|恒久対策|根本原因|事象の再現|リトライ/,
      why: 'Words of the repair team.',
    },
  ],
  en: [
    {
      pattern: /\b(?:HTTP )?(?:50[0234]|404|403)s?(?= error| response| page|s\b)|\bHTTP \d{3}\b|\b[45]xx\b/i,
      why: 'An error number is for engineers.',
    },
    {
      pattern: latin('DNS|DB|CDN|APIs?|SSL|TLS|SQL|VPN|TTL|SLAs?|DDoS|CPU|JavaScript|SRE|RCA'),
      why: 'An abbreviation that only engineers know.',
    },
    {
      pattern:
        /\b(?:roll(?:ed|ing)?[- ]?back|rollbacks?|deploy(?:s|ed|ing|ments?)?|hot[- ]?fix(?:es|ed)?|patch(?:es|ed|ing)?)\b/i,
      why: 'How software is shipped is not the reader’s business.',
    },
    {
      pattern:
        /\b(?:databases?|load balancers?|middleware|back[- ]?ends?|front[- ]?ends?|prox(?:y|ies)|clusters?|replicas?|microservices?|data ?cent(?:er|re)s?)\b/i,
      why: 'A part of the machine that the reader never sees.',
    },
    {
      pattern:
        /\b(?:latency|throughput|time-?outs?|failover|redundancy|packet loss|degraded (?:performance|service)|elevated error rates?|upstream|downstream|mitigat(?:e|ed|ing|ion)s?|regressions?)\b/i,
      why: 'What the machine does, not what the reader can’t do.',
    },
    {
      pattern: /\b(?:root cause(?: analysis)?|post-?mortem|triag(?:e|ed|ing)|remediat(?:e|ed|ing|ion))\b/i,
      why: 'Words of the repair team.',
    },
  ],
};
