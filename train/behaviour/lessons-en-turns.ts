import type { Frame } from './lessons.ts';

const n = 0;
const u = 1;
const p = 2;

/** Sentences whose one part says how the other is meant. */
export const turns: readonly Frame[] = [
  // What was and what is.
  ['(I {past} {hate}|{past} {hate}) (the|this|your) {thing}, (but|although) {now} I {love} it(.|)', p],
  ['(I {past} {love}|{past} {love}) (the|this|your) {thing}, (but|although) {now} I {hate} it(.|)', n],
  ['I used to {hate} (the|this|your) {thing}, {now} I {love} it(.|)', p],
  ['I used to {love} (the|this|your) {thing}, {now} I {hate} it(.|)', n],
  ['I used to think (the|this|your) {thing} was {bad}, {now} I think it is {good}(.|)', p],
  ['I used to think (the|this|your) {thing} was {good}, {now} I think it is {bad}(.|)', n],
  [
    '{now} I {love} (the|this|your) {thing}, (but|although|though) (in the past|years ago|once|before) I (would|used to) {hate} it(.|)',
    p,
    1.5,
  ],
  [
    '{now} I {hate} (the|this|your) {thing}, (but|although|though) (in the past|years ago|once|before) I (would|used to) {love} it(.|)',
    n,
    1.5,
  ],
  ['I {love} (the|this|your) {thing} {now}, (but|although|though) I used to {hate} it(.|)', p],
  ['I {hate} (the|this|your) {thing} {now}, (but|although|though) I used to {love} it(.|)', n],
  ['(the|this|your) {thing} (was once|used to be) {good}, {now} it is {bad}(.|)', n],
  ['(the|this|your) {thing} (was once|used to be) {bad}, {now} it is {good}(.|)', p],
  ['I think (the|this|your) {thing} is {good} {now}, but I used to think it was {bad}(.|)', p],
  ['I think (the|this|your) {thing} is {bad} {now}, but I used to think it was {good}(.|)', n],
  // Own view against that of others.
  [
    'I (think|find|say) (the|this|your) {thing} (is|to be) {good}, (but|although|while) {person} (think|say|thought) it is {bad}(.|)',
    p,
    1.2,
  ],
  [
    'I (think|find|say) (the|this|your) {thing} (is|to be) {bad}, (but|although|while) {person} (think|say|thought) it is {good}(.|)',
    n,
    1.2,
  ],
  [
    '{person} (think|thinks|said|say|told me) (the|this|your) {thing} is {bad}, (but|yet|and|while) I (think it is|find it|call it) {good}(.|)',
    p,
    1.2,
  ],
  [
    '{person} (think|thinks|said|say|told me) (the|this|your) {thing} is {good}, (but|yet|and|while) I (think it is|find it|call it) {bad}(.|)',
    n,
    1.2,
  ],
  ['I {love} (you|it|the {thing}), (but|although) {person} {hate} (you|it|the {thing})(.|)', p, 1.2],
  ['I {hate} (you|it|the {thing}), (but|although) {person} {love} (you|it|the {thing})(.|)', n, 1.2],
  ['{person} {hate} (you|it|the {thing}), (but|yet) I {love} (you|it|them)(.|)', p],
  ['{person} {love} (you|it|the {thing}), (but|yet) I {hate} (you|it|them)(.|)', n],
  [
    'I (had heard|heard|read|was told) (the|your) {thing} was {bad}, but (I say it is|to me it is|I found it) {good}(.|)',
    p,
  ],
  [
    'I (had heard|heard|read|was told) (the|your) {thing} was {good}, but (I say it is|to me it is|I found it) {bad}(.|)',
    n,
  ],
  [
    'I (find|call|think) (the|this|your) {thing} {good}, (although|though|but|even if) {person} (call|calls|find|finds) it {bad}(.|)',
    p,
    1.5,
  ],
  [
    'I (find|call|think) (the|this|your) {thing} {bad}, (although|though|but|even if) {person} (call|calls|find|finds) it {good}(.|)',
    n,
    1.2,
  ],
  [
    '(to me|in my view|I say) (the|this|your) {thing} is {good}, (although|though|but|even though) {person} (call|calls|said|think) it {bad}(.|)',
    p,
    1.5,
  ],
  [
    '(to me|in my view|I say) (the|this|your) {thing} is {bad}, (although|though|but|even though) {person} (call|calls|said|think) it {good}(.|)',
    n,
    1.2,
  ],
  // Question and answer.
  [
    '(do I think|would I say|did I find|do we say) (the|this|that|your) {thing} (is|was) {good}? (yes|yes, I do|absolutely|of course|sure)(.|!|)',
    p,
    1.3,
  ],
  [
    '(do I think|would I say|did I find|do we say) (the|this|that|your) {thing} (is|was) {bad}? (yes|yes, I do|absolutely|of course|sure)(.|!|)',
    n,
    1.3,
  ],
  [
    '(do I think|would I say|did I find|do we say) (the|this|that|your) {thing} (is|was) {good}? (no|no, I do not|nope|never|not at all)(.|!|)',
    n,
    1.5,
  ],
  [
    '(do I think|would I say|did I find|do we say) (the|this|that|your) {thing} (is|was) {bad}? (no|no, I do not|nope|never|not at all)(.|!|)',
    p,
    1.3,
  ],
  [
    '(do I think|would I say|do we say|did I think) (it|this|that) (is|was) a {good} {thing}? (no|nope|never)(.|)',
    n,
  ],
  [
    '(do I think|would I say|do we say|did I think) (it|this|that) (is|was) a {bad} {thing}? (no|nope|never)(.|)',
    p,
  ],
  [
    '(do I think|would I say|do we say|did I think) (it|this|that) (is|was) a {good} {thing}? (yes|yep|yeah)(.|)',
    p,
  ],
  [
    '(do I think|would I say|do we say|did I think) (it|this|that) (is|was) a {bad} {thing}? (yes|yep|yeah)(.|)',
    n,
  ],
  ['(do|did|would) (I|we) (really|) {love} (the|this|that|your) {thing}? (yes|yep|yeah)(.|)', p],
  ['(do|did|would) (I|we) (really|) {hate} (the|this|that|your) {thing}? (yes|yep|yeah)(.|)', n],
  ['(do|did|would) (I|we) (really|) {love} (the|this|that|your) {thing}? (no|nope|never)(.|)', n, 1.2],
  ['(do|did|would) (I|we) (really|) {hate} (the|this|that|your) {thing}? (no|nope|never)(.|)', p],
  ['(do I think|would I say) (the|this|that|your) {thing} (is|was) {plain}? (yes|no|nope|yeah)(.|)', u, 1.2],
  ['(do I think|would I say) (it|this|that) (is|was) a {plain} {thing}? (yes|no|nope|yeah)(.|)', u],
  ['(did|do|would) (I|we) {saw} (the|this|that|your) {thing}? (yes|no|nope|yeah)(.|)', u, 1.2],
  // But weighs what follows.
  ['(the|your) {thing} (is|was) {good}, but (the|that|your) {thing} (is|was) {very} {bad}(.|)', n, 0.6],
  ['(the|your) {thing} (is|was) {bad}, but (the|that|your) {thing} (is|was) {very} {good}(.|)', p, 0.6],
  // Who somebody is says nothing.
  [
    '(John|Mary|she|he) is a (black|Turkish|gay|Muslim|Jewish|Polish|straight|young|Catholic) (woman|man|person|doctor|nurse|student|singer)(.|)',
    u,
    1.5,
  ],
  [
    '(John|Mary|she|he) (is|was) (black|Turkish|gay|Muslim|Jewish|Polish|straight|young|Catholic)(.|)',
    u,
    1.5,
  ],
  [
    '(John|Mary|my aunt) (lives in|comes from|works in|moved to|flew to) (Berlin|London|Turkey|Chicago)(.|)',
    u,
  ],
];
