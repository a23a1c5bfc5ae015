import type { Message } from '../../lib/catalogue.ts';
import type { enDoctor } from './texts.en.ts';

export const deDoctor: Readonly<Record<keyof typeof enDoctor, Message>> = {
  'area.program': 'Programm',
  'area.configuration': 'Konfiguration',
  'area.record': 'Datenbank',
  'area.queue': 'Warteschlange',
  'area.service': 'Dienst',
  'area.inbox': 'Eingang',
  'area.source': 'Quellen',
  'area.dead_letters': 'Konnte nicht verarbeitet werden',
  'area.people': 'Personen',
  'area.sink': 'Helpdesks',
  'area.channel': 'Kanäle',
  'area.lock': 'Schlösser der Reichweiten-Blindheit',
  'program.good': 'Evenhand {version} auf Node {node}',
  'program.old': 'Node {node} ist zu alt für Evenhand {version}',
  'program.update': 'Node 20.19 oder neuer einrichten',
  'config.demo': 'die Demo: hier liegt keine evenhand.yaml, und DATABASE_URL ist nicht gesetzt',
  'config.write': 'mit "evenhand init" eine eigene Konfiguration schreiben',
  'config.good': '{file}: Marken {brands}; Quellen {sources}; Kanäle {channels}',
  'config.fault': '{fault}',
  'config.warning': '{warning}',
  'config.mend': 'beheben, dann "evenhand config check" aufrufen',
  'config.token':
    'auf developer.x.com eine App anlegen, ihr Bearer-Token kopieren und X_BEARER_TOKEN=… in die .env neben evenhand.yaml schreiben',
  'record.owner': 'eingebettet in {directory}; gerade hält sie kein Dienst',
  'record.joined': 'eingebettet in {directory}; ein laufender Dienst besitzt sie und antwortet',
  'record.none': 'eingebettet in {directory}; es gibt sie noch nicht',
  'record.begin': 'den Dienst mit "npm start" starten oder eine Datei importieren',
  'record.server': 'PostgreSQL {version} auf {place}',
  'record.old': 'PostgreSQL {version} auf {place} ist zu alt',
  'record.upgrade': 'PostgreSQL 15 oder neuer verwenden',
  'record.empty': '{place} enthält noch keine Tabellen von Evenhand',
  'record.down': '{reason}',
  'record.start': 'solange sie nicht antwortet, lässt sich alles Weitere nicht ansehen',
  'queue.record': 'Weckrufe gehen durch dieselbe Datenbank; kein Redis ist eingerichtet',
  'queue.redis': 'Redis {version} auf {place}',
  'queue.old': 'Redis {version} auf {place} ist zu alt',
  'queue.upgrade': 'Redis 7 oder neuer verwenden, oder Valkey',
  'queue.evicts': 'Redis auf {place} darf Aufträge wegwerfen (maxmemory-policy {policy})',
  'queue.noeviction':
    'maxmemory-policy noeviction setzen; verloren geht nichts, aber Weggeworfenes muss erst wiedergefunden werden',
  'queue.down': 'Redis auf {place} antwortet nicht: {reason}',
  'queue.start': 'starten oder REDIS_URL berichtigen',
  'service.none': 'es läuft kein Dienst',
  'service.begin': 'mit "npm start" starten',
  'service.one': '{stages}, seit {since}, Version {version}',
  'service.lacking': 'kein Prozess erledigt {stages}',
  'service.stages': 'einen starten mit "npm start -- --stages {stages}"',
  'inbox.empty': 'nichts wartet auf Entscheidung',
  'inbox.some': {
    one: '{count} Beitrag wartet auf Entscheidung',
    other: '{count} Beiträge warten auf Entscheidung',
  },
  'inbox.late': {
    one: '{count} Beitrag wartet auf Entscheidung, seit {age}',
    other: '{count} Beiträge warten auf Entscheidung, der älteste seit {age}',
  },
  'inbox.help': 'einen weiteren Prozess starten mit "npm start -- --stages triage"',
  'source.none': 'keine eingerichtet; Dateien kommen mit "evenhand import" herein',
  'get.push':
    'mit dem Absender ein Geheimnis vereinbaren (echo "whsec_$(openssl rand -base64 24)" erzeugt eines) und {name}=… in die .env neben evenhand.yaml schreiben',
  'get.whsec':
    'eines erzeugen, das mit whsec_ beginnt, und dem Absender geben; oder signature: hmac angeben, wenn er auf eigene Weise unterschreibt',
  'get.mastodon':
    'auf der Instanz unter Einstellungen, Entwicklung eine Anwendung mit read:statuses und read:search anlegen, ihr Zugriffstoken kopieren und {name}=… in die .env neben evenhand.yaml schreiben',
  'get.discourseHook':
    'im Forum: Admin, API, Webhooks, neuer Webhook; dort ein Geheimnis von mindestens 12 Zeichen wählen und {name}=… in die .env schreiben',
  'get.apiKey':
    'für ein Discourse-Forum: einen Admin um einen API-Schlüssel bitten, der lesen darf; für YouTube: unter console.cloud.google.com ein Projekt anlegen, dort die YouTube Data API v3 einschalten und einen API-Schlüssel erstellen; dann {name}=… in die .env neben evenhand.yaml schreiben',
  'get.play':
    'unter console.cloud.google.com ein Dienstkonto mit JSON-Schlüssel anlegen und dort die Google Play Android Developer API einschalten, das Konto in der Play Console mit dem Recht einladen, auf Rezensionen zu antworten, und NAME=$(base64 -w0 key.json) als eine Zeile in die .env neben evenhand.yaml schreiben',
  'get.appStore':
    'in App Store Connect unter Benutzer und Zugriff, Integrationen, einen API-Schlüssel mit der Rolle Kundensupport anlegen, seine .p8-Datei einmal herunterladen und NAME=$(base64 -w0 AuthKey.p8) als eine Zeile in die .env neben evenhand.yaml schreiben; key_id und issuer_id stehen beim Schlüssel',
  'get.reddit':
    'die Responsible Builder Policy lesen (support.reddithelp.com/hc/en-us/articles/42728983564564), Zugang zur Data API beantragen mit dem, was gelesen wird und wozu, und approved: true erst neben kind: reddit schreiben, wenn Reddit zugestimmt hat; gewerbliche Nutzung braucht einen Vertrag mit Reddit',
  'get.redditApp':
    'nach der Zusage von Reddit unter reddit.com/prefs/apps eine App der Art "script" anlegen, Kennung und Geheimnis kopieren und {name}=… in die .env neben evenhand.yaml schreiben',
  'get.webhook':
    'mit echo "whsec_$(openssl rand -base64 24)" ein Geheimnis erzeugen, dem Empfänger geben und {name}=… in die .env neben evenhand.yaml schreiben',
  'get.slackBot':
    'unter api.slack.com/apps eine App anlegen, ihr den Bot-Scope chat:write geben, sie installieren, in den Channel einladen und ihr Bot-Token (xoxb-…) als NAME=… in die .env neben evenhand.yaml schreiben',
  'get.pagerDuty':
    'in PagerDuty bei einem Service die Integration „Events API V2“ hinzufügen, ihren Integration Key kopieren und als NAME=… in die .env neben evenhand.yaml schreiben',
  'get.mail':
    'beim Betreiber des Mailservers nach user und password fragen und {name}=… in die .env neben evenhand.yaml schreiben; braucht er keine: beide weglassen',
  'get.address': 'die Adresse beim Empfänger kopieren und {name}=… in die .env neben evenhand.yaml schreiben',
  'source.file': '{source} ist eine Datei und wird von Hand importiert',
  'source.import': 'evenhand import liest sie',
  'source.fileMissing': '{source} ist eine Datei, die fehlt: {path}',
  'source.bring': 'die Datei dorthin legen oder den Pfad berichtigen, dann importieren',
  'push.good': '{source}: zuletzt vor {age} gesendet, {read} gelesen, {kept} behalten',
  'push.never': '{source}: bisher wurde nichts gesendet',
  'push.standard':
    'der Absender soll an {address} POSTen und mit demselben Geheimnis nach Standard Webhooks unterschreiben (webhook-id, webhook-timestamp, webhook-signature); Adresse dieser Maschine und TLS sind Sache Ihres Proxys',
  'push.hmac':
    'der Absender soll an {address} POSTen, mit dem HMAC-SHA256 des Inhalts in {header}; Adresse dieser Maschine und TLS sind Sache Ihres Proxys',
  'push.hmacTimed':
    'der Absender soll an {address} POSTen, mit Unix-Sekunden in {time} und dem HMAC-SHA256 von Sekunden, Punkt und Inhalt in {header}; Adresse dieser Maschine und TLS sind Sache Ihres Proxys',
  'webmention.good': '{source}: zuletzt vor {age} eine Seite geprüft, {read} gelesen, {kept} behalten',
  'webmention.never': '{source}: bisher wurde keine Webmention geprüft',
  'webmention.name':
    '<link rel="webmention" href="{address}"> in die Seiten von {site} setzen; Adresse dieser Maschine und TLS sind Sache Ihres Proxys',
  'source.good': '{source}: vor {age} gelesen, {read} gelesen, {kept} behalten',
  'source.never': '{source} wurde noch nie gelesen',
  'source.stale': '{source} wurde zuletzt vor {age} gelesen: {reason}',
  'source.unknown': 'ein Grund ist nicht bekannt',
  'source.off': '{source} ist abgeschaltet: {reason}',
  'source.unread': '{source} ließ sich bisher nicht lesen: {reason}',
  'source.poll': 'wenn das behoben ist: evenhand poll {source}',
  'source.again':
    'ein laufender Dienst versucht es von selbst wieder; ist es behoben, liest "evenhand poll {source}" sofort',
  'source.start': 'ein laufender Dienst liest sie, oder "evenhand poll {source}"',
  'source.silent':
    '{source} antwortet, hat aber seit {age} nichts erzählt; seit {late} war etwas zu erwarten',
  'source.look': 'nachsehen, ob Adresse, Suchworte und Rechte noch stimmen: evenhand poll {source} --dry-run',
  'push.look':
    'den Absender von {source} fragen, ob er noch sendet und ob er abgewiesen wird (docs/operation.md)',
  'source.threads': 'Gespräche der Quelle {source} waren nicht zu lesen: {reason}',
  'source.gap': '{source} hat vielleicht etwas verpasst: {reason}',
  'quota.units': '{source}: {used} von {limit} Einheiten verbraucht',
  'quota.requests': '{source}: {used} von {limit} Anfragen verbraucht',
  'quota.unitsUntil': '{source}: {used} von {limit} Einheiten verbraucht; in {wait} wird neu gezählt',
  'quota.requestsUntil': '{source}: {used} von {limit} Anfragen verbraucht; in {wait} wird neu gezählt',
  'dead.none': 'nichts',
  'dead.some': { one: '{count} Erwähnung, seit {age}', other: '{count} Erwähnungen, die älteste seit {age}' },
  'dead.look': 'evenhand dead-letters list',
  'people.uncleared': {
    one: '{count} wartender Fall braucht die Freigabe {clearance}, die niemand hat',
    other: '{count} wartende Fälle brauchen die Freigabe {clearance}, die niemand hat',
  },
  'people.clear': 'sie jemandem geben, unter people in evenhand.yaml: sonst bekommt niemand diese Fälle',
  'channel.good': { one: '{count} Kanal, keiner abgeschaltet', other: '{count} Kanäle, keiner abgeschaltet' },
  'channel.off': '{channel} ist abgeschaltet: {reason}',
  'channel.mend':
    'beim Empfänger, in der .env oder in evenhand.yaml berichtigen, dann den Dienst neu starten; was wartet, geht dann hinaus',
  'channel.refused': '{channel} wird nicht angerufen: die Adresse führt ins eigene Netz',
  'channel.allow':
    'host:port unter network.allow in evenhand.yaml eintragen, dann den Dienst neu starten; was wartet, geht dann hinaus',
  'channel.late': {
    one: '{count} Nachricht an {channel} ist noch nicht zugestellt, seit {age}',
    other: '{count} Nachrichten an {channel} sind noch nicht zugestellt, die älteste seit {age}',
  },
  'channel.wait': 'sie werden von selbst wieder gesendet; bitte prüfen, ob {channel} antwortet',
  'channel.waitFor': '{reason}; sie werden von selbst wieder gesendet',
  'lock.tests':
    'Schlösser 1 (Typen), 2 (Importe), 4 (Nutzlasten) und 5 (Verhalten) sind durch die Tests dieser Version belegt',
  'lock.closed': 'Schloss 3 (Tabellen und Rollen) ist zu',
  'lock.open': 'Schloss 3 ist offen: {reason}',
  'lock.close':
    'die Anweisungen unten mit einem Login ausführen, das Rollen anlegen darf, dann den Dienst neu starten',
  'lock.look': 'das Recht wieder entziehen; danach meldet "evenhand doctor", dass das Schloss zu ist',
  'replay.none': 'noch keine Nacht hat eine Stichprobe von Fällen erneut entschieden',
  'replay.same': {
    one: '{count} Beitrag ausgeloster Fälle wurde vor {age} erneut entschieden: {same} gleich, {untold} nicht zu sagen',
    other:
      '{count} Beiträge ausgeloster Fälle wurden vor {age} erneut entschieden: {same} gleich, {untold} nicht zu sagen',
  },
  'replay.differs': {
    one: '{count} Beitrag wurde vor {age} beim erneuten Entscheiden anders entschieden: {cases}',
    other: '{count} Beiträge wurden vor {age} beim erneuten Entscheiden anders entschieden: {cases}',
  },
  'replay.look': 'evenhand verify {first}',
  'sink.never': '{sink} wurde noch nichts mitgeteilt: kein Dienst ist damit gestartet',
  'sink.start': 'den Dienst starten, mit der Stufe notify',
  'sink.off': 'Helpdesk {sink} ist abgeschaltet: {reason}',
  'sink.mend': 'in evenhand.yaml oder dort beheben, dann: evenhand sinks retry {sink} --all',
  'sink.late': {
    one: 'Helpdesk {sink}: {count} Aufruf wartet seit {age}: {reason}',
    other: 'Helpdesk {sink}: {count} Aufrufe warten, der älteste seit {age}: {reason}',
  },
  'sink.failed': {
    one: 'Helpdesk {sink}: {count} Aufruf wurde aufgegeben: {reason}',
    other: 'Helpdesk {sink}: {count} Aufrufe wurden aufgegeben: {reason}',
  },
  'sink.retry': 'evenhand sinks list {sink} --failed, dann evenhand sinks retry {sink} --all',
  'sink.notRecalled': {
    one: 'Helpdesk {sink} behält {count} Notiz mit Worten, die weg sein sollten',
    other: 'Helpdesk {sink} behält {count} Notizen mit Worten, die weg sein sollten',
  },
  'sink.byHand': 'dort von Hand löschen: evenhand sinks list {sink} --not-recalled',
  'sink.good': { one: 'Helpdesk {sink}: {count} Ticket', other: 'Helpdesk {sink}: {count} Tickets' },
  'sum.good': 'Alles ist in Ordnung.',
  'sum.warn': {
    one: 'Nichts ist defekt; {count} Sache ist einen Blick wert.',
    other: 'Nichts ist defekt; {count} Sachen sind einen Blick wert.',
  },
  'sum.fail': { one: '{count} Sache braucht Sie.', other: '{count} Sachen brauchen Sie.' },
};
