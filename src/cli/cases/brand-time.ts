import type { Brand } from '../../domain/brand.ts';
import { UserError } from '../../lib/user-error.ts';
import { zoneClock } from '../../triage/zone-clock.ts';
import type { App } from '../app.ts';
import { namesOf } from '../known-brand.ts';
import type { Until } from '../until.ts';
import type { WrittenTime } from './written-time.ts';

/** Where the brand's people work; UTC where no configuration can say it, for a case can be read without one. */
export const timezoneOfBrand = (app: App, brand: string): string =>
  knownBrand(app, brand)?.calendar.timezone ?? 'UTC';

export const namesOfBrand = (app: App, brand: string): readonly string[] => {
  const known = knownBrand(app, brand);
  return known === undefined ? [] : namesOf(known);
};

const knownBrand = (app: App, brand: string): Brand | undefined => {
  try {
    return app.config().config.brands.find(({ id }) => id === brand);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
};

export const momentOf = (written: WrittenTime, timezone: string): Date =>
  written.kind === 'exact' ? written.at : new Date(zoneClock(timezone).toUtc(written.localMs));

/** A moment without an offset is one of this zone. */
export const momentUntil = (
  until: Until,
  { now, timezone }: { readonly now: Date; readonly timezone: string },
): Date => (until.kind === 'after' ? new Date(now.getTime() + until.ms) : momentOf(until.time, timezone));

/** `2026-05-04 10:30 (Europe/Berlin)`: as it can be typed again, and whose time it is. */
export const zonedText = (at: Date, timezone: string): string => {
  const local = new Date(zoneClock(timezone).toLocal(at.getTime())).toISOString();
  return `${local.slice(0, 16).replace('T', ' ')} (${timezone})`;
};
