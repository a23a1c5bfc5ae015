/**
 * What each sign of danger weighs, in hundredths: for danger at all, then for each kind in the order of `dangerKinds`.
 * Written by `npm run train:danger` (train/danger): logistic regressions over the project's own labelled sentences, one
 * for danger and one for each kind among dangers. The mark is where eight-fold cross-validation keeps three of five right
 * (DESIGN.md 4: recall first) and lies in `bias`. What the names mean: rules/danger-features.ts.
 */
export const dangerWeights = `
bias -118 -81 -343 -30 -285; CHILD 11 -82 -12 -50 124; CHILD#2 33 -22 -11 -15 36; CHILD&HARM -13 -35 15 2 17
CHILD&HELP 12 -6 16 -14 6; CHILD&abuse 53 -15 -8 -7 24; CHILD&alone 98 -37 -19 -26 51
CHILD&assault 23 -12 -1 -4 19; CHILD&body -8 -1 9 -20 5; CHILD&child_place 64 -20 -1 -59 48
CHILD&small_body 52 -18 -8 -36 41; CHILD&trapped 16 -6 -3 -3 13; CHILD>1 22 -17 -8 -12 29
D:child 80 -25 -8 -17 48; D:person_at_risk 114 78 -50 -42 -21; D:person_at_risk#2 20 9 -3 -5 -2
D:product 86 -71 -31 101 -33; D:product#2 8 -8 -5 10 -5; D:threat_to_others 75 -28 58 -33 -8
FIG -58 19 -3 -9 -9; FIG#2 -20 13 -2 2 -11; FIG&HARM -41 1 -6 -2 -2; FIG&HAZ -40 -6 -3 11 -5
FIG&THREAT -42 -9 12 5 -7; FIG&suicide 4 11 -3 -5 -7; FIG>1 2 17 0 -7 -10; HARD 66 -63 -29 79 -37
HARD#2 35 7 -11 -7 -10; HARD>1 44 0 -9 -3 -5; HARM 40 14 2 6 -27; HARM#2 59 -17 -13 7 18
HARM&HELP 68 -3 2 -2 -13; HARM&body 54 31 -5 -33 -3; HARM&person 90 66 -7 -42 -26; HARM>1 27 13 -11 -19 13
HAZ 44 -43 -28 70 -37; HAZ#2 73 -17 -20 23 -12; HAZ&CHILD -2 11 -1 -21 2; HAZ&HARM -2 -3 -9 -6 -3
HAZ&body 0 -8 -15 9 -7; HAZ&device 129 -50 -31 84 -27; HAZ>1 57 -7 -17 9 -10; HAZ>2 16 9 -4 -12 0
HELP 17 11 -2 -4 -13; HELP#2 29 -11 0 11 10; HELP&person 13 34 9 -35 -23; HELP>1 25 -16 -6 13 15
LIFE 8 41 -14 -17 -23; LIFE#2 42 -1 -5 14 -15; LIFE&c:failure 42 37 -8 -29 -9; LIFE>1 14 11 -3 -3 -8
SOFT -28 18 -1 -26 -8; SOFT#2 -10 -8 -4 13 -5; SOFT&HARM -30 24 -2 -16 -11; SOFT&HAZ -20 4 -3 2 -4
SOFT&THREAT -5 -16 19 -4 -8; SOFT>1 -16 0 0 0 0; THREAT 10 -54 118 -32 -16; THREAT#2 113 -41 90 -34 -24
THREAT>1 61 -8 31 -30 -13; THREAT>2 7 -8 6 -9 -2; abuse 0 -33 -8 8 34; abuse#2 59 -17 -5 -7 33
acute 91 89 -32 -78 11; acute#2 27 1 -5 -1 9; allergy 24 16 -2 -12 -3; alone -4 -47 -12 -16 70
alone#2 37 -15 -13 -16 39; assault 52 41 -22 -23 3; assault#2 45 21 -7 -6 -9; assault&body 19 -9 1 4 -8
assault&other 15 -15 4 -4 8; assault&own 37 17 -11 -14 2; assault&target 23 45 -17 -21 -13
attack 67 56 -21 -25 -15; attack#2 6 3 0 -4 -2; attack&body -1 -18 2 7 -2; attack&target 82 65 -20 -33 -14
body 34 -12 -1 23 -17; body#2 3 -15 12 17 -21; breaks 28 -10 -22 20 21; breaks#2 -6 -5 -1 3 -1
breaks&CHILD 30 -12 -5 -20 28; breaks&HARM -10 -19 -5 8 19; breaks&body 25 -36 -10 25 23
breaks&carrier 83 14 -16 25 -15; burnt 20 -17 -7 13 -3; burnt#2 9 -4 -2 6 -1; burnt&device 29 -15 -18 29 -2
c:advert -11 0 0 0 0; c:ask -4 1 -4 5 -10; c:failure -20 31 -8 -47 6; c:help -12 -3 -2 2 0
c:hyperbole -19 -15 -4 21 -1; c:hypothetical 11 -1 -3 4 -2; c:opinion -14 8 -19 -5 12; c:own -19 23 6 -32 13
c:praise -59 -9 8 -2 -2; c:question -20 -4 -6 3 9; c:question&HAZ 29 -20 -4 28 -4; c:relay 13 11 -2 -7 -3
c:sarcasm -7 0 0 0 0; c:solved -31 -19 -1 22 -3; c:thanks -11 -14 -2 15 -2; carrier 48 23 -4 -20 0
carrier#2 7 -17 -3 4 21; child 11 -63 -9 -48 106; child_age 23 -37 -10 -15 47; child_age#2 15 -4 -3 -2 7
child_place 57 -45 -3 -78 128; child_place#2 23 -11 -3 -19 24; child_place&abuse 34 -15 -5 -4 21
child_place&alone 66 -28 -15 -26 56; child_place&small_body 33 -17 -10 -32 49; contact -10 63 -34 -40 9
contact#2 29 10 -5 -17 6; controls 87 -46 -14 61 -19; controls#2 2 -26 -1 27 -5
controls&road 56 -36 -11 53 -16; controls_frame 89 -33 -10 44 -15; controls_frame#2 2 14 -1 -14 -4
controls_frame&road 48 -12 -8 20 -12; cut_frame 7 2 -4 1 3; cut_frame&body 5 -6 -3 2 8
death -30 8 33 -28 -16; death#2 -1 -10 8 -1 0; deprived 8 22 -5 -8 -9; deprived&medicine 3 8 -2 1 -7
deprived&person 15 -6 -2 4 -1; despair -7 42 4 -23 -21; despair#2 11 9 -1 -3 -8
despair&means 28 14 -3 -8 -10; device -1 -24 -15 30 7; device#2 -9 -12 -7 7 -7; digital 20 -4 -6 -11 14
digital#2 -8 -10 -1 11 -2; doctor -6 -31 27 13 3; drastic 3 10 -5 0 -6; emergency_line 20 31 -12 -38 5
emergency_line&c:failure 47 11 -10 -20 9; emergency_line&own 33 23 -11 -30 8; explode -3 -15 -5 15 -10
exposure -25 8 -10 -12 22; exposure#2 21 -3 -2 -7 11; exposure&HARM 30 -2 -5 7 6
exposure&person 2 15 -5 -8 -6; fall 11 -25 -6 33 -10; fall&CHILD 7 -2 -2 -3 -2; fall&HARM 9 -1 -3 3 -5
fall&body 5 -29 -2 34 -10; fall&breaks -4 -10 -1 19 -11; fall&carrier -3 -27 -2 32 -10
fall&person 22 12 -3 -6 -2; figure 11 21 -6 -12 2; figure#2 0 -4 -2 10 -1; fire -3 -13 -4 8 -5
fire#2 -6 -2 0 2 -1; fire_frame -31 -11 -4 13 -4; fire_frame#2 -17 -2 0 2 0; food 5 -22 -8 33 -10
food#2 -7 -1 -1 2 -3; food&sick 24 -11 -3 15 -4; foreign 23 -36 -11 44 -8; foreign#2 8 -5 -3 10 -6
foreign&body -1 3 -3 -6 -2; foreign&food 54 -29 -8 34 -1; foreign_frame 51 -18 -8 27 -4
foreign_frame#2 70 -22 -7 36 -10; foreign_frame&food 68 -18 -8 24 -1; game -38 -1 0 -1 0; gas 9 13 -3 -9 -4
good -38 -20 9 11 0; good#2 -5 0 0 0 0; good&HARM -6 -10 -1 11 -1; hearsay -54 4 -2 -1 -3
hearsay#2 -15 0 0 0 0; hearsay&HARM -13 2 0 0 -3; heat -7 -5 -2 -3 3; hospital 28 -1 -24 33 -9
hospital#2 -3 11 -2 -2 -2; hurt -2 7 -12 7 -4; injury -7 -53 14 45 -3; injury#2 2 3 -6 11 -6
injury&carrier 14 -5 3 13 -9; injury&device 36 -10 12 17 -15; laugh -7 -7 11 -3 -2; means 13 2 3 -6 -18
medicine 15 30 -13 -12 -22; medicine#2 17 -16 -3 31 -11; medicine&acute 40 11 -6 -6 -10
medicine&c:failure 34 26 -6 -24 -7; medicine&deprived 3 8 -2 1 -7; medicine&person 9 15 -6 -12 -7
medicine&wrong_medicine 13 -21 -3 30 -5; melt -2 -8 -2 8 -3; menace 40 -21 56 -27 -16
menace#2 73 -31 54 -19 -10; menace&target 33 -49 48 -20 -9; menace&violence 32 14 -8 -16 -7
menace&weapon 43 -22 30 -17 -6; money -45 21 -2 -6 -11; money#2 -7 0 0 0 0; near_miss 29 -18 -4 19 4
near_miss&CHILD 15 -5 -2 -4 10; near_miss&HAZ 5 -2 0 4 -4; near_miss&breaks 22 -19 -2 21 1
near_miss&carrier 14 -22 -3 30 -2; near_miss&device 0 -7 -1 11 -5; news -52 -8 -2 -2 9; news#2 -20 0 0 0 0
news&CHILD -5 -1 -1 -1 1; news&HARM -26 1 -1 0 -2; news&HAZ -28 0 0 0 0; news_frame -25 0 0 0 0
office -20 1 7 -9 -11; office#2 12 3 -2 2 -3; other 4 5 36 -42 24; other#2 0 19 -13 -12 5; own 29 4 4 -11 14
own#2 -6 18 13 -23 -21; own&HARM 43 -12 18 15 -12; own&HAZ 6 -18 -15 46 -25; own&menace 26 -16 25 -13 -13
own&suicide 80 64 -46 -7 -26; own&violence -3 -21 15 -5 4; past -38 4 4 -5 -9; person -15 14 5 -20 -11
person#2 -18 -6 0 11 -2; road 63 -36 0 36 4; road#2 -8 -1 -2 0 0; shock 25 -10 -4 15 1; shock#2 2 -9 -1 3 7
shock_frame 9 -14 -1 8 5; show -16 11 -1 0 -11; show#2 -12 2 0 -4 0; sick 8 -26 -8 40 -4
sick#2 2 -14 -1 14 -2; small_body 9 -14 -17 -17 51; small_body#2 19 -24 -5 8 22; smell 18 -25 -4 36 -7
smell_frame 14 11 -3 -6 -4; smoke 14 9 -4 5 -9; smoke_frame 6 11 -2 -7 -4; spark 27 4 -4 -1 0
spark#2 12 -8 -2 14 -2; substance -16 -32 1 28 -4; substance&body 7 -20 0 18 -1
substance&hurt 17 -19 -1 17 -1; suicide 127 104 -49 -42 -32; suicide#2 86 41 -5 -30 -17
suicide&despair 41 22 -4 -10 -15; suicide&means 21 13 -3 -9 -10; suppose -7 18 11 -12 -21
suppose#2 -22 1 0 1 -3; suppose&HARM -22 -9 -1 13 -6; suppose&HAZ 4 2 0 8 -9; swell 43 3 -4 12 -11
target 25 -14 108 -46 -31; target#2 30 13 2 -10 4; trapped 7 32 -15 -31 12; trapped#2 27 35 -4 -25 -6
trapped&acute 19 11 -6 -5 -5; trapped&carrier 8 38 -10 -27 -3; trapped&exposure 9 7 -1 -3 -4
trapped&person 26 26 -10 -11 -8; violence 36 -40 64 -16 -6; violence#2 16 7 2 -4 -10
violence&target 65 -58 87 -37 -19; violence&weapon -10 -14 12 -11 -3; warning -17 -5 -5 8 5
warning#2 -7 0 0 0 0; warning&HAZ 13 -5 -2 7 -2; warning&breaks -7 -1 0 1 0; weapon 2 -8 34 -27 -10
weapon#2 -6 0 1 -1 0; weapon&target 35 -4 26 -25 -8; witness 40 7 7 -3 3; work -21 -7 10 -2 -1
worry -17 0 0 0 0; wrong_medicine 17 -25 -3 29 4
`;
