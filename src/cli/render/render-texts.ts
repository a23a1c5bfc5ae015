import { type CatalogueLanguage, createSay, type Message } from '../../lib/catalogue.ts';
import { deRenderTexts } from './render-texts.de.ts';
import { enRenderTexts, type RenderTextKey } from './render-texts.en.ts';

export const sayRender = createSay<RenderTextKey>({ en: enRenderTexts, de: deRenderTexts });

/** For keys that come from rows; one that no catalogue knows is shown as it is. */
export const sayKnown = (language: CatalogueLanguage, group: string, value: string): string => {
  const key = `${group}.${value}`;
  return isKnown(key) ? sayRender(language, key) : value;
};

const isKnown = (key: string): key is RenderTextKey =>
  Object.hasOwn(enRenderTexts satisfies Readonly<Record<string, Message>>, key);
