import { Option } from 'commander';
import type { RegisterCommand } from './command.ts';
import { addLanguage } from './desk-options.ts';
import { examples } from './help.ts';
import type { ImportCommandOptions } from './import/run-import.ts';

export const registerImport: RegisterCommand = (program, act) => {
  addLanguage(program.command('import'))
    .description('read posts from files: NDJSON or CSV, packed or not; - is standard input')
    .argument('<file...>', 'read one after the other; the same file again goes on where it stopped')
    .option('--live', 'clocks run and alerts go out, however old the posts are')
    .addOption(new Option('--history', 'no clocks, no alerts, however new they are').conflicts('live'))
    .option('--source <name>', 'the source they are stored under (default: from the name of the file)')
    .addOption(
      new Option(
        '--from <platform>',
        'each line is JSON as a platform sends it, for example an answer of X',
      ).conflicts(['map', 'format']),
    )
    .option('--dry-run', 'show every post that would come in, and store nothing')
    .option('--map <file>', 'which column or key is what, as YAML or JSON, or one of ours by its name')
    .addOption(new Option('--format <name>', 'instead of looking at the file').choices(['ndjson', 'csv']))
    .option('--rejects <file>', 'write every refused line with its reason here')
    .option('--json', 'a JSON array with one object per file; with --dry-run one object per post and line')
    .addHelpText('after', help)
    .action((files: string[], options: ImportCommandOptions) =>
      act(async (app) => {
        if (options.dryRun === true) {
          const { tryImport } = await import('./import/try-import.ts');
          return tryImport(app, files, options);
        }
        const { runImport } = await import('./import/run-import.ts');
        return runImport(app, files, options);
      }),
    );
};

const help = examples(
  [
    ['evenhand import posts.ndjson', 'history when its posts are older than two days, else live'],
    'evenhand import survey.csv --map survey.map.yaml',
    'zcat posts.ndjson.gz | evenhand import - --source archive --history',
    'evenhand import posts.ndjson --json --rejects refused.ndjson',
    ['evenhand import --from x answers.ndjson --dry-run --json', 'what Evenhand reads in recorded traffic'],
  ],
  [
    'A line of NDJSON is an object with text and, where they are known, id, author, at, thread, parent, url, lang, image, audience.',
    'A mapping names the columns: { text: Comment, at: Date, timezone: Europe/Berlin }. For exports of Brandwatch, Talkwalker, Meltwater and Sprout there are ours: --map brandwatch, talkwalker, meltwater, sprout.',
    'History: none of the first 1,000 lines tells its time (at), or the median of their times is older than two days. It is decided and shown (cases list --history), but no clock runs and no alert goes out, not of danger either. Everything else is live: clocks start when a post was written, at most 24 hours before it is read. --live and --history choose; what was chosen for a file stays, and another --source imports it anew.',
    'Recorded traffic (--from): bluesky an event of Jetstream v1; mastodon a status, an array of them, or { event, payload }; x an answer of the API or a line of a stream; reddit a Listing or a thing. Its posts are stored under the name of the platform, unless --source says otherwise.',
    'Ctrl-C is safe: the same command goes on where it stopped.',
    'Exit codes: 0 every line was read; 2 lines were refused (the others are imported), or the file was imported the other way before (--live, --history); 3 posts are stored and not decided, for a queue or database does not answer.',
  ],
);
