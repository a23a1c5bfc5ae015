import type { ColumnType } from 'kysely';

/** int8: text when read, anything that prints as an integer when written. */
export type BigInt8 = ColumnType<string, string | number | bigint, string | number | bigint>;
export type GeneratedBigInt8 = ColumnType<string, never, never>;
export type Json<T = unknown> = ColumnType<T, string, string>;
