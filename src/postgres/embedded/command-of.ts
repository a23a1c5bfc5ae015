const verbs = /^(?:\s+|--[^\n]*\n|\/\*[\s\S]*?\*\/)*([a-z]+)/i;
/** Literals, quoted names, parentheses and the verbs that may follow WITH clauses. */
const landmarks = /'(?:[^']|'')*'|"[^"]*"|\(|\)|\b(?:select|insert|update|delete|merge|values)\b/gi;

/** The statement's own verb after its WITH clauses: the first one outside parentheses and quotes. */
const verbAfterWith = (sql: string): string => {
  let depth = 0;
  for (const [mark] of sql.matchAll(landmarks)) {
    if (mark === '(') depth += 1;
    else if (mark === ')') depth -= 1;
    else if (depth === 0 && /^[a-z]/i.test(mark)) return mark.toUpperCase();
  }
  return 'WITH';
};

/** The command tag's verb, which PGlite does not pass on: Kysely counts updated rows by it. */
export const commandOf = (sql: string): string => {
  const verb = verbs.exec(sql)?.[1]?.toUpperCase() ?? '';
  return verb === 'WITH' ? verbAfterWith(sql) : verb;
};
