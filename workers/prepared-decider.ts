import { rulesVersion } from '../src/classify/rules-version.ts';
import { readInstanceKey } from '../src/postgres/instance-key.ts';
import { decisionVersion } from '../src/triage/decision-version.ts';
import { createDecider, type Decider } from './decider.ts';
import { loadPolicies } from './policies.ts';
import type { ServiceOptions } from './service-options.ts';
import type { TriageDeps } from './triage.worker.ts';

export interface PreparedDecider {
  readonly decider: Decider;
  readonly deadlineOf: TriageDeps['deadlineOf'];
}

type DeciderNeeds = Pick<
  ServiceOptions,
  'db' | 'config' | 'clock' | 'version' | 'deciderEntry' | 'decideDeadlineMs'
>;

/** The deciding thread with the rules, policies and key of this installation. */
export const createPreparedDecider = async (options: DeciderNeeds): Promise<PreparedDecider> => {
  const { db, config, clock, version } = options;
  const policies = await loadPolicies(db, config.brands, clock.now());
  const policyHash = JSON.stringify(policies.versions);
  const decider = createDecider({
    setup: {
      decisionVersion: decisionVersion({ rulesVersion: rulesVersion(), policyHash, engineVersion: version }),
      key: await db.transaction('desk', readInstanceKey),
      languages: config.brands.map((brand) => [brand.id, brand.languages] as const),
      policies: policies.versions,
    },
    ...(options.deciderEntry === undefined ? {} : { entry: options.deciderEntry }),
    ...(options.decideDeadlineMs === undefined ? {} : { deadlineMs: options.decideDeadlineMs }),
  });
  return { decider, deadlineOf: policies.deadlineOf };
};
