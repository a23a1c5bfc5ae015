/** Makes the compiler prove that a union was handled whole. */
export const assertNever = (value: never): never => {
  throw new Error(`unhandled value: ${JSON.stringify(value)}`);
};
