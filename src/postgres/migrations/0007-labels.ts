import { type Kysely, sql } from 'kysely';

/**
 * What a person said of a post instead of the classifier, with its words masked as they were then. One label of a post
 * is in force; what it replaced and what was taken back stay as history, without words.
 */
const labels = `
create table desk.label (
  label_id bigint generated always as identity primary key,
  mention_id bigint not null,
  parent_id bigint,
  brand text not null,
  at timestamptz not null,
  actor text not null,
  verdict jsonb not null,
  note text,
  text text,
  parent text,
  ended_at timestamptz,
  ended_by text,
  ended_how text check (ended_how in ('replaced', 'undone')),
  check ((ended_at is null) = (ended_how is null)),
  check (ended_at is null or (text is null and parent is null))
);
create unique index label_in_force on desk.label (mention_id) where ended_at is null;
create index label_mention on desk.label (mention_id);
create index label_parent on desk.label (parent_id) where parent_id is not null;
create index label_newest on desk.label (at desc, label_id desc);
`;

/**
 * Words are taken away in many places: by erasing, by a deletion at once or found late, by an edit, by retention, and
 * by what is written next year. The database itself lets the label go with them, so that none can forget it. It
 * answers for nobody: it runs with the rights of whoever changed the post.
 */
const forgetting = `
create function desk.forget_labels() returns trigger language plpgsql as $$
begin
  delete from desk.label where mention_id = old.mention_id;
  update desk.label set parent = null where parent_id = old.mention_id and parent is not null;
  return null;
end $$;
create trigger mention_reworded after update of text on desk.mention
  for each row when (old.text is distinct from new.text) execute function desk.forget_labels();
create trigger mention_dropped after delete on desk.mention
  for each row execute function desk.forget_labels();
`;

export const labelTables = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const statements of [labels, forgetting]) await sql.raw(statements).execute(db);
  },
};
