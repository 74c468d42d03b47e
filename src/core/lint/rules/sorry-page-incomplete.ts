import { reliesOn } from '../../model/dependencies';
import type { Playbook, SorryPage } from '../../model/playbook';
import { isMisspeltIn } from '../../schema/written';
import type { Translate } from '../../text/translate';
import { type NewEntry, toScalar } from '../edits';
import type { Fix } from '../finding';
import { sayList } from '../flowWords';
import type { Rule } from '../rule';
import { addKeys, toDo } from '../stubs';

export const sorryPageIncomplete: Rule = {
  id: 'sorry-page-incomplete',
  severity: 'warning',
  whileDraft: 'info',
  summary:
    'The sorry page says where to look and whom to ask, tells machines to come back, and it is agreed who switches.',
  why: 'A page without a way on is a dead end. And one that nobody is ready to switch on is shown to nobody.',

  *check({ playbook, t }) {
    const page = playbook.sorryPage;
    if (page === undefined) return;
    const missing = missingIn(page);
    if (missing.length === 0) return;
    const rented = canNotSwitch(playbook);
    yield {
      span: page.keySpan,
      ...(rented && { severity: 'info' as const }),
      message: rented
        ? t(
            'The sorry page lacks {0}. Where all that fails is rented and can’t be switched, add what you can.',
            sayList(missing, t),
          )
        : t(
            'The sorry page lacks {0}. Visitors need a way on, and somebody has to be able to switch it on.',
            sayList(missing, t),
          ),
      fixes: addMissing(page, playbook, t),
    };
  },
};

/** The keys that are not there, as they are written below `sorry_page`. What is misspelt is a finding of its own. */
function missingIn(page: SorryPage): readonly string[] {
  const lacks = (key: string) => !page.keys.has(key) && !isMisspeltIn(page.keys, key, 'sorry_page');
  const missing: string[] = [];
  if (lacks('status_link')) missing.push('status_link');
  if (lacks('support') || (page.keys.has('support') && page.support.size === 0)) missing.push('support');
  const hasHttp = page.keys.has('http') || isMisspeltIn(page.keys, 'http', 'sorry_page');
  if (page.status !== undefined ? page.status.value !== 503 : !hasHttp || page.keys.has('http'))
    missing.push('http.status: 503');
  if (page.retryAfter === undefined && (!hasHttp || page.keys.has('http'))) missing.push('http.retry_after');
  if (lacks('switchover')) missing.push('switchover');
  const { switchover } = page;
  const isAgreed =
    switchover?.agreedWith !== undefined ||
    (switchover && isMisspeltIn(switchover.keys, 'agreed_with', 'sorry_page', 'switchover'));
  if (switchover !== undefined && !isAgreed) missing.push('switchover.agreed_with');
  return missing;
}

/** All that scenarios fail is, or rests on, a system that somebody else controls: a rented shop can't switch. */
function canNotSwitch(playbook: Playbook): boolean {
  const fails = [...playbook.scenarios.values()].flatMap((scenario) => scenario.fails);
  return (
    fails.length > 0 && fails.every((failing) => [...reliesOn([failing])].some(({ control }) => control === 'none'))
  );
}

/** The keys that are wholly missing; what is in those that are there is the author's. */
function addMissing(page: SorryPage, playbook: Playbook, t: Translate): readonly Fix[] {
  const lacks = (key: string) => !page.keys.has(key) && !isMisspeltIn(page.keys, key, 'sorry_page');
  const status = [...playbook.channels.values()].find(({ mode, url, external }) => mode === 'pull' && url && external);
  const decider = [...playbook.roles.values()].find(({ decides }) => decides) ?? playbook.roles.values().next().value;
  const entries: NewEntry[] = [];
  if (lacks('status_link') && status !== undefined) entries.push({ key: 'status_link', value: toScalar(status.id) });
  if (lacks('support'))
    entries.push({ key: 'support', value: [{ key: 'email', value: toScalar(toDo(t, t('where to ask'))) }] });
  if (lacks('http'))
    entries.push({
      key: 'http',
      value: [
        { key: 'status', value: '503' },
        { key: 'retry_after', value: '10m' },
        { key: 'robots', value: 'noindex' },
      ],
    });
  if (lacks('switchover') && decider !== undefined)
    entries.push({
      key: 'switchover',
      value: [
        { key: 'trigger', value: toScalar(toDo(t, t('when to switch'))) },
        { key: 'decided_by', value: toScalar(decider.id) },
        { key: 'done_by', value: toScalar(decider.id) },
        { key: 'takes', value: '10m' },
      ],
    });
  const edit =
    entries.length === 0
      ? undefined
      : addKeys({ keys: page.keys, idSpan: page.keySpan, span: page.span }, entries, playbook.document.text);
  const keys = sayList(
    entries.map(({ key }) => key),
    t,
  );
  return edit === undefined ? [] : [{ title: t('Write {0}', keys), safe: false, edits: [edit] }];
}
