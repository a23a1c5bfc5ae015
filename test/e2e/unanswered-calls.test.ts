import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registerCases } from '../../src/cli/cases.ts';
import { registerStatements } from '../../src/cli/statements.ts';
import { type BlogStandIn, startBlogStandIn } from '../support/blog-stand-in.ts';
import { readMentions } from '../support/desk-rows.ts';
import { type ForumStandIn, startForumStandIn } from '../support/forum-stand-in.ts';
import { anyGround } from '../support/grounds.ts';
import { type MastodonStandIn, startMastodonStandIn } from '../support/mastodon-stand-in.ts';
import { until } from '../support/service.ts';
import type { Helpdesk } from '../support/sinks/helpdesk.ts';
import { zammad } from '../support/sinks/zammad-stand-in.ts';
import { alertsOf, audiences, type House, messagesOf, openHouse } from './house.ts';

const dayMinutes = 24 * 60;
const lent = (calls: string): string =>
  `I paid a deposit for a white Voltara Tarn. A week before its delivery I was told that the car had been lent to somebody else.${calls} A Mr Hollmann at the desk promised to look into it; Hollmann never did. I want my car.`;
const calls = ' I have called the delivery centre seven times, nobody picks up.';
const earlier =
  'Mein Termin im Voltara-Auslieferungszentrum war letzte Woche, seitdem rufe ich dort an und niemand geht ran. Frau Kowalke wollte sich melden. Wo ist mein Tarn?';
const statement =
  'We have read about the delivery in June. Our phones were not answered as they should have been.';
/** Whom customers name, anywhere outside the desk. */
const employees = /Hollmann|Kowalke/;

