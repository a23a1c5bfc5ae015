import { type Problem, refuse } from './outcome.ts';

/** The version that `If-Match` names; null: any. RFC 9110 13.1.1, with one entity tag of ours: `"7"`. */
export const readPrecondition = (
  header: string | undefined,
  wanted: 'optional' | 'required' | undefined,
): number | null | Problem => {
  if (wanted === undefined) return null;
  if (header === undefined) return wanted === 'required' ? versionRequired : null;
  const told = header.trim();
  if (told === '*') return null;
  const [, version] = /^"(\d{1,9})"$/.exec(told) ?? [];
  return version === undefined ? unreadable : Number(version);
};

export const entityTag = (version: number): string => `"${version}"`;

export const versionRequired = refuse(
  428,
  'version_required',
  'say which version you mean with If-Match: the ETag of the case as you read it, or * for whichever there is',
);

const unreadable = refuse(
  412,
  'stale_version',
  'If-Match takes one ETag as it was answered, such as "7", or *: read the case again and send what it says',
);
