import { expect, test } from 'vitest';
import { flowPlan } from '../../../support/flowPlan';
import { expectFindings, lintText } from '../../../support/lint';

const plan = (steps: string, scenario = 'rented: { kind: vendor-outage, fault: vendor }', severities?: string) =>
  flowPlan({ steps, more: `scenarios:\n  ${scenario}`, ...(severities && { severities }) });
const waiting = `
  judge: { kind: classify, cases: { major: <|hold|> } }
  <|hold|>: { kind: wait, every: 30m, then: say }
  say: { kind: announce, message: notice, then: done }
  done: { kind: end }`;
const at = (steps: string) => steps.replace('major: <|hold|>', 'major: hold');
const plain = (text: string) => text.replace(/<\||\|>/g, '');

test('the plan waits before it says a word', () => {
  const [finding] = expectFindings('vendor-wait-silent', plan(at(waiting)), [
    'In the scenario "rented" the plan waits at "hold" for the vendor before customers have heard a word. Announce first, then wait.',
  ]);
  expect(finding).toMatchObject({ severity: 'error', related: [{ message: 'Step 1 of the silent path' }] });
});

test('on one of two paths, and where only the team heard', () => {
  expectFindings(
    'vendor-wait-silent',
    plan(`
      judge: { kind: classify, cases: { major: look } }
      look: { kind: ask, question: Known?, answers: { "yes": say, "no": tell_team } }
      tell_team: { kind: announce, message: notice, channels: [chat], then: hold }
      <|hold|>: { kind: wait, every: 30m, then: say }
      say: { kind: announce, message: notice, then: done }
      done: { kind: end }`),
    [/waits at "hold"/],
  );
});

test('a word first, a sorry page first, a class that is not announced, a fault of our own', () => {
  const first = `
    judge: { kind: classify, cases: { major: say } }
    say: { kind: announce, message: notice, then: hold }
    hold: { kind: wait, every: 30m, then: done }
    done: { kind: end }`;
  expectFindings('vendor-wait-silent', plan(first), []);
  expectFindings(
    'vendor-wait-silent',
    `${plan(first.replace('announce, message: notice', 'sorry-page, action: show'))}sorry_page: {}\n`,
    [],
  );
  const silent = 'major: { default: true, announce: false, silence_reason: Small }';
  expectFindings('vendor-wait-silent', plan(plain(waiting), undefined, silent), []);
  expectFindings('vendor-wait-silent', plan(plain(waiting), 'own: { kind: outage, fault: ours }'), []);
});

test('in a draft it is a warning', () => {
  const found = lintText(plan(plain(waiting)).replace('in-review', 'draft'));
  expect(found.filter(({ rule }) => rule === 'vendor-wait-silent')).toMatchObject([{ severity: 'warning' }]);
});
