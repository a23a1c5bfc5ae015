/**
 * What each sign of danger weighs, in hundredths: for danger at all, then for each kind in the order of `dangerKinds`.
 * Written by `npm run train:danger` (train/danger): logistic regressions over the project's own labelled sentences, one
 * for danger and one for each kind among dangers. The mark is where eight-fold cross-validation keeps three of five right
 * (DESIGN.md 4: recall first) and lies in `bias`. What the names mean: rules/danger-features.ts.
 */
export const dangerWeights = `
bias -193 -135 -235 -30 -226; CHILD 18 -72 -13 -58 134; CHILD#2 26 -29 -17 -13 38
CHILD&HARM 14 -24 5 -17 35; CHILD&HELP 8 -4 3 -14 12; CHILD&abuse 40 -18 -11 -7 22
CHILD&alone 59 -33 -17 -7 24; CHILD&assault -3 -7 -3 -3 12; CHILD&body -3 -15 15 -13 7
CHILD&child_place 43 -36 -17 -52 53; CHILD&small_body 28 -16 -9 -30 30; CHILD&trapped 3 -10 -5 -2 13
CHILD>1 29 -22 -12 -19 34; D:child 45 -22 2 -14 23; D:person_at_risk 96 83 -72 -31 -39
D:person_at_risk#2 13 -6 -2 -5 11; D:product 71 -48 -16 59 -24; D:product#2 11 -2 -9 12 -8
D:threat_to_others 56 -21 39 -26 -8; FIG -58 6 -5 -21 24; FIG#2 -25 16 -12 5 -11; FIG&HARM -26 3 2 -7 0
FIG&HAZ -46 -3 4 -3 5; FIG&THREAT -30 -7 7 10 -6; FIG&suicide 11 9 -11 6 -6; FIG>1 3 16 -8 0 -8
HARD 66 -52 -40 82 -46; HARD#2 30 -1 -16 4 -4; HARD>1 36 1 -13 1 -1; HARM 47 2 -19 16 -15
HARM#2 58 -19 -16 13 8; HARM&HELP 37 -2 -5 4 -10; HARM&body 16 14 -22 -6 -10; HARM&person 55 34 8 -16 -43
HARM>1 32 13 -21 -5 2; HAZ 42 -30 -34 52 -28; HAZ#2 55 -20 -34 42 -20; HAZ&CHILD -1 13 -7 -10 2
HAZ&HARM -6 0 -14 -20 12; HAZ&body 5 -3 -10 -11 -1; HAZ&device 93 -39 -23 64 -38; HAZ>1 43 -14 -28 30 -18
HAZ>2 13 1 -5 0 -6; HELP 42 13 -26 2 -14; HELP#2 20 -1 -3 -3 6; HELP&person -8 44 3 -33 -28
HELP>1 18 -7 -8 8 8; LIFE 22 53 -39 -15 -35; LIFE#2 25 -3 -8 17 -12; LIFE&c:failure 20 23 -9 -11 -23
LIFE&digital 14 5 -2 -4 -1; LIFE>1 10 10 -6 2 -8; SOFT -48 27 -11 -27 -5; SOFT#2 -13 -1 -4 4 -3
SOFT&HARM -26 27 -13 -6 -4; SOFT&THREAT 10 -26 14 10 -6; SOFT>1 -11 -1 0 2 0; THREAT 17 -54 106 -38 -16
THREAT#2 55 -34 56 -32 -17; THREAT>1 45 11 7 -31 -3; THREAT>2 7 -10 7 -5 -2; abuse 10 -14 -25 -9 50
abuse#2 17 -10 -15 2 19; acute 76 75 -41 -54 2; acute#2 19 7 -8 -4 6; allergy 20 21 -9 -11 -7
allergy#2 2 -8 0 3 1; allergy&HARM 6 3 -4 -3 -1; allergy&body 14 1 -2 1 -4; allergy&food 2 7 0 -8 0
alone 0 -12 -8 -35 54; alone#2 33 -9 -18 -18 35; assault 42 42 -31 -18 -15; assault#2 23 25 -19 -6 -4
assault&body 11 -2 -17 6 -10; assault&other 7 -17 15 -7 -1; assault&own 38 22 -17 -11 -12
assault&target 22 32 -6 -23 -11; attack 65 60 -24 -30 -19; attack#2 3 -2 9 -5 -2; attack&body 1 -15 5 2 -4
attack&target 59 63 -25 -32 -12; body 94 -11 -14 37 -14; body#2 16 15 -16 29 -17; breaks 34 -18 -31 17 18
breaks#2 9 -13 -3 10 2; breaks&CHILD 11 -9 -7 -21 26; breaks&HARM 10 -22 -10 14 -2
breaks&body 22 -28 -13 18 8; breaks&carrier 62 -10 -26 26 10; burnt 18 -23 11 19 -14; burnt#2 3 -8 -2 10 -1
burnt&device 22 -23 1 22 -10; c:advert -17 0 0 0 0; c:ask -26 1 -11 14 -8; c:employee -19 10 -5 -4 -2
c:failure -7 61 -22 -66 -6; c:help 0 9 -5 -7 0; c:hyperbole -15 11 -8 7 -11; c:hypothetical 7 7 -6 -1 -4
c:opinion -50 -14 -18 2 22; c:own -4 7 0 3 -23; c:praise -64 0 4 -18 19; c:question -43 4 -11 13 -3
c:question&HAZ 27 -8 -7 18 -7; c:relay 2 2 -4 10 -4; c:sarcasm -9 0 0 0 0; c:solved -28 1 -5 6 -5
c:thanks -23 -2 -4 6 -1; carrier 32 24 -20 -21 -2; carrier#2 11 -12 12 17 -10; child 22 -50 -5 -59 108
child#2 1 -3 -6 4 -1; child_age 26 -44 -19 -18 60; child_place 46 -55 -34 -88 143
child_place#2 6 -8 -3 -13 11; child_place&abuse 29 -7 -10 2 8; child_place&alone 35 -23 -18 -15 36
child_place&small_body 17 -14 -11 -28 36; contact 0 25 -12 -26 -2; contact#2 8 34 -17 -23 -6
controls 63 -54 -15 65 -23; controls#2 7 -24 -5 28 -5; controls&road 48 -21 -16 35 -10
controls_frame 74 -25 -27 58 -23; controls_frame#2 3 9 -1 -8 -2; controls_frame&road 41 -9 -13 16 -6
cut_frame -2 -5 -2 7 0; cut_frame&body -4 -7 -2 5 2; death -57 10 25 -23 -14; death#2 -3 -7 6 -1 0
deprived 11 41 -21 -11 -15; deprived#2 10 8 -1 -10 -1; deprived&medicine 4 6 -4 5 -8
deprived&person 16 9 -5 -8 -3; despair -16 6 17 -17 -9; despair#2 8 5 -3 -1 -3; despair&means 19 11 -8 -5 -4
device 21 -31 -40 64 -12; device#2 15 -22 -21 25 -1; digital 17 18 -18 -17 12; doctor 18 -14 18 23 -21
doctor#2 -3 -9 8 -2 0; drastic -7 6 7 -9 -7; emergency_line 7 18 -17 -32 18
emergency_line&c:failure 37 2 -9 -5 3; emergency_line&own 18 17 -15 -22 12; explode -2 -16 -8 22 -14
exposure -33 19 -21 -4 4; exposure#2 3 -1 -2 -5 8; exposure&HARM 31 -6 -6 4 9
exposure&person 16 24 -8 -9 -15; fall 11 -13 -16 23 -5; fall&CHILD 13 10 -5 -9 1; fall&HARM 13 -15 -6 20 -12
fall&body -6 -20 -5 19 -5; fall&breaks 6 -20 0 17 -2; fall&carrier 14 -12 -8 16 -4
fall&person 10 -1 -1 1 -7; figure 17 22 -21 -8 9; figure#2 -7 -5 -2 9 -2; fire 1 -8 -8 20 -20
fire#2 3 -6 -2 10 -4; fire_frame -16 -2 -8 5 -4; fire_frame#2 -10 -2 0 1 -1; food -3 -10 -22 16 4
food#2 -9 -1 -3 4 2; food&sick 10 -10 7 7 -4; foreign 52 -55 4 36 7; foreign#2 9 -11 -7 20 -9
foreign&body 27 -8 -4 -8 19; foreign&food 40 -24 -18 38 -3; foreign_frame 31 -15 -12 24 -13
foreign_frame#2 43 -12 -11 27 -13; foreign_frame&food 42 -9 -11 17 -11; game -18 -9 -11 -11 30
game#2 -6 -1 0 1 0; gas 10 8 -6 -6 -7; good -43 -14 1 4 7; good&HARM -9 -8 -1 7 -1; good&HAZ 10 3 -4 -1 1
hearsay -38 5 13 -1 -16; hearsay#2 -15 0 0 0 0; hearsay&HARM -3 13 -4 -5 -8; heat -3 -8 -3 0 4
hospital 34 4 -36 18 -4; hospital#2 1 15 -2 -10 -2; hurt 21 -6 -8 7 11; injury 26 -51 -10 47 0
injury#2 17 16 -9 0 -4; injury&carrier 20 -15 -5 17 -3; injury&device 23 -21 -11 38 -20
laugh -8 -11 18 7 -9; means 12 12 -10 -5 -9; means#2 2 -5 7 -1 -2; medicine 22 23 -23 -2 -28
medicine#2 15 -15 -5 18 -7; medicine&acute 18 0 -8 6 -9; medicine&c:failure 27 10 -8 -7 -12
medicine&deprived 4 6 -4 5 -8; medicine&person 10 4 -5 -2 -12; medicine&wrong_medicine 5 -7 -2 9 -3
melt -4 -8 -5 -12 19; menace 31 -8 36 -29 -18; menace#2 38 -35 35 -10 -8; menace&target 26 -34 29 -15 -11
menace&violence 30 16 -8 -16 -5; menace&weapon 30 -6 17 -15 -7; money -56 6 -4 4 -5; money#2 -6 -1 0 4 0
near_miss 22 -17 -7 24 -6; near_miss&CHILD 4 -4 -2 -4 5; near_miss&HAZ 9 -5 -1 13 -6
near_miss&breaks 2 -11 -2 11 -2; near_miss&carrier -5 -14 -3 17 -2; near_miss&device -1 -7 -1 9 -5
news -29 2 3 0 -5; news#2 -15 -7 0 6 0; news&HARM -21 0 -2 4 -5; news&HAZ -4 -3 14 -8 -1
news_frame -13 7 -4 -1 -1; office -20 3 11 -11 -12; other 7 -11 52 -98 69; other#2 38 -2 14 -22 8
own 31 -16 -12 17 -3; own#2 16 39 56 -46 -55; own&HARM 11 3 11 9 -32; own&HAZ -8 -13 -39 42 -13
own&menace 18 -25 12 -6 -12; own&suicide 52 70 -56 -12 -19; own&violence 13 -5 20 -14 -9; past -41 1 5 -2 -6
person 13 60 -27 -50 -9; person#2 -20 3 3 5 -10; road 61 -14 -4 15 -8; road#2 -2 -8 7 -3 4
shock 27 -18 -6 23 -7; shock#2 3 -8 -1 2 2; shock_frame 13 -11 -2 5 1; show -33 -2 -3 4 2
show#2 -7 3 0 -1 -1; sick 2 -1 -5 21 -12; sick#2 2 -17 10 10 -2; small_body 11 -25 -28 -8 58
small_body#2 21 4 -17 -3 13; smell 38 -8 -13 25 0; smell&acute 0 -2 0 -6 9; smell_frame 18 11 -6 -4 1
smoke 8 19 -11 -7 1; smoke_frame -8 14 -3 -5 -6; spark 24 4 -8 8 -7; spark#2 6 -4 -4 8 -1
substance 5 -40 -7 50 -12; substance#2 6 -12 -3 17 -4; substance&body 20 -36 -2 40 -11
substance&hurt 11 -22 -2 22 -3; suicide 93 100 -52 -38 -28; suicide#2 56 34 -18 -20 -9
suicide&despair 32 7 0 -7 -7; suicide&means 19 4 3 -7 -5; suppose -17 -13 13 -7 1; suppose#2 -23 1 -1 0 -2
suppose&HARM 9 -22 4 16 0; suppose&HAZ 5 -11 7 10 -7; supposed 1 -6 10 -2 0; swell 15 -7 -5 16 1
target 12 -15 96 -57 -28; target#2 34 -3 0 -18 14; trapped 20 25 -29 -13 8; trapped#2 23 38 -4 -29 -8
trapped&acute 3 7 -4 -4 -5; trapped&carrier 2 19 -5 -12 -9; trapped&exposure 6 10 -2 -6 -5
trapped&person 10 24 -3 -15 -11; untold -103 26 58 -33 0; violence 28 -30 47 -30 2
violence#2 10 -12 13 -3 -12; violence&target 43 -48 47 -22 -20; violence&weapon -3 -16 11 -7 -2
warning -30 -8 3 3 -8; warning&HAZ -7 -7 -2 15 -7; weapon 11 -16 36 -16 -6; weapon#2 -11 0 2 -2 0
weapon&target 37 -30 34 -12 -15; witness 11 -5 -12 23 -2; work -37 0 9 -8 -7; work#2 0 -5 3 0 -2
worry -2 -5 -2 6 2; wrong_medicine 6 -9 -3 8 0
`;
