import { createModel, type Model } from './model.ts';
import { readShipped } from './shipped-file.ts';

let model: Model | null = null;

/** Reads the weights, once a thread: about 60 ms and 12 MiB. Throws a UserError of one sentence where they are missing or damaged. */
export const shippedModel = (): Model => {
  model ??= createModel(readShipped());
  return model;
};
