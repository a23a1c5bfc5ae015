import { Option } from 'commander';
import { contactKinds } from '../domain/contact.ts';
import type { RegisterCommand } from './command.ts';
import type { ImportContactsOptions } from './contacts/run-import.ts';
import { addActor, addLanguage } from './desk-options.ts';
import { examples } from './help.ts';

export const registerContacts: RegisterCommand = (program, act) => {
  const contacts = program
    .command('contacts')
    .description("the company's own log of calls and tickets: who asked before, and had no answer")
    .addHelpText('after', examples(['evenhand contacts import calls.csv']));
  const command = contacts
    .command('import')
    .description(
      'read a CSV file of calls, tickets, mails and chats; cases of customers who were not answered rise',
    )
    .argument('<file>', 'CSV with the columns identifier, at, kind, answered and id; - for standard input')
    .option('--map <pairs>', "our column = the file's, with commas between: identifier=Order,at=Date")
    .addOption(
      new Option('--kind <kind>', 'what they all are, where no column says it').choices([...contactKinds]),
    )
    .option('--answered <words>', 'words of the file that mean answered, with commas between')
    .option('--timezone <zone>', 'of times that tell no offset, an IANA name', 'UTC')
    .option('--skip-refused', 'take the other lines; without it one refused line takes none');
  addActor(addLanguage(command))
    .option('--json', 'one object')
    .addHelpText(
      'after',
      examples(
        [
          'evenhand contacts import calls.csv',
          'evenhand contacts import export.csv --map "identifier=Order no,at=Date" --kind call',
          'evenhand contacts import tickets.csv --skip-refused --json',
        ],
        [
          'A contact joins a case only by an identifier (order, booking or customer number) that the customer gave in a post. The record keeps a keyed hash of it. The same id counts once, so that a file may be read again; one that was unanswered may be answered now.',
        ],
      ),
    )
    .action((file: string, options: ImportContactsOptions) =>
      act(async (app) => {
        const { runImportContacts } = await import('./contacts/run-import.ts');
        return runImportContacts(app, file, options);
      }),
    );
};
