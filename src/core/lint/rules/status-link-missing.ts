import type { ChannelType } from '../../model/playbook';
import type { Rule } from '../rule';
import { addSentence } from '../textEdits';

const shortPosts: ReadonlySet<ChannelType> = new Set(['x', 'sms', 'threads', 'bluesky']);

export const statusLinkMissing: Rule = {
  id: 'status-link-missing',
  severity: 'warning',
  whileDraft: 'info',
  summary: 'Short posts lead to the status page.',
  why: 'A short post has room for the news, not for the answer to every question.',

  *check({ playbook, t, variants }) {
    const pages = [...playbook.channels.values()].flatMap(({ type, url }) =>
      type === 'status-page' && url !== undefined ? [url.value] : [],
    );
    const [page] = pages;
    if (page === undefined) return;
    for (const judged of variants) {
      if (judged.channel === undefined || !shortPosts.has(judged.channel.type) || !judged.isForCustomers) continue;
      const body = judged.own.find(({ name }) => name === 'body');
      if (body === undefined || pages.some((url) => judged.all.includes(bare(url)))) continue;
      yield {
        span: judged.variant.idSpan,
        message: t(
          'What "{0}" says on "{1}" does not lead to the status page. Add {2}.',
          judged.message.id,
          judged.variant.id,
          page,
        ),
        fixes: addSentence(body.text, page, t('Add the link to the status page'), true),
      };
    }
  },
};

/** As people type it: X makes a link of an address without its scheme, too. */
function bare(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
