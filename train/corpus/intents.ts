import type { Category } from '../../src/domain/classification.ts';
import type { Example } from './example.ts';

/** What the intents of the two bank and shop sets are about, in our categories; an intent that fits none is left out. */
const patterns: readonly (readonly [RegExp, readonly Category[]])[] = [
  [
    /refund|fee|charge|payment|transfer|top_up|exchange|invoice|cash|debit|price|statement|balance/i,
    ['billing'],
  ],
  [/card_arrival|delivery|track_order|shipping|order_physical/i, ['delivery']],
  [/not_working|swallowed|virtual_card_not|contactless/i, ['product']],
  [
    /pin|passcode|password|account|identity|verify|registration|apple_pay|personal_details|activate/i,
    ['account'],
  ],
  [/human_agent|customer_service/i, ['unanswered']],
];

const categoriesOf = (intent: string): Partial<Example> | null => {
  const found = patterns.filter(([pattern]) => pattern.test(intent)).flatMap(([, categories]) => categories);
  return found.length === 0 ? null : { categories: [...new Set(found)] };
};

export const bankingCategories = categoriesOf;
export const bitextCategories = categoriesOf;
