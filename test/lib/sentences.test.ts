import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../config/load-config.ts';
import { germanSentences } from '../../src/lib/german/sentences.ts';
import { packageRoot } from '../../src/lib/package-root.ts';
import { sentenceIn } from '../../src/lib/sentences.ts';
import { UserError } from '../../src/lib/user-error.ts';
import { literalsOfCalls } from '../support/literals.ts';

const filesIn = (folder: string): string[] =>
  readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('german'))
    .map((file) => readFileSync(join(packageRoot, folder, file), 'utf8'));

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Refusals without a word of their own: what stands in them is told elsewhere, or is the name of an option. */
const exceptions: readonly string[] = ['{}: {}', '--rejects {}'];

const refusals = [
  ...new Set([
    ...literalsOfCalls(filesIn('src/cli').join('\n'), 'new UserError('),
    ...literalsOfCalls(filesIn('src').join('\n'), 'throw cannotRead('),
    ...literalsOfCalls(filesIn('src').join('\n'), 'throw cannotWrite('),
  ]),
].filter((literal) => !exceptions.includes(literal));

describe('a sentence of a source or of the configuration', () => {
  it.each([
    [
      'https://blog.example says that the feed is gone for good (status 410): remove it or give its new address',
      'https://blog.example sagt, dass es den Feed nicht mehr gibt (Status 410): entfernen oder seine neue Adresse angeben',
    ],
    [
      'the feed at https://intern.example could not be read: intern.example:443 is refused because intern.example leads to 10.0.0.1, which is not a public address; if it is on your own network, add "intern.example:443" to network.allow in evenhand.yaml',
      'der Feed unter https://intern.example war nicht zu lesen: intern.example:443 wird abgelehnt, denn intern.example führt zu 10.0.0.1, und das ist keine öffentliche Adresse; liegt es im eigenen Netz, "intern.example:443" unter network.allow in evenhand.yaml eintragen',
    ],
    [
      'X answered source x with HTTP 403 (Forbidden: no plan): this account may not make this request; check its plan, credits and permissions.',
      'X antwortete der Quelle x mit HTTP 403 (Forbidden: no plan): dieses Konto darf diese Anfrage nicht stellen; seinen Tarif, sein Guthaben und seine Rechte prüfen.',
    ],
    [
      'my conf/evenhand.yaml:2: brands.velora: has no timezone, so its hours are read in UTC; add one such as Europe/Berlin.',
      'my conf/evenhand.yaml:2: brands.velora: hat keine Zeitzone, darum gelten die Arbeitszeiten in UTC; eine angeben, etwa Europe/Berlin.',
    ],
  ])('is said in German: %s', (english, german) => {
    expect(sentenceIn(english, 'de')).toBe(german);
    expect(sentenceIn(english, 'en')).toBe(english);
  });

  it.each([
    ['brands:\n\tacme: 1\n', 'hier steht ein Tabulator statt Leerzeichen; mit Leerzeichen einrücken'],
    ['handles: [@acme]\n', 'ein Handle darf nur in Anführungszeichen mit @ beginnen; das @ weglassen'],
    ['names: [`acme`]\n', 'ein Wort darf nur in Anführungszeichen mit ` beginnen'],
    [
      'brands:\n---\nsources:\n',
      'hier beginnt ein zweites Dokument; alles in einem behalten und das --- entfernen',
    ],
    ['brands: "\n', 'das ist kein gültiges YAML'],
  ])('is said in German of a place in a file that has no key: %j', (text, german) => {
    const said = sentenceIn(refusalOf(text), 'de');
    expect(said).toMatch(/^my conf\/evenhand\.yaml:\d: .*\.$/);
    expect(said).toContain(german);
  });

  it('is said in German of a key that stands twice where no path leads', () => {
    expect(sentenceIn('a.yaml:3: this key stands here twice; keep one of them.', 'de')).toBe(
      'a.yaml:3: dieser Schlüssel steht hier zweimal; einen behalten.',
    );
  });

  it('keeps the unit of every bound of the configuration', () => {
    const bounds = [
      ...filesIn('config')
        .join('\n')
        .matchAll(/'(must be at (?:least|most) \d+( \w+)?)'/g),
    ];
    expect(bounds.length).toBeGreaterThan(5);
    for (const [, english = '', unit] of bounds)
      expect(sentenceIn(english, 'de')).toMatch(
        unit === undefined
          ? /^(?:muss mindestens|darf höchstens) \d+ sein$/
          : /^(?:muss mindestens|darf höchstens) \d+ (?:Tage?|Minuten?|Anfragen|Einheiten) sein$/,
      );
    expect(sentenceIn('must be at most 3650 days', 'de')).toBe('darf höchstens 3650 Tage sein');
  });

  it.each(refusals)('has German for what a command refuses: %s', (refusal) => {
    const shape = new RegExp(`^${refusal.split('{}').map(escaped).join('.+')}`);
    expect(germanSentences.filter(([english]) => shape.test(english))).not.toEqual([]);
  });

  it.each([
    [
      'shop is not polled: whoever sends it pushes to POST /ingest/shop of the running service',
      'shop wird nicht abgefragt',
    ],
    [
      'the mapping m.yaml does not exist: check its name',
      'die Zuordnung m.yaml gibt es nicht: den Namen prüfen',
    ],
    [
      'the mapping m.yaml has the unknown key "txt"; it may hold text, id; did you mean "text"?',
      'die Zuordnung m.yaml hat den unbekannten Schlüssel "txt"; erlaubt sind text, id; gemeint ist wohl "text"',
    ],
    [
      'a.ndjson cannot be read (it is a folder): name a file with one JSON object a line',
      'a.ndjson ist nicht zu lesen (es ist ein Ordner): eine Datei mit einem JSON-Objekt pro Zeile nennen',
    ],
    ['number 7 does not exist: "evenhand dead-letters list" shows those that wait', 'Nummer 7 gibt es nicht'],
    [
      '--post x/…: nothing was ever read from a source "x"; known are: shop',
      '--post x/…: aus einer Quelle "x" wurde nie etwas gelesen; bekannt sind: shop',
    ],
    [
      '--after "7" is no cursor of the review list: take one from "evenhand review list --json"',
      '--after "7" ist keine Marke der Durchsichtsliste: eine aus "evenhand review list --json" nehmen',
    ],
  ])('refuses in German: %s', (english, german) => {
    expect(sentenceIn(english, 'de')).toContain(german);
  });

  it('stays as it is when nobody translated it', () => {
    const strange = 'connect ECONNREFUSED 127.0.0.1:1';
    expect(sentenceIn(strange, 'de')).toBe(strange);
  });

  it.each(germanSentences)('is still said so in the code, and keeps what it names: %s', (english, german) => {
    const parts = english.split(/\{\w+\}|[.,;:()]/).map((part) => part.trim());
    expect(parts.filter((part) => !code.includes(part))).toEqual([]);
    const known = [...english.matchAll(/\{\w+\}/g)].map(String);
    for (const [named] of german.matchAll(/\{\w+\}/g)) expect(known).toContain(named);
    expect(sentenceIn(english.replaceAll(/\{(?:count|status|line)\}/g, '7'), 'de')).not.toContain(' the ');
  });
});

/** What is said of an evenhand.yaml that is no YAML; '': nothing. */
const refusalOf = (text: string): string => {
  const place = { file: 'my conf/evenhand.yaml', folder: '/', dataDir: '/', host: null, port: null };
  try {
    parseConfig(text, { ...place, lookup: () => undefined });
    return '';
  } catch (error) {
    return error instanceof UserError ? error.message : '';
  }
};

/** As it is written, but for quotation marks. */
const code = [
  ...filesIn('src/sources'),
  ...filesIn('src/lib'),
  ...filesIn('src/cli'),
  ...filesIn('src/postgres'),
  ...filesIn('config'),
  ...filesIn('workers'),
]
  .join('\n')
  .replaceAll("\\'", "'");
