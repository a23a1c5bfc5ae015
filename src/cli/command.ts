import type { Command } from 'commander';
import type { App } from './app.ts';

/** Runs a command's work with the app and keeps its exit code; nothing returned means 0. */
export type Act = (work: (app: App) => Promise<number | undefined>) => Promise<void>;

/** Every command file exports one of these. */
export type RegisterCommand = (program: Command, act: Act) => void;
