import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isDrawn } from '../../src/cases/guard/judge-action.ts';
import { registerApprovals } from '../../src/cli/approvals.ts';
import { registerCompliance } from '../../src/cli/compliance.ts';
import { readInstanceKey } from '../../src/postgres/instance-key.ts';
import { type BlogStandIn, type Entry, startBlogStandIn } from '../support/blog-stand-in.ts';
import { countRows, readActivities } from '../support/desk-rows.ts';
import { embeddedGround, productionGround } from '../support/grounds.ts';
import { type MastodonStandIn, startMastodonStandIn } from '../support/mastodon-stand-in.ts';
import { until } from '../support/service.ts';
import { alertsOf, type House, messagesOf, openHouse } from './house.ts';

const number = 'VT-7718203';
const polite = `The Voltara launch event was a disappointment: it started late and the presentation was boring. I have a Tarn on order, ${number}.`;
const rude =
  'What a pathetic shambles, you arrogant clowns! The Voltara launch event was a disappointment: it started late and the presentation was boring. I have a Tarn on order. Shame on you!';
const shaming =
  'How entitled must you be to write 900 words because a party began late? We cancelled his order. Life is too short for rude customers.';

describe.each([['embedded', embeddedGround] as const, ...productionGround])(
  'story 3, the cancelled order, on %s',
  (_name, open) => {
    let house: House;
    let blogs: BlogStandIn;
    let fedi: MastodonStandIn;
    let desk = '';
    const cases = new Map<string, string>();

    const show = async (author: string) =>
      (await house.api(`/cases/${cases.get(author)}`, { key: desk })).body;
    const cancel = (id: string, identifier: string) =>
      house.signed('/hooks/adverse-actions', {
        id,
        kind: 'order_cancelled',
        identifiers: [identifier],
        at: house.now().toISOString(),
        requestedBy: 'kim',
      });
    const approvals = (argv: readonly string[], as: string) =>
      house.evenhand(registerApprovals, ['approvals', ...argv], as);
    /** An order number that nobody wrote in a post: one that is among the drawn share, or one that is not. */
    const cleanNumber = async (wanted: boolean): Promise<string> => {
      const key = await house.db.transaction('desk', readInstanceKey);
      const found = Array.from({ length: 1_000 }, (_, n) => `VT${7_800_000 + n}`).find(
        (one) => isDrawn({ id: '', identifiers: [one] }, { key, randomShare: 0.05 }) === wanted,
      );
      if (found === undefined) throw new Error('a thousand numbers hold none');
      return found;
    };

    beforeAll(async () => {
      blogs = await startBlogStandIn();
      fedi = await startMastodonStandIn(() => house?.now() ?? new Date());
      const at = new Date(Date.now() - 60_000);
      const entry = (author: string, text: string): Entry => ({
        path: `/${author}`,
        title: 'Launch night',
        author,
        text,
        at,
      });
      blogs.entries.push(entry('grumbler', polite), entry('ranter', rude));
      house = await openHouse({
        ground: await open(),
        standIns: [blogs.baseUrl, fedi.baseUrl],
        sources: [
          `  blogs: { kind: feed, url: "${blogs.feedUrl}", poll_minutes: 1 }`,
          `  fedi: { kind: mastodon, base_url: "${fedi.baseUrl}", tags: [voltara], poll_minutes: 1 }`,
        ].join('\n'),
      });
      desk = await house.key(['cases:read', 'cases:write'], 'lea');
      await until(
        async () => {
          const { items } = (await house.api('/cases?list=all', { key: desk })).body;
          for (const { id } of items) {
            const { posts } = (await house.api(`/cases/${id}`, { key: desk })).body;
            cases.set(posts[0].text.includes(number) ? 'grumbler' : 'ranter', id);
          }
          return cases.size === 2;
        },
        { what: 'a case for each blogger', withinMs: 40_000 },
      );
    }, 90_000);
    afterAll(async () => {
      await house.close();
      await Promise.all([blogs.close(), fedi.close()]);
    }, 30_000);

    it('takes the blog post for a complaint of low severity with an ordinary case', async () => {
      expect(await show('grumbler')).toMatchObject({
        severity: 'low',
        danger: null,
        status: 'new',
        dueTarget: 'first_response',
        inDispute: false,
      });
    });

    it('changes nothing by how rude it was', async () => {
      const [calm, angry] = [await show('grumbler'), await show('ranter')];
      expect([angry.severity, angry.dueAt, angry.clockStart]).toEqual([
        calm.severity,
        calm.dueAt,
        calm.clockStart,
      ]);
      expect(alertsOf(house.told.leads, 'case.opened')).toEqual([]);
    });

    it('asks the order system for a second approval, for the case carries an identifier that the customer gave', async () => {
      const asked = await cancel('cancel-1', number);
      expect([asked.status, asked.body]).toEqual([
        200,
        { answer: 'second_approval_needed', approval: expect.stringMatching(/^apr_[0-9a-f]{24}$/) },
      ]);
      expect((await cancel('cancel-1', number)).body).toEqual(asked.body);
    });

    it('cannot know of the customer who gave none: the action goes on, and is counted as one of anybody', async () => {
      expect((await cancel('cancel-2', await cleanNumber(false))).body).toEqual({ answer: 'proceed' });
      const drawn = await cancel('cancel-3', await cleanNumber(true));
      expect(Object.keys(drawn.body)).toEqual(['answer', 'approval']);
      expect(drawn.body.answer).toBe('second_approval_needed');
      for (const id of ['cancel-4', 'cancel-5', 'cancel-6', 'cancel-7', 'cancel-8']) {
        const bare = { id, kind: 'order_cancelled', at: house.now().toISOString() };
        expect((await house.signed('/hooks/adverse-actions', bare)).status).toBe(200);
      }
      const report = await approvals(['report', '--since', '7d', '--json'], 'mo');
      expect(JSON.parse(report.out).counts).toMatchObject({ asked: 8, noIdentifier: 5 });
      expect(await countRows(house.db, 'desk.adverse_action', "cases <> '{}'")).toBe(1);
    });

    it('has somebody outside the chain approve, not who asked, nor anybody above', async () => {
      const approve = ['approve', '1', '--reason', 'the customer asked for it himself'];
      const refusals = await Promise.all(['kim', 'lea', 'mira'].map((name) => approvals(approve, name)));
      expect(refusals.map(({ code }) => code)).toEqual([2, 2, 2]);
      expect(refusals[2]?.err).toContain('above or below whoever asked');
      expect(await countRows(house.db, 'desk.adverse_action', "state = 'approved'")).toBe(0);
      const at = house.now().toISOString();
      expect(
        (await house.signed('/hooks/adverse-actions/executed', { id: 'cancel-1', at })).status,
      ).toBeLessThan(300);
    });

    it('tells compliance alone that an approval waits, and that the order was cancelled anyway', async () => {
      const told = (type: string) => alertsOf(house.told.compliance, type);
      // It is looked at every fifteen seconds, and at a start; what was done is told after what waited.
      await house.restart();
      await until(() => told('guard.approval_needed').length >= 2, { what: 'compliance told to approve' });
      await house.restart();
      await until(() => told('guard.executed_anyway').length === 1, { what: 'compliance told of the deed' });
      expect(messagesOf(house.told.compliance).join('\n')).not.toMatch(/7718203|EH-|kim|grumbler|blog/);
      expect(JSON.stringify([alertsOf(house.told.leads), alertsOf(house.told.on_call)])).not.toContain(
        'guard.',
      );
    });

    it('lets the order system go on once a second person has approved', async () => {
      const approved = await approvals(
        ['approve', '1', '--reason', 'the customer asked for it himself'],
        'mo',
      );
      expect(approved.code).toBe(0);
      expect((await cancel('cancel-1', number)).body).toEqual({ answer: 'proceed' });
    });

    it("marks the executive's post out of band: attack, with the identifier and without, and it closes and moves nothing", async () => {
      const before = [await show('grumbler'), await show('ranter')];
      house.pass(5);
      for (const author of ['grumbler', 'ranter'])
        fedi.toot({
          text: '',
          body: `${shaming} <a href="${blogs.baseUrl}/${author}">${blogs.baseUrl}/${author}</a>`,
          tag: 'voltara',
          author: 'mira',
          followers: 1_900_000,
          createdAt: new Date(house.now().getTime() - 5_000),
          arrivedAt: house.now(),
        });
      house.pass(2);
      const marks = async () =>
        (await readActivities(house.db)).filter(({ kind }) => kind === 'out_of_band').length;
      await until(async () => (await marks()) === 2, { what: 'two marks' });
      for (const [n, author] of ['grumbler', 'ranter'].entries()) {
        const after = await show(author);
        expect(after.activities).toContainEqual(
          expect.objectContaining({ kind: 'out_of_band', actor: 'executive', value: 'attack' }),
        );
        for (const name of ['status', 'severity', 'dueAt', 'dueTarget', 'firstResponse', 'resolvedAt'])
          expect([name, after[name]]).toEqual([name, before[n][name]]);
      }
    });

    it('brings it before compliance, and before nobody else', async () => {
      const seen = await house.evenhand(registerCompliance, ['compliance', 'list', '--json'], 'mo');
      expect(JSON.parse(seen.out)).toMatchObject([
        { kind: 'attack', actor: 'executive', text: expect.stringContaining('We cancelled his order') },
        { kind: 'attack' },
      ]);
      const german = await house.evenhand(
        registerCompliance,
        ['compliance', 'list', '--language', 'de'],
        'mo',
      );
      expect(german.out).toContain('Angriff');
      expect((await house.evenhand(registerCompliance, ['compliance', 'list'], 'lea')).code).toBe(2);
      expect(house.errors).toEqual([]);
    });
  },
);
