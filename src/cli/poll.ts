import type { RegisterCommand } from './command.ts';
import { addLanguage } from './desk-options.ts';
import { examples } from './help.ts';
import { processIo } from './io.ts';
import type { PollOptions } from './poll/poll-options.ts';

export const registerPoll: RegisterCommand = (program, act) => {
  addLanguage(program.command('poll'))
    .description('read sources once, now')
    .argument('[source...]', 'all that can be polled when none is named')
    .option('--dry-run', 'show what one page would bring in, and store nothing')
    .option('--file <feed>', 'read a feed that lies in a file, and print it as JSON; - is standard input')
    .option('--url <url>', 'with --file: where the feed came from')
    .option('--header <line>', 'with --file: a header of the answer; may be repeated', collect)
    .option('--json', 'one JSON array')
    .addHelpText('after', help)
    .action(async (names: string[], options: PollOptions) => {
      // A feed in a file needs no configuration and no database, so none is looked for.
      if (options.file !== undefined) {
        const { showFeed } = await import('./poll/show-feed.ts');
        showFeed(
          { file: options.file, names, url: options.url, headers: options.header ?? [] },
          processIo('auto'),
        );
      } else
        await act(async (app) => {
          const { runPoll } = await import('./poll/run-poll.ts');
          return runPoll(app, names, options);
        });
    });
};

const help = examples([
  ['evenhand poll', 'every source'],
  ['evenhand poll owners-blog --dry-run', 'what would come in'],
  'evenhand poll --file f.xml --url https://forum.example/f.xml --json',
  'evenhand poll --file f.xml --url https://forum.example/f.xml --header "Content-Type: text/xml"',
]);

const collect = (value: string, all: readonly string[] = []): readonly string[] => [...all, value];
