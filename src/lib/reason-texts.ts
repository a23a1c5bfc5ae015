import { type CatalogueLanguage, createSay, localeOf, type Message, type Values } from './catalogue.ts';
import { durationText } from './duration-text.ts';
import { numberFormat } from './formats.ts';

/** A reason of a decision: a code of the catalogue and the values of its placeholders. */
export interface SpokenReason {
  readonly code: string;
  readonly values?: Values;
}

/** Says a reason in a few words of the language, without a full stop. An unknown code is shown as it is. */
export const reasonText = (reason: SpokenReason, language: CatalogueLanguage): string => {
  const { code, values = {} } = reason;
  if (code === 'prior_contact') return priorContact(values, language);
  return isKnown(code) ? say(language, code, readable(values, language)) : code;
};

/** The word for a category of complaint; an unknown one is shown as it is. */
export const categoryText = (category: string, language: CatalogueLanguage): string => {
  const key = `category.${category}`;
  return isKnown(key) ? say(language, key) : category;
};

/** The number of attempts and the days of waiting are told of separately; either may be missing. */
const priorContact = ({ count, days }: Values, language: CatalogueLanguage): string => {
  const said: string[] = [];
  if (count !== undefined) said.push(say(language, 'prior_contact.count', { count }));
  if (days !== undefined) said.push(waiting(Number(days), language));
  return said.length === 0 ? say(language, 'prior_contact') : said.join(', ');
};

const dayMs = 86_400_000;

/** Somebody who waits since this morning waits for hours, not for a third of a day. */
const waiting = (days: number, language: CatalogueLanguage): string =>
  days < 1
    ? say(language, 'prior_contact.since', { time: durationText(days * dayMs, language) })
    : say(language, 'prior_contact.days', { count: Math.round(days) });

const readable = (values: Values, language: CatalogueLanguage): Values => {
  const said: Record<string, string | number> = { ...values };
  if ('category' in said) said.category = categoryText(String(said.category), language);
  if ('amount' in said) said.amount = moneyText(String(said.amount), language);
  return said;
};

/** `EUR 4333` becomes what the language writes for it; anything else stays. */
export const moneyText = (amount: string, language: CatalogueLanguage): string => {
  const [, currency, number] = /^([A-Z]{3}) (\d+(?:\.\d+)?)$/.exec(amount) ?? [];
  if (currency === undefined || number === undefined) return amount;
  const minimumFractionDigits = number.includes('.') ? 2 : 0;
  const style = { style: 'currency', currency, minimumFractionDigits } as const;
  return numberFormat(localeOf[language], style).format(Number(number));
};

const en = {
  'danger.person_at_risk': 'a person may be at risk',
  'danger.threat_to_others': 'a threat to other people',
  'danger.product': 'a product may be dangerous',
  'danger.child': 'a child may be in danger',
  large_or_dated_loss: 'much money or a fixed date is at stake',
  dependence: 'someone depends on this service',
  blocked_service: 'cannot use the service',
  unanswered_contact: 'asked before, no answer',
  ordinary_failure: 'something went wrong',
  annoyance: 'an annoyance',
  prior_contact: 'has been in touch before',
  'prior_contact.count': { one: 'has been in touch once', other: 'has been in touch {count} times' },
  'prior_contact.since': 'waiting for {time}',
  'prior_contact.days': { one: 'waiting for 1 day', other: 'waiting for {count} days' },
  contact_log: {
    one: 'our own log holds an attempt that nobody answered',
    other: 'our own log holds {count} attempts that nobody answered',
  },
  same_problem: 'has the same problem as the post it answers',
  parent_raised: 'the post it answers is more severe',
  decided_by_person: 'decided by a person',
  category: 'about {category}',
  amount: '{amount} at stake',
  'category.billing': 'billing',
  'category.delivery': 'delivery',
  'category.service': 'service',
  'category.product': 'product',
  'category.account': 'account',
  'category.staff': 'staff',
  'category.unanswered': 'no answer',
  'category.booking': 'booking',
  'category.other': 'other',
  'review.not_a_complaint': 'not a complaint',
  'review.praise': 'praise',
  'review.question': 'a question or request',
  'review.opinion': 'an opinion about the news',
  'review.relay': 'tells of somebody else’s complaint',
  'review.advert': 'an advertisement',
  'review.employee': 'by somebody who works there',
  'review.own_account': 'from one of the brand’s own accounts',
  'review.repost': 'a repost',
  'review.duplicate': 'a duplicate',
  'review.solved': 'says that the problem is solved',
  'review.waiting_for_parent': 'the post it answers has not been read yet',
  'review.parent_not_a_complaint': 'the post it answers is not a complaint',
  'review.unsure': 'not certain, a person should look',
  'review.language': 'a language that is not decided here',
  'review.no_text': 'no text',
  'review.image_only': 'the text is in an image',
  'review.deleted': 'deleted',
} as const satisfies Record<string, Message>;

