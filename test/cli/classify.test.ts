import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { registerClassify } from '../../src/cli/classify.ts';
import { categories, dangerKinds, evidenceKinds, languages } from '../../src/domain/classification.ts';
import { severities } from '../../src/domain/severity.ts';
import { runCommand, type Surroundings } from './desk-app.ts';

interface Line {
  readonly language: string;
  readonly complaint: number;
  readonly sentiment: { readonly negative: number; readonly neutral: number; readonly positive: number };
  readonly categories: Readonly<Record<string, number>>;
  readonly severity: string | null;
  readonly danger: string | null;
  readonly sameProblem: boolean;
  readonly relay: boolean;
  readonly abstained: boolean;
  readonly evidence: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
}

const directory = mkdtempSync(join(tmpdir(), 'evenhand-classify-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const evenhand = (line: readonly string[], more: Surroundings = {}) =>
  runCommand(registerClassify, ['classify', ...line], more);
const fileOf = (name: string, lines: readonly string[]): string => {
  const path = join(directory, name);
  writeFileSync(path, lines.join('\n'));
  return path;
};
const linesOf = (out: string): Line[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

const complaint = 'My refund never came. I called 5 times and nobody answers!';

describe('evenhand classify', () => {
  it('says what would be decided and why, without a database, and marks the words', async () => {
    const { out, code } = await evenhand([complaint]);
    expect(code).toBe(0);
    expect(out).toContain('A case would open');
    expect(out).toContain('Words that counted');
    expect(out).toMatch(/^ {0,}1~/m);
    expect((await evenhand([complaint, '--language', 'de'])).out).not.toContain('A case would open');
  });

  it('shows no word that speaks against the case, no name of a brand, and what it is about alone', async () => {
    const text = 'Seeweg lost my luggage and the nice staff of Seeweg never answers @seeweg_help';
    const [, told = ''] = (await evenhand([text])).out.split('Words that counted\n');
    const [words = ''] = told.split('\n\n');
    expect(words).toContain('“lost my luggage”');
    expect(words).not.toMatch(/praise|seeweg| -\d/i);
    expect((await evenhand([text, '--json'])).out).toContain('"praise"');
  });

  it('reads standard input as it is, but for the line feed of the shell', async () => {
    const asked = await evenhand(['--json', complaint]);
    expect((await evenhand(['--json'], { stdin: `${complaint}\n` })).out).toBe(asked.out);
  });

  it('tells scripts what would be decided, why in words, and how soon an answer would be due', async () => {
    const { decision } = JSON.parse((await evenhand([complaint, '--json'])).out) as {
      decision: Record<string, unknown> & { severity: string; reasons: { code: string; text: string }[] };
    };
    expect(decision).toMatchObject({
      kind: 'complaint',
      danger: null,
      deadline: { target: 'first_response', kind: 'wall', text: '4 h by the clock' },
    });
    expect(decision.reasons.length).toBeGreaterThan(0);
    for (const { code, text } of decision.reasons) expect([text.length > 0, text]).not.toEqual([true, code]);
    const praise = JSON.parse((await evenhand(['I love it!', '--json', '--language', 'de'])).out) as {
      decision: unknown;
    };
    expect(praise.decision).toMatchObject({ kind: 'review', deadline: null });
    expect((await evenhand([complaint])).out).toMatch(/Answer within +4 h by the clock/);
  });

  it.each([[['']], [[' \n']], [['', '--json']], [['\t', '--brand', 'seeweg']]])(
    'refuses a text that says nothing: %j',
    async (args) => {
      const { code, out, err } = await evenhand(args);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain('there is no text to classify');
    },
  );

  it('gives a same-problem reply what the post that it answers has', async () => {
    const alone = JSON.parse((await evenhand(['bei mir auch', '--json'])).out) as Line & {
      decision: { kind: string };
    };
    const reply = JSON.parse(
      (await evenhand(['bei mir auch', '--json', '--parent', complaint])).out,
    ) as Line & { decision: { kind: string } };
    const parent = JSON.parse((await evenhand([complaint, '--json'])).out) as Line;
    expect(alone.decision.kind).toBe('review');
    expect([reply.sameProblem, reply.decision.kind]).toEqual([true, 'complaint']);
    expect((reply as unknown as { decision: { severity: string } }).decision.severity).toBe(parent.severity);
  });

  it.each([
    [complaint, 'case', 'unanswered_contact'],
    ['Der Akku raucht und wurde so heiß, dass ich mir die Hand verbrannt habe!', 'case', 'danger.product'],
    ['I love it!', 'no_case', 'praise'],
    ['Wo finde ich bei euch die Fahrpläne?', 'no_case', 'question'],
    ['bei mir auch', 'review_list', 'unsure'],
    ['Mijn pakket is al drie weken kwijt en niemand antwoordt.', 'review_list', 'language'],
    ['', 'review_list', 'no_text'],
  ])('tells what would become of "%s", and why: %s, %s', async (text, outcome, reason) => {
    const file = fileOf('outcome.jsonl', [JSON.stringify({ text })]);
    const [line] = linesOf((await evenhand(['--file', file, '--json'])).out);
    expect(line).toMatchObject({ outcome, reason });
    if (text === '') return;
    const one = JSON.parse((await evenhand([text, '--json'])).out) as { decision: { kind: string } };
    expect(one).toMatchObject({ outcome, reason });
    expect(one.decision.kind === 'complaint').toBe(outcome === 'case');
  });

  it('writes one line for each line of a file, in the words of the evaluation and what follows from it', async () => {
    const texts = [
      complaint,
      '',
      '   ',
      '😀',
      'Schönes Wetter heute.',
      'x\ud800y',
      'a'.repeat(20_000),
      'https://a.example',
      '<b>&amp;</b>',
      'שלום עולם',
    ];
    const file = fileOf('in.jsonl', [...texts.map((text) => JSON.stringify({ text, parent: null })), '']);
    const { out, code } = await evenhand(['--file', file, '--json']);
    const lines = linesOf(out);
    expect([code, lines.length]).toEqual([0, texts.length]);
    for (const [index, line] of lines.entries()) {
      expect(Object.keys(line)).toEqual([
        'language',
        'complaint',
        'sentiment',
        'categories',
        'severity',
        'danger',
        'sameProblem',
        'relay',
        'abstained',
        'evidence',
        'outcome',
        'reason',
      ]);
      expect(languages).toContain(line.language);
      expect(line.complaint >= 0 && line.complaint <= 1).toBe(true);
      expect(line.sentiment.negative + line.sentiment.neutral + line.sentiment.positive).toBeCloseTo(1, 5);
      expect(
        Object.keys(line.categories).every((name) => (categories as readonly string[]).includes(name)),
      ).toBe(true);
      expect([null, ...severities]).toContain(line.severity);
      expect(line.severity === null).toBe(line.complaint < 0.5);
      expect([null, ...dangerKinds]).toContain(line.danger);
      for (const { kind, start, end, ...rest } of line.evidence) {
        expect(evidenceKinds).toContain(kind);
        expect(start >= 0 && start < end && end <= (texts[index] ?? '').length).toBe(true);
        expect(rest).toEqual({});
      }
    }
  });

  it('decides a line with a parent as it decides the two together, and each line by itself', async () => {
    const file = fileOf('pairs.jsonl', [
      JSON.stringify({ text: 'same here', parent: complaint }),
      JSON.stringify({ text: 'same here' }),
      JSON.stringify({ text: 'same here', parent: complaint, other: 'ignored' }),
    ]);
    const [first, second, third] = linesOf((await evenhand(['--file', file, '--json'])).out);
    expect(first).toEqual(third);
    expect([first?.sameProblem, second?.sameProblem]).toEqual([true, true]);
  });

  it('classifies the other lines, names each that is broken with its reason, and ends with code 2', async () => {
    const good = JSON.stringify({ text: complaint });
    const bad = [
      ['{"text": "x"', 'is not JSON; write one object {"text": "…"} a line'],
      ['{"txt": "x"}', 'has no "text"; write {"text": "…"}, with "parent" where it is a reply'],
      ['{"text": 3}', '"text" is not a string; write {"text": "…"}, with "parent" where it is a reply'],
      ['[]', 'is no JSON object; write {"text": "…"}, with "parent" where it is a reply'],
      ['null', 'is no JSON object; write {"text": "…"}, with "parent" where it is a reply'],
      ['{"text": "x", "parent": 1}', '"parent" is not a string; write the words of the post that it answers'],
    ] as const;
    const file = fileOf('bad.jsonl', [good, '', ...bad.flatMap(([line]) => [line, good])]);
    const ran = await evenhand(['--file', file, '--json']);
    const one = (await evenhand(['--file', fileOf('good.jsonl', [good]), '--json'])).out;
    expect([ran.code, ran.out]).toEqual([2, one.repeat(7)]);
    expect(ran.err.split('\n')).toEqual([
      ...bad.map(([, said], at) => `evenhand: ${file}:${3 + 2 * at}: ${said}`),
      `evenhand: ${file}: 6 of 13 lines could not be read; the others are classified.`,
      '',
    ]);
    const told = await evenhand(['--file', file, '--language', 'de']);
    expect([told.code, told.out.match(/Ein Fall/g)?.length]).toEqual([2, 7]);
    expect(told.err).toContain(`${file}:3: ist kein JSON`);
    expect(told.err).toContain('6 von 13 Zeilen waren nicht zu lesen; die übrigen sind klassifiziert.');
  });

  it('names twenty broken lines and counts the others', async () => {
    const file = fileOf('other.csv', ['id,text', ...Array.from({ length: 29 }, (_, at) => `${at},x`)]);
    const { code, out, err } = await evenhand(['--file', file, '--json']);
    expect([code, out]).toEqual([2, '']);
    const said = err.trimEnd().split('\n');
    expect(said).toHaveLength(22);
    expect(said.at(-2)).toBe('evenhand: … and 10 more broken lines');
    expect(said.at(-1)).toBe(
      `evenhand: ${file}: none of its 30 lines could be read, so nothing was classified.`,
    );
  });

  it('says in one sentence that a file is not there', async () => {
    const missing = await evenhand(['--file', join(directory, 'none.jsonl'), '--json']);
    expect([missing.code, missing.out]).toEqual([2, '']);
    expect(missing.err).toContain('none.jsonl does not exist: name a file');
  });

  it('reads lines from standard input with a dash', async () => {
    const stdin = `\uFEFF${JSON.stringify({ text: complaint })}\r\n\r\n${JSON.stringify({ text: 'ok' })}`;
    expect(linesOf((await evenhand(['--file', '-', '--json'], { stdin })).out)).toHaveLength(2);
  });

  it('names standard input in the language that was asked for', async () => {
    const { err } = await evenhand(['--file', '-', '--language', 'de'], { stdin: 'no json\n' });
    expect(err).toContain('evenhand: Standardeingabe:1: ist kein JSON');
    expect(err).toContain('evenhand: Standardeingabe: die einzige Zeile');
    expect(err).not.toContain('standard input');
  });

  it('needs no configuration, and refuses a brand that none names', async () => {
    expect((await evenhand([complaint], { isConfigured: false })).code).toBe(0);
    const { err, code } = await evenhand([complaint, '--brand', 'nobody']);
    expect([code, err]).toEqual([
      2,
      'evenhand: --brand nobody: there is no such brand; there are nordbahn, seeweg\n',
    ]);
    expect((await evenhand([complaint, '--file', 'x'])).err).toContain('leave out the text and --parent');
  });
});
