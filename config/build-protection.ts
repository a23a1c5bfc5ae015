import { usualValidDays } from '../src/domain/adverse-action.ts';
import { type DangerKind, dangerKinds } from '../src/domain/classification.ts';
import type { ChainStep, EscalationChain, ExecutivePath } from '../src/domain/escalation.ts';
import type { DangerConfig, EscalationConfig, GuardConfig } from './config.ts';
import { durationMs } from './duration.ts';
import type { WrittenConfig } from './schema.ts';

type WrittenEscalation = NonNullable<WrittenConfig['escalation']>;
type WrittenChain = NonNullable<WrittenEscalation['chains']>[string];

const dayMs = 86_400_000;

export const buildGuard = (written: WrittenConfig['guard']): GuardConfig | null =>
  written === undefined
    ? null
    : {
        secrets: [written.secret, ...(written.former_secret === undefined ? [] : [written.former_secret])],
        randomShare: written.random_share ?? 0.05,
        recentDays: written.recent_days ?? 180,
        validDays: written.valid_days ?? usualValidDays,
        customerCount: written.customer_count ?? null,
      };

export const buildEscalation = (written: WrittenEscalation = {}): EscalationConfig => ({
  chains: Object.entries(written.chains ?? {}).map(([name, chain]) => buildChain(name, chain)),
  executive: buildExecutive(written.executive ?? {}),
});

const buildChain = (name: string, { when, steps }: WrittenChain): EscalationChain => ({
  name,
  when: {
    breached: when.breached ?? null,
    severities: when.severity ?? null,
    olderThanMs: when.older_than === undefined ? null : durationMs(when.older_than),
    failedRemedy: when.failed_remedy ?? false,
    brands: when.brands ?? null,
  },
  steps: steps.flatMap((step): ChainStep[] => {
    if ('wait' in step) return [{ kind: 'wait', ms: durationMs(step.wait) }];
    if ('round_robin' in step) return [{ kind: 'round_robin', people: step.round_robin }];
    if ('repeat' in step) return [];
    const { notify } = step;
    return 'channel' in notify
      ? [{ kind: 'channel', channel: notify.channel }]
      : [{ kind: 'person', person: notify.person }];
  }),
  repeats: steps.reduce((most, step) => ('repeat' in step ? step.repeat : most), 0),
});

/** Practice guides cite one case in two hundred to one in fifty; a handful a week is looked at with care (peers.md 20). */
const buildExecutive = (written: NonNullable<WrittenEscalation['executive']>): ExecutivePath => ({
  criteria: written.criteria ?? ['breached_twice', 'severity', 'age', 'failed_remedy'],
  olderThanMs: written.older_than === undefined ? 14 * dayMs : durationMs(written.older_than),
  reasonCodes: written.reason_codes ?? ['no_progress', 'hardship', 'legal_date', 'safety', 'other'],
  weeklyQuota: written.weekly_quota ?? 5,
  expiresAfterMs: written.expires_after === undefined ? 7 * dayMs : durationMs(written.expires_after),
  answerWithinMs: written.answer_within === undefined ? 7 * dayMs : durationMs(written.answer_within),
});

export const buildDanger = (written: WrittenConfig['danger'] = {}): DangerConfig =>
  Object.fromEntries(
    dangerKinds.map((kind) => [
      kind,
      {
        channels: written[kind]?.on_call_channels ?? null,
        protocol: { en: written[kind]?.protocol?.en ?? null, de: written[kind]?.protocol?.de ?? null },
        reportLinks: written[kind]?.report_links ?? {},
      },
    ]),
  ) as unknown as Record<DangerKind, DangerConfig[DangerKind]>;
