import type { Labelled } from '../../cases/label.store.ts';
import { isDanger, type LabelVerdict, labelName } from '../../cases/label.ts';
import type { ListedLabel } from '../../cases/label-list.store.ts';
import type { Said } from '../../cases/labelled-post.store.ts';
import { caseName } from '../../domain/case-id.ts';
import { type CatalogueLanguage, localeOf } from '../../lib/catalogue.ts';
import { numberFormat } from '../../lib/formats.ts';
import { categoryText, reasonText } from '../../lib/reason-texts.ts';
import { sayMarks } from '../../notify/speak.ts';
import { fields } from '../render/fields.ts';
import { relativeTime } from '../render/relative-time.ts';
import { coloursOf, type RenderOptions } from '../render/render-options.ts';
import { sayRender } from '../render/render-texts.ts';
import { wrapText } from '../render/text-width.ts';
import { type LabelTextKey, sayLabel } from './label-texts.ts';

/** What was labelled, its masked words, what the classifier had said, and what a label does not do. */
export const labelledView = (
  { labelId, verdict, replaces, post, text, parent }: Extract<Labelled, { kind: 'labelled' }>,
  options: RenderOptions,
): string => {
  const { language, width } = options;
  const id = labelName(labelId);
  const about = { id, post: post.mentionId, brand: post.brand };
  const done =
    replaces === null
      ? sayLabel(language, 'done.new', about)
      : sayLabel(language, 'done.replaced', { ...about, old: labelName(replaces) });
  return [
    wrapText(done, width),
    fields(
      [
        [sayLabel(language, 'head.label'), verdictText(verdict, language)],
        [sayLabel(language, 'head.said'), saidText(post.said, language)],
        [sayLabel(language, 'head.parent'), shortened(parent ?? '', language)],
        [sayLabel(language, 'head.text'), shortened(text ?? '', language)],
      ],
      options,
    ),
    ...(text === null ? [wrapText(sayLabel(language, 'danger'), width)] : []),
    nextText(verdict, post, language),
  ].join('\n\n');
};

/** A label opens and closes nothing; where it and the desk differ, the command that does is named. */
const nextText = (
  { complaint }: LabelVerdict,
  { mentionId, caseId }: { readonly mentionId: string; readonly caseId: string | null },
  language: CatalogueLanguage,
): string => {
  const unchanged = sayLabel(language, 'unchanged');
  if (complaint && caseId === null) return `${unchanged}\n${sayLabel(language, 'open', { post: mentionId })}`;
  if (!complaint && caseId !== null)
    return `${unchanged}\n${sayLabel(language, 'dismiss', { case: caseName(caseId) })}`;
  return unchanged;
};

export const labelListView = (labels: readonly ListedLabel[], options: RenderOptions): string =>
  labels.length === 0
    ? sayLabel(options.language, 'none')
    : labels.map((label) => listed(label, options)).join('\n\n');

const listed = (label: ListedLabel, options: RenderOptions): string => {
  const { language, now, width } = options;
  const colours = coloursOf(options);
  const facts = [
    label.brand,
    label.source,
    label.caseId === null ? `#${label.mentionId}` : `#${label.mentionId} ${caseName(label.caseId)}`,
    label.actor,
    relativeTime(label.at, now, language),
  ].join(' · ');
  const body = fields(
    [
      [sayLabel(language, 'head.label'), verdictText(label.verdict, language)],
      [sayLabel(language, 'head.said'), saidText(label.said, language)],
      [sayLabel(language, 'head.ended'), endedText(label, options)],
      [sayLabel(language, 'head.note'), label.note ?? ''],
      [sayLabel(language, 'head.text'), wordsOf(label, language)],
    ],
    { ...options, width: width - 2 },
  );
  const indented = body.split('\n').map((line) => `  ${line}`);
  return [`${colours.bold(labelName(label.labelId))}  ${colours.dim(facts)}`, ...indented].join('\n');
};

const wordsOf = ({ isDanger: isHidden, verdict, ended, text }: ListedLabel, language: CatalogueLanguage) => {
  if (ended !== null) return '';
  return isHidden || isDanger(verdict) ? sayLabel(language, 'hidden') : shortened(text ?? '', language);
};

const endedText = ({ ended }: ListedLabel, { language, now }: RenderOptions): string =>
  ended === null
    ? ''
    : sayLabel(language, `history.${ended.how}`, {
        who: ended.by,
        when: relativeTime(ended.at, now, language),
      });

/** "a complaint · medium · billing · negative": only what was said. */
const verdictText = (verdict: LabelVerdict, language: CatalogueLanguage): string => {
  const say = (key: LabelTextKey): string => sayLabel(language, key);
  const { severity, danger, sentiment, relay, sameProblem, categories = [] } = verdict;
  return [
    say(`complaint.${yesOrNo(verdict.complaint)}`),
    ...(severity === undefined ? [] : [sayRender(language, `severity.${severity}`)]),
    ...(danger === undefined ? [] : [danger === 'none' ? say('danger.none') : dangerText(danger, language)]),
    ...categories.map((category) => categoryText(category, language)),
    ...(sentiment === undefined ? [] : [say(`mood.${sentiment}`)]),
    ...(relay === undefined ? [] : [say(`relay.${yesOrNo(relay)}`)]),
    ...(sameProblem === undefined ? [] : [say(`sameProblem.${yesOrNo(sameProblem)}`)]),
  ].join(' · ');
};

const yesOrNo = (value: boolean): 'yes' | 'no' => (value ? 'yes' : 'no');

const dangerText = (kind: string, language: CatalogueLanguage): string =>
  reasonText({ code: `danger.${kind}` }, language);

const saidText = (said: Said, language: CatalogueLanguage): string => {
  const share = numberFormat(localeOf[language], { style: 'percent' }).format(said.complaint);
  if (said.outcome === 'review')
    return sayLabel(language, 'said.review', {
      reason: reasonText({ code: `review.${said.reason}` }, language),
      share,
    });
  return [
    sayLabel(language, 'said.complaint', { share }),
    ...(said.severity === null ? [] : [sayRender(language, `severity.${said.severity}`)]),
    ...(said.danger === null ? [] : [dangerText(said.danger, language)]),
    ...said.categories.map((category) => categoryText(category, language)),
  ].join(' · ');
};

const longestShown = 600;

/** A long article is known by its beginning; all of it is in `--json`. */
const shortened = (text: string, language: CatalogueLanguage): string => {
  const said = sayMarks(text.trim(), language);
  return said.length <= longestShown ? said : `${said.slice(0, longestShown).toWellFormed()}…`;
};
