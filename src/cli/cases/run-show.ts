import { readPolicy } from '../../cases/action.store.ts';
import { type CaseFile, readCaseFile } from '../../cases/case-file.store.ts';
import { sayDanger } from '../../cases/danger/danger-texts.ts';
import { type DangerProtocol, protocolOf } from '../../cases/danger/protocol.ts';
import { whyUntold } from '../../cases/lease/why-untold.ts';
import { withoutUntold } from '../../cases/named-cases.store.ts';
import { readTeam } from '../../cases/route.store.ts';
import { caseName } from '../../domain/case-id.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { resolutionUnder } from '../../triage/resolution.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText, renderOptionsOf } from '../desk-options.ts';
import { caseReaderOf, keepToBrand, readerWhoMay } from '../permission.ts';
import { unknownCase, untoldRefusal } from '../refuse-untold.ts';
import { namesOfBrand, timezoneOfBrand } from './brand-time.ts';
import { caseFileJson } from './case-json.ts';
import { caseFileView } from './case-view.ts';
import { sayDesk } from './desk-texts.ts';
import { readForeseen } from './tell-foreseen.ts';

export interface ShowOptions extends ActingOptions {
  readonly onCall?: boolean;
  readonly json?: boolean;
}

export const runShow = async (app: App, id: string, options: ShowOptions): Promise<undefined> => {
  const person = readerWhoMay(app, options.as, 'read_cases');
  if (options.onCall === true) readerWhoMay(app, options.as, 'read_danger');
  const { file, team, policy } = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      const read = await readCaseFile(tx, id);
      return {
        file: read === null ? null : await withoutUntold(tx, read, caseReaderOf(app, person)),
        team: await readTeam(tx, id),
        policy: read === null ? null : await readPolicy(tx, read.row.policy),
      };
    }),
  );
  if (file === null) throw unknownCase(id, options.language);
  keepToBrand(person, file.row.brand);
  const untold = whyUntold(file.row, file.accused, caseReaderOf(app, person));
  if (untold === 'dispute') return tellDispute(app, caseName(id), options);
  if (untold !== null) throw untoldRefusal(app, id, untold, options.language);
  const isHidden = isForOthers(file, options);
  const protocol = isHidden ? null : dangerProtocol(app, file.row, options.language);
  const { brand } = file.row;
  const resolveBy = isSettled(file.row) ? null : resolutionUnder(policy, file.row);
  const shown = { isHidden, timezone: timezoneOfBrand(app, brand), names: namesOfBrand(app, brand) };
  const view = { ...shown, team, resolveBy };
  app.io.out(
    options.json === true
      ? jsonText({
          ...caseFileJson(file, isHidden),
          team,
          resolveBy,
          isForeseenLate: (await readForeseen(app, [file.row]))(file.row),
          ...(protocol === null ? {} : { protocol }),
        })
      : `${caseFileView(file, view, renderOptionsOf(app, options))}\n${protocolView(protocol, options.language)}`,
  );
};

/** Nothing is left to be solved, or nobody waits for it. */
const isSettled = ({ status, isHistory, mergedInto }: CaseFile['row']): boolean =>
  status === 'resolved' || status === 'closed' || isHistory || mergedInto !== null;

/** null: no danger. */
const dangerProtocol = (
  app: App,
  { danger, source }: CaseFile['row'],
  language: CatalogueLanguage,
): DangerProtocol | null => {
  if (danger === null) return null;
  const { config } = app.config();
  const kind = config.sources.find(({ name }) => name === source)?.kind ?? null;
  return protocolOf(danger, { language, settings: config.danger[danger], source: { name: source, kind } });
};

const protocolView = (protocol: DangerProtocol | null, language: CatalogueLanguage): string =>
  protocol === null
    ? ''
    : `\n${sayDanger(language, 'title')}\n${protocol.text}\n\n${sayDanger(language, 'report')}\n${protocol.report}\n`;

/** Of a case in dispute others see that it exists (DESIGN.md 4). */
const tellDispute = ({ io }: App, id: string, { json, language }: ShowOptions): undefined => {
  io.out(
    json === true ? jsonText({ id, inDispute: true }) : `${sayDesk(language, 'disputeHidden', { id })}\n`,
  );
};

/** Danger is confidential by default (DESIGN.md 4): its words are for the people on call, who say that they are. */
const isForOthers = ({ row }: CaseFile, { onCall }: ShowOptions): boolean =>
  row.danger !== null && onCall !== true;
