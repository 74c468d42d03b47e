/** The sorry page's own words: in the language of its visitors, not of who looks at the plan. */
export interface VisitorWords {
  readonly status: string;
  readonly support: string;
  readonly email: string;
  readonly tel: string;
  readonly hours: string;
  readonly address: string;
  readonly send: string;
}

const english: VisitorWords = {
  status: 'See how things stand',
  support: 'Reach us',
  email: 'E-mail',
  tel: 'Telephone',
  hours: 'Hours',
  address: 'Your e-mail address',
  send: 'Send',
};

const japanese: VisitorWords = {
  status: '最新の状況を見る',
  support: 'お問い合わせ',
  email: 'メール',
  tel: '電話',
  hours: '受付時間',
  address: 'メールアドレス',
  send: '送信する',
};

/** Of a BCP 47 tag; English where the language is neither. */
export function visitorWords(locale: string): VisitorWords {
  return /^ja\b/i.test(locale) ? japanese : english;
}
