import { asCalled } from '../lib/program.ts';

/** What a refusal may say that can be done instead. */
export type Instead = 'next' | 'list' | 'show' | 'resolve' | 'reopen' | 'take_over' | 'because';

/** How that is called where somebody stands: a command, or an operation of the API. The id is one of ours: `EH-12`. */
export type Doorway = (instead: Instead, id: string) => string;

export const commandLine: Doorway = (instead, id) =>
  instead === 'because' ? '--reason' : asCalled(`"evenhand ${commands[instead].replace('ID', id)}"`);

/** `assign` and `release` take over by an option of their own. */
export const commandLineOf =
  (line: string): Doorway =>
  (instead, id) =>
    instead === 'take_over'
      ? asCalled(`"evenhand cases ${line.replace('ID', id)} --take-over"`)
      : commandLine(instead, id);

export const httpApi: Doorway = (instead, id) => operations[instead].replace('ID', id);

const commands: Readonly<Record<Exclude<Instead, 'because'>, string>> = {
  next: 'next',
  list: 'cases list --all',
  show: 'cases show ID --json',
  resolve: 'cases resolve ID',
  reopen: 'cases reopen ID',
  take_over: 'cases take ID --take-over',
};

const operations: Readonly<Record<Instead, string>> = {
  next: 'POST /queue/next',
  list: 'GET /cases',
  show: 'GET /cases/ID',
  resolve: 'POST /cases/ID/resolve',
  reopen: 'POST /cases/ID/reopen',
  take_over: '"takeOver": true',
  because: '"because"',
};
