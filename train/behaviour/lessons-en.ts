import type { Frame } from './lessons.ts';
import { more } from './lessons-en-more.ts';
import { turns } from './lessons-en-turns.ts';

const n = 0;
const u = 1;
const p = 2;

/** Frame, and which of negative (0), neutral (1), positive (2) it is. `how` counts more than others. */
export const frames: readonly Frame[] = [
  // Single words, and words in short sentences.
  ['{good}', p, 0.5],
  ['{bad}', n, 0.5],
  ['{plain}', u, 0.5],
  ['{loved}', p, 0.3],
  ['{hated}', n, 0.3],
  ['{saw}', u, 0.3],
  ['{love}', p, 0.3],
  ['{hate}', n, 0.3],
  ['{thing}', u, 0.4],
  ['(the|this|that|our|your) {thing} (was|is) {good}(.|)', p],
  ['(the|this|that|our|your) {thing} (was|is) {bad}(.|)', n],
  ['(the|this|that|our|your) {thing} (was|is) {plain}(.|)', u],
  ['(it was|this is|that is|it is|that was) a {good} {thing}(.|)', p],
  ['(it was|this is|that is|it is|that was) a {bad} {thing}(.|)', n],
  ['(it was|this is|that is|it is|that was) a {plain} {thing}(.|)', u],
  ['(what a|such a) {good} {thing}(!|.|)', p],
  ['(what a|such a) {bad} {thing}(!|.|)', n],
  ['(I|we) (really|) {loved} (the|this|that|your) {thing}(.|!|)', p],
  ['(I|we) (really|) {hated} (the|this|that|your) {thing}(.|!|)', n],
  ['(I|we) (really|) {love} (the|this|that|your) {thing}(.|!|)', p],
  ['(I|we) (really|) {hate} (the|this|that|your) {thing}(.|!|)', n],
  ['(I|we) {saw} (the|this|that|a|your) {thing}(.|)', u, 1.5],
  ['(I|we) {saw} (the|this|that|a|your) {plain} {thing}(.|)', u],
  [
    '(the|that|your) {thing} is (at the corner|on the list|from the north|for two people|made of wood|open until six|run by a family)(.|)',
    u,
  ],
  ['(the|this) {thing} (felt|seemed|looked) {very} {good}(.|)', p],
  ['(the|this) {thing} (felt|seemed|looked) {very} {bad}(.|)', n],
  ['(the|that) {thing} was {very} {good}(.|)', p],
  ['(the|that) {thing} was {very} {bad}(.|)', n],
  ['(I would call|I found|we found|I thought) (the|this) {thing} {very} {good}(.|)', p],
  ['(I would call|I found|we found|I thought) (the|this) {thing} {very} {bad}(.|)', n],
  // Negation.
  ["(the|this|that|your) {thing} (isn't|is not|wasn't|was not|is never) {good}(.|)", n, 1.5],
  ["(it isn't|it is not|this isn't|that was not|it wasn't|that's not) a {good} {thing}(.|)", n, 1.5],
  [
    "(the|this|that|your) {thing} (isn't|is not|wasn't|was not|is never) (bad|awful|terrible|{bad})(.|)",
    p,
    1.2,
  ],
  ["(it isn't|it is not|this isn't|that was not|it wasn't|that's not) a {bad} {thing}(.|)", p, 1.2],
  ["(the|this|that|your) {thing} (isn't|is not|wasn't|was not) {plain}(.|)", u, 1.5],
  ["(it isn't|it is not|this isn't|that was not|it wasn't|that's not) a {plain} {thing}(.|)", u, 1.5],
  [
    "(I|we) (don't|do not|didn't|did not|can't say I|never|can't say that we) (really|) {love} (the|this|that|your) {thing}(.|)",
    n,
    1.5,
  ],
  ["(I|we) (don't|do not|didn't|did not|can't say I|never) {hate} (the|this|that|your) {thing}(.|)", p, 1.2],
  ["(I|we) (don't|do not|didn't|did not|never|have not) {saw} (the|this|that|your) {thing}(.|)", u, 1.5],
  ['there (was|is) (nothing|not a thing) {bad} about (the|this|that) {thing}(.|)', p],
  ['there (was|is) (nothing|not a thing) {good} about (the|this|that) {thing}(.|)', n],
  ['no (one|body) (here|) (could|would) call (this|that|the) {thing} {good}(.|)', n],
  // Negation with something in between.
  [
    "I (don't|do not|can't|cannot|wouldn't|would not) (think|say|claim|believe|feel|agree), {time}, that (the|this|that) {thing} (is|was) {good}(.|)",
    n,
    2.5,
  ],
  [
    "I (don't|do not|can't|cannot|wouldn't|would not) (think|say|claim|believe|feel), {time}, that (this|that|it) (is|was) a {good} {thing}(.|)",
    n,
    2,
  ],
  [
    "I (don't|do not|wouldn't|would not) (think|say|claim|believe), {time}, that (I|we) ({loved}|{love}) (the|this|that) {thing}(.|)",
    n,
    2.5,
  ],
  [
    "I (don't|do not|wouldn't|would not) (think|say|claim|believe), {time}, that (the|this|that) {thing} (is|was) {bad}(.|)",
    p,
    0.8,
  ],
  [
    "I (don't|do not|can't|wouldn't|would not) (think|say|claim|believe|feel), {time}, that (the|this|that) {thing} (is|was) {plain}(.|)",
    u,
    3.5,
  ],
  [
    "I (don't|do not|can't|wouldn't|would not) (think|say|claim|believe|feel), {time}, that (this|that|it) (is|was) a {plain} {thing}(.|)",
    u,
    3.5,
  ],
  ["I (don't|do not|never) (think|said|claimed) (the|this|that) {thing} (is|was) {good}(.|)", n],
  ["I (don't|do not|never) (think|said|claimed) (the|this|that) {thing} (is|was) {bad}(.|)", p, 0.8],
  [
    "I (don't|do not|can't|wouldn't|would not) (think|say|claim|believe|feel), {time}, that (this|that|it) (is|was) a {bad} {thing}(.|)",
    p,
    2,
  ],
  [
    "I (don't|do not|wouldn't|would not|can't) (think|say|claim|believe), {time}, that (I|we) {hated} (the|this|that) {thing}(.|)",
    p,
    1.5,
  ],
  [
    "I (don't|do not|wouldn't|would not|can't) (think|say|claim|believe), {time}, that (I|we) {saw} (the|this|that) {thing}(.|)",
    u,
    2,
  ],
  // Negation at the end.
  [
    "I (thought|expected|hoped|was told|figured) (the|this|that|your) {thing} would be {good}, but it (wasn't|was not)(.|)",
    n,
    1.5,
  ],
  [
    "I (thought|expected|feared|was told|figured) (the|this|that|your) {thing} would be {bad}, but it (wasn't|was not)(.|)",
    p,
    1.5,
  ],
  [
    "I (thought|expected|hoped|was sure) I would {love} (the|this|that|your) {thing}, but I (didn't|did not|don't)(.|)",
    n,
    1.2,
  ],
  [
    "I (thought|expected|feared|was sure) I would {hate} (the|this|that|your) {thing}, but I (didn't|did not|don't)(.|)",
    p,
    2.5,
  ],
  ["everyone said (it|the {thing}) (was|is) {good}, it (wasn't|was not|isn't)(.|)", n, 0.6],
  ["everyone said (it|the {thing}) (was|is) {bad}, it (wasn't|was not|isn't)(.|)", p, 0.6],
  ...turns,
  ...more,
];
