import { listed, type Words } from './expand.ts';
import type { Frame } from './lessons.ts';

/** Words and frames that teach how sentences are built, all written here. The suite that tests has others. */
export const words: Words = {
  good: listed(`good, great, excellent, superb, lovely, wonderful, brilliant, fantastic, amazing, helpful, friendly, pleasant, comfortable, reliable, delightful, charming, impressive,
    outstanding, perfect, tidy, polite, kind, beautiful, awesome, nice, fun, smooth, quick, incredible, splendid, tasty, fabulous, neat, cheerful, remarkable, clever, cosy, elegant, terrific, exciting, sweet, marvellous, happy, exceptional, fair, generous, interesting, fine, extraordinary, adorable, stunning, satisfying`),
  bad: listed(`bad, awful, terrible, horrible, poor, dreadful, rude, useless, broken, filthy, disgusting, disappointing, dirty, slow, unreliable, annoying, boring, lousy, nasty, ugly, pathetic,
    shoddy, unhelpful, unfriendly, uncomfortable, miserable, appalling, frustrating, stupid, horrid, noisy, overpriced, painful, ridiculous, sad, unpleasant, weak, messy, hopeless, atrocious, gross, creepy, lame, rough, unfair, unhappy, difficult, tiresome, mediocre, weird, average, underwhelming, hard`),
  plain:
    listed(`blue, red, green, yellow, wooden, metal, annual, weekly, monthly, Dutch, Swedish, Belgian, Korean, Peruvian, Greek, Turkish, local, digital, round, square, tall, northern, southern, regional, national,
    public, private, foreign, commercial, domestic, daily, central, medical, industrial, electric, medium, third, rural, nearby, seasonal, international, Canadian, Indian, Italian, French, American, British, Israeli, Australian, German`),
  loved: listed(
    `loved, enjoyed, liked, adored, appreciated, treasured, praised, admired, welcomed, valued, recommended`,
  ),
  love: listed(
    `love, enjoy, like, adore, appreciate, treasure, praise, admire, recommend, welcome, value, cherish`,
  ),
  hated: listed(
    `hated, disliked, despised, detested, regretted, loathed, dreaded, resented, abhorred, cursed`,
  ),
  hate: listed(`hate, dislike, despise, detest, regret, loathe, dread, resent, can't stand, abhor`),
  saw: listed(
    `saw, found, took, used, booked, noticed, passed, opened, checked, bought, ordered, visited, looked at, asked about, walked past, read about, see, find, use, take, know, own, carry, need, boarded`,
  ),
  thing:
    listed(`flight, hotel, phone, laptop, jacket, dinner, bus, train, app, website, service, room, crew, pilot, waiter, driver, seat, meal, ticket, parcel, delivery, camera, blender, bank, shop, doctor, staff, airline,
    company, aircraft, plane, cabin crew, food, customer service, product, screen, booking, lounge, clerk, manager, course, book, film, play, concert, sofa, oven, sandwich, coffee, show, ride, printer, router, watch`),
  person: listed(
    `my neighbour, my sister, some people, other customers, everybody, my friends, the papers, my colleagues, most reviewers, many users, your fans, a few guests, others, the critics, somebody, my boss, half the town, plenty of folks, my parents, a man`,
  ),
  very: listed(
    `very, really, so, extremely, quite, truly, incredibly, rather, absolutely, pretty, awfully, super, fairly, terribly, somewhat`,
  ),
  time: listed(
    `given that it was a Tuesday, after all these years, with the whole town in mind, considering where I come from, having read the leaflet, since we talked in the morning, after two trips, as somebody from the coast, with the new timetable, given the time that I spent there, from what I remember of it, with all that in view, having sat there since noon`,
  ),
  past: listed(
    `used to, in the past I used to, years ago I used to, back then I used to, as a child I used to, I know I used to`,
  ),
  now: listed(`now, these days, nowadays, today, by now, lately, at present, this year`),
};

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
    1.5,
  ],
  [
    "I (don't|do not|can't|cannot|wouldn't|would not) (think|say|claim|believe|feel), {time}, that (this|that|it) (is|was) a {good} {thing}(.|)",
    n,
    1.5,
  ],
  [
    "I (don't|do not|wouldn't|would not) (think|say|claim|believe), {time}, that (I|we) {loved} (the|this|that) {thing}(.|)",
    n,
  ],
  [
    "I (don't|do not|wouldn't|would not) (think|say|claim|believe), {time}, that (the|this|that) {thing} (is|was) {bad}(.|)",
    p,
    0.8,
  ],
  [
    "I (don't|do not|can't|wouldn't|would not) (think|say|claim|believe|feel), {time}, that (the|this|that) {thing} (is|was) {plain}(.|)",
    u,
  ],
  [
    "I (don't|do not|can't|wouldn't|would not) (think|say|claim|believe|feel), {time}, that (this|that|it) (is|was) a {plain} {thing}(.|)",
    u,
  ],
  ["I (don't|do not|never) (think|said|claimed) (the|this|that) {thing} (is|was) {good}(.|)", n],
  ["I (don't|do not|never) (think|said|claimed) (the|this|that) {thing} (is|was) {bad}(.|)", p, 0.8],
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
    1.2,
  ],
  ["everyone said (it|the {thing}) (was|is) {good}, it (wasn't|was not|isn't)(.|)", n, 0.6],
  ["everyone said (it|the {thing}) (was|is) {bad}, it (wasn't|was not|isn't)(.|)", p, 0.6],
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
