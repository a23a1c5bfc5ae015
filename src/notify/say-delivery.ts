import { type CatalogueLanguage, createSay } from '../lib/catalogue.ts';
import { de } from './deliveries.de.ts';
import { type DeliveryMessage, en } from './deliveries.en.ts';

const say = createSay<DeliveryMessage>({ en, de });

/** Why a message did not arrive, as the end of a sentence. A code that nobody has worded is said as it stands. */
export const sayDelivery = (reason: string, language: CatalogueLanguage): string => {
  if (isWorded(reason)) return say(language, reason);
  const [, status] = /^http_(\d{3})$/.exec(reason) ?? [];
  return status === undefined ? reason : say(language, 'http', { status });
};

const isWorded = (reason: string): reason is DeliveryMessage => Object.hasOwn(en, reason);
