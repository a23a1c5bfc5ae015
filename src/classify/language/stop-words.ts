import type { Language } from '../../domain/classification.ts';

/** Small words that carry a language. `other` gathers languages in Latin letters that we do not read at all. */
export const stopWords: Readonly<Record<Language, string>> = {
  en: `the a an and or but if of to in on at for from with about after before is are was were be been being am have has
    had do does did will would can could should may might must i you he she it we they me him her us them my your his its
    our their this that these those what which who why how when where not no yes just only very so too now then there
    here all any some more most other than get got still never again please thanks thank hello because while into over
    your im dont cant doesnt didnt isnt wont havent ive youre whats thats hey guys need want working order service same
    called time days weeks flight app help nobody anyone`,
  de: `der die das den dem des ein eine einen einem einer eines und oder aber wenn von zu in im an am auf fuer mit ueber
    nach vor ist sind war waren sein bin bist habe hat haben hatte hatten wird werden wurde kann koennen koennte soll
    sollte muss darf ich du er sie es wir ihr mich mir dich dir ihm ihn uns euch mein meine meinen meiner dein deine euer
    eure unser unsere dieser diese dieses was welche wer warum wie wann wo nicht kein keine keinen nein ja nur sehr so zu
    jetzt dann da hier alle mehr als noch immer wieder schon mal bitte danke hallo weil bei beim zum zur seit auch doch
    ganz gar man sich wurde bis dass ob aus durch gegen ohne um geht gibt heute morgen gestern kaputt niemand endlich
    leider nix nichts genauso dito`,
  fr: `le la les un une des et ou mais si de du au aux en dans sur pour avec apres avant est sont etait etaient etre suis
    ai as avons avez ont je tu il elle nous vous ils elles me te se mon ma mes ton votre vos notre leur ce cet cette ces
    que qui quoi pourquoi comment quand ne pas plus jamais rien oui non tres trop aussi ici tout tous toute merci bonjour
    parce chez sans jour c'est j'ai n'est qu'il cest jai nest cela ca fait depuis toujours etre encore alors d'un l'on`,
  es: `el la los las un una unos y o pero si de del al en con por para sin sobre es son era eran ser estoy esta estan yo tu
    usted ella nosotros ellos me te se mi mis su sus nuestro este esto ese eso que quien cual cuando donde como porque no
    nunca nada muy mas tambien ya hoy todo todos hay gracias hola hace desde tengo tiene han he ha lo le les uno cuando
    pues ahora siempre dia buenos buenas`,
  it: `il lo la i gli le un uno una e o ma se di del della dei delle al alla in nel nella con per tra su sul da dal e sono era
    essere ho hai ha abbiamo hanno io tu lui lei noi voi loro mi ti si ci vi mio mia tuo suo questo questa quello che chi
    cosa perche come quando dove non mai niente piu molto anche gia oggi tutto tutti grazie ciao buongiorno anche ancora
    solo sempre poi della allora dopo senza c'e ce dell nella`,
  pt: `o a os as um uma e ou mas se de do da dos das no na nos nas em com por para sem sobre e sao era eu tu voce ele ela nos
    eles me te se meu minha seu sua nosso este isto isso esse aquele que quem qual quando onde como porque nao nunca nada
    muito mais tambem ja hoje tudo todos ha obrigado obrigada ola bom dia tenho tem foi estou esta ate pra vc ao pelo pela
    agora so mesmo voces`,
  nl: `de het een en of maar als van naar in op aan voor met over na is zijn was waren ben bent heb hebt heeft hebben had
    wordt worden kan kunnen zou moet ik jij je hij zij ze wij we jullie mij hem haar ons mijn jouw uw dit dat deze die wat
    welke wie waarom hoe wanneer waar niet geen nee ja alleen heel zo te nu dan daar hier alle meer nog altijd weer al
    bedankt dank hallo omdat bij ook wel maar er om uit door`,
  other: `nie jest sie na ze jak dla czy co przez tylko bardzo ja mam mnie bir ve bu icin cok ben sen degil ne var yok gibi
    och att det som inte jag har med den till av ikke og jeg ikke har det er til af pa ja ei se on en mutta ja mita kun hogy
    nem egy es az a cu nu este pentru din care ale yang dan di ini itu tidak ada saya untuk dengan ang mga sa ng ako na
    hindi ko ja na je se to ze co ale jsem jsme neni bylo sy nije sam da li`,
};
