import { say } from '../../speak.ts';
import type { Fact, MailCase, MailPage } from './page.ts';

/** The letter for programs that show plain text, and for people who like it. */
export const textOf = (page: MailPage): string =>
  [
    page.head,
    ...page.cases.map((one) => caseText(one, page)),
    ...page.paragraphs,
    ...(page.command === null ? [] : [factText(page.command)]),
    `-- \n${page.asOf}`,
  ].join('\n\n');

const caseText = ({ title, facts, quote, note, command }: MailCase, { language }: MailPage): string =>
  [
    title,
    ...facts.map((fact) => `  ${factText(fact)}`),
    ...(quote === null
      ? []
      : [`  ${say(language, 'label.said')}: ${say(language, 'quoted', { text: quote })}`]),
    ...(note === null ? [] : [`  ${note}`]),
    `  ${factText(command)}`,
  ].join('\n');

const factText = ({ label, value }: Fact): string => `${label}: ${value}`;
