import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registerCases } from '../../src/cli/cases.ts';
import { registerEscalations } from '../../src/cli/escalations.ts';
import { countRows } from '../support/desk-rows.ts';
import { anyGround } from '../support/grounds.ts';
import { type MastodonStandIn, startMastodonStandIn } from '../support/mastodon-stand-in.ts';
import { until } from '../support/service.ts';
import { alertsOf, anyVersion, type House, messagesOf, openHouse, parseYaml } from './house.ts';

const dayMinutes = 24 * 60;

/** Those who would escalate, one of them famous; of the last one staff does it. */
const customers = [
  { author: 'anton', number: 'VT-5512340', followers: 12 },
  { author: 'famous', number: 'VT-5512341', followers: 12_000_000 },
  { author: 'dora', number: 'VT-5512342', followers: 12 },
  { author: 'franz', number: 'VT-5512345', followers: 200 },
  { author: 'emil', number: 'VT-5512344', followers: 40 },
] as const;
const small = (number: string): string =>
  `The charging cable of my #Voltara order ${number} is still missing.`;
const lossNumber = 'VT-5512343';
const loss = `My #Voltara order ${lossNumber} never came, 3,900 euros are gone and the support answers none of my letters.`;
const suitNumber = 'VT-9900112';
const suit = `Ich verklage #Voltara: elf Monate Schriftwechsel wegen der Batterie, jede Garantie abgelehnt. Auftrag ${suitNumber}.`;

