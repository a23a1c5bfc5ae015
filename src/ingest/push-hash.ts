import { hash } from 'node:crypto';

/** 32 hex digits that stand for a pushed post, a request's id or its body; the record holds none of them themselves. */
export const pushHash = (told: string | Uint8Array): string => hash('sha256', told, 'hex').slice(0, 32);
