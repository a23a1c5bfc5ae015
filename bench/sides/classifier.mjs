// Plain JavaScript: tsx does not load TypeScript in worker threads.
import { parentPort, workerData } from 'node:worker_threads';

const { texts, entry } = workerData;
const { classify } = await import(entry);

parentPort.on('message', (times) => {
  for (let time = 0; time < times; time += 1) for (const text of texts) classify({ text, parentText: null });
  parentPort.postMessage('done');
});
parentPort.postMessage('ready');
