import { describe, expect, it } from 'vitest';
import { placeSteps } from '../../../src/core/draw/layered/placeSteps';
import { createRuns } from '../../../src/core/flow/createRuns';
import { channelLimits } from '../../../src/core/limits/limits';
import type { Finding } from '../../../src/core/lint/finding';
import { buildPages } from '../../../src/core/pages/preview';
import { translators } from '../../support/lint';
import { buildText } from '../../support/model';
import { smallPlaybook } from '../../support/small';
import { bySource, findAll, textOf, withClass } from './markup';

const engine = placeSteps;
const pages = (text: string, findings: readonly Finding[] = []) => {
  const playbook = buildText(text);
  const { pages: built, ...more } = buildPages({
    playbook,
    runs: createRuns(playbook),
    findings,
    engine,
    t: translators.en,
    locale: 'en',
    limits: channelLimits,
    now: Date.UTC(2026, 10, 23),
  });
  if (built.flow === undefined) throw new Error('everything was asked for');
  return { flow: built.flow, ...more };
};

describe('the page of flows', () => {
  it('has a drawing for each flow, under its name', () => {
    const { flow, orders } = pages(
      `${smallPlaybook}  `.replace(
        'messages:',
        '  other:\n    title: Another\n    steps:\n      over: { kind: end }\nmessages:',
      ),
    );
    expect(findAll(flow, ({ tag }) => tag === 'h2').map(textOf)).toEqual(['When it breaks', 'Another']);
    expect(findAll(flow, ({ tag }) => tag === 'svg')).toHaveLength(2);
    expect([...orders.keys()]).toEqual(['main', 'other']);
    expect(bySource(flow, 'flows.other.steps.over').attributes?.['data-step']).toBe('over');
  });

  it('says what to add where there is no flow, or none of its steps', () => {
    expect(textOf(pages('playbook: 1\n').flow)).toContain('No flow yet');
    expect(textOf(pages('playbook: 1\nflows: { main: { title: x } }\n').flow)).toContain('No steps yet');
  });

  it('shows a finding on its step, the worst of several', () => {
    const at = smallPlaybook.indexOf('collect:');
    const finding = (severity: Finding['severity']): Finding => ({
      rule: 'x',
      severity,
      span: { start: at, end: at + 7 },
      message: `a ${severity}`,
    });
    const { flow } = pages(smallPlaybook, [finding('info'), finding('error'), finding('warning')]);
    expect(withClass(flow, 'up-badge-error')).toHaveLength(1);
    expect(withClass(bySource(flow, 'flows.main.steps.find_out'), 'up-badge')).toHaveLength(1);
  });
});
