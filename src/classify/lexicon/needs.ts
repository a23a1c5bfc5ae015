import type { Phrases } from './cues.ts';

/** A person who gets somewhere only where nothing stands in the way: said of a thing, never of who somebody is. */
export const mobility: Phrases = {
  cue: 'mobility',
  phrases: {
    en: `
(wheelchair|wheelchairs|rollator|crutches|pram|prams|pushchair|pushchairs|stroller|strollers|buggy|mobility scooter|walking frame|zimmer frame|walking stick|disabled (access|entrance|parking|bay|bays|toilet|toilets|loo|seat|seating|badge)|step free|stepfree)
$my walker
(cant|cannot|can not|unable to|no way to|couldnt) .. (climb|manage|do|take|use) .. (stairs|steps)
`,
    de: `
(rollstuhl|rollstuehle|rollstuhlfahrer|rollstuhlfahrerin|rollator|rollatoren|kruecken|gehhilfe|gehstock|kinderwagen|buggy|elektromobil)
(kann|kannn|koennen|konnte|schaffe|schafft|schaffen) .. (keine|die|nicht) .. (treppe|treppen|stufen)
`,
  },
};

/** What lifts such a person over steps. */
export const access: Phrases = {
  cue: 'access',
  phrases: {
    en: `
(lift|lifts|elevator|elevators|escalator|escalators|ramp|ramps|platform lift|level boarding|accessible entrance|accessible toilet)
`,
    de: `
(aufzug|aufzuege|fahrstuhl|fahrstuehle|lift|lifte|rolltreppe|rolltreppen|rampe|rampen|hublift|hebebuehne|hebelift|barrierefrei*|behindertentoilette|behinderten wc)
`,
  },
};

/** Medicine, a device or a service of which a person's health hangs. */
export const lifeline: Phrases = {
  cue: 'lifeline',
  phrases: {
    en: `
(insulin|insulin pump|glucose monitor|glucose sensor|glucose sensors|inhaler|inhalers|nebuliser|nebulizer|epipen|medication|medications|medicine|medicines|prescription|prescriptions|pills|oxygen concentrator|oxygen|ventilator|cpap|dialysis|pacemaker|hearing aid|hearing aids|prosthesis|stairlift|stair lift|mobility scooter|hospital bed|panic button|care alarm|emergency pendant|feeding pump|baby formula|infant formula)
(heart|thyroid|asthma|pain|epilepsy|blood pressure) (tablets|tablet|drops|medicine|medication)
$my wheelchair
`,
    de: `
(insulin*|insulinpumpe|insulinpumpen|glukosesensor|glukosesensoren|blutzucker*|inhalator|inhaliergeraet|asthmaspray|adrenalinpen|medikament|medikamente|medikamenten|arznei*|herztabletten|schmerztabletten|blutdrucktabletten|schilddruesentabletten|sauerstoffgeraet|sauerstoff|beatmung*|dialyse*|herzschrittmacher*|hoergeraet*|prothese|treppenlift*|pflegebett|hausnotruf*|notrufknopf|notrufarmband|sondennahrung|babynahrung|saeuglingsnahrung)
$my (rollstuhl|tabletten|rezept)
`,
  },
};
