import { type CatalogueLanguage, createSay } from '../lib/catalogue.ts';
import { de } from './deliveries.de.ts';
import { type DeliveryMessage, en } from './deliveries.en.ts';

const say = createSay<DeliveryMessage>({ en, de });

/** Why a message did not arrive, as the end of a sentence. A code that nobody has worded is said as it stands. */
export const sayDelivery = (reason: string, language: CatalogueLanguage): string => {
  if (isWorded(reason)) return say(language, reason);
  const [, status] = /^http_(\d{3})$/.exec(reason) ?? [];
  if (status !== undefined) return say(language, 'http', { status });
  const [, step = '', answered] = /^(smtp_[a-z]+)_(\d{3})$/.exec(reason) ?? [];
  return answered !== undefined && isWorded(step) ? say(language, step, { status: answered }) : reason;
};

const isWorded = (reason: string): reason is DeliveryMessage => Object.hasOwn(en, reason);
