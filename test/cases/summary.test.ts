import { describe, expect, it } from '@jest/globals';
import { composeSummary, type SummaryRows } from '../../src/cases/summary.ts';
import { summaryMarkdown } from '../../src/cases/summary-markdown.ts';
import { hourMs, now, summaryRows } from '../cli/render/render-example.ts';

const empty: SummaryRows = {
  from: now,
  read: 0,
  queue: [],
  oldest: [],
  unsure: 0,
  deadLetters: 0,
  differing: 0,
  silences: 0,
  keptBack: 0,
  sources: [],
};

const noTrouble = { lastError: null, disabledAt: null, silentSince: null };

describe('the summary for support leads', () => {
  const model = composeSummary(summaryRows, now);

  it('adds up what is new, waiting and late', () => {
    expect(model).toMatchObject({ read: 812, opened: 15, waiting: 18, late: 2, unsure: 5, deadLetters: 2 });
  });

  it('shows every severity from the top, even one that nobody has', () => {
    expect(model.severities.map((line) => [line.severity, line.waiting, line.longestMs])).toEqual([
      ['critical', 1, hourMs / 5],
      ['high', 3, 9 * 24 * hourMs],
      ['medium', 14, 50 * hourMs],
      ['low', 0, null],
    ]);
  });

  it('puts first who has waited longest, and tells late from left', () => {
    expect(model.oldest.map((row) => [row.caseId, row.lateMs])).toEqual([
      ['987', 3 * hourMs],
      ['1042', -2 * hourMs],
      ['990', null],
    ]);
  });

  it('puts first the sources that need a person', () => {
    expect(model.sources.map((each) => [each.source, each.kind])).toEqual([
      ['forum', 'never'],
      ['owners-blog', 'stale'],
      ['x', 'fresh'],
    ]);
  });

  it('calls a source stale only after its target, not at it', () => {
    const lastReadAt = new Date(now.getTime() - 1_000);
    const kindAt = (freshnessTargetMs: number) =>
      composeSummary(
        { ...empty, sources: [{ source: 'x', lastReadAt, freshnessTargetMs, ...noTrouble }] },
        now,
      ).sources[0]?.kind;
    expect([kindAt(1_000), kindAt(999)]).toEqual(['fresh', 'stale']);
  });

  it('never calls a source fresh that is off or whose last walk failed, and says why and since when', () => {
    const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
    const row = { lastReadAt: ago(2), freshnessTargetMs: hourMs, ...noTrouble };
    const sources = [
      { ...row, source: 'fine' },
      { ...row, source: 'quiet', silentSince: ago(300) },
      { ...row, source: 'new', lastReadAt: null, lastError: 'it is an HTML page' },
      { ...row, source: 'blog', lastError: 'status 404' },
      { ...row, source: 'forum', lastError: 'gone for good', disabledAt: ago(90) },
    ];
    const markdown = summaryMarkdown(composeSummary({ ...empty, sources }, now), 'en');
    const lines = markdown.split('\n').filter((line) => /^\| (?:fine|quiet|new|blog|forum)/.test(line));
    expect(lines).toEqual([
      '| forum | off for 1 h 30 min: gone for good |',
      '| blog | failing since it was read 2 min ago: status 404 |',
      '| new | failing, never read so far: it is an HTML page |',
      '| quiet | answers, but has told nothing for 5 h, longer than usual at this hour |',
      '| fine | fresh: read 2 min ago |',
    ]);
  });

  it('says in German why a source fails', () => {
    const lastError = 'https://blog.example answered with status 404: check the address in evenhand.yaml';
    const source = {
      source: 'blog',
      lastReadAt: null,
      freshnessTargetMs: hourMs,
      lastError,
      disabledAt: null,
      silentSince: null,
    };
    const markdown = summaryMarkdown(composeSummary({ ...empty, sources: [source] }, now), 'de');
    expect(markdown).toContain(
      '| blog | scheitert, bisher nie gelesen: https://blog.example antwortete mit Status 404: die Adresse in evenhand.yaml prüfen |',
    );
  });

  it.each(['en', 'de'] as const)('is written whole in %s', (language) => {
    const markdown = summaryMarkdown(model, language);
    expect(markdown).not.toMatch(/\{\w+\}|undefined|NaN|head\.|source\./);
    for (const text of ['987', 'owners-blog', 'evenhand dead-letters list', 'evenhand review']) {
      expect(markdown).toContain(text);
    }
    expect(markdown).toContain(language === 'en' ? '**2 late**' : '**2 überfällig**');
  });

  it('says in words that nothing waits and no source is there', () => {
    const markdown = summaryMarkdown(composeSummary(empty, now), 'en');
    expect(markdown).toContain('Nobody waits for an answer.');
    expect(markdown).toContain('No source is configured.');
    expect(markdown).not.toContain('evenhand dead-letters');
  });

  it('keeps its columns when a brand is named with a bar', () => {
    const [first] = summaryRows.queue;
    if (first === undefined) throw new Error('the example has no queue');
    const queue = [first, { ...first, brand: 'a|b' }];
    const markdown = summaryMarkdown(composeSummary({ ...empty, queue }, now), 'en');
    const line = markdown.split('\n').find((each) => each.startsWith('| a'));
    expect(line?.match(/(?<!\\)\|/g)).toHaveLength(6);
  });
});
