import { expect, it } from 'vitest';
import { createRuns } from '../../../src/core/flow/createRuns';
import { channelLimits } from '../../../src/core/limits/limits';
import { contentHash } from '../../../src/core/model/contentHash';
import { messagesPage } from '../../../src/core/pages/messages';
import { readinessPage } from '../../../src/core/pages/readiness';
import { lintText, translators } from '../../support/lint';
import { buildText } from '../../support/model';
import { smallPlaybook } from '../../support/small';
import { bySource, textOf, withClass } from './markup';

const page = (text: string) => {
  const playbook = buildText(text);
  return readinessPage({
    playbook,
    runs: createRuns(playbook),
    findings: lintText(text),
    t: translators.en,
    uiLocale: 'en',
    now: Date.UTC(2026, 10, 23),
    limits: channelLimits,
  });
};

const hashOf = (text: string, id: string) => {
  const message = buildText(text).messages.get(id);
  return message === undefined ? '' : contentHash(message.node);
};
const approval = (of: string, by: string, on: string, hash: string) =>
  `  - { of: ${of}, by: ${by}, on: ${on}, hash: "${hash}" }\n`;
const approved = `${smallPlaybook}approvals:\n${approval('messages.notice', 'ben', '2026-11-01', hashOf(smallPlaybook, 'notice'))}`;

it('proves nothing of a plan that names what is not there', () => {
  const proofs = (text: string) => withClass(page(text), 'up-proof').map(textOf);
  const whole = proofs(smallPlaybook).filter((proof) => proof.endsWith('proved'));
  expect(whole.length).toBeGreaterThan(3);
  const [ends, heard] = proofs(smallPlaybook.replace('major: first_word', 'major: frist_word'));
  expect(ends).toMatch(/^✕.*does not hold, in 1 place: .*"frist_word"/);
  expect(heard).toMatch(/^○.*can’t be proved: .*"frist_word"/);
});

it('counts the errors among what is missing', () => {
  const missing = (text: string) => withClass(page(text), 'up-ready-part').map(textOf)[1];
  expect(missing(smallPlaybook)).not.toContain('error');
  expect(missing(smallPlaybook.replace('major: first_word', 'major: frist_word'))).toContain('error has to be mended');
});

it('says of every part by whom it was approved, on which day, and whether it was changed since', () => {
  const rows = (text: string) => withClass(page(text), 'up-table').flatMap(({ children = [] }) => children);
  const said = (text: string) => rows(text).map((one) => (typeof one === 'string' ? one : textOf(one)))[1];
  expect(said(approved)).toContain('First noticemessage●holdsBenSun 1 Nov 2026');
  expect(said(approved)).toContain('When it breaksflow○not approved yet——');
  const changed = approved.replace('We are sorry', 'We are very sorry');
  expect(said(changed)).toContain('✕changed since: has to be approved againWhat was changed?BenSun 1 Nov 2026');
  const renewed = changed + approval('messages.notice', 'ben', '2026-11-02', hashOf(changed, 'notice'));
  expect(said(renewed)).toContain('●holdsBenMon 2 Nov 2026');
  expect(said(renewed)).not.toContain('changed since');
  expect(said(`${approved}${approval('messages.gone', 'ben', '2026-11-02', 'x')}`)).toContain(
    'messages.gone✕names nothing that is there',
  );
});

it('says so on the message, too, and asks for nothing while the plan is a draft', () => {
  const chips = (text: string) => {
    const messages = messagesPage(buildText(text), translators.en, 'en');
    return withClass(bySource(messages, 'messages.notice'), 'up-chips').map(textOf)[0];
  };
  expect(chips(approved)).toContain('approved by Ben on Sun 1 Nov 2026');
  expect(chips(approved.replace('We are sorry', 'We are very sorry'))).toContain('changed since Ben approved it on');
  expect(chips(smallPlaybook)).toContain('not approved yet');
  expect(chips(smallPlaybook.replace('in-review', 'draft'))).not.toContain('approved');
});
