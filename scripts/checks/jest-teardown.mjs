import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Ends the PostgreSQL that a test file has started for all. */
export default async function endRun() {
  const folder = process.env.EVENHAND_TEST_RUN;
  if (folder === undefined) return;
  const file = ['postgres.json', 'postgres.json.new'].map((name) => join(folder, name)).find(existsSync);
  if (file !== undefined) {
    const { directory, pid } = JSON.parse(readFileSync(file, 'utf8'));
    await endServer(pid);
    rmSync(directory, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
}

/** SIGINT: fast shutdown. */
const endServer = async (pid) => {
  if (!signal(pid, 'SIGINT')) return;
  for (let tries = 0; tries < 200 && signal(pid, 0); tries += 1) await sleep(50);
};

const signal = (pid, name) => {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
};
