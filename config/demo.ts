import { resolve } from 'node:path';
import type { Brand } from '../src/domain/brand.ts';
import { buildDanger, buildEscalation } from './build-protection.ts';
import type { Config } from './config.ts';
import * as standard from './defaults.ts';
import type { Env } from './env.ts';

/** The demo: two companies that do not exist, no source but our own sample posts, and no channel but the console. */
export const createDemoConfig = (env: Pick<Env, 'dataDir' | 'host' | 'port'>): Config => ({
  brands: demoBrands,
  sources: [],
  people: [],
  guard: null,
  escalation: buildEscalation(),
  danger: buildDanger(),
  sinks: [],
  acknowledgement: standard.defaultAcknowledgement,
  routing: { regions: {}, rules: [] },
  network: { allow: [] },
  channels: standard.defaultChannels,
  digest: { atMinute: standard.defaultDigestMinute, dir: resolve(env.dataDir, 'digests'), channel: null },
  retention: standard.defaultRetention,
  http: {
    host: env.host ?? standard.defaultHttp.host,
    port: env.port ?? standard.defaultHttp.port,
    publicUrl: null,
    trustedProxies: [],
  },
});

const berlin = { timezone: 'Europe/Berlin', hours: standard.defaultHours } as const;

/** Voltara builds electric cars; Nordlicht is a telephone company with an app and games. */
export const demoBrands: readonly Brand[] = [
  {
    id: 'voltara',
    names: ['Voltara'],
    handles: ['voltara', 'voltara_hilft'],
    phrases: ['Voltara Tarn', 'Voltara Brise'],
    exclusions: { phrases: ['Voltara Beach'], authors: ['voltara_aktien_bot'] },
    languages: standard.defaultLanguages,
    accounts: {
      support: ['voltara_hilft'],
      brand: ['voltara'],
      executives: ['mira_lindqvist'],
      staff: ['voltara_werkstatt'],
    },
    calendar: berlin,
    sla: standard.defaultSla,
    onCall: ['Bereitschaft Voltara'],
  },
  {
    id: 'nordlicht',
    names: ['Nordlicht'],
    handles: ['nordlicht', 'nordlicht_support'],
    phrases: ['Nordlicht Mobil', 'Northern Light Mobile'],
    // The aurora has the same name, and an exhibition.
    exclusions: {
      phrases: ['Nordlichter', 'Aurora Borealis', 'Nordlicht und Nebel'],
      authors: ['nordlicht_fotos'],
    },
    languages: standard.defaultLanguages,
    accounts: {
      support: ['nordlicht_support'],
      brand: ['nordlicht'],
      executives: ['j_falkenrath'],
      staff: ['nordlicht_technik'],
    },
    calendar: berlin,
    sla: standard.defaultSla,
    onCall: ['Bereitschaft Nordlicht'],
  },
];
