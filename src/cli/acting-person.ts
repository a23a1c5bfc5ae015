import { type DeskPerson, personNamed } from '../cases/lease/desk-person.ts';
import type { App } from './app.ts';
import { peopleOf, whoMay } from './permission.ts';

/** Who works on cases under this name, and what may be handed to them; throws a UserError where they may not. */
export const deskPersonOf = (app: App, named: string | undefined): DeskPerson =>
  deskPersonNamed(app, whoMay(app, named, 'work_cases').name);

/** Somebody of whom it is known that they may. Where no people are configured it is anybody. */
export const deskPersonNamed = (app: App, name: string): DeskPerson => personNamed(name, peopleOf(app));
