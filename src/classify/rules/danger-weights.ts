/**
 * What the words of a stretch in which no sign tells must say, in hundredths, for its other signs to be looked at. Written
 * by `npm run train:danger`.
 */
export const leastSpoken = 89;

/**
 * What each sign of danger weighs, in hundredths: for danger at all, then for each kind in the order of `dangerKinds`.
 * Written by `npm run train:danger` (train/danger): logistic regressions over the project's own labelled sentences, one
 * for danger and one for each kind among dangers. The mark is where eight-fold cross-validation keeps as many right
 * as train/danger/train-danger.ts says (DESIGN.md 4: recall first), and lies in `bias`. What the names mean:
 * rules/danger-features.ts.
 */
export const dangerWeights = `
bias -200 -200 -128 -102 -273; CHILD 48 -107 -37 -115 196; CHILD#2 20 -59 -22 10 36
CHILD&HARM 34 -19 18 -42 46; CHILD&HELP -5 2 -16 -9 22; CHILD&abuse 90 -50 -36 17 54
CHILD&alone 3 -49 -47 14 26; CHILD&assault -8 -16 0 9 18; CHILD&body -30 13 14 -31 5
CHILD&child_place 22 -42 0 -24 -8; CHILD&small_body 49 -45 -31 -32 44; CHILD&trapped -6 -6 -13 2 9
CHILD>1 18 -29 -19 -12 29; D:child 54 -22 -21 -22 46; D:person_at_risk 71 44 -96 -2 2
D:person_at_risk#2 9 -9 -1 -9 14; D:product 47 -46 -3 42 -40; D:product#2 11 -2 -9 8 -7
D:threat_to_others 49 -21 22 -10 -10; FIG -36 3 6 -28 6; FIG#2 -30 0 -1 12 -13; FIG&HARM -8 0 -9 -4 15
FIG&HAZ -51 -4 12 -6 9; FIG&THREAT -61 16 -8 -3 21; FIG&suicide 43 20 -32 0 -3; FIG>1 4 8 7 2 -18
FIG>2 -15 1 1 2 1; HARD 46 -26 -57 65 -39; HARD#2 -5 0 -24 8 -12; HARD>1 7 14 -14 -15 -3
HARD>2 -26 -1 0 0 -1; HARM 81 18 -94 36 1; HARM#2 67 -14 10 -21 -16; HARM&HELP 37 17 -7 -15 -28
HARM&body 12 12 -45 -5 4; HARM&person 53 50 26 -35 -49; HARM>1 22 25 -48 22 -35; HARM>2 6 2 -5 -14 14
HAZ 62 -47 -34 62 -17; HAZ#2 82 -26 -66 60 -30; HAZ&CHILD -46 20 -2 -22 18; HAZ&HARM -21 15 -19 -22 -13
HAZ&body 8 -26 -39 13 9; HAZ&device 129 -41 -58 72 -38; HAZ>1 53 -12 -52 26 -17; HAZ>2 21 2 -13 8 -11
HELP 43 24 -48 14 -4; HELP#2 19 17 -18 -3 -3; HELP&person 8 33 7 -12 -63; HELP>1 30 11 -14 0 2
HELP>2 0 -5 0 0 0; LIFE 42 75 -59 -28 -38; LIFE#2 47 29 -19 -7 -18; LIFE&c:failure 29 3 -3 -14 -3
LIFE&digital 38 29 -6 -30 -1; LIFE&emergency_line 5 0 0 -3 -1; LIFE>1 1 35 -15 -17 -6; SOFT -22 18 1 -25 0
SOFT#2 -4 -6 1 -3 12; SOFT&HARM -10 6 9 -13 9; SOFT&HAZ 26 -6 7 1 0; SOFT&THREAT 28 -36 48 -8 -15
SOFT>1 3 -4 -11 8 5; SOFT>2 -8 0 0 0 -1; THREAT 64 -89 141 -58 -50; THREAT#2 99 -19 37 -47 -22
THREAT>1 5 13 10 -35 -4; THREAT>2 8 -2 2 -3 -1; abuse 37 31 -108 -4 50; abuse#2 56 -13 -19 -6 35
acute 133 117 -110 -70 2; acute#2 94 35 -11 -44 5; allergy 85 35 -31 1 -2; allergy#2 15 -17 6 17 -7
allergy&HARM 9 -9 -5 0 7; allergy&body 61 2 -16 12 -1; allergy&food 33 -16 5 -1 9; alone 43 6 -31 -37 76
alone#2 90 -11 -24 -25 39; assault 68 93 -62 -45 -31; assault#2 74 58 -37 -18 -24
assault&body 2 8 5 -28 -13; assault&other 38 65 -38 -23 -39; assault&own 48 56 -52 -33 -23
assault&target 48 42 -18 -19 -29; attack 25 21 -35 -4 7; attack#2 -9 -18 18 -2 0; attack&CHILD -3 -4 4 -2 8
attack&body 24 -33 2 13 16; attack&target 66 48 -33 -14 -15; body 101 -13 -50 40 17
body#2 69 -47 -39 84 -24; breaks 71 -32 -48 44 22; breaks#2 65 -6 4 17 -13; breaks&CHILD 12 -5 6 -54 48
breaks&HARM -10 -12 -9 -18 -3; breaks&body 42 -29 -29 21 -1; breaks&carrier 78 -39 -40 42 14
burnt 7 -43 12 24 -1; burnt#2 16 -7 -4 16 -4; burnt&device 61 -28 -23 30 0; c:advert -37 3 -4 -1 4
c:ask -4 -18 39 0 -22; c:employee -50 5 -6 8 -3; c:failure -38 13 24 -29 -24; c:help -25 -1 -3 -12 15
c:hyperbole -73 -2 -11 23 -8; c:hypothetical -26 26 -11 0 -18; c:opinion -36 10 -26 -9 15
c:own -6 20 -3 2 -33; c:praise -63 -5 33 -24 9; c:question -83 -32 6 21 1; c:question&HAZ 16 -1 -13 11 1
c:relay 3 -4 4 21 -8; c:sarcasm 18 11 -8 -12 24; c:solved -41 -9 23 -12 -8; c:thanks 16 12 -13 -3 -5
carrier 36 24 -33 5 -13; carrier#2 13 -31 5 41 -4; child 52 -87 -16 -90 146; child#2 10 -24 2 16 -1
child_age 15 -48 -39 -37 79; child_age#2 5 -8 -8 5 10; child_place 27 -103 -48 -146 216
child_place#2 5 -16 13 -12 3; child_place&abuse 4 -11 -19 0 15; child_place&alone 38 -42 -28 -12 48
child_place&small_body 69 -20 -12 -56 54; contact 28 48 -12 -47 4; contact#2 18 48 -32 -12 -13
controls 98 -97 -39 123 -19; controls#2 41 -28 -18 58 -25; controls&near_miss 18 0 -7 16 -6
controls&road 102 -32 -9 26 -10; controls_frame 52 -56 -32 48 20; controls_frame#2 4 -6 -8 11 -4
controls_frame&road 92 -11 -30 21 -6; cut_frame -16 -5 2 -24 31; cut_frame#2 -21 0 0 0 0
cut_frame&body -31 -12 -8 -11 26; death -57 0 35 -19 -6; death#2 -35 -13 15 -1 -4; deprived 2 73 -21 -33 -42
deprived#2 73 29 -6 -26 -8; deprived&medicine 38 11 -11 -6 -1; deprived&person -4 34 -6 -24 -21
despair 21 17 27 -27 -6; despair#2 5 15 -4 -6 -4; despair&means 30 27 -12 -6 -7; device 1 -17 -56 74 -23
device#2 44 -5 -44 57 -35; digital -2 20 -24 -17 0; digital#2 11 8 1 -18 7; doctor -11 -9 7 9 0
doctor#2 22 -4 -4 4 0; drastic 20 -5 23 -12 -21; drastic#2 -18 0 -1 1 0; emergency_line 45 34 -35 -25 16
emergency_line#2 -15 0 -1 0 1; emergency_line&c:failure 39 12 -11 -26 2; emergency_line&own 17 34 -27 -54 19
explode 5 -1 5 16 -37; explode#2 -7 -2 0 2 -2; exposure 16 77 -49 -38 6; exposure#2 18 -19 5 5 12
exposure&HARM 74 -18 -8 -11 37; exposure&person 18 -1 -16 5 9; fall 28 -14 -27 34 13; fall#2 -28 -4 0 0 2
fall&CHILD -19 0 -7 -7 14; fall&HARM 16 -12 -4 2 -14; fall&body -10 -12 -20 25 0
fall&breaks 43 -30 -6 43 -20; fall&carrier 8 -14 -16 6 6; fall&person -33 25 -6 -17 -10
figure 2 25 -35 19 -6; figure#2 11 -4 -6 7 7; fire 51 -42 12 34 -19; fire#2 18 -8 -7 16 -7
fire_frame -31 3 -24 18 -1; food -1 -60 -34 76 -1; food#2 -19 -10 -7 -4 16; food&sick 59 -22 15 16 -15
foreign 79 -59 -41 38 37; foreign#2 -10 -8 -14 22 -2; foreign&body 69 1 -28 -11 12
foreign&food 57 -31 -46 79 -21; foreign_frame 70 -29 -25 35 -4; foreign_frame#2 45 -5 -11 15 -9
foreign_frame&food 70 0 -23 16 -12; game 5 -37 7 -4 29; game#2 -16 -4 4 -1 -1; gas -21 79 8 -68 -22
gas#2 10 -2 0 0 -2; good -61 -23 -16 45 -7; good#2 -9 -1 -6 5 2; good&HARM -23 -15 -12 1 24
good&HAZ -9 8 -12 -8 9; hearsay -55 7 31 -9 -28; hearsay#2 -38 -1 0 0 1; hearsay&HARM -23 7 2 -1 -9
heat 6 -22 -15 -29 52; hospital 40 6 -34 29 -19; hospital#2 -17 7 0 -3 -6; hurt -33 -28 -24 52 -4
hurt#2 -3 -9 0 13 -1; injury 25 -19 -23 51 -27; injury#2 0 -20 17 22 -15; injury&carrier 17 -50 -5 39 7
injury&device 26 -27 -11 35 -5; laugh -46 17 14 -16 -5; means 25 23 -5 3 -33; means#2 -12 2 -2 8 -5
medicine 41 36 -54 -13 -2; medicine#2 -8 -24 -7 24 -4; medicine&acute 48 -30 -18 21 -3
medicine&c:failure 23 3 -8 -14 12; medicine&deprived 38 11 -11 -6 -1; medicine&person -3 21 -7 -20 -19
medicine&wrong_medicine 33 -29 -14 31 -14; melt 4 -13 -7 6 -1; menace 15 -4 41 -45 -48
menace#2 75 -27 34 -14 -18; menace&target 42 -40 35 -19 -10; menace&violence -15 -12 31 -16 -15
menace&weapon 54 -9 13 -11 -7; money -34 9 3 -3 -6; money#2 -10 1 0 -2 4; near_miss 76 2 -37 44 -28
near_miss#2 13 4 -2 3 -2; near_miss&CHILD 2 -5 -3 14 -6; near_miss&HAZ 15 10 -1 -2 -7
near_miss&breaks 12 -7 -6 18 -12; near_miss&carrier 26 -5 -12 30 -15; near_miss&device 12 -8 -2 -2 -9
near_miss&person 16 9 -4 4 -13; news -10 2 6 4 -5; news#2 -12 -10 9 -1 4; news&CHILD 16 30 -17 3 7
news&HARM -44 14 -8 1 -2; news&HAZ -14 -1 3 4 -8; news_frame -11 -3 6 -7 1; office 9 -16 12 3 10
office#2 -12 -17 7 9 6; other 92 2 50 -157 103; other#2 70 -41 15 -53 61; own 56 7 18 -12 -31
own#2 4 15 15 -5 -39; own&HARM -14 -20 -16 45 -20; own&HAZ 16 -45 -30 66 -16; own&menace 15 -34 36 -24 -38
own&suicide 72 102 -85 -33 -35; own&violence 26 -18 21 -16 -25; past -79 -14 -21 41 -5; past#2 -12 0 0 0 0
person 8 43 3 -27 -45; person#2 -43 10 13 13 -12; road 71 -25 -42 31 5; road#2 11 -16 1 1 4
shock 36 -21 -7 10 12; shock#2 2 -13 -1 9 4; shock_frame 28 -18 -18 24 2; show -11 8 15 -26 -3
show#2 -5 1 7 -1 -3; sick 41 -21 -26 55 -17; sick#2 37 1 27 -28 7; small_body 59 -48 -60 -36 123
small_body#2 41 -16 -18 -26 56; smell 80 18 -33 22 -7; smell#2 -30 5 0 -7 0; smell&acute 36 20 -3 -30 15
smell&gas -4 10 -3 -13 -1; smell_frame -30 3 -9 4 5; smoke -26 26 -27 -5 3; smoke_frame 20 31 -8 -20 -9
spark 71 -28 -20 61 -20; spark#2 7 -1 -4 5 -2; substance 61 -80 -48 85 1; substance#2 47 -26 -11 18 3
substance&body 52 -68 -19 86 -31; substance&hurt 51 -34 -4 39 -12; suicide 141 164 -103 -77 -42
suicide#2 125 50 -49 -28 -16; suicide&despair 33 28 -15 -9 -12; suicide&means 8 7 2 -24 -4
suppose -6 2 56 -46 -16; suppose#2 -26 -20 13 6 4; suppose&HARM 12 -7 -17 15 8; suppose&HAZ 17 -7 40 -3 -8
supposed 5 -11 16 15 -7; swell 47 -15 -6 24 -11; target 35 9 110 -94 -53; target#2 42 -19 25 0 -17
trapped 43 51 -31 -32 -11; trapped#2 43 18 -10 -5 -12; trapped&acute 10 13 -4 -13 6
trapped&carrier 12 57 -22 -12 -33; trapped&exposure 46 19 -9 -14 -15; trapped&person 24 23 2 -10 -29
untold -76 -24 30 -13 19; violence 18 -34 46 -44 6; violence#2 64 -40 33 -8 -22
violence&target 91 -54 50 -33 -15; violence&weapon -25 -7 5 -11 13; warning -20 -33 23 2 -6
warning&HAZ -30 -9 1 10 -8; warning&breaks -9 -6 0 3 0; weapon 44 -40 65 -7 -12; weapon#2 -48 0 -6 1 5
weapon&target 53 -53 41 -6 -19; witness -1 31 -16 19 -26; witness#2 -1 9 -10 0 -5; work -41 -15 25 2 -14
work#2 -10 -6 2 0 -2; worry 7 -9 11 -3 0; wrong_medicine 123 15 -32 7 3; wrong_medicine#2 4 -2 0 -6 1
`;
