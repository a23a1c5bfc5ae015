import type { Vocabulary } from './vocabulary.ts';

const list = (words: string): string[] => words.split(/,\s+/);

export const german: Vocabulary = {
  language: 'de',
  words: {
    thing: list(
      'App, Ladekarte, Rechnung, Vertrag, Lieferung, Buchung, Batterie, Gutschrift, Anzahlung, Rückzahlung, Hotline, Freischaltung, Kündigung, Bestellung, Wallbox, Rufnummer, Garantie, Probefahrt, Inspektion, Rückgabe, Bestätigung, Werkstattrechnung, Zulassung, Navigation, Heizung, Kamera, Klimaanlage, Fernbedienung, Sitzheizung, Winterreifen, Dachbox, Anhängerkupplung, Prämie, Datenoption, Ersatzkarte, Familienkarte, Störungsmeldung, Leasingrate, Versicherung, Fußmatte',
    ),
    part: list(
      'Ladeklappe, Fahrertür, Kundenkonto, Anmeldeseite, Seitenspiegel, Bildschirm, Mobilfunkmast, Servicetermin, Aktivierungscode, Kofferraumdeckel, Rückfahrkamera, Spracheingabe, Bestellnummer, Warteschleife, Rechnungskopie, Ersatzteillager, Ladekabel, Zugangsdaten, Vertragsverlängerung, Anschlussdose, Auftragsbestätigung, Lieferzeitraum, Einbauanleitung, Türgriffheizung, Softwarestand, Bremsflüssigkeit, Paketverfolgung, Mailbox, Zählerstand, Parkhausschranke',
    ),
    place: list(
      'Wismar, Celle, Fulda, Passau, Gera, Husum, Lindau, Soest, Bautzen, Emden, Aalen, Coburg, Görlitz, Hameln, Jena, Kleve, Lahr, Melle, Naumburg, Olpe, Pirna, Rheine, Stade, Trier, Uelzen, Verden, Weimar, Xanten, Zittau, Bamberg, Cuxhaven, Dessau, Eisenach, Freiberg, Goslar, Hof, Itzehoe, Kassel, Landshut, Minden',
    ),
    person: list(
      'meine Mutter, mein Nachbar, meine Schwester, eine Kollegin, mein Mitbewohner, unser Trainer, der Herr am Schalter, mein Onkel, eine Freundin, mein Chef, unsere Tochter, die Frau von nebenan, mein Schwager, der Mann aus der Werkstatt, unsere Vermieterin, mein Opa, die halbe Mannschaft, eine Cousine, unser Lehrer, meine bessere Hälfte',
    ),
    day: list(
      'Montag, Dienstag, Mittwoch, Donnerstag, Freitag, Samstag, Sonntag, gestern, vorgestern, heute früh, letzte Nacht, letzte Woche, mittags, gegen Mitternacht, vor dem Frühstück, nach Feierabend, am Wochenende, seit dem Frühjahr, seit April, seit dem Dritten',
    ),
    amount: list(
      '12 Euro, 49,90 Euro, 89 Euro, 129 Euro, 240 Euro, 17,50 Euro, 310 Euro, 1.250 Euro, 75 Euro, 64,99 Euro, 9,99 im Monat, 420 Euro, 2.300 Euro, 33,10 Euro, 560 Euro',
    ),
    count: list('zwei, drei, vier, fünf, sechs, sieben, neun, elf, ein Dutzend, zwanzig'),
    feeling: list(
      'müde, neugierig, froh, ratlos, genervt, belustigt, zuversichtlich, durchgefroren, entspannt, ungeduldig, stolz, etwas verloren, dankbar, skeptisch, spät dran, hungrig, hellwach, gelassen, in Eile, unentschlossen',
    ),
    doing: list(
      'mit dem Hund unterwegs, beim Brotbacken, an der Haltestelle, beim Fußball, im Schuppen, im Sprachkurs, über einem Buch, am Fahrrad, in alten Fotos, im Beet, in der Garage, am Herd, zwischen Kartons, bei den Enten, an der Lampe, an den Gardinen, am Bahnsteig, im Regen, an der Gitarre, bei den Postkarten',
    ),
    quality: list(
      'leise, schnell, solide, sperrig, hell, geschmeidig, seltsam, ordentlich, schwer, elegant, matt, freundlich, clever, laut, schlicht, robust, langsam, frisch, komisch, bequem, scharf, empfindlich, großzügig, aufgeräumt, geräumig',
    ),
    topic: list(
      'Reichweite im Winter, Laden bei Nacht, die neuen Farben, Preise im Ausland, die Hauptversammlung, die Werbung mit der Ziege, das Sponsoring der Regatta, die Bewertung im Store, die Designstudie, den Gebrauchtmarkt, den Netzausbau auf dem Land, das Pokalfinale, Typklassen, das neue Werk, den Laden in der Altstadt, Reparierbarkeit, den Podcast, die Preisliste, das Bonusprogramm, Abos für Sitze',
    ),
  },
  complaints: [
    '{brand} hat mir {amount} doppelt abgebucht und erstattet die {thing} nicht',
    'Seit {day} geht die {thing} von {brand} nicht mehr, bei {part} kommt nur noch eine Fehlermeldung',
    '{count} Mal bei {brand} wegen der {thing} angerufen, niemand geht ran, niemand antwortet auf Mails',
    '{brand} hat den Termin in {place} {day} ohne ein Wort abgesagt, dafür hatte ich Urlaub genommen',
    'Noch immer keine Rückzahlung von {brand}, {amount} weg seit {day} und das Formular dreht sich im Kreis',
    '{part} an meinem {brand} ist wieder kaputt, dritte Reparatur und jedes Mal dasselbe',
    'Ich komme nach dem Update nicht mehr in mein Konto bei {brand}, {part} kennt mich angeblich nicht',
    '{brand} hat die falsche {thing} geliefert und will jetzt {amount} für den Rückversand',
    'Kein Netz von {brand} in {place} seit {day}, ich arbeite zu Hause und erreiche niemanden',
    '{count} Stunden am Schalter von {brand} in {place} gewartet, dann hieß es, die {thing} sei verloren',
    'Meine {thing} von {brand} ist seit {count} Wochen unterwegs, die {part} zeigt nichts an',
    '{brand} bucht jeden Monat {amount} für eine {thing} ab, die ich im Frühjahr gekündigt habe',
    'Aus der {thing} von {brand} kam {day} Rauch, {part} war zu heiß zum Anfassen, bitte prüfen',
    '@{handle} ihr wolltet wegen der {thing} {day} zurückrufen, ich warte immer noch, so geht das nicht',
    'Bei meinem {brand} ist auf der Autobahn bei {place} {part} ausgefallen, der Service schickt ein Formular',
  ],
  details: [
    'Auftrag {number}, die Unterlagen habe ich {count} Mal geschickt',
    'Ich habe {amount} dafür bezahlt und brauche es für die Arbeit',
    'In der Warteschleife läuft {count} Viertelstunden Musik, dann wird aufgelegt',
    '{person} musste aushelfen, weil nichts mehr geht',
    'Am {day} hat man {person} etwas anderes erzählt',
    'Ich möchte einfach mein Geld zurück',
    'Der Chat schließt sich jedes Mal, sobald ich {part} erwähne',
    'Bis zum {number2}. muss das erledigt sein, sonst verfällt die {thing}',
    'Fotos hängen an, {part} spricht für sich',
    'Seit {count} Jahren Kunde und nie viel verlangt',
    'Niemand am Schalter in {place} konnte sagen, warum',
    'Vorgangsnummer {number}, falls das jemand liest',
  ],
  mentions: [
    '{count} Autos von {brand} standen {day} vor dem Bahnhof in {place}, alle {quality}',
    'Hat jemand {brand} mit den anderen verglichen, was {topic} angeht?',
    '{person} fragt, ob die {thing} von {brand} {amount} wert ist',
    'Lese gerade einen langen Text über {brand} und {topic}, mehr {quality} als gedacht',
    'Im Laden von {brand} in {place} bekam {person} eine neue {thing}, sehr nette Leute',
    'Heute die {thing} von {brand} abgeholt, {part} wirkt {quality} und {quality}',
    'Gibt es bei {brand} die {thing} auch ohne {part}? Frage für {person}',
    '{brand} spricht {day} auf der Messe in {place} über {topic}, wer kommt mit?',
    'Probefahrt mit {brand} rund um {place}, Sitz {quality}, Lenkung {quality}, {person} ist eingeschlafen',
    '{count} Monate mit {brand} und die {thing} sieht immer noch {quality} aus',
    'Toller Service von {brand} {day}, {part} wurde getauscht, während ich {doing} war',
    'Meine Meinung: {brand} sollte weniger über {topic} reden und mehr über {topic}',
    '@{handle} welche {thing} passt zu {part} vom älteren Modell?',
    'Die neue Werbung von {brand} über {topic} ist {quality}, {person} summt sie {doing}',
    'Im Radio hieß es, {brand} eröffnet in {place}, {person} ist schon {feeling}',
    'Kleiner Tipp für Leute mit {brand}: unter {part} steckt eine Einstellung für die {thing}',
    'Laut Nachrichten ändert {brand} etwas, es geht um {topic}, mal sehen, was {place} dazu sagt',
    'Danke {brand} für die {thing}, {person} ist {feeling} seit {day}',
  ],
  talk: [
    'Ich bin {feeling} und sowieso {doing}',
    'Währenddessen ist {person} in {place} und {doing}',
    'Das Wetter in {place} ist {quality}, der Tee ist {quality}',
    'Keine Ahnung, was {person} über {topic} denkt',
    'Fragt mich {day} noch einmal',
    'Mehr über {topic} gibt es {day}, vorher bin ich {doing}',
    'Kostet {amount}, das ist {quality} für das, was es ist',
    'Die {thing} nebenan ist auch {quality}',
    'Jemand aus {place} hat mir {day} dasselbe erzählt',
    'Wir waren {day} {doing} und haben über {topic} geredet',
    'So wirkt {part} im Abendlicht richtig {quality}',
    'Foto folgt, sobald {person} nicht mehr {doing} ist',
    'Eine {thing}, die {quality} ist, was braucht man mehr',
    '{count} von {count} sehen das vermutlich auch so',
  ],
  sameHere: [
    'Bei mir auch, in {place} macht die {thing} seit {day} genau das und {brand} antwortet nicht',
    'Mir geht es genauso, {amount} weg und keine Antwort, {person} hat denselben Ärger mit {part}',
    'Genau dasselbe Problem mit {part} seit {day}, {count} Mails und nicht eine Antwort',
  ],
  support: [
    'Hallo, danke für den Hinweis zu deiner {thing}. Schick uns bitte deine Auftragsnummer per Direktnachricht, dann prüfen wir {part} noch heute',
    'Das mit der {thing} in {place} tut uns leid. Ein Kollege sieht sich das an und meldet sich bis {day}',
  ],
};
