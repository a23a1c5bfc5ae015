/** What Mastodon, Hacker News, Discourse, Reddit and YouTube say; read behind the sentences of `sentences.ts`. */
export const germanSocialSentences: readonly (readonly [english: string, german: string])[] = [
  [
    'Older quotes in a thread of {source} may be missing: there are more than one look may ask for.',
    'Ältere Zitate in einem Gespräch der Quelle {source} fehlen vielleicht: es sind mehr, als ein Blick erfragen darf.',
  ],
  [
    'Comments in a thread of {source} may be missing: the search tells only some of one second.',
    'Kommentare in einem Gespräch der Quelle {source} fehlen vielleicht: die Suche nennt nur einige derselben Sekunde.',
  ],
  [
    'Replies in a thread of {source} may be missing: it could not be read any more.',
    'Antworten in einem Gespräch der Quelle {source} fehlen vielleicht: es war nicht mehr zu lesen.',
  ],
  [
    '{place} answered source {source} with HTTP {status}: {reason}',
    '{place} antwortete der Quelle {source} mit HTTP {status}: {reason}',
  ],
  [
    '{place} answered source {source} with HTTP {status}.',
    '{place} antwortete der Quelle {source} mit HTTP {status}.',
  ],
  ['check the address in evenhand.yaml.', 'die Adresse in evenhand.yaml prüfen.'],
  [
    'it is blocked for Evenhand; ask its owner for access.',
    'das ist für Evenhand gesperrt; den Eigentümer um Zugang bitten.',
  ],
  [
    'access is refused; check the token in evenhand.yaml.',
    'der Zugang wird verweigert; das Token in evenhand.yaml prüfen.',
  ],
  [
    '{place} sent source {source} an answer that is cut off or not JSON.',
    '{place} sandte der Quelle {source} eine Antwort, die abgeschnitten oder kein JSON ist.',
  ],
  [
    '{place} could not be reached for source {source}: {reason}.',
    '{place} war für die Quelle {source} nicht zu erreichen: {reason}.',
  ],
  [
    '{name} sent source {source} an answer that holds no list of posts.',
    '{name} sandte der Quelle {source} eine Antwort ohne Liste von Beiträgen.',
  ],
  [
    '{name} sent source {source} posts of another time than was asked for.',
    '{name} sandte der Quelle {source} Beiträge aus anderer Zeit als gefragt.',
  ],
  [
    '{place} sent an answer about {words} that is no list of posts.',
    '{place} sandte zu {words} eine Antwort, die keine Liste von Beiträgen ist.',
  ],
  ['{place} sent the same page about {words} twice.', '{place} sandte zu {words} zweimal dieselbe Seite.'],
  ['{place} sent a page that was not asked for.', '{place} sandte eine Seite, nach der nicht gefragt war.'],
  [
    '{place} takes no more requests from source {source} for now.',
    '{place} nimmt von der Quelle {source} vorerst keine Anfragen mehr an.',
  ],
  [
    '{place} shows its timelines of tags to its own accounts only: source {source} needs a token of one.',
    '{place} zeigt seine Zeitleisten zu Schlagwörtern nur eigenen Konten: die Quelle {source} braucht das Token eines solchen.',
  ],
  [
    '{place} has switched its timelines of tags off: remove it from source {source}.',
    '{place} hat seine Zeitleisten zu Schlagwörtern abgeschaltet: aus der Quelle {source} entfernen.',
  ],
  [
    'Posts of other instances are missing: {place} shows only its own under a tag.',
    'Beiträge anderer Instanzen fehlen: {place} zeigt unter einem Schlagwort nur eigene.',
  ],
  [
    'Posts about {words} may be missing: {place} began behind the place where reading stopped.',
    'Beiträge zu {words} fehlen vielleicht: {place} begann hinter der Stelle, an der das Lesen aufhörte.',
  ],
  [
    'Older posts about {words} may be missing: the newest {count} of {place} were read.',
    'Ältere Beiträge zu {words} fehlen vielleicht: die neuesten {count} von {place} wurden gelesen.',
  ],
  [
    'Replies may be missing: {place} shows {count} of a thread to whoever has no token.',
    'Antworten fehlen vielleicht: {place} zeigt ohne Token nur {count} eines Fadens.',
  ],
  [
    'Posts of {at} may be missing: Hacker News lists {count} of one second only.',
    'Beiträge von {at} fehlen vielleicht: Hacker News nennt nur {count} einer Sekunde.',
  ],
  [
    'Posts of {place} may be missing: its numbers went back behind the place where reading stopped.',
    'Beiträge von {place} fehlen vielleicht: seine Nummern gingen hinter die Stelle zurück, an der das Lesen aufhörte.',
  ],
  [
    'Older posts of {place} may be missing: the newest {count} were read.',
    'Ältere Beiträge von {place} fehlen vielleicht: die neuesten {count} wurden gelesen.',
  ],
  [
    "Reddit refuses source {source} (HTTP 403): its app needs Reddit's approval, see docs/sources/reddit.md.",
    'Reddit verweigert sich der Quelle {source} (HTTP 403): ihre App braucht die Zusage von Reddit, siehe docs/sources/reddit.md.',
  ],
  [
    'Reddit does not take the app of source {source}: check its client_id and client_secret, and that Reddit approved it.',
    'Reddit nimmt die App der Quelle {source} nicht an: ihre client_id und ihr client_secret prüfen, und ob Reddit zugestimmt hat.',
  ],
  [
    'Reddit sent source {source} an answer that holds no token.',
    'Reddit sandte der Quelle {source} eine Antwort ohne Token.',
  ],
  [
    'Reddit sent source {source} an answer about {words} that is no list of its posts.',
    'Reddit sandte der Quelle {source} zu {words} eine Antwort, die keine Liste von dortigen Beiträgen ist.',
  ],
  [
    'Reddit takes no more requests from source {source} for now.',
    'Reddit nimmt von der Quelle {source} vorerst keine Anfragen mehr an.',
  ],
  [
    'Reddit shows source {source} nothing of what it asks for: check its subreddits in evenhand.yaml.',
    'Reddit zeigt der Quelle {source} nichts von dem, wonach sie fragt: ihre subreddits in evenhand.yaml prüfen.',
  ],
  [
    'Posts of {words} are missing: it is private, banned or not there.',
    'Beiträge von {words} fehlen: es ist privat, gesperrt oder nicht da.',
  ],
  [
    "Posts of {words} may be missing: Reddit's list of them broke off before the place where reading stopped.",
    'Beiträge von {words} fehlen vielleicht: ihre Liste bei Reddit brach vor der Stelle ab, an der das Lesen aufhörte.',
  ],
  [
    'Posts of {words} may be missing: Reddit lists {count} and no more, and there were more since the last walk.',
    'Beiträge von {words} fehlen vielleicht: Reddit nennt {count} und nicht mehr, und seit dem letzten Lesen waren es mehr.',
  ],
  [
    'Replies may be missing: Reddit shows 500 comments of a thread.',
    'Antworten fehlen vielleicht: Reddit zeigt 500 Kommentare eines Fadens.',
  ],
  [
    'reads Reddit, which allows nobody to without its approval: ask for it as docs/sources/reddit.md says, then write approved: true here, or remove the source',
    'liest Reddit, und das erlaubt niemandem etwas ohne seine Zusage: darum bitten, wie docs/sources/reddit.md es sagt, und dann hier approved: true schreiben, oder die Quelle entfernen',
  ],
  [
    'The {count} units of source {source} are used for today; reading goes on at {at}, after midnight in California.',
    'Die {count} Einheiten der Quelle {source} sind für heute verbraucht; weiter geht es um {at}, nach Mitternacht in Kalifornien.',
  ],
  [
    'YouTube sent source {source} an answer that holds no list of comments.',
    'YouTube sandte der Quelle {source} eine Antwort ohne Liste von Kommentaren.',
  ],
  [
    'YouTube sent source {source} an answer that is no list of the comments of {words}.',
    'YouTube sandte der Quelle {source} eine Antwort, die keine Liste der Kommentare von {words} ist.',
  ],
  [
    'YouTube answered source {source} with HTTP {status}: too many requests.',
    'YouTube antwortete der Quelle {source} mit HTTP {status}: zu viele Anfragen.',
  ],
  [
    'YouTube refuses source {source} ({words}): check that its api_key is right and may use the YouTube Data API v3.',
    'YouTube weist die Quelle {source} ab ({words}): prüfen, ob ihr api_key stimmt und die YouTube Data API v3 nutzen darf.',
  ],
  [
    'YouTube shows source {source} no comments at all: check its channels and videos in evenhand.yaml.',
    'YouTube zeigt der Quelle {source} gar keine Kommentare: ihre channels und videos in evenhand.yaml prüfen.',
  ],
  [
    'Comments of {words} are missing: it is not there, or they are switched off.',
    'Kommentare von {words} fehlen: es gibt es nicht, oder sie sind abgeschaltet.',
  ],
  [
    'Comments of {words} may be missing: the newest 50,000 were read.',
    'Kommentare von {words} fehlen vielleicht: die neuesten 50.000 wurden gelesen.',
  ],
  [
    "Comments of {words} may be missing: YouTube's list of them broke off before the place where reading stopped.",
    'Kommentare von {words} fehlen vielleicht: ihre Liste bei YouTube brach vor der Stelle ab, an der das Lesen aufhörte.',
  ],
  [
    "YouTube's list of the replies under a comment broke off for source {source}.",
    'Die Liste der Antworten unter einem Kommentar bei YouTube brach für die Quelle {source} ab.',
  ],
  [
    'Replies may be missing: the newest 500 under a comment on YouTube were read.',
    'Antworten fehlen vielleicht: die neuesten 500 unter einem Kommentar auf YouTube wurden gelesen.',
  ],
  [
    '{place} is blocked for Evenhand: it shows source {source} a challenge for browsers, which is not evaded; ask its owner to let the feed through.',
    '{place} ist für Evenhand gesperrt: es zeigt der Quelle {source} eine Prüfung für Browser, die nicht umgangen wird; den Betreiber bitten, den Feed durchzulassen.',
  ],
  [
    '{name} sent source {source} an answer to another question than was asked.',
    '{name} sandte der Quelle {source} eine Antwort auf eine andere Frage als die gestellte.',
  ],
];
