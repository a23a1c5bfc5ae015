import { describe, expect, it } from '@jest/globals';
import { activityKinds, caseStatuses, dispositions } from '../../../src/cases/fold-types.ts';
import { composeSummary } from '../../../src/cases/summary.ts';
import { caseCard } from '../../../src/cli/render/case-card.ts';
import { caseTable } from '../../../src/cli/render/case-table.ts';
import { decisionCard } from '../../../src/cli/render/decision-card.ts';
import { labelText } from '../../../src/cli/render/label-text.ts';
import { localTime } from '../../../src/cli/render/local-time.ts';
import { relativeTime } from '../../../src/cli/render/relative-time.ts';
import type { RenderOptions } from '../../../src/cli/render/render-options.ts';
import { severityBadge } from '../../../src/cli/render/severity-badge.ts';
import { renderSummary } from '../../../src/cli/render/summary-view.ts';
import { fitText, textWidth, wrapText } from '../../../src/cli/render/text-width.ts';
import type { Decision } from '../../../src/domain/decision.ts';
import { severities } from '../../../src/domain/severity.ts';
import {
  activities,
  ago,
  card,
  classification,
  minuteMs,
  now,
  plain,
  saidText,
  summaryRows,
  tableRows,
} from './render-example.ts';

const complaint: Decision = {
  kind: 'complaint',
  severity: 'high',
  danger: null,
  categories: ['delivery', 'unanswered'],
  reasons: card.reasons,
};
const review: Decision = {
  kind: 'review',
  review: 'unsure',
  isUnsure: true,
  reasons: [{ code: 'review.unsure' }],
};
const decided = {
  names: [],
  text: saidText,
  classification,
  decision: complaint,
  target: { kind: 'wall', ms: 4 * 3_600_000 },
} as const;

const everything = (options: RenderOptions): readonly string[] => [
  caseTable(tableRows, options),
  caseCard(card, activities, options),
  decisionCard(decided, options),
  renderSummary(composeSummary(summaryRows, now), options),
];

