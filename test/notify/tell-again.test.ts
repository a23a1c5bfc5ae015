import { describe, expect, it } from '@jest/globals';
import type { GroupMember, GroupState } from '../../src/notify/group.ts';
import { tellAgain } from '../../src/notify/tell-again.ts';

const member = (alertId: string, timesTold: number): GroupMember => ({
  alertId,
  kind: 'case_opened',
  caseId: alertId,
  raisedAt: '2026-01-01T10:00:00.000Z',
  timesTold,
  toldAt: timesTold === 0 ? null : '2026-01-01T10:01:00.000Z',
});

const group = (channel: string, members: readonly GroupMember[]): GroupState => ({
  groupKey: 'high:{}',
  channel,
  members,
  firstAt: '2026-01-01T10:00:00.000Z',
  lastFlushAt: '2026-01-01T10:01:00.000Z',
  nextFlushAt: '2026-01-01T14:01:00.000Z',
});

describe('tellAgain', () => {
  const now = '2026-01-01T11:00:00.000Z';
  const withdrawn = { channel: 'leads', memberIds: new Set(['1']) };

  it('makes a withdrawn member one that was not told, and due at once', () => {
    const [state] = tellAgain([group('leads', [member('1', 2), member('2', 1)])], withdrawn, now);
    expect(state).toMatchObject({ lastFlushAt: null, nextFlushAt: now });
    expect(state?.members).toEqual([{ ...member('1', 1), toldAt: null }, member('2', 1)]);
  });

  it('leaves groups of other channels and other alerts alone', () => {
    const others = [group('on-call', [member('1', 1)]), group('leads', [member('2', 1)])];
    expect(tellAgain(others, withdrawn, now)).toEqual([]);
  });
});
