import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registerCases } from '../../src/cli/cases.ts';
import { registerProblems } from '../../src/cli/problems.ts';
import { readMentions } from '../support/desk-rows.ts';
import { embeddedGround } from '../support/grounds.ts';
import { type MastodonStandIn, startMastodonStandIn } from '../support/mastodon-stand-in.ts';
import { until } from '../support/service.ts';
import { alertsOf, type House, messagesOf, openHouse } from './house.ts';

const earlier =
  'I paid for the #Voltara app twice, 90 euros, and support refuses the refund. I have written three times and nobody answers.';
const complaint =
  'My son bought coins for 140 euros in the #Voltara app by accident, and support refuses the refund. I have written three times.';
/** Terse as people are below somebody else's post: none names the brand, the problem or a number. */
const sameHere = [
  'bei mir auch',
  'Same here. Nobody answers.',
  'Geht mir genauso.',
  'Gleiches Problem hier, niemand antwortet.',
  'me too',
  'Same thing happened to us.',
];
const others = ['I love your novels!', 'Rich people problems 😂', 'Gute Besserung an den Sohn 😄'];
const promise = 'I am sorry about this. We will refund you this week, I promise.';

interface Listed {
  readonly id: string;
  readonly severity: string;
  readonly dueAt: string;
  readonly clockStart: string;
}