type Key = keyof typeof en;

const de: Readonly<Record<Key, Message>> = {
  'danger.person_at_risk': 'ein Mensch ist womöglich in Gefahr',
  'danger.threat_to_others': 'eine Drohung gegen andere',
  'danger.product': 'ein Produkt ist womöglich gefährlich',
  'danger.child': 'ein Kind ist womöglich in Gefahr',
  large_or_dated_loss: 'viel Geld oder ein fester Termin steht auf dem Spiel',
  dependence: 'jemand ist auf den Dienst angewiesen',
  blocked_service: 'kann den Dienst nicht nutzen',
  unanswered_contact: 'hat schon gefragt, keine Antwort',
  ordinary_failure: 'etwas ist schiefgegangen',
  annoyance: 'ein Ärgernis',
  prior_contact: 'hat sich schon gemeldet',
  'prior_contact.count': {
    one: 'hat sich schon einmal gemeldet',
    other: 'hat sich schon {count}-mal gemeldet',
  },
  'prior_contact.since': 'wartet seit {time}',
  'prior_contact.days': { one: 'wartet seit 1 Tag', other: 'wartet seit {count} Tagen' },
  contact_log: {
    one: 'in unserem eigenen Protokoll steht ein Versuch ohne Antwort',
    other: 'in unserem eigenen Protokoll stehen {count} Versuche ohne Antwort',
  },
  same_problem: 'hat dasselbe Problem wie der Beitrag davor',
  parent_raised: 'der Beitrag davor wiegt schwerer',
  decided_by_person: 'von einem Menschen entschieden',
  category: 'es geht um: {category}',
  amount: 'es geht um {amount}',
  'category.billing': 'Abrechnung',
  'category.delivery': 'Lieferung',
  'category.service': 'Service',
  'category.product': 'Produkt',
  'category.account': 'Konto',
  'category.staff': 'Personal',
  'category.unanswered': 'keine Antwort',
  'category.booking': 'Buchung',
  'category.other': 'Sonstiges',
  'review.not_a_complaint': 'keine Beschwerde',
  'review.praise': 'Lob',
  'review.question': 'eine Frage oder Bitte',
  'review.opinion': 'eine Meinung zur Nachricht',
  'review.relay': 'erzählt von der Beschwerde eines anderen',
  'review.advert': 'Werbung',
  'review.employee': 'von jemandem, der dort arbeitet',
  'review.own_account': 'von einem eigenen Konto der Marke',
  'review.repost': 'ein geteilter Beitrag',
  'review.duplicate': 'ein Duplikat',
  'review.solved': 'schreibt, dass das Problem gelöst ist',
  'review.waiting_for_parent': 'der Beitrag davor ist noch nicht gelesen',
  'review.parent_not_a_complaint': 'der Beitrag davor ist keine Beschwerde',
  'review.unsure': 'unsicher, ein Mensch sollte es ansehen',
  'review.language': 'eine Sprache, die hier nicht entschieden wird',
  'review.no_text': 'kein Text',
  'review.image_only': 'der Text steht in einem Bild',
  'review.deleted': 'gelöscht',
};

const isKnown = (key: string): key is Key => Object.hasOwn(en, key);
const say = createSay<Key>({ en, de });
