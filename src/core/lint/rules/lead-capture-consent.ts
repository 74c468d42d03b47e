import type { Playbook } from '../../model/playbook';
import type { Rule } from '../rule';

export const leadCaptureConsent: Rule = {
  id: 'lead-capture-consent',
  severity: 'error',
  whileDraft: 'warning',
  summary: 'Whoever leaves an address on the sorry page is told what it is for, and gets nothing else.',
  why: 'Somebody who asked to hear when it works again and gets advertising feels cheated, and has the law behind them.',

  *check({ playbook, t }) {
    const capture = playbook.sorryPage?.leadCapture;
    if (capture === undefined) return;
    const missing = [
      capture.consent === undefined ? ['consent'] : [],
      capture.purpose === undefined ? ['purpose'] : [],
    ].flat();
    if (missing.length > 0) {
      yield {
        span: capture.keySpan,
        message: t(
          'The form on the sorry page takes addresses without {0}. Say beside the field what they are for and who asks.',
          missing.map((key) => `"${key}"`).join(t(', ')),
        ),
      };
    }
    if (capture.purpose?.value !== 'recovery-only' || capture.list?.target === undefined) return;
    for (const { message, variant } of sentTo(capture.list.target.id, playbook)) {
      yield {
        span: variant.idSpan,
        message: t(
          '"{0}" goes to people who left their address only to hear that it works again. Send it on another channel, or ask for consent.',
          message.id,
        ),
        related: [{ span: capture.purpose.span, message: t('The purpose they agreed to') }],
      };
    }
  },
};

/** Variants for the channel in messages of another stage than the all-clear. */
function* sentTo(channel: string, playbook: Playbook) {
  for (const message of playbook.messages.values()) {
    const stage = message.stage?.value;
    if (stage === undefined || stage === 'resolved' || stage === 'postmortem') continue;
    const variant = message.variants.get(channel);
    if (variant !== undefined) yield { message, variant };
  }
}
