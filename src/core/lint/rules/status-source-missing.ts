import type { Audience, Channel, Playbook } from '../../model/playbook';
import { isMisspelt } from '../../schema/written';
import type { Rule, RuleFinding } from '../rule';

export const statusSourceMissing: Rule = {
  id: 'status-source-missing',
  severity: 'warning',
  whileDraft: 'info',
  summary: 'Everybody outside has a place to look for themselves, in their own region.',
  why: 'Whoever hears nothing looks for a page. Without one they write to support, or believe what others write.',

  *check({ playbook, t }) {
    const channels = [...playbook.channels.values()];
    // A `url` or `mode` that is misspelt is a finding of its own.
    if (channels.some((channel) => isMisspelt(channel, 'url') || isMisspelt(channel, 'mode'))) return;
    const sources = channels.filter(({ mode, url, external }) => mode === 'pull' && url !== undefined && external);
    const span = playbook.sectionKeys.get('channels') ?? playbook.titleSpan;
    if (sources.length === 0) {
      yield {
        span,
        message: t(
          'There is no page that customers can open to see how things stand. Add a channel of the type "status-page" with its "url".',
        ),
      };
      return;
    }
    yield* withoutSource(playbook, sources).map(
      ({ region, audience }): RuleFinding => ({
        span,
        message: t(
          'Customers in the region "{0}" have no page to open: no channel there has a "url". Add one, or leave out "regions" at one that is for everybody.',
          region,
        ),
        related: [{ span: audience.idSpan, message: t('"{0}" is there', audience.id) }],
      }),
    );
  },
};

/** Regions of those outside for which there is no source, each once. */
function withoutSource(playbook: Playbook, sources: readonly Channel[]) {
  const missing = new Map<string, Audience>();
  for (const audience of playbook.audiences.values()) {
    if (audience.internal) continue;
    for (const region of audience.regions) {
      const served = sources.some(({ regions }) => regions.length === 0 || regions.includes(region));
      if (!served && !missing.has(region)) missing.set(region, audience);
    }
  }
  return [...missing].map(([region, audience]) => ({ region, audience }));
}
