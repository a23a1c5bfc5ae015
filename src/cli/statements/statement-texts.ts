import { createSay, type Message, type Say } from '../../lib/catalogue.ts';

const en = {
  none: 'No statement: the company has said nothing of its own on a case or a problem.',
  one_of: 'name what the statement is about: either --problem P-17 or --case EH-12',
  'state.waiting': 'waits for a second reader',
  'state.approved': 'approved',
  'state.withdrawn': 'withdrawn',
  erased: 'Its words are no longer kept.',
  unknown: 'there is no statement {id}; "evenhand statements list" shows them',
  own: 'you wrote statement {id}: somebody else has to read it (--as NAME)',
  approved: 'statement {id} was approved already',
  withdrawn: 'statement {id} was withdrawn: add another one',
  'done.add': 'Statement {id} waits for a second reader: "evenhand statements approve {id} --as NAME".',
  'done.approve': 'Statement {id} is approved and stands in the next digest.',
  'done.withdraw': 'Statement {id} is withdrawn.',
} as const satisfies Record<string, Message>;

type StatementTextKey = keyof typeof en;

const de: Readonly<Record<StatementTextKey, Message>> = {
  none: 'Keine Stellungnahme: das Unternehmen hat zu keinem Fall oder Problem etwas Eigenes gesagt.',
  one_of: 'sagen, worum es geht: entweder --problem P-17 oder --case EH-12',
  'state.waiting': 'wartet auf zweites Lesen',
  'state.approved': 'freigegeben',
  'state.withdrawn': 'zurückgezogen',
  erased: 'Der Wortlaut wird nicht mehr aufbewahrt.',
  unknown: 'es gibt keine Stellungnahme {id}; "evenhand statements list" zeigt sie',
  own: 'Stellungnahme {id} ist von dir: jemand anderes muss sie lesen (--as NAME)',
  approved: 'Stellungnahme {id} wurde schon freigegeben',
  withdrawn: 'Stellungnahme {id} wurde zurückgezogen: eine neue schreiben',
  'done.add': 'Stellungnahme {id} wartet auf zweites Lesen: "evenhand statements approve {id} --as NAME".',
  'done.approve': 'Stellungnahme {id} ist freigegeben und steht im nächsten Digest.',
  'done.withdraw': 'Stellungnahme {id} ist zurückgezogen.',
};

export const sayStatement: Say<StatementTextKey> = createSay<StatementTextKey>({ en, de });