describe('story 2, the unanswered calls', () => {
  let house: House;
  let blogs: BlogStandIn;
  let forum: ForumStandIn;
  let fedi: MastodonStandIn;
  let helpdesk: Helpdesk;
  let [desk, program] = ['', ''];
  const cases = new Map<'told' | 'plain' | 'earlier', string>();
  const relays: string[] = [];

  const api = async (path: string, key = desk) => (await house.api(path, { key })).body;
  const allCases = async (): Promise<readonly { readonly id: string }[]> =>
    (await api('/cases?list=all')).items;
  const ago = (minutes: number): Date => new Date(house.now().getTime() - minutes * 60_000);
  const post = (id: number, author: string, title: string, body: string): void =>
    void forum.threads.set(id, { id, forum: 'lobby', at: ago(1), author, title, body });
  const named = async (name: 'told' | 'plain' | 'earlier', words: string): Promise<void> => {
    const id = await until(
      async () => {
        for (const one of await allCases())
          if (JSON.stringify((await api(`/cases/${one.id}`)).posts).includes(words)) return one.id;
        return null;
      },
      { what: `the case that tells of ${words}`, withinMs: 40_000 },
    );
    cases.set(name, id);
  };

  beforeAll(async () => {
    blogs = await startBlogStandIn();
    forum = await startForumStandIn(() => house?.now() ?? new Date());
    fedi = await startMastodonStandIn(() => house?.now() ?? new Date());
    helpdesk = await zammad.start();
    house = await openHouse({
      ground: await anyGround(),
      standIns: [blogs.baseUrl, forum.baseUrl, fedi.baseUrl, helpdesk.baseUrl],
      sources: [
        `  blogs: { kind: feed, url: "${blogs.feedUrl}", poll_minutes: 1 }`,
        `  owners: { kind: xenforo, base_url: "${forum.baseUrl}", poll_minutes: 1 }`,
        `  fedi: { kind: mastodon, base_url: "${fedi.baseUrl}", tags: [voltara], poll_minutes: 1 }`,
      ].join('\n'),
      more: `sinks: { tickets: { kind: zammad, base_url: "${helpdesk.baseUrl}", token: "\${ZAMMAD_TOKEN}", group: Social, customer: social@acme.example } }`,
      secrets: { ZAMMAD_TOKEN: 'zammad-token' },
    });
    desk = await house.key(['cases:read', 'cases:write', 'problems:read'], 'kim');
    program = await house.key(['cases:read', 'problems:read']);
    post(1, 'wartender', 'Auslieferung', earlier);
    house.pass(3);
    await named('earlier', 'Kowalke');
    house.pass(3 * dayMinutes);
    for (const [path, text] of [
      ['/told', lent(calls)],
      ['/plain', lent('')],
    ] as const)
      blogs.entries.push({
        path,
        title: 'How Voltara lent my car away',
        author: path.slice(1),
        text,
        at: ago(1),
      });
    house.pass(3);
    await named('told', 'seven times');
    await named('plain', 'lent to somebody else. A Mr');
  }, 90_000);
  afterAll(async () => {
    await house.close();
    await Promise.all([blogs.close(), forum.close(), fedi.close(), helpdesk.close()]);
  }, 30_000);

  it('opens a case for the blog post', async () => {
    expect(await api(`/cases/${cases.get('told')}`)).toMatchObject({
      status: 'new',
      source: 'blogs',
      dueTarget: 'first_response',
      posts: [{ role: 'customer' }],
    });
  });

  it('raises severity by "called seven times, nobody picks up", because of what it says', async () => {
    const [told, plain] = [
      await api(`/cases/${cases.get('told')}`),
      await api(`/cases/${cases.get('plain')}`),
    ];
    expect([plain.severity, told.severity]).toEqual(['medium', 'high']);
    expect(told.reasons).toContainEqual(expect.objectContaining({ code: 'unanswered_contact' }));
    expect(plain.reasons).not.toContainEqual(expect.objectContaining({ code: 'unanswered_contact' }));
    expect(told.dueAt < plain.dueAt).toBe(true);
    const [{ text, evidence }] = told.posts;
    const said = evidence.map(({ start, end }: { start: number; end: number }) => text.slice(start, end));
    expect(said.join()).toMatch(/seven times|nobody picks up/);
  });

  it('takes posts about it for relays, counted as spread, never cases', async () => {
    const before = (await allCases()).length;
    const url = `${blogs.baseUrl}/told`;
    relays.push(
      `Ein Kunde bloggt, dass Voltara sein Auto verliehen hat: ${url}`,
      `This blog post about a Voltara customer whose car was lent to somebody else is worth reading: ${url}`,
      `Lest mal diesen Blogbeitrag, da hat Voltara einem Kunden das Auto weg verliehen: ${url}`,
      `Here is the story of a customer who called seven times and nobody picked up: ${url}`,
    );
    for (const [n, text] of relays.slice(0, 3).entries())
      post(n + 2, `leser${n}`, 'Gelesen', text.replace(url, `<a href="${url}">${url}</a>`));
    fedi.toot({
      text: '',
      body: (relays[3] ?? '').replace(url, `<a href="${url}">${url}</a>`),
      tag: 'voltara',
      author: 'passer_on',
      followers: 17_800,
      createdAt: ago(1),
      arrivedAt: ago(1),
    });
    house.pass(3);
    const about = async () => (await readMentions(house.db)).filter(({ text }) => text?.includes(url));
    await until(async () => (await about()).length === relays.length, { what: 'every relay decided' });
    expect((await about()).map((row) => [row.text, row.outcome, row.case_id])).toEqual(
      (await about()).map((row) => [row.text, 'review', null]),
    );
    expect(await allCases()).toHaveLength(before);
  });

  it("attaches the company's statement once a second person has read it", async () => {
    const text = join(house.folder, 'statement.txt');
    writeFileSync(text, statement);
    const statements = (argv: readonly string[], as: string) =>
      house.evenhand(registerStatements, ['statements', ...argv], as);
    expect((await statements(['add', '--case', cases.get('told') ?? '', '--text', text], 'cora')).code).toBe(
      0,
    );
    expect((await statements(['approve', '1'], 'cora')).code).toBe(2);
    expect((await statements(['approve', '1'], 'dora')).code).toBe(0);
  });

  it('shows in the digest the spread, the earlier unanswered signals with their ages, and the statement', async () => {
    // To half past seven in the morning, half an hour after it is due.
    const minuteOfDay = house.now().getUTCHours() * 60 + house.now().getUTCMinutes();
    house.pass((450 - minuteOfDay + dayMinutes) % dayMinutes);
    await house.restart();
    const name = `voltara-${house.now().toISOString().slice(0, 10)}`;
    const letter = await until(
      () => messagesOf(house.told.comms).find((body) => body.includes('What spreads')),
      {
        what: 'the digest',
      },
    );
    const digest = readFileSync(join(house.folder, 'digests', `${name}.md`), 'utf8');
    expect(digest).toContain(`told on in ${relays.length} posts elsewhere`);
    expect(digest).toMatch(new RegExp(`\\| ${cases.get('earlier')} \\| high \\| 3 d \\| no answer`));
    expect(digest).toMatch(new RegExp(`\\| ${cases.get('told')} \\| high \\| \\d+ (?:h|min)`));
    expect(digest.indexOf(`| ${cases.get('earlier')}`)).toBeLessThan(
      digest.indexOf(`| ${cases.get('told')}`),
    );
    expect(digest).toContain(`**${cases.get('told')}**: ${statement}`);
    for (const part of [
      `told on in ${relays.length} posts`,
      `${cases.get('earlier')} · high · 3 d`,
      statement,
    ])
      expect(letter).toContain(part);
    for (const name of ['leads', 'on_call', 'compliance'] as const)
      expect(messagesOf(house.told[name]).join()).not.toContain('posts elsewhere');
  });

  const problemsFor = async (key: string): Promise<readonly string[]> => {
    const { items } = await api('/problems?all=true', key);
    return Promise.all(
      items.map(async ({ id }: { id: string }) => JSON.stringify(await api(`/problems/${id}`, key))),
    );
  };

  it('names an employee who is named in the post nowhere outside the desk', async () => {
    expect((await api(`/cases/${cases.get('told')}`)).posts[0].text).toMatch(employees);
    await until(() => helpdesk.tickets.length >= 2, { what: 'tickets' });
    const exported = await house.evenhand(registerCases, ['cases', 'export', '--format', 'ndjson'], 'lea');
    expect(exported.out).toContain('seven times');
    const outside = [
      ...audiences.flatMap((name) => messagesOf(house.told[name])),
      ...helpdesk.tickets.map((ticket) => JSON.stringify(ticket)),
      ...readdirSync(join(house.folder, 'digests')).map((name) =>
        readFileSync(join(house.folder, 'digests', name), 'utf8'),
      ),
      exported.out,
      JSON.stringify(await api('/cases?list=all', program)),
      ...(await Promise.all(
        [...cases.values()].map(async (id) => JSON.stringify(await api(`/cases/${id}`, program))),
      )),
      ...(await problemsFor(program)),
    ];
    expect((await problemsFor(desk)).join()).toMatch(employees);
    expect(outside.filter((text) => employees.test(text))).toEqual([]);
    expect(alertsOf(house.told.leads, 'case.opened').length).toBeGreaterThan(1);
    expect(house.errors).toEqual([]);
  });
});
