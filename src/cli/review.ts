import type { RegisterCommand } from './command.ts';
import { examples } from './help.ts';
import { registerReviewList } from './review/list.ts';
import { registerReviewOpen } from './review/open.ts';

export const registerReview: RegisterCommand = (program, act) => {
  const review = program
    .command('review')
    .description('what matched the watch-list and opened no case, with the reason; a person can open one')
    .addHelpText(
      'after',
      examples(
        [
          ['evenhand review', 'what was unsure first, then the rest, the newest first'],
          'evenhand review list --reason question --brand voltara',
          ['evenhand review sample', 'twenty posts to check, the same all day'],
          'evenhand review open 812 --severity medium --reason "asks for the third time"',
        ],
        [
          '"evenhand review" alone is "evenhand review list" and takes its options; each command tells its own with --help.',
        ],
      ),
    );
  registerReviewList(review, act);
  registerReviewOpen(review, act);
};
