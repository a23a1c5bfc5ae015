/**
 * What an error says, fit for a log: errors of parsers and databases quote what they choked on, and that may be
 * somebody's post. Everything in quotes goes, and what is left is cut.
 */
export const plainMessage = (error: unknown): string => {
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
  const code = (error as { code?: unknown } | null)?.code;
  const said = message.replace(/"[^"]*"?|“[^”]*”?|`[^`]*`?|(?<!\w)'[^']*'?/g, '…').replace(/\s+/g, ' ');
  const cut = said.length > longest ? `${said.slice(0, longest)}…` : said;
  return `${name === 'Error' ? '' : `${name}: `}${cut}${typeof code === 'string' ? ` (${code})` : ''}`;
};

const longest = 160;
