import { chmodSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { commandSocketPath } from './command-socket-path.ts';
import { readFrames, writeFrame } from './frames.ts';
import type { Link, Request, Response } from './protocol.ts';

/**
 * Serves the link to other processes of the same user (mode 0600). Only the holder of the directory lock may call
 * this: it removes what a killed service left and binds anew.
 */
export const serveCommandSocket = async (directory: string, link: Link): Promise<CommandSocket> => {
  const path = commandSocketPath(directory);
  if (process.platform !== 'win32') rmSync(path, { force: true });
  const guests = new Map<string, Socket>();
  const origins = new Map<number, { guest: string; id: number }>();
  let lastGuest = 0;
  let lastId = 0;

  link.onResponse((response) => {
    if (response.kind === 'notification') for (const socket of guests.values()) writeFrame(socket, response);
    if (response.kind !== 'result' && response.kind !== 'error') return;
    const origin = origins.get(-response.id);
    if (origin === undefined) return;
    origins.delete(-response.id);
    const socket = guests.get(origin.guest);
    if (socket !== undefined) writeFrame(socket, { ...response, id: origin.id } satisfies Response);
  });

  const server = createServer((socket) => {
    const guest = `g${++lastGuest}`;
    const sessions = new Set<string>();
    guests.set(guest, socket);
    readFrames(socket, (value) => {
      const request = value as Request;
      if (request.kind === 'close') return;
      const session = `${guest}-${request.session}`;
      if (request.kind === 'leave') {
        sessions.delete(session);
        return link.send({ kind: 'leave', session });
      }
      // A lone statement opens no transaction that would have to be undone.
      if (request.session.startsWith('s')) sessions.add(session);
      const id = ++lastId;
      origins.set(id, { guest, id: request.id });
      link.send({ ...request, id: -id, session });
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      guests.delete(guest);
      for (const session of sessions) link.send({ kind: 'leave', session });
    });
  });
  await listen(server, path);
  if (process.platform !== 'win32') chmodSync(path, 0o600);
  return { close: () => closeServer(server, guests) };
};

export interface CommandSocket {
  close(): Promise<void>;
}

const listen = (server: Server, path: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => resolve());
  });

const closeServer = (server: Server, guests: Map<string, Socket>): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of guests.values()) socket.destroy();
  });

/** Joins the service that owns the directory. Rejects when none listens. */
export const joinCommandSocket = (directory: string): Promise<Link> =>
  new Promise((resolve, reject) => {
    const socket = createConnection(commandSocketPath(directory));
    const closeListeners: ((reason: string) => void)[] = [];
    const responseListeners: ((response: Response) => void)[] = [];
    socket.once('error', reject);
    readFrames(socket, (value) => {
      for (const listener of responseListeners) listener(value as Response);
    });
    socket.on('close', () => {
      for (const listener of closeListeners)
        listener('the service that owns the database has stopped: run the command again');
    });
    socket.once('connect', () =>
      resolve({
        send: (request) => writeFrame(socket, request),
        onResponse: (listener) => void responseListeners.push(listener),
        onClose: (listener) => void closeListeners.push(listener),
        close: () => void socket.end(),
      }),
    );
  });
