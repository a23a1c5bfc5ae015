import { readFileSync } from 'node:fs';
import { caseName } from '../../domain/case-id.ts';
import type { ProblemId } from '../../domain/problem.ts';
import { problemName } from '../../domain/problem-id.ts';
import { cannotRead } from '../../lib/file-trouble.ts';
import { UserError } from '../../lib/user-error.ts';
import { withoutCustomers } from '../../notify/hide-author.ts';
import type { Transaction } from '../../postgres/database.ts';
import {
  addStatement,
  approveStatement,
  findStatement,
  listStatements,
  type Statement,
  withdrawStatement,
} from '../../problems/statement.store.ts';
import { findToldRoot } from '../../problems/told-to.store.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText, renderOptionsOf, writtenText } from '../desk-options.ts';
import { brandAskedFor } from '../known-brand.ts';
import { brandOfReader, caseReaderOf, keepToBrand, whoMay } from '../permission.ts';
import { unknownProblem } from '../problems/run-list.ts';
import { refuseUntold, type Telling } from '../refuse-untold.ts';
import { relativeTime } from '../render/relative-time.ts';
import { printable, wrapText } from '../render/text-width.ts';
import { sayStatement } from './statement-texts.ts';

export interface StatementOptions extends ActingOptions {
  readonly json?: boolean;
}

export interface ListOptions extends StatementOptions {
  readonly brand?: string;
}

export interface AddOptions extends StatementOptions {
  readonly problem?: ProblemId;
  readonly case?: string;
  readonly text: string;
}

export const runList = async (app: App, options: ListOptions): Promise<undefined> => {
  const { person } = whoMay(app, options.as, 'write_statements');
  const found = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) =>
      listStatements(tx, {
        brand: await brandAskedFor(tx, app, brandOfReader(person, options.brand)),
        reader: caseReaderOf(app, person),
        limit: mostListed,
        after: null,
      }),
    ),
  );
  const { language, now, width } = renderOptionsOf(app, options);
  const statements = found.map(withoutCustomers);
  if (options.json === true) app.io.out(jsonText(statements.map(statementJson)));
  else if (statements.length === 0) app.io.out(`${sayStatement(language, 'none')}\n`);
  else
    app.io.out(
      `${statements
        .map((one) => {
          const head = `${one.id}  ${aboutOf(one)} · ${one.brand} · ${sayStatement(language, stateOf(one))} · ${relativeTime(one.writtenAt, now, language)}`;
          return `${head}\n${wrapText(one.text === '' ? sayStatement(language, 'erased') : printable(one.text), width, '  ')}`;
        })
        .join('\n\n')}\n`,
    );
};

export const runAdd = async (app: App, options: AddOptions): Promise<undefined> => {
  const { language, problem = null, case: caseId = null } = options;
  if ((problem === null) === (caseId === null)) throw new UserError(sayStatement(language, 'one_of'));
  const { name: author, person } = whoMay(app, options.as, 'write_statements');
  const text = writtenText(readText(options.text), options.text);
  const id = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      const brand = await brandOf(tx, app, options, person);
      keepToBrand(person, brand);
      return addStatement(tx, { brand, problem, caseId, text, author, now: app.clock.now() });
    }),
  );
  app.io.out(
    options.json === true ? jsonText({ id }) : `${sayStatement(language, 'done.add', { id: String(id) })}\n`,
  );
};

export const runChange = async (
  app: App,
  { id, to }: { readonly id: number; readonly to: 'approve' | 'withdraw' },
  options: StatementOptions,
): Promise<undefined> => {
  const { name: actor, person } = whoMay(app, options.as, 'write_statements');
  const acted = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      const statement = await findStatement(tx, id, caseReaderOf(app, person));
      if (statement === null) return 'unknown';
      keepToBrand(person, statement.brand);
      const by = { id, actor, now: app.clock.now() };
      return to === 'approve' ? approveStatement(tx, by) : withdrawStatement(tx, by);
    }),
  );
  const values = { id: String(id) };
  if (acted !== 'done') throw new UserError(sayStatement(options.language, acted, values));
  app.io.out(
    options.json === true ? jsonText({ id }) : `${sayStatement(options.language, `done.${to}`, values)}\n`,
  );
};

const mostListed = 200;

const brandOf = async (
  tx: Transaction,
  app: App,
  { problem, case: caseId = '', language }: AddOptions,
  person: Telling['person'],
): Promise<string> => {
  if (problem !== undefined) {
    const root = await findToldRoot(tx, problem, caseReaderOf(app, person));
    if (root === null) throw unknownProblem(problem, language);
    return root.brand;
  }
  return refuseUntold(tx, app, caseId, { person, language });
};

const readText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw cannotRead(file, cause, 'name a file with the text');
  }
};

const aboutOf = ({ problem, caseId }: ToldStatement): string =>
  problem === null ? caseName(caseId ?? '') : problemName(problem);

const stateOf = ({ approvedBy, withdrawnBy }: ToldStatement) => {
  if (withdrawnBy !== null) return 'state.withdrawn';
  return approvedBy === null ? 'state.waiting' : 'state.approved';
};

type ToldStatement = Omit<Statement, 'customers'>;

const statementJson = ({ problem, caseId, ...statement }: ToldStatement) => ({
  ...statement,
  problem: problem === null ? null : problemName(problem),
  case: caseId === null ? null : caseName(caseId),
});
