import { SingleBar } from 'cli-progress';
import { readRoots } from '../../cases/log/root.store.ts';
import { type ChainsVerified, verifyChains } from '../../cases/log/verify.store.ts';
import { verifyRoots } from '../../cases/log/verify-roots.store.ts';
import { type RowsVerified, verifyRows } from '../../cases/log/verify-rows.store.ts';
import { caseName } from '../../domain/case-id.ts';
import type { App } from '../app.ts';
import { jsonText, renderOptionsOf, type SpokenOptions } from '../desk-options.ts';
import { exitCodes } from '../exit-codes.ts';
import { readerWhoMay } from '../permission.ts';
import { wrapText } from '../render/text-width.ts';
import { compareRoots, type RootVerdict } from './compare-roots.ts';
import { outsideRoots } from './outside-roots.ts';
import { sayLog } from './verify-log-texts.ts';
import { chainLines, rootLine, rowLines } from './verify-log-view.ts';

export interface VerifyLogOptions extends SpokenOptions {
  readonly as?: string;
  readonly root?: string;
  readonly printRoot?: boolean;
  readonly json?: boolean;
}

export const runVerifyLog = async (app: App, options: VerifyLogOptions): Promise<number> => {
  readerWhoMay(app, options.as, 'verify_log');
  if (options.printRoot === true) return printRoots(app, options);
  const outside = outsideRoots(app, options.root);
  const { chains, rows, verdict } = await app.withDatabase(async (db) => {
    const bar = progressBar(app, options);
    try {
      const verified = await verifyChains(db, bar.show);
      const compared = await verifyRows(db);
      return {
        chains: verified,
        rows: compared,
        verdict: await compareRoots(db, await verifyRoots(db), outside),
      };
    } finally {
      bar.end();
    }
  });
  const isSame = chains.differences === 0 && rows.differences === 0;
  const isIntact = isSame && (verdict.kind === 'same' || verdict.kind === 'none');
  show(app, { chains, rows, verdict, isIntact }, options);
  return isIntact ? exitCodes.ok : exitCodes.usage;
};

interface Verified {
  readonly chains: ChainsVerified;
  readonly rows: RowsVerified;
  readonly verdict: RootVerdict;
  readonly isIntact: boolean;
}

const show = (app: App, { chains, rows, verdict, isIntact }: Verified, options: VerifyLogOptions): void => {
  if (options.json === true) {
    const first = chains.first.map((one) => ({
      ...one,
      caseId: one.caseId === null ? null : caseName(one.caseId),
    }));
    const roots = 'caseId' in verdict ? { ...verdict, caseId: caseName(verdict.caseId) } : verdict;
    const told = rows.first.map((one) => ({ ...one, caseId: caseName(one.caseId) }));
    app.io.out(jsonText({ isIntact, ...chains, first, rows: { ...rows, first: told }, roots }));
    return;
  }
  const render = renderOptionsOf(app, options);
  const lines = [...chainLines(chains, render), ...rowLines(rows, render), rootLine(verdict, render)];
  app.io.out(`${lines.map((line) => wrapText(line, render.width)).join('\n')}\n`);
};

const printRoots = async (app: App, options: VerifyLogOptions): Promise<number> => {
  const roots = await app.withDatabase((db) => db.transaction('desk', readRoots));
  if (options.json === true)
    app.io.out(jsonText(roots.map(({ day, root, upTo, cases }) => ({ day, root, upTo, cases }))));
  else if (roots.length === 0) app.io.out(`${sayLog(options.language, 'noRoot')}\n`);
  else app.io.out(roots.map(({ day, root }) => `${day} ${root}\n`).join(''));
  return exitCodes.ok;
};

/** A bar on a terminal; elsewhere nothing. */
const progressBar = ({ io }: App, { language, json }: VerifyLogOptions) => {
  if (!io.isErrTerminal || json === true) return { show: () => undefined, end: () => undefined };
  const bar = new SingleBar({
    format: `{bar} {percentage}%  ${sayLog(language, 'reading')}`,
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
  let isStarted = false;
  return {
    show: (done: number, total: number): void => {
      if (!isStarted) bar.start(Math.max(1, total), 0);
      isStarted = true;
      bar.update(done);
    },
    end: (): void => {
      if (isStarted) bar.stop();
    },
  };
};
