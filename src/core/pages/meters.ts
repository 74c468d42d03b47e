import type { Markup } from '../draw/markup';
import type { Playbook, Variant } from '../model/playbook';
import type { Translate } from '../text/translate';

export function meters(_variant: Variant, _playbook: Playbook, _t: Translate): readonly Markup[] {
  return [];
}
