/**
 * What the words of a stretch in which no sign tells must say, in hundredths, for its other signs to be looked at. Written
 * by `npm run train:danger`.
 */
export const leastSpoken = 67;

/**
 * What each sign of danger weighs, in hundredths: for danger at all, then for each kind in the order of `dangerKinds`.
 * Written by `npm run train:danger` (train/danger): logistic regressions over the project's own labelled sentences, one
 * for danger and one for each kind among dangers. The mark is where eight-fold cross-validation keeps 65 in 100 right
 * (DESIGN.md 4: recall first) and lies in `bias`. What the names mean: rules/danger-features.ts.
 */
export const dangerWeights = `
bias -205 -236 -97 -57 -246; CHILD 58 -117 -36 -115 197; CHILD#2 29 -58 -17 -5 40
CHILD&HARM 28 -12 13 -41 47; CHILD&HELP 5 -3 -13 -10 19; CHILD&abuse 71 -38 -33 -3 51
CHILD&alone 3 -60 -41 8 34; CHILD&assault 20 -7 0 9 12; CHILD&body -18 -2 14 -43 22
CHILD&child_place 30 -36 -3 -38 4; CHILD&small_body 31 -33 -27 -30 38; CHILD&trapped 12 -6 -8 -3 5
CHILD>1 31 -32 -17 -8 28; D:child 48 -15 -17 -20 35; D:person_at_risk 72 50 -91 -6 -3
D:person_at_risk#2 8 -7 -1 -6 10; D:product 48 -38 -6 33 -34; D:product#2 26 -1 -7 9 -8
D:threat_to_others 42 -19 18 -7 -7; FIG -45 10 7 -33 14; FIG#2 -25 3 -1 6 -13; FIG&HARM -1 5 -3 -9 19
FIG&HAZ -63 4 13 -11 5; FIG&THREAT -56 4 0 -3 19; FIG&suicide 37 18 -27 4 -2; FIG>1 -8 4 3 0 -18
FIG>2 -6 1 1 -2 -1; HARD 49 -31 -63 67 -38; HARD#2 3 4 -24 3 -16; HARD>1 15 15 -16 -12 -6
HARD>2 -12 -1 0 0 0; HARM 83 18 -88 34 2; HARM#2 68 -18 12 -11 -18; HARM&HELP 38 12 -10 -12 -17
HARM&body 15 11 -42 -7 -4; HARM&person 70 47 29 -33 -50; HARM>1 30 19 -37 19 -28; HARM>2 5 2 -2 -12 14
HAZ 65 -46 -33 61 -18; HAZ#2 77 -19 -57 54 -29; HAZ&CHILD -40 10 -6 -22 26; HAZ&HARM -10 10 -20 -11 -14
HAZ&body -3 1 -31 1 5; HAZ&device 136 -50 -53 72 -27; HAZ>1 50 -7 -47 28 -16; HAZ>2 14 1 -12 10 -9
HELP 54 19 -49 13 0; HELP#2 21 17 -15 -6 -4; HELP&person 10 31 10 -13 -50; HELP>1 21 11 -10 -2 0
LIFE 42 80 -67 -27 -40; LIFE#2 40 24 -16 -6 -11; LIFE&c:failure 48 14 -12 -13 -14
LIFE&digital 35 0 -2 -16 8; LIFE>1 16 29 -10 -17 -4; SOFT -35 39 -1 -41 -11; SOFT#2 -20 -6 -3 7 2
SOFT&HARM -23 11 10 -29 9; SOFT&HAZ 5 4 6 3 -1; SOFT&THREAT 42 -29 34 -3 -16; SOFT>1 -25 -3 -7 12 1
THREAT 62 -89 138 -55 -52; THREAT#2 88 -22 32 -37 -20; THREAT>1 10 6 10 -27 -1; THREAT>2 7 -2 1 -3 0
abuse 43 24 -97 2 55; abuse#2 46 -3 -23 -5 31; acute 142 100 -95 -60 10; acute#2 86 30 -12 -33 0
allergy 68 31 -28 -5 0; allergy#2 10 -15 6 13 -3; allergy&HARM 6 -10 -4 2 6; allergy&body 53 -1 -15 9 2
allergy&food 25 -15 6 -2 6; alone 52 18 -42 -49 79; alone#2 87 -18 -20 -19 36; assault 69 93 -62 -41 -30
assault#2 57 44 -29 -13 -20; assault&body 18 7 1 -27 -8; assault&other 38 56 -32 -29 -30
assault&own 49 63 -55 -29 -22; assault&target 60 44 -26 -30 -15; attack 25 26 -32 -5 1
attack#2 -3 -12 12 -1 0; attack&body 17 -26 -3 10 12; attack&target 59 46 -33 -14 -12; body 100 -9 -62 43 23
body#2 57 -40 -30 73 -23; breaks 71 -35 -58 46 19; breaks#2 48 -12 6 16 -4; breaks&CHILD -1 0 0 -43 41
breaks&HARM -11 -18 -4 -17 2; breaks&body 42 -35 -27 22 -6; breaks&carrier 85 -31 -36 39 12
burnt 5 -39 12 24 2; burnt#2 11 -10 -3 14 -3; burnt&device 52 -24 -15 29 0; c:advert -31 3 -3 -2 2
c:ask 1 -14 37 -5 -31; c:employee -36 4 0 1 -7; c:failure -47 32 15 -36 -29; c:help -23 6 -4 -13 10
c:hyperbole -70 10 -9 15 -10; c:hypothetical -8 22 -9 0 -15; c:opinion -35 8 -21 -18 13; c:own 0 10 0 7 -33
c:praise -67 -10 32 -20 -4; c:question -109 -28 9 11 4; c:question&HAZ 14 -5 -10 13 1; c:relay -2 -6 6 19 -4
c:sarcasm 7 7 -6 -10 19; c:solved -33 -5 14 -8 -9; c:thanks 27 12 -10 -2 2; carrier 41 32 -36 4 -13
carrier#2 11 -28 3 38 -20; child 65 -89 -21 -94 146; child#2 8 -15 5 3 -4; child_age 23 -60 -33 -29 78
child_age#2 -1 -13 -6 0 18; child_place 40 -99 -48 -149 209; child_place#2 3 -11 8 -12 4
child_place&abuse 8 -17 -15 1 18; child_place&alone 26 -35 -27 -11 41
child_place&small_body 59 -21 -10 -47 51; contact 31 53 -22 -49 2; contact#2 19 53 -26 -31 -14
controls 92 -88 -29 102 -12; controls#2 38 -27 -12 47 -17; controls&near_miss 18 -4 -3 10 -3
controls&road 87 -29 -8 24 -13; controls_frame 69 -45 -33 42 12; controls_frame#2 -6 -1 -4 1 -6
controls_frame&road 79 -12 -25 19 -7; cut_frame -19 -6 1 -19 26; cut_frame&body -29 -10 -6 -7 18
death -52 6 30 -20 -9; death#2 -30 -11 13 -1 -3; deprived 16 78 -26 -30 -39; deprived#2 51 23 -6 -23 -5
deprived&medicine 33 11 -7 -6 1; deprived&person 14 35 -7 -23 -18; despair 32 10 20 -23 -1
despair#2 2 12 -3 -4 -3; despair&means 23 14 -7 -4 -4; device -4 -18 -71 85 -34; device#2 57 -6 -43 51 -23
digital -13 33 -38 -22 2; digital#2 18 13 -4 -12 -2; doctor -9 -6 3 14 -3; doctor#2 11 1 -3 -3 0
drastic 15 -6 26 -18 -16; drastic#2 -12 0 0 0 0; emergency_line 46 28 -26 -24 16
emergency_line#2 -9 0 0 0 0; emergency_line&c:failure 40 2 -8 -14 4; emergency_line&own 17 32 -18 -50 18
explode -4 -5 -5 17 -36; explode#2 -8 -2 0 1 -2; exposure 17 72 -52 -32 8; exposure#2 13 -10 -2 5 12
exposure&HARM 78 -8 -8 -18 30; exposure&person 25 15 -16 -6 5; fall 33 -23 -23 30 12; fall#2 -20 0 0 0 0
fall&CHILD -5 1 -5 -5 8; fall&HARM 10 -9 -3 2 -13; fall&body -12 -16 -17 28 2; fall&breaks 31 -22 -4 33 -18
fall&carrier 18 -14 -10 0 6; fall&person -28 11 -1 -13 -9; figure 13 18 -30 10 1; figure#2 22 -1 -1 9 2
fire 53 -34 7 32 -20; fire#2 12 -6 -4 14 -8; fire_frame -24 -3 -22 19 -2; food -8 -63 -37 78 3
food#2 -21 -4 -5 -10 15; food&sick 49 -16 16 10 -13; foreign 81 -53 -37 31 27; foreign#2 -1 -8 -10 14 -1
foreign&body 69 -5 -22 -13 19; foreign&food 67 -29 -41 76 -25; foreign_frame 66 -24 -22 29 -3
foreign_frame#2 39 -5 -11 15 -8; foreign_frame&food 62 -1 -20 14 -12; game -2 -34 -2 2 27
game#2 -21 -1 0 0 -1; gas -12 68 4 -58 -16; gas#2 9 -2 -1 1 -1; good -73 -25 -5 37 -9; good#2 -25 7 -5 -3 4
good&HARM -31 -13 -8 2 23; good&HAZ -14 13 -12 -8 3; hearsay -55 6 23 -7 -19; hearsay#2 -26 0 0 0 0
hearsay&HARM -22 6 -2 -2 -6; heat 8 -15 -11 -21 46; hospital 39 8 -36 21 -16; hospital#2 -3 5 -2 -2 -4
hurt -29 -25 -24 46 3; hurt#2 -1 -6 0 9 -2; injury 21 -15 -25 47 -27; injury#2 9 -14 15 20 -15
injury&carrier 35 -47 -4 41 4; injury&device 36 -22 -10 28 -9; laugh -47 16 16 -18 -3; means 28 18 -3 6 -28
medicine 42 32 -51 -14 -5; medicine#2 -2 -24 -7 24 2; medicine&acute 53 -38 -15 25 -2
medicine&c:failure 33 -2 -10 -5 0; medicine&deprived 33 11 -7 -6 1; medicine&person 6 13 -6 -14 -14
medicine&wrong_medicine 28 -30 -10 26 -7; melt 7 -12 -4 2 2; menace 11 -12 47 -35 -52
menace#2 54 -25 30 -9 -15; menace&target 49 -35 35 -18 -13; menace&violence -9 -14 26 -12 -13
menace&weapon 45 -11 15 -9 -6; money -53 15 5 -7 -14; money#2 -32 0 0 5 -1; near_miss 75 -1 -26 40 -18
near_miss#2 16 0 -1 3 -1; near_miss&CHILD 2 -12 -1 9 3; near_miss&HAZ 13 11 0 -3 -7
near_miss&breaks 10 -5 -5 21 -9; near_miss&carrier 17 -14 -7 32 -9; near_miss&device 10 -5 -2 -1 -3
near_miss&person 10 5 0 -3 -3; news -24 -1 6 8 -3; news#2 -4 -7 8 -4 -1; news&CHILD 29 16 -8 1 9
news&HARM -40 5 -6 4 -3; news&HAZ -20 -1 2 1 -9; news_frame -5 -3 5 -1 -1; office 6 -13 25 -2 1
office#2 6 -19 5 8 10; other 113 -1 55 -159 97; other#2 92 -37 11 -39 42; own 58 10 27 -12 -39
own#2 2 21 15 -12 -40; own&HARM -15 -18 -12 46 -25; own&HAZ 30 -49 -29 65 -14; own&menace 28 -40 35 -20 -33
own&suicide 78 98 -79 -21 -35; own&violence 30 -12 15 -11 -21; past -81 -18 -16 39 -4; past#2 -9 0 0 0 0
person 31 47 0 -31 -47; person#2 -53 3 14 -10 -5; road 71 -20 -38 37 1; road#2 7 -10 2 3 -1
shock 18 -21 -5 16 4; shock#2 2 -15 -1 10 2; shock_frame 22 -19 -17 21 1; show -11 11 8 -21 -5
show#2 13 -2 6 -6 2; sick 47 -21 -14 47 -15; sick#2 29 0 24 -22 5; small_body 66 -42 -54 -29 112
small_body#2 38 -9 -13 -23 42; smell 68 17 -28 18 -4; smell#2 -20 0 0 0 0; smell&acute 27 18 -2 -24 11
smell&gas -2 8 -2 -7 -1; smell_frame -15 3 -9 7 1; smoke -15 26 -20 -4 3; smoke#2 5 -7 -1 7 -1
smoke_frame 11 33 -6 -20 -9; spark 54 -20 -14 42 -15; spark#2 7 -2 -3 6 -1; substance 60 -72 -45 83 -3
substance#2 42 -21 -10 17 3; substance&body 52 -50 -17 67 -24; substance&hurt 36 -31 -3 33 -8
suicide 141 155 -95 -67 -38; suicide#2 111 37 -40 -22 -12; suicide&despair 31 21 -10 -5 -11
suicide&means 7 5 3 -17 -6; suppose -9 -6 51 -43 -19; suppose#2 -19 -18 7 -2 9; suppose&HARM 13 5 -12 12 -8
suppose&HAZ 20 0 29 -8 -5; supposed 9 -8 5 14 -2; swell 40 -18 -3 25 -7; target 35 16 109 -116 -62
target#2 37 -16 20 -2 -14; trapped 43 55 -40 -25 -11; trapped#2 23 12 -7 -4 -10; trapped&acute 6 13 -3 -11 7
trapped&carrier 12 38 -23 -14 -20; trapped&exposure 34 15 -5 -11 -13; trapped&person 20 20 3 -3 -28
untold -77 -23 31 -18 20; violence 26 -32 41 -38 8; violence#2 51 -35 24 -9 -17
violence&target 93 -52 38 -21 -12; violence&weapon -19 -6 5 -8 12; warning -17 -29 22 4 -3
warning&HAZ -23 -9 1 10 -7; warning&breaks -7 -1 1 -4 1; weapon 43 -40 62 -12 -9; weapon#2 -24 0 -4 1 -1
weapon&target 48 -48 36 -9 -16; witness -8 26 -11 17 -27; witness#2 0 8 -8 0 -5; work -57 -18 25 2 -11
work#2 0 -7 3 0 -1; worry 3 -12 9 2 1; wrong_medicine 103 9 -24 4 4; wrong_medicine#2 3 -3 0 -5 0
`;
