import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkSources } from '../../src/cli/doctor/check-sources.ts';
import type { SourceHealth } from '../../src/ingest/health.store.ts';
import { type Folder, makeFolder, oneBrand } from './run-command.ts';

interface Told {
  readonly findings: readonly { level: string; area: string; text: string; todo: string | null }[];
}

const now = new Date('2026-11-20T12:00:00Z');
const ago = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);
const well: SourceHealth = {
  source: 'forum',
  kind: 'discourse',
  knowsSpread: true,
  freshnessTargetMs: 3_600_000,
  lastOkAt: ago(0.1),
  lastEventAt: ago(0.1),
  nextPollAt: null,
  events: 7,
  read: 9,
  lastError: null,
  lastErrorAt: null,
  disabledAt: null,
  gap: null,
  gapAt: null,
  staleAlertedAt: null,
  watchedSince: ago(900),
  quietTargetMs: null,
  silentSince: null,
  silentExpectedAt: null,
  quota: null,
  followError: null,
};

describe('evenhand doctor, of each source', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(() => folder.remove());

  const examine = async (sources: string, env: Record<string, string> = {}, ...more: string[]) => {
    folder.write('evenhand.yaml', `${oneBrand}sources:\n${sources}\n`);
    const { code, out } = await folder.runHere(['doctor', '--json', ...more], { env });
    const { findings } = JSON.parse(out) as Told;
    const rows = findings.filter(({ area }) => area === 'source' || area === 'configuration');
    return { code, rows: rows.map(({ level, text, todo }) => ({ level, text, todo })) };
  };

  it('says before there is a database what it needs and how that is got', async () => {
    folder.write('there.csv', 'text\na\n');
    const secret = `whsec_${'a'.repeat(32)}`;
    const { code, rows } = await examine(
      [
        '  blog: {kind: feed, url: "https://blog.example/feed"}',
        `  reviews: {kind: push, secret: "\${SECRET}"}`,
        `  helpdesk: {kind: push, secret: "\${SECRET}", signature: hmac, timestamp_header: X-Time}`,
        '  there: {kind: file, path: there.csv}',
        '  absent: {kind: file, path: absent.csv}',
      ].join('\n'),
      { SECRET: secret },
    );
    expect(code).toBe(0);
    const find = (start: string) => rows.find(({ text }) => text.startsWith(start));
    expect(find('blog')).toMatchObject({ level: 'warn', todo: expect.stringContaining('poll blog') });
    expect(find('reviews')).toEqual({
      level: 'warn',
      text: 'reviews: nothing was pushed so far',
      todo: expect.stringMatching(/POST to http:\/\/127\.0\.0\.1:8080\/ingest\/reviews .*webhook-signature/),
    });
    expect(find('helpdesk')?.todo).toMatch(/unix seconds in x-time and the HMAC-SHA256 .* in x-signature/);
    expect(find('there')).toMatchObject({ level: 'ok', todo: expect.stringContaining('import') });
    expect(find('absent')).toMatchObject({
      level: 'warn',
      text: expect.stringMatching(/is not there: .*absent\.csv$/),
    });
    expect(JSON.stringify(rows)).not.toContain(secret);
  }, 30_000);

  it.each([
    ['  x: {kind: x}', /needs X_BEARER_TOKEN/, /developer\.x\.com/],
    [
      `  forum: {kind: discourse, base_url: "https://forum.example", webhook_secret: "\${SECRET}"}`,
      /SECRET is not set/,
      /New Webhook; .* write SECRET=… into \.env/,
    ],
    [
      `  reviews: {kind: push, secret: "\${SECRET}"}`,
      /SECRET is not set/,
      /agree on a secret .* write SECRET=… into \.env/,
    ],
    [
      '  reviews: {kind: push}',
      /sources\.reviews\.secret: is missing; put it into \.env as REVIEWS_SECRET=…/,
      /agree on a secret .* write REVIEWS_SECRET=… into \.env/,
    ],
    [
      '  our-tube: {kind: youtube, channels: [UC0123456789012345678901]}',
      /api_key: is missing; put it into \.env as OUR_TUBE_API_KEY=… and write api_key: \$\{OUR_TUBE_API_KEY\} here/,
      /YouTube Data API v3 .* write OUR_TUBE_API_KEY=… into \.env/,
    ],
  ])(
    'names what is missing of %s, and where it comes from',
    async (source, missing, how) => {
      const { code, rows } = await examine(source);
      expect(code).toBe(2);
      const fault = rows.find(({ level }) => level === 'fail');
      expect([fault?.text, fault?.todo]).toEqual([
        expect.stringMatching(missing),
        expect.stringMatching(how),
      ]);
      const german = await examine(source, {}, '--language', 'de');
      expect(german.rows.find(({ level }) => level === 'fail')?.todo).toMatch(/in die \.env/);
    },
    30_000,
  );

  it('is no source to poll where it is pushed, and the configuration shows its address', async () => {
    folder.write('evenhand.yaml', `${oneBrand}sources:\n  reviews: {kind: push, secret: "\${SECRET}"}\n`);
    const env = { SECRET: `whsec_${'a'.repeat(32)}` };
    const polled = await folder.runHere(['poll', 'reviews', '--dry-run'], { env });
    expect(polled).toMatchObject({
      code: 2,
      err: 'evenhand: reviews is not polled: whoever sends it pushes to POST /ingest/reviews of the running service\n',
    });
    const checked = await folder.runHere(['config', 'check'], { env });
    expect(checked.out).toContain('POST /ingest/reviews');
    expect(checked.out).not.toContain(env.SECRET);
  }, 30_000);

  it('names the address by which others reach the service, where that is known', async () => {
    const reviews = `  reviews: {kind: push, secret: "\${SECRET}"}\nhttp: {public_url: "https://desk.example"}`;
    const { rows } = await examine(reviews, { SECRET: `whsec_${'a'.repeat(32)}` });
    const told = rows.find(({ text }) => text === 'reviews: nothing was pushed so far');
    expect(told?.todo).toContain('POST to https://desk.example/ingest/reviews ');
  }, 30_000);

  it('says why threads could not be looked at, in both languages, though the source itself is well', () => {
    const health: SourceHealth = {
      ...well,
      followError: 'http://forum.example answered source forum with HTTP 503.',
    };
    const textsIn = (language: 'en' | 'de'): readonly string[] =>
      checkSources([health], { language, now, config: null }).map(({ text }) => text);
    expect(textsIn('en')[1]).toBe(
      'threads of forum could not be looked at: http://forum.example answered source forum with HTTP 503.',
    );
    expect(textsIn('de')[1]).toBe(
      'Gespräche der Quelle forum waren nicht zu lesen: http://forum.example antwortete der Quelle forum mit HTTP 503.',
    );
  });
});

describe('evenhand doctor, of a source that answers and tells nothing', () => {
  const silent: SourceHealth = {
    ...well,
    lastEventAt: ago(6),
    silentSince: ago(6),
    silentExpectedAt: ago(2),
  };

  it.each([
    [
      'en',
      /forum answers, but has told nothing for 6 h; .* 2 h ago/,
      /address, words and rights .*poll forum --dry-run/,
    ],
    [
      'de',
      /forum antwortet, hat aber seit 6 Std. nichts erzählt; seit 2 Std. war etwas zu erwarten/,
      /poll forum --dry-run/,
    ],
  ] as const)(
    'says since when it is silent, when something was due and what to look at (%s)',
    (language, text, todo) => {
      const findings = checkSources([silent], { language, now, config: null });
      expect(findings.map(({ level }) => level)).toEqual(['ok', 'warn']);
      expect([findings[1]?.text, findings[1]?.todo]).toEqual([
        expect.stringMatching(text),
        expect.stringMatching(todo),
      ]);
      expect(checkSources([{ ...silent, silentSince: null }], { language, now, config: null })).toHaveLength(
        1,
      );
    },
  );
});
