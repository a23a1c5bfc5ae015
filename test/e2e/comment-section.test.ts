import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BlogStandIn, startBlogStandIn } from '../support/blog-stand-in.ts';
import { readMentions } from '../support/desk-rows.ts';
import { anyGround } from '../support/grounds.ts';
import { readLetter } from '../support/read-letter.ts';
import { until } from '../support/service.ts';
import { hasSmtp, type SmtpServer, startSmtp } from '../support/smtp-server.ts';
import { alertsOf, type House, messagesOf, openHouse } from './house.ts';

/** About the news, for and against, curt, angry, funny, with a quotation, and about other companies. */
const opinions = [
  'Richtig so. Wer austeilt, muss auch einstecken.',
  'Unfassbar. Wer Kritik nicht verträgt, sollte keine Autos verkaufen.',
  'Das ist doch reine Willkür, ein Konzern, der seine Kritiker abstraft. Pfui!',
  'Hausrecht gilt auch für Autobauer, Vertrag ist Vertrag.',
  'Demnächst steht in den AGB: Der Kunde hat gute Laune zu haben. 😂',
  'Ich fahre seit drei Jahren Voltara und bin sehr zufrieden.',
  'Die Aktie wird es überleben.',
  'Gut geschriebener Artikel, danke an die Redaktion.',
];
const trouble =
  'Mein Tarn steht seit sechs Wochen in der Werkstatt, das Ersatzteil kommt nicht, und bei Voltara ruft niemand zurück, ich habe schon viermal angerufen. Ich komme nicht mehr zur Arbeit! Auftrag VT-4410937.';
const small = 'Bei mir ruckelt seit dem Update der Bildschirm, Voltara sagt dazu nichts.';
const solved =
  'Meine Bestellung bei Voltara war im Frühjahr auch verschwunden, wurde aber nach einem Anruf sofort gefunden. Alles gut.';

describe('story 4, the comment section', () => {
  let house: House;
  let newspaper: BlogStandIn;
  let smtp: SmtpServer | null = null;
  let desk = '';
  beforeAll(async () => {
    newspaper = await startBlogStandIn();
    const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);
    const comments = [...opinions.slice(0, 5), trouble, ...opinions.slice(5), solved, small].map(
      (text, n) => ({
        author: `Leser ${n}`,
        text,
        at: minutesAgo(40 - n),
      }),
    );
    newspaper.entries.push({
      path: '/wirtschaft/voltara-storniert',
      title: 'Voltara storniert Bestellung eines Kritikers',
      author: 'Redaktion',
      text: 'Nach einem kritischen Beitrag über die Vorstellung der Brise hat der Autobauer Voltara die Bestellung des Verfassers storniert. Die Vorstandschefin verteidigte den Schritt.',
      at: minutesAgo(60),
      comments,
    });
    if (hasSmtp()) smtp = await startSmtp();
    house = await openHouse({
      ground: await anyGround(),
      standIns: [newspaper.baseUrl],
      channels:
        smtp === null
          ? ''
          : `  post: { kind: email, host: 127.0.0.1, port: ${smtp.port}, tls: none, from: evenhand@alerts.example, to: lea@desk.example, language: de }`,
      sources: `  sundbote: { kind: feed, url: "${newspaper.feedUrl}", poll_minutes: 1 }`,
    });
    desk = await house.key(['cases:read', 'cases:write'], 'lea');
    await until(async () => (await readMentions(house.db)).length === comments.length + 1, {
      what: 'every comment decided',
      withinMs: 40_000,
    });
    await until(() => alertsOf(house.told.leads, 'case.opened').length > 0, {
      what: 'an alert',
      withinMs: 40_000,
    });
  }, 90_000);
  afterAll(async () => {
    await house.close();
    await Promise.all([newspaper.close(), smtp?.kill()]);
  }, 30_000);

  const cases = async (): Promise<readonly { readonly id: string }[]> =>
    (await house.api('/cases?list=all&limit=100', { key: desk })).body.items;
  const textOf = async (id: string): Promise<string> =>
    (await house.api(`/cases/${id}`, { key: desk })).body.posts[0].text;

  it('reads the comments under a news article, in German, by its comment feed', async () => {
    const read = await readMentions(house.db);
    for (const text of [...opinions, trouble, solved, small])
      expect(read.map((row) => row.text)).toContain(text);
  });

  it('takes opinion about the news, for or against, for no complaint', async () => {
    const told = await Promise.all((await cases()).map(({ id }) => textOf(id)));
    for (const opinion of [...opinions, solved]) expect(told).not.toContain(opinion);
    expect(told.join()).not.toContain('Verfassers');
  });

  it("opens a case for a reader's own unresolved trouble, large or small, each with its own clock", async () => {
    const told = await Promise.all((await cases()).map(({ id }) => textOf(id)));
    expect(told.toSorted()).toEqual([small, trouble].toSorted());
    const [first, second] = (await house.api('/cases', { key: desk })).body.items;
    expect([await textOf(first.id), await textOf(second.id)]).toEqual([trouble, small]);
    expect(first).toMatchObject({ severity: 'high', dueTarget: 'first_response', source: 'sundbote' });
    expect(first.dueAt < second.dueAt).toBe(true);
  });

  (hasSmtp() ? it : it.skip)('writes to the leads of it, in German', async () => {
    const letter = await until(
      async () =>
        ((await smtp?.letters()) ?? [])
          .map(({ message }) => readLetter(Buffer.from(message, 'latin1')))
          .find(({ headers }) => /Hoch.*voltara/.test(headers.get('subject') ?? '')),
      { what: 'a letter about the case' },
    );
    const [first] = (await house.api('/cases', { key: desk })).body.items;
    for (const part of [letter.text, letter.html]) {
      expect(part).toContain(first.id);
      expect(part).toContain('sechs Wochen');
      expect(part).not.toMatch(/Leser|4410937|127\.0\.0\.1/);
    }
  });

  it('tells the leads of it without name, address and number, and hands it to whoever asks for the next case', async () => {
    const messages = messagesOf(house.told.leads).join('\n');
    expect(alertsOf(house.told.leads, 'case.opened')).toEqual([
      expect.objectContaining({
        severity: 'high',
        source: 'sundbote',
        excerpt: expect.stringContaining('sechs Wochen'),
      }),
    ]);
    expect(messages).not.toMatch(/Leser|4410937|127\.0\.0\.1|followers/);
    const next = await house.api('/queue/next', { key: desk, json: {} });
    expect(next.body).toMatchObject({ kind: 'leased', case: { posts: [{ text: trouble }] } });
    expect(house.errors).toEqual([]);
  });
});