describe.each(['en', 'de'] as const)('everything on a terminal in %s', (language) => {
  it.each([80, 120, 160])('stays within %i columns', (width) => {
    for (const text of everything({ ...plain, language, width })) {
      for (const line of text.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(width);
    }
  });

  it('has colours only when it is told to', () => {
    for (const text of everything({ ...plain, language })) expect(text).not.toContain('\u001b');
    for (const text of everything({ ...plain, language, isColour: true })) expect(text).toContain('\u001b[');
  });

  it('leaves no placeholder open and no key untranslated', () => {
    for (const text of everything({ ...plain, language })) {
      expect(text).not.toMatch(/\{\w+\}|undefined|NaN|\b(card|head|status|activity|actor|decision)\.[a-z]/);
    }
  });

  it('has a word for every status, disposition and activity of the desk', () => {
    const options = { ...plain, language, width: 160 };
    const [row] = tableRows;
    if (row === undefined) throw new Error('the example has no row');
    const shown = [
      ...caseStatuses.map((status) => caseTable([{ ...row, status }], options)),
      ...dispositions.map((disposition) => caseTable([{ ...row, disposition }], options)),
      ...activityKinds.map((kind) =>
        caseCard(
          card,
          activities.map((each) => ({ ...each, kind })),
          options,
        ),
      ),
    ].join('\n');
    expect(shown).not.toMatch(
      /\b(on_hold|not_a_complaint|[a-z]+_(opened|joined|repeated|edited|deleted|raised|started|seen|reply|of_band))\b/,
    );
  });
});

describe('the table of cases', () => {
  it('says how late an answer is, and keeps the order it was given', () => {
    const lines = caseTable(tableRows, plain).split('\n');
    expect(lines.filter((line) => /^\d/.test(line)).map((line) => line.split(' ')[0])).toEqual([
      '1042',
      '987',
      '1043',
      '12',
    ]);
    expect(lines[1]).toMatch(/critical {2}due in 40 min/);
    expect(lines[3]).toMatch(/late by 3 h 20 min {2}9 d/);
  });

  it('puts the reasons beside the case where there is room, below it where there is none', () => {
    expect(caseTable(tableRows, plain).split('\n')).toHaveLength(9);
    expect(caseTable(tableRows, { ...plain, width: 160 }).split('\n')).toHaveLength(5);
  });

  it('shows no deadline for history', () => {
    const rows = tableRows.map((row) => ({ ...row, isHistory: true, dueAt: ago(minuteMs) }));
    expect(caseTable(rows, plain)).not.toMatch(/late|due/);
  });

  it('says so when there is none', () => {
    expect(caseTable([], plain)).toBe('No case here.');
    const [told] = tableRows;
    const untold = caseTable(told === undefined ? [] : [{ ...told, categories: [], reasons: [] }], plain);
    expect(untold.split('\n')).toHaveLength(2);
  });
});

describe('the card of a case', () => {
  it('never shows the text of a danger to somebody who may not see it', () => {
    const hidden = caseCard({ ...card, isDanger: true, text: null }, [], plain);
    expect(hidden).toContain('Somebody may be in danger');
    expect(hidden).not.toContain('called seven times');
    expect(caseCard({ ...card, text: null }, [], plain)).toContain('no longer kept');
  });

  it('shows what changed, who did it and the note', () => {
    const shown = caseCard(card, activities, plain);
    expect(shown).toContain('Evenhand, automatic: severity raised (medium → high)');
    expect(shown).toContain('executive: spoke out of band (promise)');
    expect(shown).toContain('agent-7: internal note: Spoke with the delivery centre');
    expect(shown).toContain('evenhand cases take 987');
  });
});

describe('the card of a decision', () => {
  it('says what would open, why, and by which words', () => {
    const shown = decisionCard(decided, plain);
    expect(shown).toMatch(/^A case would open {2}■■■□ high/);
    expect(shown).toContain('€4,000 at stake');
    expect(shown).toContain('3 amount (€4,000): “4,000 euros”');
    expect(shown).toContain('7 times, no answer');
  });

  it('says why nothing would open, and who should look', () => {
    const shown = decisionCard(
      { ...decided, decision: review, classification: { ...classification, evidence: [] } },
      plain,
    );
    expect(shown).toMatch(/^No case: not certain, a person should look\nA person should look at it/);
    expect(shown).toContain('No word of it counted for anything.');
  });
});

describe('words on a terminal', () => {
  it('tells moments as the people of the brand read them on their clock', () => {
    const berlin = { timezone: 'Europe/Berlin', now } as const;
    expect(localTime(now, { ...berlin, language: 'en' })).toBe('today 11:00');
    expect(localTime(new Date('2031-05-19T22:30:00Z'), { ...berlin, language: 'de' })).toBe('heute 00:30');
    expect(localTime(new Date('2031-05-19T22:30:00Z'), { timezone: 'UTC', now, language: 'en' })).toBe(
      'yesterday 22:30',
    );
    expect(localTime(new Date('2031-05-27T07:00:00Z'), { ...berlin, language: 'de' })).toMatch(
      /^Di\.?,? 27\. Mai 09:00$/,
    );
    expect(localTime(new Date('2015-02-16T23:36:00Z'), { ...berlin, language: 'en' })).toMatch(
      /^17 Feb 2015,? 00:36$/,
    );
  });

  it.each([
    ['prior_contact', '7 times', '7 times', '7-mal'],
    ['prior_contact', '1 days', '1 day', 'seit 1 Tag'],
    ['prior_contact', 'unanswered', 'no answer', 'keine Antwort'],
    ['amount', 'EUR 4000', '€4,000', '4.000 €'],
    ['danger', 'child', 'a child may be in danger', 'ein Kind ist womöglich in Gefahr'],
    ['category', 'delivery', 'delivery', 'Lieferung'],
    ['response', 'apology', 'apology', 'Entschuldigung'],
    ['amount', 'much', 'much', 'much'],
  ])('says what a %s of "%s" was taken for in both languages', (kind, label, en, de) => {
    const said = (language: 'en' | 'de'): string =>
      labelText({ kind, label }, language).replace('\u00a0', ' ');
    expect([said('en'), said('de')]).toEqual([en, de]);
  });

  it('tells times from now', () => {
    expect(relativeTime(ago(12 * minuteMs), now, 'en')).toBe('12 min ago');
    expect(relativeTime(ago(-200 * minuteMs), now, 'de')).toBe('in 3 Std. 20 Min.');
    expect(relativeTime(ago(400), now, 'en')).toBe('now');
  });

  it('shows severity as a shape and a word', () => {
    const badges = severities.map((severity) => severityBadge(severity, plain));
    expect(badges).toEqual(['■□□□ low', '■■□□ medium', '■■■□ high', '■■■■ critical']);
  });

  it('cuts between characters and never inside one', () => {
    expect(fitText('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 5)).toBe('👩‍👩‍👧‍👦👩‍👩‍👧‍👦…');
    expect(fitText('short', 5)).toBe('short');
    expect(fitText('a\u001b[31m b\nc', 20)).toBe('a [31m b c');
  });

  it('wraps at spaces, and inside a word only when it must', () => {
    expect(wrapText('one two three', 10)).toBe('one two\nthree');
    expect(wrapText('abcdefghijklmno', 10)).toBe('abcdefghij\nklmno');
    expect(wrapText('eins zwei ', 10)).toBe('eins zwei');
  });
});
