/**
 * Frames that may tell something when both of their sides stand in one stretch: what heats beside a device or a body, a
 * child left alone, medicine that somebody is deprived of. What each of them weighs is learnt; those that say nothing get
 * no weight and are never looked for.
 */
export const candidateFrames: readonly string[] = `
  HAZ&device HAZ&body HAZ&CHILD HAZ&HARM HARM&body HARM&HELP HARM&person HELP&person breaks&carrier breaks&body
  fall&body fall&CHILD fall&carrier fall&breaks fall&HARM fall&person cut_frame&body breaks&CHILD breaks&HARM
  CHILD&alone CHILD&small_body CHILD&abuse CHILD&trapped CHILD&HARM CHILD&body CHILD&HELP CHILD&assault
  child_place&alone child_place&abuse child_place&small_body CHILD&child_place controls&road
  controls_frame&road controls&near_miss foreign&food foreign_frame&food foreign&body food&sick allergy&food
  allergy&HARM allergy&body substance&body substance&hurt medicine&deprived medicine&acute
  medicine&wrong_medicine medicine&person LIFE&emergency_line suicide&means suicide&despair despair&means
  violence&target weapon&target menace&weapon menace&violence menace&target violence&weapon attack&target
  attack&body attack&CHILD worry&suicide medicine&c:failure deprived&medicine deprived&person LIFE&c:failure
  LIFE&digital emergency_line&c:failure emergency_line&own near_miss&carrier near_miss&device near_miss&person
  injury&carrier injury&device burnt&device assault&target assault&own assault&other assault&body
  trapped&exposure trapped&acute trapped&carrier trapped&person exposure&person exposure&HARM warning&HAZ
  warning&breaks near_miss&HAZ near_miss&breaks near_miss&CHILD FIG&HARM FIG&HAZ FIG&THREAT FIG&suicide
  SOFT&HAZ SOFT&HARM SOFT&THREAT news&HAZ news&HARM news&CHILD hearsay&HARM suppose&HAZ suppose&HARM good&HARM
  good&HAZ c:question&HAZ own&HARM own&HAZ own&suicide own&violence own&menace smell&gas smell&acute
`
  .trim()
  .split(/\s+/);
