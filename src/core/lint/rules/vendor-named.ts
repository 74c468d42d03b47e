import type { Channel, PartName, Playbook, Text } from '../../model/playbook';
import type { Translate } from '../../text/translate';
import type { JudgedVariant } from '../../wording/judged';
import { findVendorNames, type Named, type VendorName, vendorNames } from '../../wording/vendorNames';
import type { Fix } from '../finding';
import { sayList } from '../flowWords';
import type { Rule, RuleFinding } from '../rule';
import { inPlace, replaceWords } from '../textEdits';

export const vendorNamed: Rule = {
  id: 'vendor-named',
  severity: 'error',
  whileDraft: 'warning',
  summary: 'Vendors are named only where the policy allows it.',
  why: "Customers bought from you. A vendor's name in your message reads as passing the blame on.",

  *check({ playbook, t, variants }) {
    const naming = playbook.policy.thirdPartyNaming;
    const names = vendorNames(playbook);
    if (naming === 'anywhere' || names.length === 0) return;
    for (const judged of variants) {
      const isAllowed = naming === 'status-page-only' && judged.channel?.type === 'status-page';
      if (isAllowed || !hasKnownType(judged.channel, playbook) || !judged.isForCustomers) continue;
      for (const { text } of judged.own) {
        for (const named of findVendorNames(text, names)) yield toFinding(named, text, judged, playbook, t);
      }
      const inherited = findInherited(judged, names);
      if (inherited !== undefined) yield toInherited(inherited, judged, t);
    }
  },
};

/** A type that is missing or misspelt is a finding of its own, and until then nobody knows what the policy says. */
function hasKnownType(channel: Channel | undefined, playbook: Playbook): boolean {
  const key = channel?.keys.get('type');
  if (key === undefined || key.file !== undefined || channel?.type !== 'other') return key !== undefined;
  return /^["']?\s*:\s*["']?other\b/.test(playbook.document.text.slice(key.end, key.end + 200));
}

function toFinding(named: Named, text: Text, judged: JudgedVariant, playbook: Playbook, t: Translate): RuleFinding {
  const written = text.value.slice(named.from, named.to);
  const channel = judged.channel?.id ?? '';
  const never = playbook.policy.thirdPartyNaming === 'never';
  return {
    span: text.spanOf(named.from, named.to),
    message: never
      ? t(
          '"{0}" on "{1}" names a vendor, and the policy is never to do so. Say what customers need to know instead.',
          written,
          channel,
        )
      : t(
          '"{0}" on "{1}" names a vendor, and the policy allows that on the status page only. Put a phrase in its place.',
          written,
          channel,
        ),
    related: [{ span: named.system.idSpan, message: t('The vendor of this system') }],
    fixes: phraseFix(named, text, judged, playbook, t),
  };
}

const usualPhrase = { ja: '外部サービス', en: 'one of our service providers' } as const;

/** The phrase of the policy is agreed on, so it can be written unseen; another one is only offered. */
function phraseFix(named: Named, text: Text, judged: JudgedVariant, playbook: Playbook, t: Translate): readonly Fix[] {
  const agreed = playbook.policy.thirdPartyPhrase?.value.trim() || undefined;
  const words = inPlace(agreed ?? usualPhrase[judged.locale], text, named.from);
  const { from, to } = named;
  return replaceWords({ text, from, to, words, safe: agreed !== undefined }, t('Write "{0}"', words));
}

interface Inherited {
  readonly names: readonly string[];
  readonly text: Text;
}

/** What `same_as` brings may be right where it is written, and wrong here. */
function findInherited({ variant, own }: JudgedVariant, names: readonly VendorName[]): Inherited | undefined {
  const ownTexts = new Set(own.map(({ text }) => text));
  const texts = new Set((Object.keys(variant.parts) as PartName[]).flatMap((name) => variant.parts[name] ?? []));
  for (const text of texts) {
    if (ownTexts.has(text)) continue;
    const found = findVendorNames(text, names);
    if (found.length > 0) return { names: [...new Set(found.map(({ name }) => name))], text };
  }
  return undefined;
}

function toInherited({ names, text }: Inherited, { variant, channel }: JudgedVariant, t: Translate): RuleFinding {
  return {
    span: variant.sameAs?.span ?? variant.idSpan,
    message: t(
      'The text that "{0}" takes over here names {1}, and the policy does not allow that there. Write a text of its own.',
      channel?.id ?? '',
      sayList(names, t),
    ),
    related: [{ span: text.keySpan, message: t('The text is written here') }],
  };
}
