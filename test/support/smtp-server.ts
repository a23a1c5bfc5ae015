import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './redis-server.ts';

/** A letter as a server took it. */
export interface TakenLetter {
  readonly from: string;
  readonly to: readonly string[];
  /** Bytes as latin1. */
  readonly message: string;
  readonly isEncrypted: boolean;
  readonly isLoggedIn: boolean;
}

/** aiosmtpd of Debian's package on a loopback port. */
export interface SmtpServer {
  readonly port: number;
  /** PEM of what signed its certificate; '' where it has none. */
  readonly authority: string;
  /** What it took till now. */
  letters(): Promise<readonly TakenLetter[]>;
  /** The next answers at a step: `mail`, `rcpt`, `rcpt kim@example.com` or `data`; `hang` and `swallow` at `data`. */
  refuse(step: string, ...answers: readonly string[]): Promise<void>;
  /** Until the server hangs in the middle of a letter. */
  hanging(): Promise<void>;
  /** As `kill -9`. */
  kill(): Promise<void>;
}

export interface SmtpSettings {
  readonly tls?: 'starttls' | 'implicit';
  readonly login?: { readonly user: string; readonly password: string };
  readonly port?: number;
}

/** Debian's own Python, for which Debian's package is. */
const python = '/usr/bin/python3';

export const hasSmtp = (): boolean => {
  try {
    execFileSync(python, ['-c', 'import aiosmtpd'], { stdio: 'ignore' });
    return true;
  } catch {
    return process.env.CI === 'true';
  }
};

export const startSmtp = async ({ tls, login, port }: SmtpSettings = {}): Promise<SmtpServer> => {
  const directory = mkdtempSync(join(tmpdir(), 'evenhand-smtp-'));
  const paper = tls === undefined ? null : certify(directory);
  const settings = { ...paper, login, isImplicit: tls === 'implicit', port: port ?? (await freePort()) };
  const script = join(import.meta.dirname, 'smtp-server.py');
  const server = spawn(python, [script, JSON.stringify(settings)], { stdio: ['pipe', 'pipe', 'pipe'] });
  const letters: TakenLetter[] = [];
  const heard = listen(server, letters);
  const begun = (await heard.next('port').catch(async (error: unknown) => {
    await end(server, directory);
    throw error;
  })) as number;
  const tell = async (step: string, answers: readonly string[]): Promise<void> => {
    const told = heard.next('told');
    server.stdin.write(`${JSON.stringify({ step, answers })}\n`);
    await told;
  };
  return {
    port: begun,
    authority: paper === null ? '' : readFileSync(paper.certificate, 'utf8'),
    letters: async () => {
      // It speaks in order: after this answer every letter before it is told.
      await tell('none', []);
      return letters;
    },
    refuse: (step, ...answers) => tell(step, answers),
    hanging: async () => void (await heard.next('hanging')),
    kill: () => end(server, directory),
  };
};

/** Its own authority, for 127.0.0.1, valid for a day. */
const certify = (directory: string): { certificate: string; key: string } => {
  const paper = { certificate: join(directory, 'cert.pem'), key: join(directory, 'key.pem') };
  const ask =
    'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1';
  execFileSync('openssl', [...ask.split(' '), '-keyout', paper.key, '-out', paper.certificate], {
    stdio: 'ignore',
  });
  return paper;
};

interface Heard {
  /** What the server says next under this name. */
  next(name: string): Promise<unknown>;
}

const listen = (server: ChildProcess, letters: TakenLetter[]): Heard => {
  const waiting = new Map<string, ((value: unknown) => void)[]>();
  const early = new Map<string, unknown[]>();
  const { stdout, stderr } = server;
  if (stdout === null || stderr === null) throw new Error('the server has no voice');
  let complaint = '';
  stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  createInterface({ input: stdout }).on('line', (line) => {
    for (const [name, value] of Object.entries(JSON.parse(line) as Record<string, unknown>)) {
      if (name === 'took') letters.push(value as TakenLetter);
      const listener = waiting.get(name)?.shift();
      if (listener === undefined) early.set(name, [...(early.get(name) ?? []), value]);
      else listener(value);
    }
  });
  return {
    next: (name) =>
      new Promise((resolve, reject) => {
        const [first, ...rest] = early.get(name) ?? [];
        if (first !== undefined) {
          early.set(name, rest);
          return resolve(first);
        }
        waiting.set(name, [...(waiting.get(name) ?? []), resolve]);
        server.once('exit', (code) =>
          reject(new Error(`the SMTP server ended with code ${code}: ${complaint}`)),
        );
      }),
  };
};

const end = (server: ChildProcess, directory: string): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      rmSync(directory, { recursive: true, force: true });
      resolve();
    };
    if (server.exitCode !== null || server.signalCode !== null) return done();
    server.once('exit', done);
    server.kill('SIGKILL');
  });