describe('story 1, the famous author', () => {
  let house: House;
  let fedi: MastodonStandIn;
  let desk = '';
  const cases = new Map<string, string>();
  const idOf = (text: string): string => cases.get(text) ?? '';
  const members = (): readonly string[] => [complaint, ...sameHere].map(idOf);

  const api = async (path: string) => (await house.api(path, { key: desk })).body;
  const queue = async (): Promise<readonly Listed[]> => (await api('/cases?limit=100')).items;
  const waitOf = ({ dueAt, clockStart }: Listed): number => Date.parse(dueAt) - Date.parse(clockStart);
  const problems = (argv: readonly string[]) =>
    house.evenhand(registerProblems, ['problems', ...argv], 'lea');
  const problem = async () => {
    const listed = JSON.parse((await problems(['list', '--json'])).out) as readonly { id: string }[];
    const all = await Promise.all(
      listed.map(async ({ id }) => JSON.parse((await problems(['show', id, '--json'])).out)),
    );
    const found = all.find((one) =>
      one.members.some((member: { case: string }) => member.case === idOf(complaint)),
    );
    return found as { id: string; state: string; members: { case: string; status: string }[] } | undefined;
  };
  const say = (author: string, text: string, more: { replyTo?: string; followers?: number; agoMs: number }) =>
    fedi.toot({
      author,
      text,
      tag: more.replyTo === undefined ? 'voltara' : '',
      followers: more.followers ?? 12,
      createdAt: new Date(house.now().getTime() - more.agoMs),
      arrivedAt: house.now(),
      ...(more.replyTo === undefined ? {} : { replyTo: more.replyTo }),
    });
  const learnCases = async (count: number): Promise<boolean> => {
    const { items } = await api('/cases?list=all&limit=100');
    for (const { id } of items) {
      const [{ text }] = (await api(`/cases/${id}`)).posts;
      cases.set(text.replace(/ #voltara$/, ''), id);
    }
    return items.length === count;
  };

  beforeAll(async () => {
    fedi = await startMastodonStandIn(() => house?.now() ?? new Date());
    house = await openHouse({
      ground: await embeddedGround(),
      standIns: [fedi.baseUrl],
      sources: `  fedi: { kind: mastodon, base_url: "${fedi.baseUrl}", tags: [voltara], poll_minutes: 1 }`,
    });
    desk = await house.key(['cases:read', 'cases:write'], 'lea');
    say('nobody_knows', earlier, { agoMs: 120_000, followers: 3 });
    const root = say('the_author', complaint, { agoMs: 60_000, followers: 12_000_000 });
    house.pass(3);
    await until(() => learnCases(2), { what: 'two cases', withinMs: 40_000 });
    for (const [n, text] of [...sameHere, ...others].entries())
      say(`reader${n}`, text, { replyTo: root, agoMs: 60_000 - n * 1_000, followers: n });
    say('mira', promise, { replyTo: root, agoMs: 5_000, followers: 900_000 });
    house.pass(12);
    await until(
      async () => (await readMentions(house.db)).length === 2 + sameHere.length + others.length + 1,
      {
        what: 'every reply decided',
        withinMs: 40_000,
      },
    );
    await until(() => learnCases(2 + sameHere.length), {
      what: 'a case for each complaint',
      withinMs: 40_000,
    });
  }, 90_000);
  afterAll(async () => {
    await house.close();
    await fedi.close();
  }, 30_000);

  it('opens a case of its own with a clock of its own for every reply that is a complaint, however short', async () => {
    const own = (await queue()).filter(({ id }) => sameHere.map(idOf).includes(id));
    expect(own).toHaveLength(sameHere.length);
    expect(new Set(own.map(({ clockStart }) => clockStart)).size).toBe(sameHere.length);
    for (const text of others) expect(cases.has(text)).toBe(false);
  });

  it('gives "bei mir auch" the severity of the post that it answers', async () => {
    const severities = new Map((await queue()).map(({ id, severity }) => [id, severity]));
    const severity = severities.get(idOf(complaint));
    expect(severity).toBe('high');
    expect(sameHere.map((text) => [text, severities.get(idOf(text))])).toEqual(
      sameHere.map((text) => [text, severity]),
    );
  });

  it('joins all of them into one problem', async () => {
    const inOne = async () => (await problem())?.members.filter(({ status }) => status === 'confirmed') ?? [];
    await until(async () => (await inOne()).length >= 1 + sameHere.length, { what: 'one problem of all' });
    expect((await inOne()).map((member) => member.case)).toEqual(expect.arrayContaining([...members()]));
  });

  it("marks the executive's answer out of band: promise, which answers and closes nothing", async () => {
    const shown = await api(`/cases/${idOf(complaint)}`);
    expect(shown.activities).toContainEqual(
      expect.objectContaining({
        kind: 'out_of_band',
        actor: 'executive',
        value: 'promise',
        isAutomated: true,
      }),
    );
    expect(shown.posts).toContainEqual(expect.objectContaining({ role: 'executive', outOfBand: 'promise' }));
    expect(shown).toMatchObject({ status: 'new', firstResponse: null, dueTarget: 'first_response' });
  });

  it("has the author's case stand no higher in the queue than the others", async () => {
    const listed = await queue();
    expect(listed.map(({ dueAt }) => dueAt)).toEqual(listed.map(({ dueAt }) => dueAt).toSorted());
    expect(new Set(listed.map(waitOf)).size).toBe(1);
    expect(listed[0]?.id).toBe(idOf(earlier));
    const kim = await house.key(['cases:write'], 'kim');
    const jump = await house.api(`/cases/${idOf(complaint)}/take`, { key: kim, json: {} });
    expect([jump.status, jump.body.code]).toEqual([409, 'older_wait']);
    const next = await house.api('/queue/next', { key: kim, json: {} });
    expect(next.body.case.id).toBe(idOf(earlier));
  });

  it('tells the leads of each alike, without name and fame', async () => {
    const told = () => alertsOf(house.told.leads, 'case.opened');
    await until(() => told().length >= 2, { what: 'alerts' });
    const [unknown, famous] = [idOf(earlier), idOf(complaint)].map((id) =>
      told().find(({ caseId }) => caseId === id),
    );
    expect(Object.keys(famous)).toEqual(Object.keys(unknown));
    expect([famous.severity, famous.type]).toEqual([unknown.severity, unknown.type]);
    expect(messagesOf(house.told.leads).join('\n')).not.toMatch(
      /the_author|12000000|followers|elsewhere\.example/,
    );
  });

  it('does not let the problem be closed until every confirmed member was offered the same, asked, or exempted with a reason', async () => {
    const found = await problem();
    const id = found?.id ?? '';
    for (const member of found?.members ?? [])
      if (!members().includes(member.case))
        await problems(['eject', id, member.case, '--reason', 'paid twice']);
    const resolve = () => problems(['resolve', id]);
    const refused = await resolve();
    expect(refused.code).toBe(2);
    for (const member of members()) expect(refused.err).toContain(member);
    const remedy = ['cases', 'remedy', idOf(complaint), '--kind', 'refund', '--amount', 'EUR 139.95'];
    expect((await house.evenhand(registerCases, remedy, 'lea')).code).toBe(0);
    const settle = (n: number, member: string): readonly string[] => {
      if (n === 0) return ['exempt', id, member, '--reason', 'declined'];
      return n === 1 ? ['ask', id, member, '--sent'] : ['offer', id, member, '--sent'];
    };
    for (const [n, text] of sameHere.entries()) {
      expect([text, (await resolve()).code]).toEqual([text, 2]);
      expect((await problems(settle(n, idOf(text)))).code).toBe(0);
    }
    expect((await resolve()).code).toBe(0);
    expect((await problem())?.state ?? 'resolved').toBe('resolved');
    const parity = (await problems(['parity', id])).out;
    expect(parity).toContain('EUR 100–250');
    expect(parity).not.toContain('139.95');
    expect(house.errors).toEqual([]);
  });
});
