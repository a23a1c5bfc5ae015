import { countEscalations } from '../../cases/escalation/escalation-report.store.ts';
import { composeEscalationReport } from '../../cases/escalation/escalation-report.ts';
import type { App } from '../app.ts';
import { jsonText } from '../desk-options.ts';
import { actorWhoMay } from '../permission.ts';
import { reportView } from './escalation-view.ts';
import type { ChangeOptions } from './run-escalations.ts';

export interface ReportOptions extends ChangeOptions {
  readonly since: number;
}

export const runReport = async (app: App, options: ReportOptions): Promise<undefined> => {
  actorWhoMay(app, options.as, 'read_work_reports');
  const now = app.clock.now();
  const from = new Date(now.getTime() - options.since);
  const counts = await app.withDatabase((db) =>
    db.transaction('desk', (tx) => countEscalations(tx, { from, now })),
  );
  const report = composeEscalationReport(counts);
  app.io.out(
    options.json === true
      ? jsonText(report)
      : reportView(report, { sinceMs: options.since, language: options.language }),
  );
};
