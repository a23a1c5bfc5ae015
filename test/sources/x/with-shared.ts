import { it } from '@jest/globals';
import { hasShared } from './x-openapi.ts';

/** A test on material that is not part of the project: skipped where it is absent, a failure where it is required. */
export const itWithShared = (name: string, work: () => void | Promise<void>): void => {
  if (hasShared) it(name, work);
  else if (process.env.EVENHAND_SHARED === 'required')
    it(name, () => Promise.reject(new Error('needs ../shared')));
  else it.skip(`${name} (skipped, needs ../shared)`, work);
};
