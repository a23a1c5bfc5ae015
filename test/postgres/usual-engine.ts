import { type Engine, embeddedEngine, hasPostgres, postgresEngine } from '../support/engines.ts';

/**
 * For a suite to which the engine is all one: a database from the shared template opens in 50 ms, an embedded record in
 * 2 s of which another worker waits for most. Each family of features has a suite on both (`describe.each(engines)`).
 */
export const usualEngine = (): Engine | Promise<Engine> =>
  hasPostgres ? postgresEngine() : embeddedEngine();
