import { germanAlertSentences } from './alerts.ts';
import { germanCommandSentences } from './commands.ts';
import { germanConfigSentences } from './config.ts';
import { germanFileSentences } from './files.ts';
import { germanRefusals } from './refusals.ts';
import { germanReviewSentences } from './reviews.ts';
import { germanSchemaSentences } from './schema.ts';
import { germanSocialSentences } from './social.ts';

/** English as the sources and the configuration say it, and German; the first that fits is taken, so the longer stand first. */
export const germanSentences: readonly (readonly [english: string, german: string])[] = [
  // Feeds
  [
    '{place} says that the feed is gone for good (status 410): remove it or give its new address',
    '{place} sagt, dass es den Feed nicht mehr gibt (Status 410): entfernen oder seine neue Adresse angeben',
  ],
  [
    'every entry of {place} is new since the last visit: older ones may have come and gone unseen',
    'alle Einträge von {place} sind seit dem letzten Besuch neu: ältere können ungesehen gekommen und gegangen sein',
  ],
  [
    'an article of {place} has {count} comments, of which its feed shows {shown}',
    'ein Artikel von {place} hat {count} Kommentare, von denen sein Feed {shown} zeigt',
  ],
  ['the feed at {place} could not be read: {reason}', 'der Feed unter {place} war nicht zu lesen: {reason}'],
  [
    '{place} is blocked for Evenhand (status {status}): ask its owner for access',
    '{place} lässt Evenhand nicht lesen (Status {status}): den Betreiber um Zugang bitten',
  ],
  [
    '{place} answered with status {status} and asks to wait {count} s: check the address in evenhand.yaml',
    '{place} antwortete mit Status {status} und bittet, {count} s zu warten: die Adresse in evenhand.yaml prüfen',
  ],
  [
    '{place} answered with status {status} and asks to wait {count} s',
    '{place} antwortete mit Status {status} und bittet, {count} s zu warten',
  ],
  [
    '{place} answered with status {status}: check base_url and wire in evenhand.yaml',
    '{place} antwortete mit Status {status}: base_url und wire in evenhand.yaml prüfen',
  ],
  [
    '{place} answered with status {status}: check the address in evenhand.yaml',
    '{place} antwortete mit Status {status}: die Adresse in evenhand.yaml prüfen',
  ],
  ['{place} answered with status {status}', '{place} antwortete mit Status {status}'],
  [
    '{place} redirects to something that is not an address',
    '{place} leitet weiter, aber nicht an eine Adresse',
  ],
  [
    '{place} redirects more than {count} times: give the address where it ends',
    '{place} leitet mehr als {count}-mal weiter: die Adresse angeben, an der das endet',
  ],
  ['{place} redirects more than {count} times', '{place} leitet mehr als {count}-mal weiter'],
  [
    '{place} answered with an empty page instead of a feed',
    '{place} antwortete mit einer leeren Seite statt mit einem Feed',
  ],
  ['{place} is refused: its {reason}', '{place} wird abgelehnt: {reason}'],
  ['elements stand more than {count} deep', 'die Elemente sind mehr als {count}-fach verschachtelt'],
  [
    '{place} is a list of feeds (OPML), not a feed: give the address of one of them',
    '{place} ist eine Liste von Feeds (OPML), kein Feed: die Adresse eines davon angeben',
  ],
  [
    '{place} is an HTML page, not a feed: give the address of its RSS or Atom feed',
    '{place} ist eine HTML-Seite, kein Feed: die Adresse ihres RSS- oder Atom-Feeds angeben',
  ],
  [
    '{place} is no feed that can be read (RSS, RDF, Atom or JSON Feed)',
    '{place} ist kein lesbarer Feed (RSS, RDF, Atom oder JSON Feed)',
  ],
  [
    'the feed of {place} ends in the middle: {reason}, what came after is missing',
    'der Feed von {place} endet mittendrin: {reason}, was danach kam, fehlt',
  ],
  ['1 entry was read', '1 Eintrag wurde gelesen'],
  ['{count} entries were read', '{count} Einträge wurden gelesen'],
  [
    '{place} lists {count} entries or more; only the first {most} were read',
    '{place} führt {count} Einträge oder mehr auf; nur die ersten {most} wurden gelesen',
  ],
  // Outgoing calls
  [
    '{place} did not finish its answer within {seconds} s',
    '{place} beendete die Antwort nicht innerhalb von {seconds} s',
  ],
  [
    '{place} could not be reached or broke off its answer ({code})',
    '{place} war nicht zu erreichen oder brach die Antwort ab ({code})',
  ],
  [
    '{place} could not be reached or broke off its answer',
    '{place} war nicht zu erreichen oder brach die Antwort ab',
  ],
  ['{place} sends more than {count} bytes', '{place} sendet mehr als {count} Bytes'],
  // Bluesky, and what else listens
  [
    '{place} could not be reached or broke off ({code})',
    '{place} war nicht zu erreichen oder brach ab ({code})',
  ],
  ['{place} could not be reached or broke off', '{place} war nicht zu erreichen oder brach ab'],
  ['{place} did not answer within {seconds} s', '{place} antwortete nicht innerhalb von {seconds} s'],
  ['{place} answered, but not as a web socket does', '{place} antwortete, aber nicht wie ein Web-Socket'],
  ['{place} does not keep to the protocol: {what}', '{place} hält sich nicht an das Protokoll: {what}'],
  ['{place} ended the connection', '{place} hat die Verbindung beendet'],
  ['{place} has sent nothing for {count} s', '{place} hat seit {count} s nichts gesendet'],
  [
    'posts between {from} and {to} may be missing: {place} began there and no longer has what was before',
    'Beiträge zwischen {from} und {to} fehlen vielleicht: {place} begann dort und hat nicht mehr, was vorher war',
  ],
  [
    'posts after {from} may be missing: the clock of {place} is behind, and it did not go back to where reading stopped',
    'Beiträge nach {from} fehlen vielleicht: die Uhr von {place} geht nach, und er ging nicht dorthin zurück, wo das Lesen aufhörte',
  ],
  ['{place} says {what}; posts may be missing', '{place} sagt {what}; Beiträge fehlen vielleicht'],
  ['{place} unpacks to more than {count} bytes', '{place} entpackt sich zu mehr als {count} Bytes'],
  ['the call to {place} was given up', 'der Aufruf von {place} wurde aufgegeben'],
  ['{place} has no address', '{place} hat keine Adresse'],
  [
    '{place} is refused because {reason}; if it is on your own network, add "{pair}" to network.allow in evenhand.yaml',
    '{place} wird abgelehnt, denn {reason}; liegt es im eigenen Netz, "{pair}" unter network.allow in evenhand.yaml eintragen',
  ],
  ['{place} is refused because {reason}', '{place} wird abgelehnt, denn {reason}'],
  [
    '{host} leads to {address}, which is not a public address',
    '{host} führt zu {address}, und das ist keine öffentliche Adresse',
  ],
  ['{host} is not a public address', '{host} ist keine öffentliche Adresse'],
  ['{host} is a name of your own network', '{host} ist ein Name des eigenen Netzes'],
  ['only ports 80 and 443 are called', 'nur die Ports 80 und 443 werden aufgerufen'],
  // X
  [
    'X answered source {source} with HTTP {status} ({said}): {reason}',
    'X antwortete der Quelle {source} mit HTTP {status} ({said}): {reason}',
  ],
  [
    'X answered source {source} with HTTP {status}: {reason}',
    'X antwortete der Quelle {source} mit HTTP {status}: {reason}',
  ],
  [
    'X answered source {source} with HTTP {status}{said}.',
    'X antwortete der Quelle {source} mit HTTP {status}{said}.',
  ],
  ['X answered source {source} with HTTP {status}.', 'X antwortete der Quelle {source} mit HTTP {status}.'],
  [
    "the account's own usage cap is reached; look at the usage page of the developer account.",
    'die Obergrenze des Kontos selbst ist erreicht; die Nutzungsseite des Entwicklerkontos ansehen.',
  ],
  ['too many requests.', 'zu viele Anfragen.'],
  [
    'the bearer token was not taken; check it and its project in the developer account.',
    'das Bearer-Token wurde nicht angenommen; es und sein Projekt im Entwicklerkonto prüfen.',
  ],
  [
    'the credits are used up; buy credits in the developer account.',
    'das Guthaben ist verbraucht; im Entwicklerkonto neues kaufen.',
  ],
  [
    'this account may not make this request; check its plan, credits and permissions.',
    'dieses Konto darf diese Anfrage nicht stellen; seinen Tarif, sein Guthaben und seine Rechte prüfen.',
  ],
  [
    'nothing is there; check the user ids under mentions, and baseUrl.',
    'dort ist nichts; die Kennungen unter mentions und baseUrl prüfen.',
  ],
  [
    'this is not an answer that the API describes; check baseUrl.',
    'so antwortet die API nach ihrer Beschreibung nicht; baseUrl prüfen.',
  ],
  [
    'X takes no more requests from source {source} before {at}.',
    'X nimmt von der Quelle {source} bis {at} keine Anfragen mehr an.',
  ],
  [
    'X sent source {source} an answer that is cut off or not JSON.',
    'X sandte der Quelle {source} eine Antwort, die abgeschnitten oder kein JSON ist.',
  ],
  [
    'X could not be reached for source {source}: {reason}.',
    'X war für die Quelle {source} nicht zu erreichen: {reason}.',
  ],
  [
    'X sent source {source} the same page token twice.',
    'X sandte der Quelle {source} zweimal dieselbe Marke für die nächste Seite.',
  ],
  [
    'X sent source {source} an answer that does not say whether more follows{said}.',
    'X sandte der Quelle {source} eine Antwort, die nicht sagt, ob noch etwas folgt{said}.',
  ],
  [
    'X sent source {source} an answer that does not say whether more follows.',
    'X sandte der Quelle {source} eine Antwort, die nicht sagt, ob noch etwas folgt.',
  ],
  [
    '{source} not read since {since} UTC, budget used; about {count} % seen. It is {price} a day; reading resumes at {at}.',
    '{source} seit {since} UTC nicht gelesen, Budget verbraucht; etwa {count} % gesehen. Es beträgt {price} am Tag; weitergelesen wird ab {at}.',
  ],
  [
    '{source} not read since {since} UTC, budget used; about {count} % seen. It is {price} a month; reading resumes at {at}.',
    '{source} seit {since} UTC nicht gelesen, Budget verbraucht; etwa {count} % gesehen. Es beträgt {price} im Monat; weitergelesen wird ab {at}.',
  ],
  [
    'Source {source} reads random minutes only, for its budget does not reach for all posts.',
    'Die Quelle {source} liest nur zufällige Minuten, denn ihr Budget reicht nicht für alle Beiträge.',
  ],
  [
    'The share of the budget of source {source} for threads is used for today; it goes on at {at}.',
    'Der Anteil des Budgets der Quelle {source} für Gespräche ist für heute verbraucht; weiter geht es um {at}.',
  ],
  [
    'Posts between {from} and {to} may be missing: recent search on X reaches back seven days only.',
    'Beiträge zwischen {from} und {to} fehlen vielleicht: die Suche auf X reicht nur sieben Tage zurück.',
  ],
  [
    'Posts after {from} may be missing: X lists the newest {count} mentions of an account only.',
    'Beiträge nach {from} fehlen vielleicht: X nennt nur die neuesten {count} Erwähnungen eines Kontos.',
  ],
  ...germanConfigSentences,
  ...germanAlertSentences,
  ...germanSocialSentences,
  ...germanReviewSentences,
  ...germanFileSentences,
  ...germanRefusals,
  ...germanCommandSentences,
  ...germanSchemaSentences,
];
