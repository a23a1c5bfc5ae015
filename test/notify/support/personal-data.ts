import fc from 'fast-check';

/** Puts a value into a sentence: the neighbours must neither hide nor betray it. */
export const aroundIt: fc.Arbitrary<(value: string) => string> = fc.constantFrom(
  (value: string) => value,
  (value: string) => `(${value})`,
  (value: string) => `es ist ${value}, danke`,
  (value: string) => `bitte an ${value}. Seit drei Wochen nichts!`,
  (value: string) => `here: ${value}; nobody answers`,
  (value: string) => `„${value}“ steht da`,
  (value: string) => `nothing\n${value}\never`,
);

const digits = (count: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: count, maxLength: count });
const firstThen = (count: number) =>
  fc.tuple(fc.integer({ min: 1, max: 9 }), digits(count - 1)).map(([first, rest]) => `${first}${rest}`);

const remainder97 = (text: string): number =>
  Array.from(text).reduce((rest, sign) => {
    const value = Number.parseInt(sign, 36);
    return (rest * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);

// Country and length of the account part: digits only (DE, AT, CH, ES) and with letters (GB, FR, NL).
const accounts = fc.oneof(
  ...(['DE:18', 'AT:16', 'CH:17', 'ES:20'] as const).map((shape) => {
    const [country = '', length = ''] = shape.split(':');
    return digits(Number(length)).map((account) => ({ country, account }));
  }),
  fc
    .tuple(fc.constantFrom('ABNA', 'INGB'), digits(10))
    .map(([bank, rest]) => ({ country: 'NL', account: bank + rest })),
  fc
    .tuple(fc.constantFrom('WEST', 'BARC'), digits(14))
    .map(([bank, rest]) => ({ country: 'GB', account: bank + rest })),
);

export const iban: fc.Arbitrary<string> = fc
  .tuple(accounts, fc.constantFrom('', ' ', '-', '\u00a0'), fc.boolean())
  .map(([{ country, account }, separator, isLower]) => {
    const check = 98 - remainder97(`${account}${country}00`.toUpperCase());
    const whole = `${country}${String(check).padStart(2, '0')}${account}`;
    const grouped = (whole.match(/.{1,4}/g) ?? []).join(separator);
    return isLower ? grouped.toLowerCase() : grouped;
  });

const separators = fc.constantFrom('', ' ', '-', '/', '.', ' / ');
export const phone: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('+49', '+43', '+1', '+44 (0)', '0049', '+33'),
      separators,
      firstThen(3),
      separators,
      digits(4),
      digits(3),
    )
    .map(([country, a, area, b, first, rest]) => `${country}${a}${area}${b}${first}${b}${rest}`),
  fc
    .tuple(
      fc.constantFrom('030', '0711', '0170', '04321', '(089)'),
      separators,
      firstThen(4),
      fc.constantFrom('', ' ', '-'),
      digits(3),
    )
    .map(([area, a, first, b, rest]) => `${area}${a}${first}${b}${rest}`),
);

const vinSigns = Array.from('ABCDEFGHJKLMNPRSTUVWXYZ0123456789');
const vinValues: Readonly<Record<string, number>> = Object.fromEntries(
  Array.from('12345678012345070923456789').map((value, index) => [
    String.fromCharCode(65 + index),
    Number(value),
  ]),
);
const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

export const vin: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('WVW', 'WDB', '1M8', 'JHM'),
    fc.array(fc.constantFrom(...vinSigns), { minLength: 10, maxLength: 10 }),
    digits(4),
    fc.boolean(),
  )
  .map(([maker, middle, serial, isGrouped]) => {
    const signs = Array.from(maker + middle.join('') + serial);
    const sum = signs.reduce(
      (total, sign, place) => total + (vinValues[sign] ?? Number(sign)) * (weights[place] ?? 0),
      0,
    );
    signs[8] = sum % 11 === 10 ? 'X' : String(sum % 11);
    const run = signs.join('');
    return isGrouped ? `${run.slice(0, 3)} ${run.slice(3, 9)} ${run.slice(9)}` : run;
  });

const capitals = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('BCDFGKMPRSTVWXYZ')), minLength: min, maxLength: max });
export const plate: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('B', 'M', 'HH', 'KA', 'TÜ', 'OAL'),
    capitals(1, 2),
    fc.integer({ min: 1, max: 9999 }),
    fc.constantFrom('', 'E', 'H'),
  )
  .map(([district, letters, number, kind]) => `${district}-${letters} ${number}${kind}`);

export const german = {
  street: fc
    .tuple(
      fc.constantFrom(
        'Hauptstraße',
        'Berliner Straße',
        'Lindenweg',
        'Bahnhofstr.',
        'Potsdamer Platz',
        'Alte Gasse',
        'Goetheallee',
        'Rosa-Luxemburg-Straße',
      ),
      fc.integer({ min: 1, max: 999 }),
      fc.constantFrom('', 'a', ' b', '-13'),
    )
    .map(([name, number, more]) => `${name} ${number}${more}`),
  town: fc
    .tuple(
      fc.integer({ min: 1067, max: 99_998 }),
      fc.constantFrom('Berlin', 'Bad Homburg', 'Frankfurt am Main', 'Köln', 'Halle'),
    )
    .filter(([code]) => code % 1000 !== 0)
    .map(([code, town]) => `${String(code).padStart(5, '0')} ${town}`),
};

const two = (min: number, max: number) =>
  fc.integer({ min, max }).map((value) => String(value).padStart(2, '0'));
/** What a complaint is full of and nobody is found by. */
export const ordinary: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 99_999 }), two(0, 99)).map(([euros, cents]) => `${euros},${cents} €`),
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), digits(3), two(0, 99))
    .map(([a, b, cents]) => `EUR ${a}.${b},${cents}`),
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), digits(3), two(0, 99))
    .map(([a, b, cents]) => `$${a},${b}.${cents}`),
  fc
    .tuple(two(1, 31), two(1, 12), fc.integer({ min: 1990, max: 2039 }), fc.constantFrom('.', '/', '-'))
    .map(([d, m, y, by]) => [d, m, y].join(by)),
  fc.tuple(two(1, 28), two(1, 12), fc.integer({ min: 1990, max: 2039 })).map(([d, m, y]) => `${y}-${m}-${d}`),
  fc.tuple(two(1, 28), two(1, 12), two(0, 39)).map((parts) => parts.join('.')),
  fc.tuple(two(0, 23), two(0, 59)).map(([h, m]) => `${h}:${m} Uhr`),
  fc
    .tuple(
      fc.constantFrom('LH', 'EW', 'U2', 'FR', 'BA'),
      fc.constantFrom('', ' '),
      fc.integer({ min: 1, max: 9999 }),
    )
    .map((parts) => parts.join('')),
);
