import { labelName } from '../../cases/label.ts';
import { type LabelPage, type ListedLabel, listLabels } from '../../cases/label-list.store.ts';
import { readUntold } from '../../cases/lease/told.store.ts';
import type { Untold } from '../../cases/lease/why-untold.ts';
import { caseName } from '../../domain/case-id.ts';
import type { App } from '../app.ts';
import { jsonText, renderOptionsOf } from '../desk-options.ts';
import { type ListPageOptions, nextCursor, readListPage } from '../list-page.ts';
import { caseReaderOf, readerWhoMay } from '../permission.ts';
import { sayLabel } from './label-texts.ts';
import { labelListView } from './label-view.ts';

export interface ListOptions extends ListPageOptions {
  readonly all?: boolean;
}

export const runList = async (app: App, options: ListOptions): Promise<undefined> => {
  const reader = caseReaderOf(app, readerWhoMay(app, options.as, 'read_cases'));
  const { labels, hasMore } = await readListPage(app, options, {
    read: async (tx, ask) => {
      const page = await listLabels(tx, { ...ask, isAll: options.all === true, reader });
      return (
        page &&
        withheld(
          page,
          await readUntold(
            tx,
            page.labels.flatMap(({ caseId }) => caseId ?? []),
            reader,
          ),
        )
      );
    },
    needs: 'read_cases',
    cursors: 'the list of labels: take one from "evenhand label list --json"',
  });
  if (options.json === true) {
    app.io.out(jsonText(labels.map(labelJson)));
    return;
  }
  const cursor = nextCursor(labels, hasMore);
  const more = cursor === null ? [] : [sayLabel(options.language, 'more', { cursor })];
  app.io.out(`${[labelListView(labels, renderOptionsOf(app, options)), ...more].join('\n\n')}\n`);
};

/** Of a case in dispute others see that it exists: what was said of it, and what people noted, is not told. */
const withheld = (page: LabelPage, untold: ReadonlyMap<string, Untold>): LabelPage => ({
  ...page,
  labels: page.labels.map((label) =>
    label.caseId !== null && untold.has(label.caseId) ? { ...label, text: null, note: null } : label,
  ),
});

const labelJson = ({ labelId, mentionId, caseId, verdict, ...label }: ListedLabel) => ({
  id: labelName(labelId),
  post: mentionId,
  case: caseId === null ? null : caseName(caseId),
  label: verdict,
  ...label,
});
