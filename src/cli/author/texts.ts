import { createSay, type Message } from '../../lib/catalogue.ts';

const en = {
  objected: 'Noted: posts of {author} are handled, and used for no label, sample, training or digest.',
  stood: 'The objection of {author} stood already.',
  labels: {
    one: '{count} label of their posts was erased; export labels anew, and delete the old file.',
    other: '{count} labels of their posts were erased; export labels anew, and delete the old file.',
  },
  withdrawn: 'The objection of {author} no longer stands; what was erased by it stays erased.',
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  objected:
    'Vermerkt: Beiträge von {author} werden bearbeitet, und für keine Kennzeichnung, Stichprobe, kein Training und keinen Digest verwendet.',
  stood: 'Der Widerspruch von {author} stand schon.',
  labels: {
    one: '{count} Kennzeichnung ihrer Beiträge wurde gelöscht; neu exportieren, und die alte Datei löschen.',
    other:
      '{count} Kennzeichnungen ihrer Beiträge wurden gelöscht; neu exportieren, und die alte Datei löschen.',
  },
  withdrawn: 'Der Widerspruch von {author} gilt nicht mehr; was seinetwegen gelöscht wurde, bleibt gelöscht.',
};

export const sayAuthor = createSay<keyof typeof en>({ en, de });
