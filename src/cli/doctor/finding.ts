import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { type DoctorKey, sayDoctor } from './texts.ts';

/** One line of the examination. */
export interface Finding {
  readonly level: 'ok' | 'warn' | 'fail';
  readonly area: Area;
  readonly text: string;
  /** What to do; null: nothing. */
  readonly todo: string | null;
  /** Of a failure: what the exit code says. */
  readonly fault: 'configuration' | 'unavailable' | null;
}

export const areas = [
  'program',
  'configuration',
  'record',
  'queue',
  'service',
  'inbox',
  'source',
  'dead_letters',
  'people',
  'channel',
  'sink',
  'lock',
] as const;
export type Area = (typeof areas)[number];

type Values = Readonly<Record<string, string | number>>;

/** Says findings of one area in one language. */
export const createFinder = (language: CatalogueLanguage, area: Area) => {
  const find =
    (level: Finding['level'], fault: Finding['fault']) =>
    (key: DoctorKey, values: Values = {}, todo?: DoctorKey): Finding => ({
      level,
      area,
      text: sayDoctor(language, key, values),
      todo: todo === undefined ? null : sayDoctor(language, todo, values),
      fault,
    });
  return {
    ok: find('ok', null),
    warn: find('warn', null),
    misconfigured: find('fail', 'configuration'),
    unavailable: find('fail', 'unavailable'),
  };
};
