import { createSay, type Message } from '../../lib/catalogue.ts';

const en = {
  none: 'There is no webhook: POST /api/v1/webhooks adds one.',
  once: 'This is the new secret of {id}; it is shown now and never again. The old one signs too until {until}.',
  atOnce:
    'This is the new secret of {id}; it is shown now and never again. The old one signs nothing any more.',
  inForce: 'sends',
  off: 'switched off: {reason}',
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  none: 'Es gibt keinen Webhook: POST /api/v1/webhooks legt einen an.',
  once: 'Das ist das neue Geheimnis von {id}; es wird jetzt gezeigt und nie wieder. Das alte unterschreibt mit bis {until}.',
  atOnce:
    'Das ist das neue Geheimnis von {id}; es wird jetzt gezeigt und nie wieder. Das alte unterschreibt nichts mehr.',
  inForce: 'sendet',
  off: 'abgeschaltet: {reason}',
};

export const sayWebhooks = createSay<keyof typeof en>({ en, de });
