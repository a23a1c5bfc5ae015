/**
 * What the words of a stretch in which no sign tells must say, in hundredths, for its other signs to be looked at. Written
 * by `npm run train:danger`.
 */
export const leastSpoken = 101;

/**
 * What each sign of danger weighs, in hundredths: for danger at all, then for each kind in the order of `dangerKinds`.
 * Written by `npm run train:danger` (train/danger): logistic regressions over the project's own labelled sentences, one
 * for danger and one for each kind among dangers. The mark is where eight-fold cross-validation keeps 73 in 100 right
 * (DESIGN.md 4: recall first) and lies in `bias`. What the names mean: rules/danger-features.ts.
 */
export const dangerWeights = `
bias -209 -163 -247 -16 -219; CHILD 49 -88 -31 -67 165; CHILD#2 28 -46 -18 -12 52; CHILD&HARM 1 -24 1 -29 51
CHILD&HELP -5 4 2 -12 3; CHILD&abuse 62 -20 -25 1 18; CHILD&alone 50 -44 -24 -5 27
CHILD&assault -3 2 -4 9 2; CHILD&body -16 -25 16 -17 13; CHILD&child_place 44 -34 -23 -48 44
CHILD&small_body 25 -24 -12 -34 39; CHILD&trapped 6 -7 -6 -7 14; CHILD>1 25 -27 -9 -17 28
D:child 40 -17 6 -17 18; D:person_at_risk 90 66 -74 -22 -31; D:person_at_risk#2 16 -7 -1 -5 13
D:product 79 -40 -22 55 -27; D:product#2 6 -1 -8 11 -7; D:threat_to_others 53 -20 32 -25 -6
FIG -57 8 4 -37 25; FIG#2 -33 22 -15 7 -18; FIG&HARM -13 5 -4 2 -6; FIG&HAZ -42 -1 3 -2 8
FIG&THREAT -35 3 -1 -3 20; FIG&suicide 30 7 -15 0 -5; FIG>1 5 24 -11 -6 -8; FIG>2 -8 0 0 0 0
HARD 87 -38 -42 67 -46; HARD#2 32 -14 -18 18 -9; HARD>1 35 -5 -13 6 -2; HARM 89 1 -37 29 -14
HARM#2 69 -13 -18 1 -3; HARM&HELP 43 -8 -8 7 -6; HARM&body 15 15 -37 -7 -13; HARM&person 46 19 19 -6 -39
HARM>1 28 5 -33 16 -5; HARM>2 2 5 -2 -15 12; HAZ 70 -28 -32 53 -39; HAZ#2 61 -16 -41 39 -14
HAZ&CHILD 0 13 -9 -7 2; HAZ&HARM -26 -1 -14 -13 -4; HAZ&body -6 3 -13 -16 -2; HAZ&device 112 -52 -34 78 -39
HAZ>1 34 -15 -34 29 -9; HAZ>2 12 1 -7 4 -9; HELP 47 27 -37 -4 -26; HELP#2 27 -1 -7 0 6
HELP&person 2 57 1 -39 -39; HELP>1 20 -17 -7 14 9; LIFE 36 54 -42 -17 -38; LIFE#2 47 16 -13 -1 -10
LIFE&c:failure 24 17 -11 -13 -22; LIFE&digital 15 11 -2 -15 -1; LIFE>1 15 26 -9 -15 -4
SOFT -44 29 -1 -37 -15; SOFT#2 -14 0 -2 4 -4; SOFT&HARM -21 30 -13 -18 1; SOFT&HAZ 0 10 1 -7 -2
SOFT&THREAT 21 -18 19 -1 -11; SOFT>1 -25 1 -4 3 -1; THREAT 59 -57 136 -46 -36; THREAT#2 90 -44 58 -36 -16
THREAT>1 39 1 8 -31 0; THREAT>2 2 -6 3 -3 -1; abuse 51 -17 -37 -12 67; abuse#2 29 -27 -20 1 41
acute 112 87 -63 -65 20; acute#2 42 34 -11 -12 -19; allergy 33 24 -11 -17 0; allergy&HARM 8 2 -4 -7 4
allergy&body 16 8 -6 -4 -4; alone 44 -2 -27 -44 64; alone#2 60 -15 -16 -21 39; assault 67 75 -45 -30 -30
assault#2 51 69 -33 -27 -19; assault&body 2 7 -16 -13 -8; assault&other 27 26 -4 -28 -17
assault&own 64 23 -29 -13 -10; assault&target 37 45 -9 -39 -17; attack 56 40 -23 -23 -19
attack#2 0 -13 13 -1 0; attack&body -3 -22 6 3 -3; attack&target 64 52 -28 -27 -12; body 101 0 -29 47 -21
body#2 36 -12 -20 52 -4; breaks 65 -16 -41 12 23; breaks#2 22 -3 -3 -12 14; breaks&CHILD 7 -16 -14 -37 45
breaks&HARM 10 -15 -11 3 -5; breaks&body 39 -45 -22 29 12; breaks&carrier 60 -3 -25 18 4
burnt 18 -26 17 10 2; burnt#2 8 -9 -3 15 -3; burnt&device 33 -27 -1 20 -4; c:advert -15 5 -3 -3 0
c:ask -11 -12 14 12 -16; c:employee -11 8 0 -5 -4; c:failure -26 51 -10 -49 -24; c:help 1 14 -7 -10 0
c:hyperbole -38 9 -8 10 -13; c:hypothetical 7 20 -5 -1 -13; c:opinion -43 7 -21 -23 18
c:own -1 16 13 -9 -26; c:praise -67 -2 44 -28 -1; c:question -81 -5 2 17 -4; c:question&HAZ 36 0 -7 15 -6
c:relay -1 -6 -8 18 -1; c:sarcasm -1 13 -6 -1 -4; c:solved -33 -10 5 0 1; c:thanks -16 15 -11 3 -7
carrier 48 39 -26 -11 -18; carrier#2 19 -8 -1 22 -17; child 40 -58 -15 -68 116; child#2 -7 -10 -6 7 4
child_age 34 -57 -26 -16 76; child_age#2 14 -12 -5 -2 22; child_place 48 -72 -36 -105 167
child_place#2 1 -9 -4 -12 11; child_place&abuse 24 -16 -11 2 13; child_place&alone 29 -32 -17 -13 36
child_place&small_body 21 -18 -9 -27 39; contact 14 37 -16 -46 6; contact#2 31 38 -21 -29 -8
controls 85 -80 -13 90 -23; controls#2 16 -21 -9 31 -10; controls&near_miss 19 -6 -2 9 -3
controls&road 63 -17 -16 37 -16; controls_frame 87 -36 -30 62 -19; controls_frame&road 54 -3 -14 16 -11
cut_frame -6 -7 -3 10 -4; cut_frame&body 0 -9 -2 10 -2; death -68 11 21 -27 -9; death#2 -3 -6 6 -1 0
deprived 30 56 -22 -35 -13; deprived#2 38 28 -6 -28 -6; deprived&medicine 24 14 -7 -4 1
deprived&person 12 14 -6 -22 5; despair 10 14 10 -19 -12; despair#2 15 12 -5 -3 -4
despair&means 17 11 -6 -5 -4; device 34 -10 -36 54 -24; device#2 32 -16 -27 38 -11; digital 10 33 -26 -20 -2
digital#2 10 11 -4 -5 -2; doctor 6 -8 8 19 -10; doctor#2 6 -2 3 -3 0; drastic -8 2 15 -12 -9
emergency_line 19 24 -15 -44 21; emergency_line&c:failure 41 -7 -8 -2 6; emergency_line&own 22 18 -14 -29 15
explode 4 -26 -9 35 -28; exposure -3 32 -22 -12 6; exposure#2 0 2 -2 -8 8; exposure&HARM 49 -24 -9 10 26
exposure&person 11 21 -7 -8 -19; fall 21 -1 -18 27 -14; fall&CHILD 2 11 -3 -8 0; fall&HARM 15 -9 -5 18 -15
fall&body 6 0 -9 12 -6; fall&breaks 14 -27 -2 25 -1; fall&carrier 9 -19 -7 19 -3; fall&person -2 -9 -2 5 -6
figure 18 25 -33 3 5; figure#2 -14 -6 -1 17 -8; fire 2 -13 -4 21 -26; fire#2 14 -8 -2 12 -4
fire_frame -5 1 -12 13 -8; fire_frame#2 -10 -5 -1 4 -1; food 4 -13 -35 25 14; food#2 -17 8 -4 -3 -2
food&sick 27 -12 7 10 -9; foreign 85 -66 -3 42 5; foreign#2 6 -12 -8 13 4; foreign&body 33 -16 -9 -3 17
foreign&food 58 -32 -21 51 -5; foreign_frame 34 -14 -12 14 2; foreign_frame#2 49 -10 -10 20 -7
foreign_frame&food 46 -7 -11 11 -5; game -6 -23 6 -23 37; game#2 -7 -2 0 1 0; gas -6 32 -6 -25 -9
good -47 -2 13 -10 -3; good#2 1 8 -2 -2 -1; good&HARM -26 -9 -1 8 1; good&HAZ 1 4 -6 2 1
hearsay -45 1 5 -1 -12; hearsay#2 -16 0 0 0 0; hearsay&HARM -10 13 -2 -6 -9; heat -12 -8 -5 8 0
hospital 43 -3 -38 35 -30; hospital#2 -2 18 -2 -11 -2; hurt 2 -25 -9 27 12; hurt#2 4 -12 3 16 -3
injury 44 -48 -9 45 -1; injury#2 27 -5 -4 6 0; injury&carrier 15 -26 -6 21 10; injury&device 33 -39 -12 32 4
laugh -4 11 15 -13 0; means 20 -2 -16 22 -14; means#2 0 -6 7 -1 -1; medicine 21 24 -28 3 -29
medicine#2 15 -31 -5 29 6; medicine&acute 30 -24 -12 28 -9; medicine&c:failure 23 8 -10 -8 -10
medicine&deprived 24 14 -7 -4 1; medicine&person 7 -8 -4 -4 5; medicine&wrong_medicine 8 -25 -3 23 -1
melt 3 -12 -5 -9 17; menace 66 -27 73 -38 -43; menace#2 49 -34 41 -13 -20; menace&target 37 -33 27 -18 -12
menace&violence 16 -10 20 -13 -15; menace&weapon 33 -9 15 -12 -6; money -65 9 4 -6 -7; money#2 -10 -1 0 5 0
near_miss 49 -20 -9 42 -17; near_miss&CHILD 8 -7 -3 10 3; near_miss&HAZ 7 10 -2 0 -6
near_miss&breaks 7 -1 -3 5 -4; near_miss&carrier 13 -10 -7 31 -10; near_miss&device 0 -11 -3 9 -4
near_miss&person 9 3 -1 -3 -2; news -26 5 0 -8 3; news#2 -13 -7 0 7 0; news&CHILD 5 2 -4 -5 6
news&HARM -29 -2 -2 0 2; news&HAZ -6 -5 13 -6 -1; news_frame -11 6 -4 0 -1; office -14 -13 17 -7 -7
office#2 6 -12 7 7 -2; other 73 1 74 -121 68; other#2 78 -11 7 -32 27; own 44 -5 17 6 -21
own#2 26 44 47 -32 -73; own&HARM 10 1 8 15 -42; own&HAZ 0 -26 -49 55 -12; own&menace 30 -51 38 -19 -16
own&suicide 85 84 -75 -25 -25; own&violence 22 -3 19 -10 -9; past -38 -15 6 25 -11; person 29 76 -34 -57 -17
person#2 -31 6 16 -8 -10; road 72 -9 -14 10 -3; road#2 0 -5 6 -3 1; shock 28 -23 -10 16 5
shock#2 1 -11 0 3 2; shock_frame 9 -16 -1 7 1; show -32 3 -6 1 -6; show#2 -14 2 0 -1 0; sick 27 -8 -7 40 -25
sick#2 6 2 11 -6 -2; small_body 44 -30 -43 -13 83; small_body#2 21 6 -16 -18 28; smell 63 26 -18 6 -6
smell#2 -8 0 0 0 0; smell&acute 15 18 -2 -24 9; smell&gas 8 5 -3 1 -1; smell_frame 20 9 -5 2 0
smoke 16 22 -13 -6 0; smoke_frame -7 29 -4 -19 -6; spark 24 -7 -12 19 -7; spark#2 8 -4 -4 9 -2
substance 40 -58 -17 60 -3; substance#2 13 -19 -5 28 -8; substance&body 45 -47 -11 56 -11
substance&hurt 19 -29 -2 25 -5; suicide 148 141 -81 -60 -46; suicide#2 80 47 -23 -32 -16
suicide&despair 35 16 -3 -9 -11; suicide&means 26 13 1 -16 -7; suppose -7 -3 20 -24 -10
suppose#2 -32 2 -1 -1 -2; suppose&HARM -2 -8 6 9 1; suppose&HAZ 16 -17 5 20 -9; supposed 3 -2 8 -4 -2
swell 25 -7 -5 20 -1; target 27 -2 107 -76 -31; target#2 21 15 3 -26 7; trapped 37 38 -39 -25 14
trapped#2 29 24 -6 -11 -10; trapped&acute 0 9 -4 -15 12; trapped&carrier 15 23 -15 -8 -15
trapped&exposure 27 27 -4 -12 -20; trapped&person 19 22 -9 -3 -13; untold -84 -2 12 -5 -2
violence 24 -22 41 -22 4; violence#2 27 -39 35 -3 -13; violence&target 53 -47 42 -21 -21
violence&weapon -4 -13 4 -8 14; warning -22 -9 -3 6 -11; warning&HAZ -11 -8 -2 14 -8
warning&breaks -3 5 -1 -5 0; weapon 10 -11 33 -21 2; weapon#2 -14 0 1 -1 0; weapon&target 36 -36 33 -10 -16
witness 31 -9 -7 24 -7; witness#2 2 9 -3 -1 -5; work -64 -2 11 -13 -6; work#2 2 -5 3 0 -3
worry -7 -4 -2 4 1; wrong_medicine 17 -24 -4 14 3
`;
