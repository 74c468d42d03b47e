import { chainOf, type Down } from '../model/dependencies';
import type { Scenario } from '../model/playbook';
import type { Translate } from '../text/translate';
import type { Related } from './finding';

/** Why a system is down, as evidence: from the scenario's `fails` over one `depends_on` after another. */
export function showDown(cause: Down, scenario: Scenario, t: Translate): readonly Related[] {
  const chain = chainOf(cause);
  const owners = [cause.system, ...chain.flatMap(({ target }) => target ?? [])];
  const links = chain.map((link, at) => ({
    span: link.span,
    message: t('"{0}" depends on "{1}"', owners[at]?.id ?? '', link.id),
  }));
  return [
    { span: cause.fails.span, message: t('"{0}" fails in "{1}"', cause.fails.id, scenario.id) },
    ...links.reverse(),
  ];
}
