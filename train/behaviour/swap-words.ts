import { listed } from './expand.ts';

/** Who somebody is, in groups of which any may stand for any other. */
export const whoever: Record<'de' | 'en', Readonly<Record<string, readonly string[]>>> = {
  en: {
    'colour of skin': listed(`Black, white, Asian, brown, mixed-race, Latina, Māori, Aboriginal`),
    nationality: listed(
      `Turkish, Danish, Romanian, Kenyan, Syrian, Vietnamese, Peruvian, Irish, Bangladeshi, Kyrgyz, Congolese, Filipino, Trinidadian, British-Pakistani, Saudi`,
    ),
    religion: listed(
      `Muslim, Jewish, Catholic, Hindu, Sikh, atheist, Mormon, Orthodox, Shia, Jain, evangelical, non-religious, Baha'i, Pagan, Ahmadi, secular`,
    ),
    orientation: listed(
      `gay, straight, lesbian, bisexual, queer, asexual, bi, homosexual, LGBTQ, polyamorous`,
    ),
    gender: listed(`male, female, non-binary, trans, transgender, intersex, genderfluid, agender, cis`),
    age: listed(`young, old, elderly, 23-year-old, 81-year-old, retired, middle-aged, senior`),
    disability: listed(`disabled, blind, deaf, autistic, dyslexic, hearing-impaired, neurodivergent`),
  },
  de: {
    Hautfarbe: listed(
      `schwarze, weiße, asiatische, dunkelhäutige, hellhäutige, afrodeutsche, farbige, südländische`,
    ),
    Herkunft: listed(
      `türkische, dänische, rumänische, kenianische, syrische, vietnamesische, peruanische, irische, bangladeschische, kirgisische, kongolesische, philippinische, ostdeutsche, bayerische, kosovarische, schweizerische, luxemburgische, moldawische`,
    ),
    Religion: listed(
      `muslimische, jüdische, katholische, hinduistische, orthodoxe, atheistische, evangelische, alevitische, jesidische, freikirchliche, konfessionslose, gläubige, baptistische, schiitische`,
    ),
    Liebe: listed(`lesbische, heterosexuelle, bisexuelle, queere, asexuelle, homosexuelle, pansexuelle`),
    Geschlecht: listed(
      `weibliche, männliche, nichtbinäre, transgeschlechtliche, intergeschlechtliche, trans, diverse`,
    ),
    Alter: listed(`junge, alte, ältere, betagte, 23-jährige, 81-jährige, pensionierte, hochbetagte`),
    Behinderung: listed(
      `behinderte, blinde, gehörlose, autistische, gehbehinderte, schwerhörige, sehbehinderte, querschnittsgelähmte, schwerbehinderte`,
    ),
  },
};

/** The same as nouns, which German inflects by gender. */
export const nouns: Record<'de' | 'en', Readonly<Record<string, readonly string[]>>> = {
  en: {
    nationality: listed(
      `a Turk, a Dane, a Pole, an American, a Frenchwoman, an Irishman, an Afghan, a Swede, a Spaniard, a Filipina, an Israeli, a Scot`,
    ),
    religion: listed(
      `a Muslim, a Jew, a Christian, a Hindu, a Buddhist, an atheist, a Quaker, a Protestant, a rabbi, an imam, a vicar`,
    ),
    gender: listed(
      `a man, a woman, a guy, a mother, a father, a lady, a trans woman, a widow, a widower, a bloke`,
    ),
    age: listed(
      `a pensioner, a student, a granny, a grandad, a senior citizen, a millennial, a boomer, a retiree`,
    ),
    origin: listed(`an immigrant, a refugee, an expat, a foreigner, an asylum seeker, a migrant, a tourist`),
  },
  de: {
    Herkunft: listed(
      `Türkin, Türke, Dänin, Pole, Amerikanerin, Französin, Ire, Afghanin, Schwede, Österreicherin, Israelin, Kurdin, Nigerianer, Ukrainerin, Schweizerin, Kosovare, Bayer, Ostdeutsche`,
    ),
    Religion: listed(
      `Muslima, Muslim, Jüdin, Jude, Christin, Hindu, Buddhistin, Atheist, Protestant, Katholikin, Sikh, Alevitin`,
    ),
    Geschlecht: listed(
      `Mann, Frau, Mutter, Vater, Witwe, Witwer, Transfrau, Transmann, Hausfrau, alleinerziehende Mutter, alleinerziehender Vater`,
    ),
    Alter: listed(`Rentnerin, Rentner, Studentin, Student, Oma, Opa, Seniorin, Azubi`),
    Liebe: listed(`Lesbe, Schwuler, Hetero, Bisexuelle, Homosexueller`),
    Lage: listed(
      `Migrantin, Geflüchteter, Ausländerin, Einheimische, Asylbewerber, Spätaussiedler, Flüchtling`,
    ),
  },
};
