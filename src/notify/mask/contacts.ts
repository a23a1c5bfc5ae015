/** Links carry handles and open previews, so they leave the desk as little as mail addresses do. */
export const maskLinks = (text: string): string => text.replace(link, '[link]');

const link = /\b(?:https?:\/\/|www\.)[^\s<>"'\]]+/giu;

export const maskMails = (text: string): string =>
  text.replace(spelledMail, '[mail]').replace(mail, '[mail]');

// The local part of RFC 5322 without quoting; at most 64 characters, which also keeps the search linear.
const mail =
  /(?<![@\p{L}\p{N}])[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}-]*\.)+\p{L}[\p{L}\p{N}-]+/gu;
/** `name (at) example (dot) org`, `name at example dot org`. */
const spelledMail =
  /[\p{L}\p{N}._+-]{1,64}\s?(?:[[({]\s?(?:at|ät)\s?[\])}]|\sat\s(?=[\p{L}\p{N}-]{1,63}\s(?:dot|punkt)\s))\s?[\p{L}\p{N}-]{1,63}(?:\s?(?:\.|[[({]\s?(?:dot|punkt)\s?[\])}]|\s(?:dot|punkt)\s)\s?[\p{L}]{2,24})+/giu;

export const maskAccounts = (text: string): string => text.replace(account, '[account]');

/** `@name`, `@name@server.example`, `@name.bsky.example`, `u/name`. */
const account =
  /(?<![\p{L}\p{N}_])(?:@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?(?:@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?)?|\/?u\/[A-Za-z0-9_-]{3,20}(?![\p{L}\p{N}]))/gu;
