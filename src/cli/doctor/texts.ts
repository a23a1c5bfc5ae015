import { createSay } from '../../lib/catalogue.ts';
import { deDoctor } from './texts.de.ts';
import { enDoctor } from './texts.en.ts';

export type DoctorKey = keyof typeof enDoctor;

export const sayDoctor = createSay<DoctorKey>({ en: enDoctor, de: deDoctor });
