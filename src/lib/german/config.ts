/** What is said of evenhand.yaml and of the environment; read behind the sentences of `sentences.ts`. */
export const germanConfigSentences: readonly (readonly [english: string, german: string])[] = [
  ['{file}:{line}: {key}: {reason}.', '{file}:{line}: {key}: {reason}.'],
  [
    'will be refused because {reason}; if it is on your own network, add "{pair}" to network.allow in evenhand.yaml',
    'wird abgelehnt werden, denn {reason}; liegt es im eigenen Netz, "{pair}" unter network.allow in evenhand.yaml eintragen',
  ],
  [
    'have one person with the clearance staff_conduct; a complaint about staff goes to nobody of the line of whom it is about, so name at least two of different lines',
    'haben eine Person mit der Freigabe staff_conduct; eine Beschwerde über Personal geht an niemanden aus der Linie derer, die sie betrifft: mindestens zwei aus verschiedenen Linien nennen',
  ],
  [
    'have nobody with the clearance staff_conduct; a complaint about staff goes to nobody of the line of whom it is about, so name at least two of different lines',
    'haben niemanden mit der Freigabe staff_conduct; eine Beschwerde über Personal geht an niemanden aus der Linie derer, die sie betrifft: mindestens zwei aus verschiedenen Linien nennen',
  ],
  [
    'have none for on_call, so nobody on call is told of danger to people: it is {reason}; write audience: on_call at one',
    'haben keinen für on_call, also erfährt niemand in Bereitschaft von Gefahr für Menschen: {reason}; bei einem audience: on_call schreiben',
  ],
  [
    'told to the leads instead, without the words',
    'sie wird stattdessen der Leitung gemeldet, ohne den Wortlaut',
  ],
  ['told to nobody at all', 'sie wird niemandem gemeldet'],
  [
    'has no timezone, so its hours are read in UTC; add one such as Europe/Berlin',
    'hat keine Zeitzone, darum gelten die Arbeitszeiten in UTC; eine angeben, etwa Europe/Berlin',
  ],
  [
    'names nobody on_call, so {reason}; add somebody',
    'nennt niemanden unter on_call: {reason}; jemanden eintragen',
  ],
  [
    'nobody is named who answers for danger to people',
    'niemand ist genannt, der bei Gefahr für Menschen antwortet',
  ],
  ['danger to people goes to the leads', 'Gefahr für Menschen geht an die Leitung'],
  [
    'names {languages}, but only {decided} and {other} are decided: posts in {named} go to the review list undecided, unless they tell of danger to people',
    'nennt {languages}, aber nur {decided} und {other} werden entschieden: andere Beiträge gehen unentschieden auf die Durchsichtsliste, außer sie berichten von Gefahr für Menschen',
  ],
  [
    'must be an integration key of PagerDuty, 32 letters and digits',
    'muss ein Integration Key von PagerDuty sein, 32 Buchstaben und Ziffern',
  ],
  [
    'is comms, but PagerDuty wakes people and a digest is read; give comms a channel of another kind',
    'ist comms, aber PagerDuty weckt Menschen und ein Bericht wird gelesen; comms einen Kanal anderer Art geben',
  ],
  [
    'must be the token of a bot, which begins with xoxb-',
    'muss das Token eines Bots sein; es beginnt mit xoxb-',
  ],
  [
    'must be the id of a channel, for example C0123456789; Slack shows it at the end of the details of the channel',
    'muss die Kennung eines Channels sein, zum Beispiel C0123456789; Slack zeigt sie am Ende der Details des Channels',
  ],
  [
    '{name} is not set; put it into the environment or into .env',
    '{name} ist nicht gesetzt; in die Umgebung oder in .env eintragen',
  ],
  [
    'needs X_BEARER_TOKEN; put it into the environment or into .env',
    'braucht X_BEARER_TOKEN; in die Umgebung oder in .env eintragen',
  ],
];
