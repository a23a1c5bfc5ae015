/** What the stores of apps say of reviews; read behind the sentences of `sentences.ts`. */
export const germanReviewSentences: readonly (readonly [english: string, german: string])[] = [
  [
    'Reviews of {words} are missing: {name} has no such app of yours.',
    'Rezensionen von {words} fehlen: {name} hat keine solche eigene App.',
  ],
  [
    'None of the apps of source {source} is yours on {name}: check them in evenhand.yaml.',
    'Keine App der Quelle {source} ist die eigene auf {name}: in evenhand.yaml prüfen.',
  ],
  [
    'Reviews of {words} may be missing: {name} tells those of the last week only, and they were last read on {at}.',
    'Rezensionen von {words} fehlen vielleicht: {name} nennt nur die der letzten Woche, und gelesen wurde zuletzt am {at}.',
  ],
  [
    'Reviews of {words} may be missing: {name} lists more since the last walk than are read.',
    'Rezensionen von {words} fehlen vielleicht: {name} nennt seit dem letzten Lesen mehr, als gelesen werden.',
  ],
  [
    'Reviews of {words} may be missing: the list of {name} broke off before the place where reading stopped.',
    'Rezensionen von {words} fehlen vielleicht: die Liste von {name} brach vor der Stelle ab, an der das Lesen aufhörte.',
  ],
  [
    'The {count} requests of an hour are used by source {source}; the rest of the reviews is read when some are free again.',
    'Die {count} Anfragen einer Stunde hat die Quelle {source} verbraucht; die übrigen Rezensionen werden gelesen, sobald wieder welche frei sind.',
  ],
  [
    'Google Play sent source {source} an answer that holds no reviews.',
    'Google Play sandte der Quelle {source} eine Antwort ohne Rezensionen.',
  ],
  [
    'Google Play did not take the token of source {source}; a new one is asked for.',
    'Google Play nahm das Token der Quelle {source} nicht an; um ein neues wird gebeten.',
  ],
  [
    'Google Play refuses source {source} (HTTP 403): give the service account the right to see and answer reviews of its apps in the Play Console.',
    'Google Play weist die Quelle {source} ab (HTTP 403): dem Dienstkonto in der Play Console das Recht geben, Rezensionen seiner Apps zu sehen und zu beantworten.',
  ],
  [
    'Google sent source {source} an answer that holds no token.',
    'Google sandte der Quelle {source} eine Antwort ohne Token.',
  ],
  [
    'Google does not take the service account of source {source}: make a new key for it, and check the clock of this machine.',
    'Google nimmt das Dienstkonto der Quelle {source} nicht an: einen neuen Schlüssel anlegen und die Uhr dieses Rechners prüfen.',
  ],
  [
    'The App Store sent source {source} an answer that holds no reviews.',
    'Der App Store sandte der Quelle {source} eine Antwort ohne Rezensionen.',
  ],
  [
    'The App Store answered source {source} with HTTP 429: too many requests.',
    'Der App Store antwortete der Quelle {source} mit HTTP 429: zu viele Anfragen.',
  ],
  [
    'The App Store refuses source {source} (HTTP {status}): check its key_id, issuer_id and private_key, that the key may read reviews, and the clock of this machine.',
    'Der App Store weist die Quelle {source} ab (HTTP {status}): key_id, issuer_id und private_key prüfen, ob der Schlüssel Rezensionen lesen darf, und die Uhr dieses Rechners.',
  ],
];
