// A deciding thread that chokes on marked posts, as the real one might on words that nobody thought of. It decides all
// others with the compiled code of the service.
import { parentPort, workerData } from 'node:worker_threads';
import { decodeBatch } from '../../dist/src/ingest/inbox-codec.js';
import { decideAll, latestOf } from '../../dist/workers/decide.js';
import { toDecidedBatch, wire } from '../../dist/workers/decided-batch.js';

const languages = new Map(workerData.languages);
const context = { languagesOf: (brand) => languages.get(brand) ?? [] };

const choke = (text) => {
  if (text.includes('#throws')) throw new Error('this word was never meant to be read');
  if (text.includes('#loops')) for (;;);
  if (text.includes('#grows')) {
    const hoard = [];
    // Few and large: collecting millions of small ones would outlast the deadline.
    for (;;) hoard.push(Array.from({ length: 100_000 }).fill(hoard.length));
  }
};

parentPort.on('message', (task) => {
  try {
    const { mentions, deletions } =
      task.payload instanceof Uint8Array ? decodeBatch(task.payload) : task.payload;
    for (const { post } of mentions) choke(post.text);
    const decided = decideAll(latestOf(mentions), task.known, context);
    const batch = wire(toDecidedBatch(decided, deletions, workerData));
    parentPort.postMessage({ id: task.id, ok: true, batch });
  } catch (error) {
    parentPort.postMessage({ id: task.id, ok: false, message: error.message });
  }
});
parentPort.postMessage('ready');
