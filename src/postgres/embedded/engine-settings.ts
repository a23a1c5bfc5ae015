import { PGlite } from '@electric-sql/pglite';

/** 32 MB of shared buffers in place of 128: the service stays small, and the operating system caches the files. */
export const startParams: string[] = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'];
