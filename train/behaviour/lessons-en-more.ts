import type { Frame } from './lessons.ts';

const n = 0;
const u = 1;
const p = 2;

/** Ways of turning a word that are no plain "not", and sentences that only tell. */
export const more: readonly Frame[] = [
  ["(the|this|your) {thing} (isn't|is not|wasn't) {good} (anymore|any longer)(.|)", n, 0.6],
  ["(the|this|your) {thing} (isn't|is not|wasn't) {bad} (anymore|any longer)(.|)", p, 0.6],
  ['(the|this|your) {thing} (has ceased|ceased) to be {good}(.|)', n, 0.4],
  ['(the|this|your) {thing} (has ceased|ceased) to be {bad}(.|)', p, 0.4],
  ['(the|this|your) {thing} is a long way from {good}(.|)', n, 0.4],
  ['(the|this|your) {thing} is everything but {good}(.|)', n, 0.4],
  ['(the|this|your) {thing} is everything but {bad}(.|)', p, 0.4],
  ['(the|this|your) {thing} is (barely|scarcely|hardly) {good}(.|)', n, 0.6],
  ['(not|nothing) (remotely|even close to|near) {good}, (the|this|your) {thing}(.|)', n, 0.4],
  ['(nobody|no one) (I know|here) (finds|calls) (the|this) {thing} {bad}(.|)', p, 0.4],
  [
    '(the|this|your) {thing} (is|was) (much|a lot|lots) better than (that one|last time|the old one)(.|!|)',
    p,
    0.6,
  ],
  [
    '(the|this|your) {thing} (is|was) (much|a lot|lots) worse than (that one|last time|the old one)(.|!|)',
    n,
    0.6,
  ],
  [
    '(the|your) {thing} (is|was) (too|way too) (long|short|big|bright|dark|hard|soft|salty|steep|heavy)(.|!|)',
    n,
    0.8,
  ],
  [
    '(there was|there is|there were) (too little|not enough|hardly any) (room|parking|choice|air|water|information) in (the|that) {thing}(.|)',
    n,
    0.6,
  ],
  [
    '(zero|not a single|not one) (issue|problem|hitch|complaint|worry) with (the|this|our) {thing}(.|!|)',
    p,
    0.7,
  ],
  [
    "(I have|we've got|I've got) (nothing to complain about|no reason to complain) (about|with) (the|this) {thing}(.|)",
    p,
    0.5,
  ],
  ["(it|this {thing}) (couldn't|could not) (be|have been) better(.|!|)", p, 0.4],
  ["(it|this {thing}) (couldn't|could not) (be|have been) worse(.|!|)", n, 0.4],
  ['(ten out of ten|full marks|two thumbs up|10/10) (for|to) (the|this|your) {thing}(.|!|)', p, 0.5],
  ['(zero stars|no stars|one star|1/10|minus ten) (for|to) (the|this|your) {thing}(.|!|)', n, 0.5],
  [
    "(I|we) (would|will|'d) (always|gladly|happily) (use|take|book|visit) (the|this|your) {thing} again(.|!|)",
    p,
    0.6,
  ],
  ['(I|we) (would|will) (not|never) (use|take|book|visit) (the|this|your) {thing} again(.|!|)', n, 0.8],
  ['(keep away from|avoid|do not bother with|steer clear of) (the|this|that) {thing}(.|!|)', n, 0.6],
  [
    '(even though|although|while) the {thing} was {bad}, (I|we) {love} (it|the whole) (anyway|all the same|)(.|)',
    p,
    0.7,
  ],
  [
    '(even though|although|while) the {thing} was {good}, (I|we) {hate} (it|the whole) (anyway|all the same|)(.|)',
    n,
    0.7,
  ],
  ['(after|following) a {bad} (beginning|first day) the {thing} (became|was) {good}(.|)', p, 0.6],
  ['(after|following) a {good} (beginning|first day) the {thing} (became|was) {bad}(.|)', n, 0.6],
  ['(where|how far) is the (nearest|next) {thing}(?|, please?)', u, 0.5],
  ['(what time|until when|on which days) is (the|your) {thing} (open|there)?', u, 0.5],
  ['(can|could) somebody tell me (where|when|which) the {thing} is?', u, 0.5],
  ['(we|they) (built|opened|closed|renamed|sold) the {thing} in (May|October|2019|spring)(.|)', u, 0.6],
  ['(the|our) {thing} (starts|closes|leaves|begins) at (seven|ten|noon|eight)(.|)', u, 0.6],
  [
    '(my brother|a neighbour|our aunt) (works at|is waiting at|is on the way to|left for) the {thing}(.|)',
    u,
    0.6,
  ],
  ['(the|that|your) {thing} (👍|😊|🥰|🎉|❤️|😀|🙌)', p, 0.6],
  ['(the|that|your) {thing} (👎|😠|🤬|😞|🙄|😤|💔)', n, 0.6],
  ['(the|that|your) {thing} #{good}', p, 0.3],
  ['(the|that|your) {thing} #{bad}', n, 0.3],
  ['(the|that|your) {thing} (#epicfail|#avoid|#joke|#shambles|#badservice|#neverbuy)', n, 0.4],
  ['(I would like|I had wanted|we had hoped for) (the|a) {thing} that (is|was) {good}(.|)', n, 0.3],
  ['how (come|is it that) (the|your) {thing} is (so|this|that) {bad}?', n, 0.6],
  [
    '(is|was) (the|this) {thing} {good}? (not at all|by no means|I doubt it|anything but|hell no)(.|!|)',
    n,
    0.8,
  ],
  [
    '(is|was) (the|this) {thing} {bad}? (not at all|by no means|I doubt it|anything but|hell no)(.|!|)',
    p,
    0.8,
  ],
  ['(is|was) (the|this) {thing} {good}? (very much so|definitely|it sure is|totally|for sure)(.|!|)', p, 0.8],
  ['(is|was) (the|this) {thing} {bad}? (very much so|definitely|it sure is|totally|for sure)(.|!|)', n, 0.8],
  [
    '{person} (say|said|think) (the|this|your) {thing} is {good}, and (I agree|it is|I think so too)(.|)',
    p,
    0.6,
  ],
  [
    '{person} (say|said|think) (the|this|your) {thing} is {bad}, and (I agree|it is|I think so too)(.|)',
    n,
    0.6,
  ],
  [
    '(in my eyes|for us|personally I find|my opinion is that) (the|this|your) {thing} is {good}, (whatever|no matter what|though|while) {person} (say|call it {bad}|think it {bad})(.|)',
    p,
    1,
  ],
  [
    '(in my eyes|for us|personally I find|my opinion is that) (the|this|your) {thing} is {bad}, (whatever|no matter what|though|while) {person} (say|call it {good}|think it {good})(.|)',
    n,
    1,
  ],
  [
    '{person} (swear|insist|claim) (it|the {thing}) is {bad}, (I on the other hand|I for my part|me,) I find it {good}(.|)',
    p,
    0.8,
  ],
  [
    '{person} (swear|insist|claim) (it|the {thing}) is {good}, (I on the other hand|I for my part|me,) I find it {bad}(.|)',
    n,
    0.8,
  ],
  // Who somebody is and where.
  [
    '(a|the|one) {who} (man|woman|lady|couple|colleague|friend) (lives|works|sits|waits|sings|cooks) (there|next door|in the {thing}|with us)(.|)',
    u,
    1.5,
  ],
  ['(he|she|my friend|our teacher|{name}) is {who}(.|)', u, 1.5],
  [
    '(he|she|{name}) is a {who} (actor|driver|teacher|parent|farmer|writer|person|neighbour|clerk)(.|)',
    u,
    1.5,
  ],
  ['{name} (was|is) (in|at|from|near) {town}(.|)', u],
  ['{name} (met|called|saw|asked) {name} (in {town}|on Monday|about the {thing}|)(.|)', u],
  ['(the|a) {who} {thing} (opened|is|stands) (in {town}|next door|on the corner)(.|)', u],
  ['(the|a) {who} (driver|clerk|nurse|waiter) was {good}(.|)', p, 0.7],
  ['(the|a) {who} (driver|clerk|nurse|waiter) was {bad}(.|)', n, 0.7],
];
