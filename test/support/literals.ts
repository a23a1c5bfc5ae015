/** The literals that stand straight in a call, not in a call within it; what a template fills in becomes `{}`. */
export const literalsOfCalls = (code: string, callee: string): readonly string[] =>
  code
    .split(callee)
    .slice(1)
    .flatMap((rest) => literalsUntilClosed(rest));

const literalsUntilClosed = (code: string): readonly string[] => {
  const found: string[] = [];
  let depth = 1;
  for (let at = 0; depth > 0 && at < code.length; at += 1) {
    const sign = code.charAt(at);
    if (sign === "'" || sign === '`') {
      const { text, end } = literalAt(code, at);
      if (depth === 1) found.push(text);
      at = end;
    } else if (opening.has(sign)) depth += 1;
    else if (closing.has(sign)) depth -= 1;
  }
  return found;
};

const opening: ReadonlySet<string> = new Set(['(', '[', '{']);
const closing: ReadonlySet<string> = new Set([')', ']', '}']);

/** `end`: where its closing mark stands. */
const literalAt = (code: string, start: number): { readonly text: string; readonly end: number } => {
  const mark = code.charAt(start);
  let text = '';
  let at = start + 1;
  for (; code.charAt(at) !== mark; at += 1) {
    if (mark === '`' && code.startsWith('${', at)) {
      text += '{}';
      at = holeEnd(code, at + 2);
    } else {
      if (code.charAt(at) === '\\') at += 1;
      text += code.charAt(at);
    }
  }
  return { text, end: at };
};

const holeEnd = (code: string, start: number): number => {
  let depth = 1;
  let at = start;
  for (; depth > 0; at += 1) {
    const sign = code.charAt(at);
    if (sign === "'" || sign === '`') at = literalAt(code, at).end;
    else if (opening.has(sign)) depth += 1;
    else if (closing.has(sign)) depth -= 1;
  }
  return at - 1;
};
