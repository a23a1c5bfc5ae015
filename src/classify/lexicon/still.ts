import type { Phrases } from './cues.ts';

/** Still, again, since: the trouble goes on. */
export const still: Phrases = {
  cue: 'still',
  phrases: {
    en: `
(still|again|yet|already|anymore|since|until|ago|constantly|always|every time|everytime|once again|over and over|every day|all day|forever|repeatedly|keeps|keep)
`,
    de: `
(immer noch|noch immer|schon wieder|mal wieder|wieder mal|seit|staendig|dauernd|immer wieder|jedes mal|jeden tag|bis heute|noch nicht|nicht mehr|erneut|laenger|mittlerweile|inzwischen|weiterhin|wochenlang|monatelang|stundenlang|tagelang)
`,
  },
};
