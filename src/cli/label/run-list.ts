import { labelName } from '../../cases/label.ts';
import { type ListedLabel, listLabels } from '../../cases/label-list.store.ts';
import { caseName } from '../../domain/case-id.ts';
import type { App } from '../app.ts';
import { jsonText, renderOptionsOf } from '../desk-options.ts';
import { type ListPageOptions, nextCursor, readListPage } from '../list-page.ts';
import { sayLabel } from './label-texts.ts';
import { labelListView } from './label-view.ts';

export interface ListOptions extends ListPageOptions {
  readonly all?: boolean;
}

export const runList = async (app: App, options: ListOptions): Promise<undefined> => {
  const { labels, hasMore } = await readListPage(app, options, {
    read: (tx, ask) => listLabels(tx, { ...ask, isAll: options.all === true }),
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

const labelJson = ({ labelId, mentionId, caseId, verdict, ...label }: ListedLabel) => ({
  id: labelName(labelId),
  post: mentionId,
  case: caseId === null ? null : caseName(caseId),
  label: verdict,
  ...label,
});
