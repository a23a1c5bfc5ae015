import { createSay, type Message } from '../../lib/catalogue.ts';

const en = {
  once: 'This is the key "{name}"; it is shown now and never again. Send it as "Authorization: Bearer evh_…".',
  none: 'There is no key: evenhand keys add NAME --scopes cases:read',
  revoked: 'The key "{name}" opens nothing any more.',
  open: 'does not expire',
  expires: 'expires {time}',
  expired: 'expired {time}',
  ended: 'revoked {time}',
  unused: 'never used',
  used: 'last used on {day}',
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  once: 'Das ist der Schlüssel „{name}“; er wird jetzt gezeigt und nie wieder. Er wird als "Authorization: Bearer evh_…" gesendet.',
  none: 'Es gibt keinen Schlüssel: evenhand keys add NAME --scopes cases:read',
  revoked: 'Der Schlüssel „{name}“ öffnet nichts mehr.',
  open: 'läuft nicht ab',
  expires: 'läuft ab {time}',
  expired: 'abgelaufen {time}',
  ended: 'beendet {time}',
  unused: 'nie benutzt',
  used: 'zuletzt benutzt am {day}',
};

export const sayKeys = createSay<keyof typeof en>({ en, de });
