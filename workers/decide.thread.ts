import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { prepareClassifier } from '../src/classify/classify.ts';
import { decodeBatch } from '../src/ingest/inbox-codec.ts';
import { plainMessage } from '../src/lib/plain-message.ts';
import { decideAll, latestOf } from './decide.ts';
import type { DecideSetup } from './decide-setup.ts';
import { toDecidedBatch, wire } from './decided-batch.ts';
import type { DecideReply, DecideTask } from './decider.ts';

/**
 * Unpacks, classifies and triages batches off the event loop. A mention that hangs or exhausts memory costs this
 * thread, never the process.
 */
const serve = (port: MessagePort, setup: DecideSetup): void => {
  const languages = new Map(setup.languages);
  const context = { languagesOf: (brand: string) => languages.get(brand) ?? [] };
  port.on('message', (task: DecideTask) => {
    const reply = ((): DecideReply => {
      try {
        const { mentions, deletions } =
          task.payload instanceof Uint8Array ? decodeBatch(task.payload) : task.payload;
        const decided = decideAll(latestOf(mentions), task.known, context);
        return { id: task.id, ok: true, batch: wire(toDecidedBatch(decided, deletions, setup)) };
      } catch (error) {
        return { id: task.id, ok: false, message: plainMessage(error) };
      }
    })();
    port.postMessage(reply);
  });
};

if (parentPort !== null) {
  // The weights are read before the deadline of a batch begins.
  prepareClassifier();
  serve(parentPort, workerData as DecideSetup);
  parentPort.postMessage('ready' satisfies DecideReply);
}
