declare module 'pg/lib/utils.js' {
  /** JavaScript value to the text form of a parameter, as node-postgres sends it. */
  export const prepareValue: (value: unknown) => string | Buffer | null;
}
