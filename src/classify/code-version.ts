/**
 * Names the code of this room. Words and weights name themselves; code cannot, so that test/classify/code-version.test.ts
 * fails when a file changes and says what to write here. It is part of what a decision is stored with.
 */
export const codeVersion = '0c8cbd4548f3';
