import { DateTime } from 'luxon';
import type { Config } from '../config/config.ts';
import { composeDigest, type DigestModel } from '../src/digest/compose-digest.ts';
import { readDigestRows } from '../src/digest/digest.store.ts';
import { digestLetter } from '../src/digest/digest-letter.ts';
import type { Brand } from '../src/domain/brand.ts';
import { caseName } from '../src/domain/case-id.ts';
import type { CatalogueLanguage } from '../src/lib/catalogue.ts';
import type { Channel } from '../src/notify/channels/channel.ts';
import type { FrozenNotification } from '../src/notify/content.ts';
import { excerpt } from '../src/notify/excerpt.ts';
import { freeze } from '../src/notify/freeze.ts';
import { sayMarks } from '../src/notify/speak.ts';
import type { Database } from '../src/postgres/database.ts';

export interface CommsChannel {
  readonly channel: Channel;
  readonly language: CatalogueLanguage;
}

interface LetterWriter {
  readonly db: Database;
  readonly brands: readonly Brand[];
  readonly digest: Config['digest'];
  readonly comms: CommsChannel | null;
}

/** What the digest of a day reaches over, by the brand's own calendar: from yesterday's hour to today's. */
export const digestPeriod = (brand: Brand, day: string, atMinute: number): { from: Date; at: Date } => {
  const at = DateTime.fromISO(day, { zone: brand.calendar.timezone }).set({
    hour: Math.floor(atMinute / 60),
    minute: atMinute % 60,
  });
  return { from: at.minus({ days: 1 }).toJSDate(), at: at.toJSDate() };
};

export const readModel = async (
  brand: Brand,
  { from, now }: { from: Date; now: Date },
  deps: Pick<LetterWriter, 'db' | 'comms'>,
): Promise<DigestModel> => {
  const ask = {
    brands: [{ id: brand.id, name: brand.names[0] ?? brand.id }],
    now,
    sinceMs: now.getTime() - from.getTime(),
  };
  const excerptOf = (text: string): string => sayMarks(excerpt(text), languageOf(deps));
  const rows = await deps.db.transaction('audit', (tx) => readDigestRows(tx, ask, { excerptOf, caseName }));
  return composeDigest(rows, ask);
};

export const frozenLetter = (
  brand: Brand,
  { day, model, now }: { day: string; model: DigestModel; now: Date },
  { comms }: Pick<LetterWriter, 'comms'>,
): FrozenNotification | null =>
  comms === null
    ? null
    : freeze(
        comms.channel,
        {
          kind: 'letter',
          name: 'digest',
          id: `digest-${brand.id}-${day}`,
          ...digestLetter(model, comms.language),
          writtenAt: now.toISOString(),
          timezone: brand.calendar.timezone,
        },
        comms.language,
      );

export const languageOf = ({ comms }: Pick<LetterWriter, 'comms'>): CatalogueLanguage =>
  comms?.language ?? 'en';

/**
 * Words that a letter repeats were deleted while it waits: the same digest from what is left, under the same id. null:
 * its brand or its channel left the configuration.
 */
export const freezeLetterAgain = async (
  id: string,
  writtenAt: Date,
  deps: LetterWriter,
): Promise<FrozenNotification | null> => {
  const [, name, day] = /^digest-(.+)-(\d{4}-\d\d-\d\d)$/.exec(id) ?? [];
  const brand = deps.brands.find((one) => one.id === name);
  if (brand === undefined || day === undefined) return null;
  const { from } = digestPeriod(brand, day, deps.digest.atMinute);
  const model = await readModel(brand, { from, now: writtenAt }, deps);
  return frozenLetter(brand, { day, model, now: writtenAt }, deps);
};
