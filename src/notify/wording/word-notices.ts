import type { ServiceAlert } from '../../domain/alert.ts';
import { severityRank } from '../../domain/severity.ts';
import { sentenceIn } from '../../lib/sentences.ts';
import type { AlertsContent } from '../content.ts';
import { say } from '../speak.ts';
import { type Parts, urgencyOf, type Voice, type Wording } from './wording.ts';

export const wordServices = (services: readonly ServiceAlert[], voice: Voice): Wording => {
  const lines = services.map((alert) => serviceText(alert, voice));
  const urgency = services.every(({ kind }) => goodNews.has(kind)) ? 'well' : 'notice';
  const [only = ''] = lines;
  if (lines.length === 1) return { urgency, head: only, cards: [], lines: [], command: null };
  return {
    urgency,
    head: say(voice.language, headOf(services), { count: lines.length }),
    cards: [],
    lines,
    command: null,
  };
};

/** What all of them are about; `notices`: of several things, or of none that has a word of its own. */
const headOf = (services: readonly ServiceAlert[]) => {
  const about = (family: RegExp): boolean => services.every(({ kind }) => family.test(kind));
  if (about(/^problem_/)) return 'head.problems';
  if (about(/^out_of_band_/)) return 'head.out_of_band';
  if (about(/^(approval|executed)_/)) return 'head.guard';
  if (about(/^escalation_/)) return 'head.executive';
  return about(/^(source|budget)_/) ? 'head.services' : 'head.notices';
};

const goodNews: ReadonlySet<ServiceAlert['kind']> = new Set(['all_well', 'caught_up', 'source_heard']);

const serviceText = ({ kind, values }: ServiceAlert, { language, moment, plain }: Voice): string => {
  const said = Object.entries(values).map(([name, value]) => {
    if (typeof value === 'number') return [name, value] as const;
    if (name === 'case' && value === '') return [name, say(language, 'case.confidential')] as const;
    return [
      name,
      isTime(value) ? moment(value) : plain(isSentence(name) ? sentenceIn(value, language) : value),
    ] as const;
  });
  return say(language, `service.${kind}`, Object.fromEntries(said));
};
/** Written by a source, in English. */
const isSentence = (name: string): boolean => name === 'reason' || name === 'gap';
const isTime = (value: string): boolean => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);

export const wordCatchUp = (parts: Parts, content: AlertsContent, voice: Voice): Wording => {
  const { cases, deadlines, services } = parts;
  const missed = deadlines.filter(({ kind }) => kind === 'deadline_missed').length;
  const counts = [
    ['catch_up.count.critical', cases.filter(({ severity }) => severity === 'critical').length],
    ['catch_up.count.high', cases.filter(({ severity }) => severity === 'high').length],
    [
      'catch_up.count.cases',
      cases.filter(({ severity }) => severityRank(severity) < severityRank('high')).length,
    ],
    ['catch_up.count.missed', missed],
    ['catch_up.count.near', deadlines.length - missed],
    ['catch_up.count.service', services.length],
  ] as const;
  const lines = counts.flatMap(([key, count]) => (count === 0 ? [] : [say(voice.language, key, { count })]));
  const count = content.alerts.length + content.later;
  const head = say(voice.language, 'head.catch_up', { count });
  const first = say(voice.language, 'catch_up.first', { count: content.alerts.length });
  return {
    urgency: urgencyOf([...cases, ...deadlines]),
    head,
    cards: [],
    lines: [...(content.later === 0 ? [] : [first]), ...lines, ...oldestOf(content, voice)],
    command: 'evenhand cases list',
  };
};

const oldestOf = ({ alerts }: AlertsContent, { language, moment, plain }: Voice): readonly string[] => {
  const [oldest] = alerts
    .filter(({ alert }) => 'caseId' in alert)
    .toSorted((a, b) => a.raisedAt.localeCompare(b.raisedAt));
  if (oldest === undefined || !('caseId' in oldest.alert)) return [];
  return [
    say(language, 'catch_up.oldest', { moment: moment(oldest.raisedAt), case: plain(oldest.alert.caseId) }),
  ];
};
