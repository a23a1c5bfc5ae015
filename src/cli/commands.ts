import type { RegisterCommand } from './command.ts';
import { registerStart } from './start.ts';

/** The commands in the order of the help. */
export const commands: readonly RegisterCommand[] = [registerStart];
