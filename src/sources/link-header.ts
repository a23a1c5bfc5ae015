export interface HeaderLink {
  readonly href: string;
  /** Lower case. */
  readonly rels: readonly string[];
}

const LINK = /<([^<>]*)>((?:\s*;\s*[^\s,;="]+(?:\s*=\s*(?:"[^"]*"|[^\s,;"]*))?)*)/g;
const REL = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s,;"]+))/i;

/** The links of a `Link` header (RFC 8288), in their order; what is no link in it is passed over. */
export const headerLinks = (header: string | null): readonly HeaderLink[] =>
  [...(header ?? '').matchAll(LINK)].map(([, href = '', parameters = '']) => {
    const found = REL.exec(parameters);
    const rels = (found?.[1] ?? found?.[2] ?? '').toLowerCase().split(/\s+/);
    return { href: href.trim(), rels: rels.filter((rel) => rel !== '') };
  });
