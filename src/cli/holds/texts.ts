import { createSay, type Message } from '../../lib/catalogue.ts';

const en = {
  none: 'Nothing is held.',
  held: '{case}: {component}, {hazard}, {on} are kept until {until}, whatever happens to the words.',
  ended: '{case}: nothing is held any longer; the facts go within the hour.',
  row: '{case}  until {until}  {component}: {hazard} ({on})  {reason}  {holder}',
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  none: 'Nichts wird festgehalten.',
  held: '{case}: {component}, {hazard}, {on} bleiben bis {until}, was immer mit den Worten geschieht.',
  ended: '{case}: nichts wird mehr festgehalten; die Angaben gehen binnen einer Stunde.',
  row: '{case}  bis {until}  {component}: {hazard} ({on})  {reason}  {holder}',
};

export const sayHolds = createSay<keyof typeof en>({ en, de });
