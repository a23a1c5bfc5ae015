import { mayManage } from '../../http/api/webhooks/own-webhook.ts';
import { findWebhook, listWebhooks, newSecret, rotateSecret } from '../../http/api/webhooks/webhook.store.ts';
import { UserError } from '../../lib/user-error.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText } from '../desk-options.ts';
import { readerWhoMay, whoMay } from '../permission.ts';
import { columns } from '../render/columns.ts';
import { sayWebhooks } from './texts.ts';

export interface ListOptions extends ActingOptions {
  readonly json?: boolean;
}

export interface RotateOptions extends ActingOptions {
  /** Milliseconds for which the old secret signs too. */
  readonly grace: number;
  readonly json?: boolean;
}

export const runList = async (app: App, { as: named, json, language }: ListOptions): Promise<undefined> => {
  const person = readerWhoMay(app, named, 'run_service');
  const all = await app.withDatabase((db) => db.transaction('desk', listWebhooks));
  const webhooks = all.filter((each) => mayManage(each, person));
  if (json === true) app.io.out(jsonText(webhooks));
  else if (webhooks.length === 0) app.io.out(`${sayWebhooks(language, 'none')}\n`);
  else
    app.io.out(
      `${columns(
        webhooks.map(({ id, url, disabledAt, reason, brands }) => [
          id,
          url,
          brands?.join(' ') ?? '',
          disabledAt === null
            ? sayWebhooks(language, 'inForce')
            : sayWebhooks(language, 'off', { reason: reason ?? '' }),
        ]),
      )}\n`,
    );
};

export const runRotate = async (app: App, id: string, options: RotateOptions): Promise<undefined> => {
  const { person } = whoMay(app, options.as, 'run_service');
  const secret = newSecret();
  const formerUntil = new Date(app.clock.now().getTime() + options.grace);
  const found = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      const webhook = await findWebhook(tx, id);
      if (webhook === null || !mayManage(webhook, person)) return null;
      await rotateSecret(tx, id, { secret, formerUntil });
      return webhook;
    }),
  );
  if (found === null) throw new UserError(`there is no webhook "${id}": "evenhand webhooks list" shows them`);
  if (options.json === true) {
    app.io.out(jsonText({ id, secret, formerUntil }));
    return;
  }
  app.io.out(`${secret}\n`);
  const until = formerUntil.toISOString();
  app.io.err(`${sayWebhooks(options.language, options.grace === 0 ? 'atOnce' : 'once', { id, until })}\n`);
};
