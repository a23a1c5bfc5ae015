import { fork } from 'node:child_process';
import { once } from 'node:events';

/** One side of a comparison in a process of its own, so that neither pays for the other's heap. */
export interface Side {
  readonly pid: number;
  ask<Answer>(command: string, input?: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

type Reply =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly message: string };

/** Starts `entry` and hands it its setup; commands are answered one at a time. `nodeOptions`: as the product is started. */
export const startSide = async (
  entry: URL,
  setup: unknown,
  nodeOptions: readonly string[] = [],
): Promise<Side> => {
  const execArgv = [...process.execArgv, ...nodeOptions];
  const child = fork(entry, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv });
  const exited = once(child, 'exit');
  const ask = async (command: string, input?: unknown): Promise<unknown> => {
    const answered = once(child, 'message').then(([reply]) => reply as Reply);
    child.send({ command, input });
    const reply = await Promise.race([answered, exited.then(() => null)]);
    if (reply === null) throw new Error(`${entry.pathname} ended while it was asked to ${command}`);
    if (!reply.ok) throw new Error(`${entry.pathname} could not ${command}: ${reply.message}`);
    return reply.answer;
  };
  await ask('prepare', setup);
  return {
    pid: child.pid ?? 0,
    ask: (command, input) => ask(command, input) as Promise<never>,
    stop: async () => {
      await ask('stop');
      await exited;
    },
  };
};

type Command = (input: never) => Promise<unknown>;

/** The other end: `prepare` makes the commands, among them `stop`, after which the process ends. */
export const serveSide = <Setup>(
  prepare: (setup: Setup) => Promise<Readonly<Record<string, Command>> & { stop: Command }>,
): void => {
  let commands: Readonly<Record<string, Command>> = {};
  const run = async (command: string, input: unknown): Promise<unknown> => {
    if (command !== 'prepare') return commands[command]?.(input as never);
    commands = await prepare(input as Setup);
    return null;
  };
  // Whoever asked is gone: nobody would ever stop this process.
  process.on('disconnect', () => process.exit(1));
  process.on('message', ({ command, input }: { command: string; input: unknown }) => {
    const reply = run(command, input).then(
      (answer): Reply => ({ ok: true, answer }),
      (error: unknown): Reply => ({
        ok: false,
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
    );
    void reply.then((told) =>
      process.send?.(told, () => {
        if (command === 'stop') process.exit(0);
      }),
    );
  });
};
