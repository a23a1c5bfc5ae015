import { abuse } from './abuse.ts';
import { ahead, forfeit, mitigated, occasion, past } from './ahead.ts';
import { breach } from './breach.ts';
import { category } from './category.ts';
import { contact, demand, duration, threat, unanswered } from './contact.ts';
import type { Phrases } from './cues.ts';
import { danger, hyperbole } from './danger.ts';
import { context } from './danger-signs/context.ts';
import { harm } from './danger-signs/harm.ts';
import { hazards } from './danger-signs/hazards.ts';
import { indirect } from './danger-signs/indirect.ts';
import { people } from './danger-signs/people.ts';
import { failure, trouble } from './failure.ts';
import { joiner, otherwise } from './join.ts';
import { need, strait } from './lifelines.ts';
import { livelihood } from './livelihood.ts';
import { minor } from './minor.ts';
import { access, lifeline, mobility } from './needs.ts';
import { answered, attempt, boast, silence } from './silence.ts';
import { ask, help, hypothetical, identifier, own, ownAccount, why } from './speech.ts';
import { blocked, currency, datedLoss, dependence, lossOfMoney } from './stakes.ts';
import { still } from './still.ts';
import {
  advert,
  employee,
  image,
  opinion,
  otherProblem,
  relay,
  same,
  sameTerse,
  sameTime,
  solved,
} from './thread.ts';
import { annoyance, courtesy, praise, sarcasm, thanks } from './tone.ts';

/** Every phrase that Evenhand knows. */
export const lexicon: readonly Phrases[] = [
  failure,
  trouble,
  still,
  blocked,
  dependence,
  mobility,
  access,
  lifeline,
  datedLoss,
  lossOfMoney,
  currency,
  unanswered,
  contact,
  duration,
  demand,
  threat,
  annoyance,
  praise,
  thanks,
  courtesy,
  sarcasm,
  same,
  sameTerse,
  sameTime,
  otherProblem,
  solved,
  relay,
  opinion,
  advert,
  employee,
  image,
  help,
  why,
  ask,
  own,
  hypothetical,
  identifier,
  ownAccount,
  danger,
  hyperbole,
  hazards,
  harm,
  indirect,
  people,
  context,
  category,
  minor,
  breach,
  ahead,
  occasion,
  forfeit,
  past,
  mitigated,
  livelihood,
  need,
  strait,
  silence,
  answered,
  attempt,
  joiner,
  otherwise,
  boast,
  abuse,
];
