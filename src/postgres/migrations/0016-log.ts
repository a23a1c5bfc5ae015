import { type Kysely, sql } from 'kysely';

/**
 * Activities are only ever added; of a row nothing may change but that its note is erased. Each is sealed within seconds
 * of its commit: a hash over the seal before it in its case and over the row, in which the note stands as a keyed hash.
 * A root over all seals is made each day and leaves the database.
 */
const log = `
create table desk.activity_seal (
  seal_id bigint primary key,
  activity_id bigint not null unique,
  case_id bigint not null,
  seq int not null,
  hash bytea not null,
  note_hash bytea,
  unique (case_id, seq)
);
create table ops.log_root (
  day date primary key,
  up_to bigint not null,
  cases int not null,
  previous text not null,
  root text not null,
  at timestamptz not null
);
create function desk.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% on %.% is refused: rows of the log are only ever added', tg_op, tg_table_schema, tg_table_name
    using errcode = 'object_not_in_prerequisite_state';
end $$;
create function desk.keep_activity() returns trigger language plpgsql as $$
begin
  if new.note is null then
    new.note := old.note;
    if new is not distinct from old then
      new.note := null;
      return new;
    end if;
  end if;
  raise exception 'an activity is only ever added: nothing of it changes but that its note is erased'
    using errcode = 'object_not_in_prerequisite_state';
end $$;
create trigger activity_kept before update on desk.activity for each row execute function desk.keep_activity();
create trigger activity_never_deleted before delete on desk.activity for each row execute function desk.refuse_change();
create trigger activity_never_emptied before truncate on desk.activity for each statement execute function desk.refuse_change();
create trigger seal_kept before update or delete on desk.activity_seal for each row execute function desk.refuse_change();
create trigger seal_never_emptied before truncate on desk.activity_seal for each statement execute function desk.refuse_change();
create trigger root_kept before update or delete on ops.log_root for each row execute function desk.refuse_change();
create trigger root_never_emptied before truncate on ops.log_root for each statement execute function desk.refuse_change();
`;

export const logTables = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw(log).execute(db);
  },
};
