import type { Playbook, System } from '../../model/playbook';
import { isMisspelt, isMisspeltIn } from '../../schema/written';
import type { Translate } from '../../text/translate';
import { freshId, toScalar } from '../edits';
import type { Fix } from '../finding';
import type { Rule, RuleFinding } from '../rule';
import { addToSection } from '../stubs';

export const scenarioMissing: Rule = {
  id: 'scenario-missing',
  severity: 'warning',
  whileDraft: 'info',
  summary: 'What is most likely to go wrong has a scenario.',
  why: 'The plan is proved against its scenarios. What none of them says can’t be proved, and comes as a surprise.',

  *check({ playbook, t }) {
    // A section or a key that is misspelt is a finding of its own.
    const scenarios = [...playbook.scenarios.values()];
    if (isMisspeltIn(playbook.sectionKeys, 'scenarios')) return;
    if (scenarios.some((scenario) => isMisspelt(scenario, 'kind') || isMisspelt(scenario, 'fails'))) return;
    const has = (kind: string) => scenarios.some((scenario) => scenario.kind?.value === kind);
    const { campaign } = playbook;

    const { visitsPerMinute: peak, capacity } = campaign ?? {};
    const peakKey = campaign?.keys.get('expected_peak');
    if (peak !== undefined && capacity !== undefined && peak.value > capacity.value && !has('overload')) {
      yield {
        span: peakKey ?? peak.keySpan,
        message: t(
          '{0} visits a minute are expected, and the site bears {1}: it will be overloaded if all goes well. Add a scenario of the kind "overload".',
          peak.value,
          capacity.value,
        ),
        fixes: addScenario(playbook, 'overload', t('Too many visitors at once'), undefined, t),
      };
    }

    const failing = new Set(scenarios.flatMap(({ fails }) => fails.map(({ target }) => target)));
    for (const system of rentedSystems(playbook)) {
      if (failing.has(system)) continue;
      yield {
        span: system.idSpan,
        message: t(
          '"{0}" is rented from "{1}" and can fail without your doing, but no scenario names it in "fails". Add one.',
          system.id,
          system.vendor?.value.trim() ?? '',
        ),
        fixes: addScenario(playbook, 'vendor-outage', t('"{0}" is down', system.title?.value ?? system.id), system, t),
      } satisfies RuleFinding;
    }

    const mails = [...playbook.channels.values()].some(
      ({ type, external }) => external && (type === 'email' || type === 'sms'),
    );
    if (campaign !== undefined && mails && !has('mis-sent')) {
      yield {
        span: playbook.sectionKeys.get('scenarios') ?? campaign.keySpan,
        message: t(
          'The campaign mails, and no scenario says what to do when a mail goes to the wrong people. Add one of the kind "mis-sent".',
        ),
        fixes: addScenario(playbook, 'mis-sent', t('A mail goes to the wrong people'), undefined, t),
      };
    }
  },
};

/** Systems of a vendor: the file's own, and those of used files that something here stands on. */
function rentedSystems(playbook: Playbook): readonly System[] {
  const used = new Set(
    playbook.references.flatMap(({ section, target, span }) =>
      section === 'systems' && span.file === undefined && target !== undefined ? [target] : [],
    ),
  );
  return [...playbook.systems.values()].filter(
    (system) => system.vendor !== undefined && (system.idSpan.file === undefined || used.has(system)),
  );
}

function addScenario(
  playbook: Playbook,
  kind: string,
  title: string,
  fails: System | undefined,
  t: Translate,
): readonly Fix[] {
  const wanted = fails === undefined ? kind.replace('-', '_') : `${fails.id}_down`;
  const id = freshId(wanted, playbook.scenarios);
  const edit = addToSection(
    'scenarios',
    [
      {
        key: id,
        value: [
          { key: 'title', value: toScalar(title) },
          { key: 'kind', value: kind },
          ...(fails === undefined
            ? []
            : [
                { key: 'fails', value: `[${toScalar(fails.id)}]` },
                { key: 'fault', value: 'vendor' },
              ]),
        ],
      },
    ],
    playbook,
  );
  return edit === undefined ? [] : [{ title: t('Add the scenario "{0}"', id), safe: false, edits: [edit] }];
}
