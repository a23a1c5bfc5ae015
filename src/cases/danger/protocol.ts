import type { DangerKind } from '../../domain/classification.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { type DangerTextKey, sayDanger } from './danger-texts.ts';

/** What a company set for a kind of danger; null and empty: what comes with Evenhand. */
export interface DangerSettings {
  readonly protocol: Readonly<Record<CatalogueLanguage, string | null>>;
  /** By kind or name of a source. */
  readonly reportLinks: Readonly<Record<string, string>>;
}

export interface DangerProtocol {
  /** Steps and warnings, a line each. */
  readonly text: string;
  /** Where the platform takes a report: the company's link, or the way to it in words. */
  readonly report: string;
}

/**
 * What the people on call are shown beside a danger case. The company's own words count; one that is written in one
 * language only is shown in both, for a wrong protocol is worse than a foreign one. Pure.
 */
export const protocolOf = (
  kind: DangerKind,
  {
    language,
    settings: { protocol, reportLinks },
    source,
  }: {
    readonly language: CatalogueLanguage;
    readonly settings: DangerSettings;
    /** kind null: the source left the configuration. */
    readonly source: { readonly name: string; readonly kind: string | null };
  },
): DangerProtocol => {
  const other = language === 'en' ? 'de' : 'en';
  const link = reportLinks[source.name] ?? (source.kind === null ? undefined : reportLinks[source.kind]);
  return {
    text: protocol[language] ?? protocol[other] ?? sayDanger(language, `protocol.${kind}`),
    report: link ?? sayDanger(language, pathOf(source.kind, kind)),
  };
};

const pathOf = (sourceKind: string | null, kind: DangerKind): DangerTextKey => {
  const known = paths[sourceKind ?? ''];
  if (known === undefined) return 'report.site';
  return kind === 'person_at_risk' && (known === 'report.x' || known === 'report.reddit')
    ? `${known}_self`
    : known;
};

const paths: Readonly<
  Record<string, 'report.x' | 'report.reddit' | 'report.menu' | 'report.flag' | 'report.store'>
> = {
  x: 'report.x',
  reddit: 'report.reddit',
  bluesky: 'report.menu',
  mastodon: 'report.menu',
  youtube: 'report.menu',
  discourse: 'report.flag',
  xenforo: 'report.flag',
  vbulletin: 'report.flag',
  hackernews: 'report.flag',
  googleplay: 'report.store',
  appstore: 'report.store',
};
