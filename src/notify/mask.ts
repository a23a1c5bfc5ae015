import { maskAddresses } from './mask/addresses.ts';
import { maskAccounts, maskLinks, maskMails } from './mask/contacts.ts';
import { maskIbans, maskNumbers, maskPlates, maskVins } from './mask/identifiers.ts';
import { maskPersons } from './mask/persons.ts';
import { maskPhones } from './mask/phones.ts';

/**
 * Hides what identifies a person before text leaves the desk: mail and web addresses, accounts, IBAN, VIN, phone
 * numbers, streets and towns, number plates, order and customer numbers, persons called by name. Each becomes a mark such as `[phone]`. It
 * rather hides too much than too little. Masking twice changes nothing more.
 */
export const mask = (text: string): string => {
  let before = visible(text);
  for (;;) {
    const after = rules.reduce((masked, rule) => rule(masked), before);
    // A mark may free its neighbour for another rule. It ends: a pass either hides something or is the last one.
    if (after === before) return after;
    before = after;
  }
};

/** The order matters: a mail address holds an account, an IBAN holds digits that look like a phone number. */
const rules: readonly ((text: string) => string)[] = [
  maskLinks,
  maskMails,
  maskAccounts,
  maskIbans,
  maskVins,
  maskAddresses,
  maskPhones,
  maskPlates,
  maskNumbers,
  maskPersons,
];

/** The marks that `mask` leaves; channels translate them. */
export const marks = [
  'link',
  'mail',
  'account',
  'iban',
  'vin',
  'address',
  'phone',
  'plate',
  'number',
  'name',
] as const;

/**
 * Without characters that nobody sees but that break a number apart, turn the direction of writing or command a
 * terminal. The joiner U+200D stays: emoji are made with it.
 */
const visible = (text: string): string =>
  text
    .replace(unseen, '')
    .replace(blank, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd');

const unseen = /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
/** Control characters but for tab and line feed. */
const blank = /(?![\t\n])\p{Cc}/gu;
