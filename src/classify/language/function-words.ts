import { fold } from '../reading/fold.ts';

/** Words that hold a sentence together and say nothing by themselves: no reason that a person would understand. */
const words = {
  en: `a an the this that these those i me my mine myself you your yours he him his she her hers it its we us our ours they
    them their theirs who whom whose which what am is are was were be been being have has had having do does did will would
    shall should can could may might must of in on at by for from to into onto with within about between through during
    before after above below up down out off over under again then than there here when where why how all any both each few
    more most other some such only own same so too very just and or but if because as until while since im ive ill id
    youre youve hes shes its were theyre weve thats`,
  de: `der die das den dem des ein eine einen einem einer eines ich mich mir mein meine meinen meinem meiner meines du dich dir
    dein deine deinen er ihn ihm sein seine seinen seinem sie ihr ihre ihren ihrem ihnen es wir uns unser unsere unseren
    unserem unserer ihr euch euer eure eurer euren eurem man sich dieser diese dieses diesen diesem jener jene welche
    welcher wer was wem wen bin bist ist sind seid war waren sein habe hast hat haben hatte hatten werde wird werden wurde
    wurden kann kannst koennen konnte soll sollte muss musste darf will wollte von zu in im an am auf aus bei beim bis
    durch fuer gegen hinter mit nach neben ohne seit ueber um unter vor vom zum zur zwischen und oder aber wenn weil dass
    ob als wie wo wann warum da dann dort hier auch noch nur so sehr schon doch mal ja denn also etwa`,
} as const;

const setOf = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/).map(fold));
const sets = { en: setOf(words.en), de: setOf(words.de) };

export const isFunctionWord = (folded: string, language: 'en' | 'de'): boolean => sets[language].has(folded);
