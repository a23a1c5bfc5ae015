import { buildDanger, buildEscalation } from '../../config/build-protection.ts';
import type { Config } from '../../config/config.ts';
import { defaultAcknowledgement, defaultRetention } from '../../config/defaults.ts';
import type { Brand } from '../../src/domain/brand.ts';
import { voltara } from './line.ts';

/** A configuration without sources and channels, which tests inject; HTTP on any free port. */
export const testConfig = (brands: readonly Brand[] = [voltara]): Config => ({
  brands,
  sources: [],
  people: [],
  guard: null,
  escalation: buildEscalation(),
  danger: buildDanger(),
  sinks: [],
  acknowledgement: defaultAcknowledgement,
  routing: { regions: {}, rules: [] },
  network: { allow: [] },
  channels: [],
  // Never in a test's time.
  digest: { atMinute: 24 * 60, dir: '/nonexistent', channel: null },
  retention: defaultRetention,
  http: { host: '127.0.0.1', port: 0, publicUrl: null, trustedProxies: [] },
});
