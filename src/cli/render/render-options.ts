import pc from 'picocolors';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';

/** How a thing is written to a terminal. Nothing here asks the process whether it has colours: the caller says so. */
export interface RenderOptions {
  readonly language: CatalogueLanguage;
  readonly isColour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  readonly now: Date;
}

export type Colours = ReturnType<typeof pc.createColors>;

export const coloursOf = ({ isColour }: { readonly isColour: boolean }): Colours => pc.createColors(isColour);
