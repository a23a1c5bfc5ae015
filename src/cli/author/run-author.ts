import { type AuthorRef, addObjection, dropObjection, readAuthorRecord } from '../../cases/author.store.ts';
import { withoutStaff } from '../../cases/without-staff.ts';
import { readSourceNames } from '../../ingest/source-names.store.ts';
import { UserError } from '../../lib/user-error.ts';
import type { Database } from '../../postgres/database.ts';
import { readAuthorSamples } from '../../reach/author-samples.store.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText, writtenText } from '../desk-options.ts';
import { actorWhoMay, readerWhoMay } from '../permission.ts';
import { sayAuthor } from './texts.ts';

export interface ExportOptions extends ActingOptions, AuthorRef {}

export interface ObjectOptions extends ExportOptions {
  readonly reason?: string;
  readonly withdraw?: boolean;
  readonly json?: boolean;
}

export const runExport = async (app: App, options: ExportOptions): Promise<undefined> => {
  readerWhoMay(app, options.as, 'answer_authors');
  const { source, author } = options;
  const people = app.env.configPath === null ? [] : app.config().config.people.map(({ name }) => name);
  const { record, audience } = await app.withDatabase(async (db) => {
    await refuseUnknownSource(db, source);
    return {
      record: await db.transaction('desk', (tx) => readAuthorRecord(tx, { source, author })),
      audience: await db.transaction('reach', (tx) => readAuthorSamples(tx, { source, author })),
    };
  });
  const activities = withoutStaff(record.activities, people);
  app.io.out(jsonText({ source, author, at: app.clock.now(), ...record, activities, audience }));
};

export const runObject = async (app: App, options: ObjectOptions): Promise<undefined> => {
  const actor = actorWhoMay(app, options.as, 'answer_authors');
  const { source, author, language } = options;
  const name = `${source}/${author}`;
  if (options.withdraw === true) {
    const isGone = await app.withDatabase((db) =>
      db.transaction('desk', (tx) => dropObjection(tx, { source, author })),
    );
    if (!isGone) throw new UserError(`no objection of ${name} is noted`);
    tell(app, options, { author: name, stands: false }, [sayAuthor(language, 'withdrawn', { author: name })]);
    return;
  }
  if (options.reason === undefined)
    throw new UserError('--reason is missing: say in few words what was objected to, and when');
  const reason = writtenText(options.reason, '--reason');
  const now = app.clock.now();
  const { isNew, labels } = await app.withDatabase(async (db) => {
    await refuseUnknownSource(db, source);
    return db.transaction('desk', (tx) => addObjection(tx, { source, author, reason, now, actor }));
  });
  tell(app, options, { author: name, stands: true, isNew, labels }, [
    sayAuthor(language, isNew ? 'objected' : 'stood', { author: name }),
    ...(labels === 0 ? [] : [sayAuthor(language, 'labels', { count: labels })]),
  ]);
};

const tell = (app: App, { json }: ObjectOptions, outcome: object, lines: readonly string[]): void =>
  app.io.out(json === true ? jsonText(outcome) : `${lines.join('\n')}\n`);

/** A slip of the pen must not pass for an author of whom nothing is kept. */
const refuseUnknownSource = async (db: Database, source: string): Promise<void> => {
  const known = await db.transaction('desk', (tx) => readSourceNames(tx));
  if (!known.includes(source))
    throw new UserError(
      `--source "${source}": nothing was ever read from it; known are: ${known.join(', ') || '(none yet)'}`,
    );
};
