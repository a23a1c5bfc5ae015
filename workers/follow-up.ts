import { caseName } from '../src/domain/case-id.ts';
import type { AlertsContent } from '../src/notify/content.ts';
import { alertTray, insertFrozen } from '../src/notify/delivery.store.ts';
import {
  dropOvertaken,
  keepStages,
  readFollowed,
  readWithdrawn,
  rewriteId,
  withoutKnown,
} from '../src/notify/follow.store.ts';
import { type FollowUp, planFollowUps } from '../src/notify/follow.ts';
import { lockPlanning, readAlerts } from '../src/notify/plan.store.ts';
import type { Transaction } from '../src/postgres/database.ts';
import type { NotifyDeps, WiredChannel } from './deliver.ts';
import { spoken } from './spoken.ts';

/** Freezes what is to be told of cases that were taken or are over since their alert was delivered. */
export const followUp = async (
  deps: Pick<NotifyDeps, 'db' | 'clock' | 'channels' | 'timezone'>,
): Promise<void> => {
  const following = deps.channels.filter(({ channel }) => channel.follows !== undefined);
  if (following.length === 0) return;
  await deps.db.transaction('desk', async (tx) => {
    await lockPlanning(tx);
    const moment = { now: deps.clock.now(), timezone: deps.timezone };
    for (const wired of following) {
      await tell(tx, wired, moment);
      await takeBack(tx, wired, moment);
    }
  });
};

interface Moment {
  readonly now: Date;
  readonly timezone: string;
}

const tell = async (tx: Transaction, { channel, language }: WiredChannel, moment: Moment): Promise<void> => {
  const { name, contentType, follows } = channel;
  if (follows === undefined) return;
  const followed = await readFollowed(tx, name, moment.now);
  const planned = await withoutKnown(tx, planFollowUps(followed, { channel: name, by: follows.by }));
  const frozen = planned.map((one) => ({
    id: one.id,
    channel: name,
    kind: 'follow' as const,
    memberIds: [],
    body: follows.render(contentOf(one, moment), language),
    contentType,
    thread: one.thread,
    answers: one.answers ?? '',
  }));
  await dropOvertaken(tx, name, planned);
  await insertFrozen(tx, alertTray, frozen, moment.now);
  await keepStages(tx, planned);
};

/** Where a message can be changed, words that were withdrawn since it was delivered are taken out of it. */
const takeBack = async (
  tx: Transaction,
  { channel, language }: WiredChannel,
  { now, timezone }: Moment,
): Promise<void> => {
  const { name, contentType, follows } = channel;
  if (follows?.rewrite === undefined) return;
  const withdrawn = await readWithdrawn(tx, name);
  const alerts = await readAlerts(
    tx,
    withdrawn.flatMap(({ memberIds }) => memberIds),
  );
  const rewritten = withdrawn.flatMap(({ id, thread, receipt, memberIds }) => {
    const told = memberIds.flatMap((member) => alerts.get(member) ?? []);
    const content: AlertsContent = {
      kind: 'alerts',
      id: rewriteId(id),
      groupKey: '',
      thread,
      turn: 1,
      alerts: told.map((alert) => spoken(alert, new Map())),
      later: 0,
      writtenAt: now.toISOString(),
      timezone,
    };
    const body = follows.rewrite?.(content, language);
    if (told.length === 0 || body === undefined) return [];
    const kind = 'follow' as const;
    return [
      { id: content.id, channel: name, kind, memberIds: [], body, contentType, thread, answers: receipt },
    ];
  });
  await insertFrozen(tx, alertTray, rewritten, now);
};

const contentOf = ({ id, thread, stage, until, caseIds }: FollowUp, { now, timezone }: Moment) => ({
  kind: 'follow' as const,
  id,
  thread,
  stage,
  until,
  cases: caseIds.map((caseId) => caseName(caseId)),
  writtenAt: now.toISOString(),
  timezone,
});