describe('story 5, escalation to an executive', () => {
  let house: House;
  let fedi: MastodonStandIn;
  let [accountArea, lea, kim, col] = ['', '', '', ''];
  const cases = new Map<string, string>();

  const ask = (identifier: string, more: object = {}) =>
    house.api('/escalations', { key: accountArea, json: { identifier, ...more } });
  const escalations = (argv: readonly string[], as = 'lea') =>
    house.evenhand(registerEscalations, ['escalations', ...argv], as);
  const show = async (number: string, key = lea) =>
    (await house.api(`/cases/${cases.get(number)}`, { key })).body;
  const listed = async () => JSON.parse((await escalations(['list', '--json'])).out);
  /** Asks are looked at every fifteen seconds, and at a start. */
  const settle = async (): Promise<void> => {
    await house.restart();
    await until(async () => (await countRows(house.db, 'desk.escalation_ask', 'look_at = at')) === 0, {
      what: 'every ask looked at',
    });
  };
  const byThemselves = customers.slice(0, -1);
  const emil = (): string => cases.get(customers[4].number) ?? '';
  const granted = (number: string) => escalations(['grant', number]);

  beforeAll(async () => {
    fedi = await startMastodonStandIn(() => house?.now() ?? new Date());
    house = await openHouse({
      ground: await anyGround(),
      standIns: [fedi.baseUrl],
      sources: `  fedi: { kind: mastodon, base_url: "${fedi.baseUrl}", tags: [voltara], poll_minutes: 1 }`,
      more: 'escalation: { executive: { weekly_quota: 2, older_than: 14d, expires_after: 7d, answer_within: 7d } }',
    });
    [accountArea, lea, kim, col] = await Promise.all([
      house.key(['escalations:write']),
      house.key(['cases:read', 'cases:write'], 'lea'),
      house.key(['cases:read', 'cases:write'], 'kim'),
      house.key(['cases:read', 'cases:write'], 'col'),
    ]);
    // To the noon of a Wednesday, so that no week ends in the middle.
    const now = house.now();
    house.pass(((10 - now.getUTCDay()) % 7) * dayMinutes + (12 - now.getUTCHours()) * 60);
    const say = (author: string, text: string, followers: number) =>
      fedi.toot({
        author,
        text,
        followers,
        tag: 'voltara',
        createdAt: new Date(house.now().getTime() - 60_000),
        arrivedAt: house.now(),
      });
    for (const { author, number, followers } of customers) say(author, small(number), followers);
    say('bea', loss, 3);
    say('ida', suit, 3);
    house.pass(3);
    await until(
      async () => {
        const { items } = (await house.api('/cases?list=all', { key: lea })).body;
        if (items.length < 7) return false;
        for (const { id } of items) {
          const { posts } = (await house.api(`/cases/${id}`, { key: lea })).body;
          cases.set(/VT-\d+/.exec(posts[0].text)?.[0] ?? '', id);
        }
        return cases.size === 7;
      },
      { what: 'seven cases', withinMs: 40_000 },
    );
  }, 90_000);
  afterAll(async () => {
    await house.close();
    await fedi.close();
  }, 30_000);

  it('lets customers escalate in a formal way, by criteria that the record of their case shows', async () => {
    const severe = await ask(lossNumber, { criterion: 'severity' });
    expect([severe.status, severe.body]).toEqual([202, { answerDueAt: expect.any(String) }]);
    expect((await ask(lossNumber, { criterion: 'fame' })).status).toBe(400);
    for (const other of [customers[0].number, lossNumber, 'VT-0000009'])
      expect(Object.keys((await ask(other)).body)).toEqual(['answerDueAt']);
    await settle();
    expect(await listed()).toMatchObject([
      {
        number: '1',
        case: cases.get(lossNumber),
        via: 'customer',
        criterion: 'severity',
        state: 'requested',
      },
    ]);
    await until(() => alertsOf(house.told.leads, 'escalation.requested').length === 1, {
      what: 'the leads told',
    });
  });

  it('is the same for 12 followers and for 12 million, and no rule of it can name reach', async () => {
    const [unknown, famous] = [await ask(customers[0].number), await ask(customers[1].number)];
    expect([famous.status, Object.keys(famous.body)]).toEqual([unknown.status, Object.keys(unknown.body)]);
    expect((await ask(customers[1].number, { followers: 12_000_000 })).status).toBe(400);
    for (const rule of [
      'executive: { criteria: [followers] }',
      'chains: { loud: { when: { followers: 1000 }, steps: [] } }',
    ])
      expect(() => parseYaml(`escalation: { ${rule} }`)).toThrow(/followers.*reach|reach.*followers/is);
  });

  it('keeps a case in dispute for counsel alone', async () => {
    const dispute = (key: string) =>
      house.api(`/cases/${cases.get(suitNumber)}/dispute`, {
        key,
        json: { isOn: true, reason: 'she sues' },
        headers: anyVersion,
      });
    expect((await dispute(kim)).status).toBe(403);
    expect((await dispute(col)).body).toMatchObject({ inDispute: true });
    for (const key of [lea, kim]) {
      const shown = await show(suitNumber, key);
      expect(JSON.stringify(shown)).not.toMatch(/Klägerin|verklage|Batterie|sues|VT-9900112/);
      const taken = await house.api(`/cases/${cases.get(suitNumber)}/take`, {
        key,
        json: { because: 'other' },
        headers: anyVersion,
      });
      expect([taken.status, taken.body.code]).toEqual([403, 'in_dispute']);
    }
    expect((await show(suitNumber, col)).posts[0].text).toContain(suit);
    const taken = await house.api(`/cases/${cases.get(suitNumber)}/take`, {
      key: col,
      json: { because: 'other' },
      headers: anyVersion,
    });
    expect(taken.body).toMatchObject({ assignee: 'col' });
    const hidden = await ask(suitNumber, { criterion: 'severity' });
    expect([hidden.status, Object.keys(hidden.body)]).toEqual([202, ['answerDueAt']]);
    await settle();
    expect(await listed()).toHaveLength(1);
    const exported = await house.evenhand(registerCases, ['cases', 'export', '--format', 'ndjson'], 'lea');
    expect(exported.out).toContain('"inDispute":true');
    expect(exported.out).not.toMatch(/Batterie|9900112/);
  });

  it('takes from staff no request without a reason code, nor one that the record does not show', async () => {
    house.pass(15 * dayMinutes);
    const request = (reason: string, criterion = 'age') =>
      escalations(['request', emil(), '--criterion', criterion, '--reason-code', reason]);
    expect((await request('because')).err).toContain('no_progress');
    expect((await request('hardship', 'severity')).err).toContain('does not show');
    for (const { number } of byThemselves) expect((await ask(number)).status).toBe(202);
    await settle();
    await until(async () => (await listed())[0]?.state === 'lapsed', { what: 'the oldest request lapsed' });
    expect(await listed()).toMatchObject(
      ['1', '2', '3', '4', '5'].map((number) => ({ number, state: number === '1' ? 'lapsed' : 'requested' })),
    );
    expect((await request('hardship')).code).toBe(0);
  });

  it('grants by a second key up to the quota of the week; what is beyond it waits for the next', async () => {
    expect([(await granted('1')).err, (await granted('6')).err]).toEqual([
      expect.stringContaining('lapsed'),
      expect.stringContaining('the second key is somebody else'),
    ]);
    expect([(await granted('2')).code, (await granted('3')).code]).toEqual([0, 0]);
    const beyond = await granted('4');
    expect([beyond.code, beyond.err]).toEqual([2, expect.stringContaining('quota of the week is used up')]);
    house.pass(5 * dayMinutes);
    expect((await granted('4')).code).toBe(0);
    expect((await escalations(['decline', '5'])).code).toBe(2);
    expect((await escalations(['decline', '5', '--reason', 'it is repaired'])).code).toBe(0);
  });

  it('lets a request lapse that nobody decided', async () => {
    expect(JSON.parse((await escalations(['show', '6', '--json'])).out)).toMatchObject({
      state: 'requested',
    });
    house.pass(3 * dayMinutes);
    await house.restart();
    await until(async () => JSON.parse((await escalations(['show', '6', '--json'])).out).state === 'lapsed', {
      what: 'a lapsed request',
    });
    expect((await granted('6')).err).toContain('lapsed');
  });

  it('closes none without a written answer, granted, lapsed or declined, and tells when one is overdue', async () => {
    await until(() => alertsOf(house.told.leads, 'escalation.overdue').length === 6, {
      what: 'six overdue',
    });
    const answer = (number: string, text: string) => escalations(['answer', number, '--text', text]);
    expect((await answer('6', ' ')).code).toBe(2);
    const owed = JSON.parse((await escalations(['list', '--json'])).out) as readonly object[];
    expect(owed).toHaveLength(6);
    for (const number of ['1', '2', '3', '4', '5', '6'])
      expect((await answer(number, `We looked at it and repair it this week (${number}).`)).code).toBe(0);
    expect(JSON.parse((await escalations(['list', '--json'])).out)).toEqual([]);
    const told = messagesOf(house.told.leads).filter((body) => body.includes('escalation.'));
    expect(told.join('\n')).not.toMatch(/VT-|charging|anton|famous|followers|12000000|repair it/);
  });

  it('told nobody outside of counsel a word of the dispute', () => {
    const said = (['leads', 'on_call', 'comms', 'compliance'] as const).flatMap((name) =>
      messagesOf(house.told[name]),
    );
    expect(said.length).toBeGreaterThan(5);
    expect(said.join('\n')).not.toMatch(/verklage|Schriftwechsel|9900112|sues/);
  });

  it('publishes the rate, with its interval and no name', async () => {
    const { out } = await escalations(['report', '--since', '90d', '--json'], 'mo');
    expect(JSON.parse(out)).toMatchObject({
      counts: { cases: 7, requested: 6, byCustomers: 5, answered: 6, overdue: 6 },
      rate: { share: 6 / 7, low: expect.any(Number), high: expect.any(Number) },
    });
    const german = await escalations(['report', '--since', '90d', '--language', 'de'], 'mo');
    expect(german.out).toMatch(/86\s%.*95-%-Intervall/);
    expect(german.out).not.toMatch(/kim|lea|anton|famous/);
    expect(house.errors).toEqual([]);
  });
});
