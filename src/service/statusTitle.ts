import type { Playbook } from '../core/model/playbook';
import type { Translate } from '../core/text/translate';

/** How far a playbook is, in the reader's words; the same wherever it is shown. */
export function statusTitle({ status }: Playbook, t: Translate): string {
  return { draft: t('draft'), 'in-review': t('in review'), approved: t('approved'), retired: t('retired') }[status];
}
