import { expect, test } from 'vitest';
import { buildPlaybook } from '../../../src/core/model/build';
import { chainOf, channelDown, reliesOn, systemsDown, systemsOf } from '../../../src/core/model/dependencies';
import { parseYaml } from '../../../src/core/yaml/parse';

const text = `playbook: 1
systems:
  cloud: {}
  net: { depends_on: shop }
  app: { depends_on: [nothing, cloud] }
  shop: { depends_on: [net, app] }
  other: {}
channels:
  site: { type: onsite-banner, depends_on: [other, shop] }
  page: { type: sorry-page }
  mail: { type: email, depends_on: other }
sorry_page: { hosted_on: app }
scenarios:
  hosting: { fails: [nothing, cloud] }
  calm: {}
`;
const playbook = buildPlaybook('a', new Map([['a', parseYaml(text)]]));
const scenario = (id: string) => playbook.scenarios.get(id) as NonNullable<ReturnType<typeof playbook.scenarios.get>>;
const channel = (id: string) => playbook.channels.get(id) as NonNullable<ReturnType<typeof playbook.channels.get>>;

test('what fails, and all that depends on it, also in a circle', () => {
  const down = systemsDown(scenario('hosting'), playbook);
  expect([...down.keys()].map(({ id }) => id)).toEqual(['cloud', 'app', 'shop', 'net']);
  const shop = [...down.values()].find(({ system }) => system.id === 'shop');
  expect(shop && chainOf(shop).map(({ id }) => id)).toEqual(['app', 'cloud']);
  expect(shop?.fails.id).toBe('cloud');
  expect(systemsDown(scenario('calm'), playbook).size).toBe(0);
});

test('a channel is dead with one of its systems; a sorry page with the one it is hosted on', () => {
  const down = systemsDown(scenario('hosting'), playbook);
  expect(channelDown(channel('site'), down, playbook)).toMatchObject({ reference: { id: 'shop' } });
  expect(channelDown(channel('page'), down, playbook)).toMatchObject({ reference: { id: 'app' } });
  expect(channelDown(channel('mail'), down, playbook)).toBeUndefined();
});

test('all that systems stand on', () => {
  const names = [...reliesOn(systemsOf(channel('site'), playbook))].map(({ id }) => id);
  expect(names.sort()).toEqual(['app', 'cloud', 'net', 'other', 'shop']);
});

test('a chain of ten thousand systems', () => {
  const systems = Array.from({ length: 10_000 }, (_, at) => `  s${at}: { depends_on: s${at + 1} }`).join('\n');
  const long = `playbook: 1\nsystems:\n${systems}\nscenarios: { a: { fails: s9999 } }\n`;
  const built = buildPlaybook('a', new Map([['a', parseYaml(long)]]));
  const start = performance.now();
  for (const one of built.scenarios.values()) expect(systemsDown(one, built).size).toBe(10_000);
  expect(performance.now() - start).toBeLessThan(500);
});
