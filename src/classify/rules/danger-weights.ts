/**
 * What the words of a stretch in which no sign tells must say, in hundredths, for its other signs to be looked at. Written
 * by `npm run train:danger`.
 */
export const leastSpoken = 79;

/**
 * What each sign of danger weighs, in hundredths: for danger at all, then for each kind in the order of `dangerKinds`.
 * Written by `npm run train:danger` (train/danger): logistic regressions over the project's own labelled sentences, one
 * for danger and one for each kind among dangers. The mark is where eight-fold cross-validation keeps 73 in 100 right
 * (DESIGN.md 4: recall first) and lies in `bias`. What the names mean: rules/danger-features.ts.
 */
export const dangerWeights = `
bias -185 -163 -247 -17 -217; CHILD 49 -87 -30 -68 163; CHILD#2 34 -45 -17 -13 50; CHILD&HARM 0 -25 1 -27 49
CHILD&HELP -6 4 1 -12 5; CHILD&abuse 58 -21 -24 -2 20; CHILD&alone 51 -42 -23 -6 28
CHILD&assault -3 2 -4 9 3; CHILD&body -10 -23 15 -18 11; CHILD&child_place 37 -32 -23 -47 43
CHILD&small_body 22 -21 -12 -34 36; CHILD&trapped 4 -8 -6 -6 15; CHILD>1 24 -27 -9 -16 28
D:child 37 -17 6 -15 17; D:person_at_risk 85 73 -74 -28 -31; D:person_at_risk#2 16 -7 -1 -5 13
D:product 73 -39 -22 55 -27; D:product#2 8 -2 -8 12 -7; D:threat_to_others 54 -20 32 -25 -7
FIG -62 7 4 -36 25; FIG#2 -32 23 -15 6 -17; FIG&HARM -18 4 -4 2 -6; FIG&HAZ -43 -3 2 2 7
FIG&THREAT -34 1 -1 -4 20; FIG&suicide 31 7 -15 2 -6; FIG>1 4 25 -11 -6 -8; FIG>2 -7 0 0 0 0
HARD 78 -39 -40 67 -45; HARD#2 28 -17 -22 19 -9; HARD>1 37 -6 -13 6 -1; HARM 85 2 -36 27 -13
HARM#2 69 -9 -21 4 -3; HARM&HELP 45 -9 -9 11 -8; HARM&body 16 15 -36 -6 -14; HARM&person 44 19 19 -8 -39
HARM>1 26 -2 -30 18 -3; HARM>2 3 4 -2 -16 12; HAZ 65 -30 -31 56 -39; HAZ#2 54 -12 -41 33 -16
HAZ&CHILD 1 13 -9 -9 3; HAZ&HARM -24 -3 -14 -12 -4; HAZ&body 4 7 -15 -19 -4; HAZ&device 113 -51 -33 78 -39
HAZ>1 38 -6 -33 24 -9; HAZ>2 13 2 -7 2 -8; HELP 43 26 -38 -2 -27; HELP#2 27 -1 -7 1 6
HELP&person 0 58 0 -39 -37; HELP>1 19 -17 -7 16 8; LIFE 37 55 -40 -19 -37; LIFE#2 41 10 -13 5 -9
LIFE&c:failure 23 24 -11 -21 -21; LIFE&digital 16 10 -2 -14 -1; LIFE>1 13 23 -9 -12 -4
SOFT -45 29 0 -35 -17; SOFT#2 -8 3 -4 1 -4; SOFT&HARM -21 29 -13 -16 -1; SOFT&HAZ 5 11 1 -8 -2
SOFT&THREAT 18 -17 21 -1 -11; SOFT>1 -26 1 -4 3 -1; THREAT 54 -58 136 -45 -35; THREAT#2 74 -47 59 -35 -14
THREAT>1 39 -2 11 -32 0; THREAT>2 3 -6 3 -4 -1; abuse 48 -17 -40 -13 69; abuse#2 24 -25 -19 1 40
acute 113 86 -63 -65 19; acute#2 32 40 -12 -16 -23; allergy 31 24 -11 -16 -1; allergy#2 0 3 -1 -5 0
allergy&HARM 8 2 -4 -6 4; allergy&body 15 8 -6 -3 -4; alone 42 -6 -26 -41 64; alone#2 48 -15 -15 -22 39
assault 65 74 -45 -28 -29; assault#2 44 66 -32 -25 -18; assault&body 10 6 -17 -11 -8
assault&other 22 23 -3 -28 -15; assault&own 65 24 -29 -12 -10; assault&target 39 44 -10 -38 -17
attack 53 41 -23 -23 -19; attack#2 4 -7 10 -3 -1; attack&body -5 -25 6 3 -3; attack&target 63 53 -28 -27 -12
body 99 0 -30 44 -17; body#2 41 -10 -24 51 -9; breaks 64 -17 -36 9 24; breaks#2 14 3 -5 2 -3
breaks&CHILD 2 -14 -14 -37 43; breaks&HARM 4 -17 -11 3 -3; breaks&body 47 -46 -16 26 10
breaks&carrier 66 -1 -26 17 4; burnt 19 -27 18 10 2; burnt#2 8 -9 -3 15 -3; burnt&device 31 -27 -1 20 -3
c:advert -10 5 -3 -3 0; c:ask -11 -10 13 11 -16; c:employee -15 7 0 -5 -3; c:failure -22 53 -11 -51 -24
c:help 0 14 -7 -8 -2; c:hyperbole -40 9 -7 10 -12; c:hypothetical 7 20 -5 -2 -13; c:opinion -47 8 -20 -24 17
c:own -5 16 13 -9 -25; c:praise -70 0 42 -30 -1; c:question -84 -5 2 18 -6; c:question&HAZ 39 -2 -7 16 -6
c:relay 0 -8 -8 20 -1; c:sarcasm -4 14 -6 -1 -4; c:solved -31 -10 5 1 1; c:thanks -16 13 -11 6 -7
carrier 44 36 -29 -8 -17; carrier#2 25 5 -3 15 -21; child 41 -58 -15 -69 120; child#2 5 -10 -7 2 4
child_age 32 -55 -25 -15 71; child_age#2 10 -12 -4 -2 19; child_place 40 -68 -36 -104 164
child_place#2 4 -8 -4 -12 11; child_place&abuse 26 -15 -11 2 14; child_place&alone 27 -32 -17 -14 37
child_place&small_body 17 -15 -9 -27 38; contact 12 36 -19 -44 7; contact#2 28 41 -23 -31 -9
controls 83 -78 -13 88 -23; controls#2 21 -27 -9 36 -10; controls&near_miss 19 -5 -2 8 -3
controls&road 63 -16 -16 36 -16; controls_frame 86 -35 -30 61 -19; controls_frame#2 6 -3 -5 2 -4
controls_frame&road 55 -2 -14 16 -11; cut_frame -6 -6 -2 7 -3; cut_frame&body -2 -8 -2 7 -1
death -67 11 20 -26 -9; death#2 -4 -7 5 0 0; deprived 28 55 -24 -31 -13; deprived#2 37 29 -6 -27 -6
deprived&medicine 20 10 -7 0 1; deprived&person 14 11 -6 -20 5; despair 8 14 10 -20 -12
despair#2 17 12 -5 -2 -3; despair&means 17 9 -6 -4 -4; device 38 -11 -36 55 -24; device#2 38 -17 -26 36 -11
digital 10 34 -26 -20 -3; digital#2 15 10 -4 -5 -2; doctor 4 -9 8 19 -10; doctor#2 7 -2 2 -3 0
drastic -11 1 15 -12 -9; emergency_line 18 24 -14 -43 20; emergency_line&c:failure 39 -7 -8 -1 6
emergency_line&own 22 19 -13 -29 14; explode -6 -23 -9 32 -27; explode#2 -5 -6 -2 3 -3
exposure -2 31 -22 -12 5; exposure#2 -2 2 -2 -8 8; exposure&HARM 51 -23 -9 10 24
exposure&person 18 21 -7 -8 -17; fall 20 -3 -19 27 -12; fall&CHILD 10 10 -4 -9 3; fall&HARM 12 -11 -5 19 -15
fall&body 7 0 -9 12 -7; fall&breaks 11 -26 -2 25 -2; fall&carrier 14 -20 -8 19 -1; fall&person 0 -9 -2 5 -5
figure 23 23 -33 5 5; figure#2 -12 -6 -1 16 -8; fire -4 -10 -4 21 -26; fire#2 17 -10 -2 15 -5
fire_frame -6 5 -11 8 -6; fire_frame#2 -10 -4 -1 4 -1; food 4 -14 -33 26 13; food#2 -20 7 -4 -1 -3
food&sick 25 -11 7 10 -9; foreign 83 -65 -3 43 5; foreign#2 14 -13 -10 17 0; foreign&body 32 -15 -6 -6 17
foreign&food 63 -30 -19 48 -6; foreign_frame 31 -13 -12 13 2; foreign_frame#2 45 -9 -10 18 -7
foreign_frame&food 44 -6 -10 9 -5; game -4 -22 6 -23 36; game#2 -7 -2 0 1 0; gas 3 29 -5 -24 -8
good -49 -3 12 -9 -4; good#2 2 8 -2 -2 -1; good&HARM -25 -12 -1 11 0; good&HAZ 1 3 -6 1 1
hearsay -40 2 4 -1 -12; hearsay#2 -18 0 0 0 0; hearsay&HARM -7 13 -2 -6 -9; heat -13 -8 -5 9 0
hospital 40 -4 -38 37 -29; hospital#2 -2 18 -2 -13 -2; hurt 1 -23 -7 22 14; hurt#2 5 -17 4 20 -4
injury 42 -54 -8 49 0; injury#2 26 13 -9 -3 0; injury&carrier 6 -28 -5 21 11; injury&device 36 -37 -13 32 4
laugh -6 12 14 -13 0; means 11 10 -12 4 -15; means#2 0 -7 7 -1 -1; medicine 22 23 -25 0 -28
medicine#2 13 -33 -6 31 5; medicine&acute 25 -13 -12 19 -8; medicine&c:failure 24 15 -9 -17 -9
medicine&deprived 20 10 -7 0 1; medicine&person 13 -6 -1 -10 5; medicine&wrong_medicine 3 -8 -3 5 0
melt -4 -12 -5 -7 16; melt#2 5 -3 0 -13 12; menace 64 -29 74 -39 -43; menace#2 53 -33 42 -14 -20
menace&target 41 -36 28 -18 -13; menace&violence 21 17 -5 -14 -16; menace&weapon 34 -8 14 -13 -7
money -65 9 3 -7 -7; money#2 -11 -1 0 5 0; near_miss 49 -20 -8 43 -20; near_miss&CHILD 5 -5 -3 11 0
near_miss&HAZ 8 9 -2 1 -5; near_miss&breaks 5 -1 -2 5 -5; near_miss&carrier 10 -12 -7 31 -9
near_miss&device -1 -11 -3 9 -4; near_miss&person 6 4 -1 -1 -5; news -28 3 1 -8 4; news#2 -14 -7 0 8 0
news&CHILD 3 3 -4 -6 6; news&HARM -26 -2 -2 1 2; news&HAZ -6 -4 13 -7 -1; news_frame -12 6 -4 0 -1
office -15 -13 19 -6 -8; office#2 7 -8 5 3 -2; other 64 6 73 -126 68; other#2 71 -14 10 -33 30
own 38 -7 15 7 -21; own#2 26 47 49 -39 -73; own&HARM 11 8 8 9 -42; own&HAZ -4 -26 -48 53 -11
own&menace 24 -52 37 -20 -16; own&suicide 89 82 -76 -22 -25; own&violence 22 -5 19 -10 -7
past -34 -16 6 25 -11; person 32 78 -32 -65 -13; person#2 -18 5 17 -8 -9; road 68 -9 -14 11 -3
road#2 -1 -5 6 -3 1; shock 34 -24 -10 18 4; shock#2 1 -11 0 4 2; shock_frame 10 -17 -1 7 0
show -37 4 -6 1 -6; show#2 -13 2 0 -1 0; sick 24 -10 -8 41 -25; sick#2 4 -6 10 -1 -2
small_body 38 -32 -39 -13 83; small_body#2 22 6 -16 -13 24; smell 63 24 -18 9 -6; smell#2 -8 0 0 0 0
smell&acute 13 17 -2 -22 8; smell&gas 6 5 -2 1 -1; smell_frame 21 8 -5 4 -1; smoke 23 21 -12 -7 1
smoke_frame -5 25 -3 -17 -6; spark 24 4 -12 11 -7; spark#2 7 -5 -4 9 -2; substance 38 -59 -17 62 -3
substance#2 12 -20 -5 29 -8; substance&body 42 -48 -11 59 -11; substance&hurt 19 -29 -2 26 -5
suicide 146 139 -81 -56 -46; suicide#2 69 47 -23 -31 -17; suicide&despair 34 15 -4 -8 -11
suicide&means 28 10 1 -13 -7; suppose -12 -3 17 -25 -8; suppose#2 -28 2 -1 -1 -2; suppose&HARM 4 -6 6 6 1
suppose&HAZ 15 -17 5 17 -7; supposed 3 -2 8 -2 -2; swell 24 -7 -5 19 -1; target 32 -4 108 -74 -32
target#2 19 16 2 -28 8; trapped 36 40 -39 -26 14; trapped#2 16 13 -7 -5 -2; trapped&acute 1 10 -3 -17 11
trapped&carrier 13 23 -15 -6 -14; trapped&exposure 22 27 -4 -13 -20; trapped&person 21 22 -8 -6 -12
untold -81 -3 12 -5 -2; violence 25 -27 43 -21 5; violence#2 13 -12 9 -3 -11
violence&target 51 -50 45 -21 -20; violence&weapon -8 -13 5 -8 14; warning -21 -8 -3 8 -12
warning&HAZ -11 -8 -2 15 -8; warning&breaks -3 5 -1 -5 0; weapon 8 -10 33 -20 3; weapon#2 -13 0 1 -1 0
weapon&target 32 -35 33 -10 -16; witness 29 -8 -7 23 -6; witness#2 2 8 -3 -1 -5; work -61 6 10 -16 -8
work#2 2 -5 3 0 -3; worry -8 -4 -2 4 0; wrong_medicine 10 -8 -4 -3 4
`;
