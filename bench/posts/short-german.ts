/** One a line. */
export const shortGerman = `
  Immer noch kein Geld zurück
  App stürzt wieder ab
  Wo bleibt mein Paket?
  Super Service heute, danke
  Karte heute früh zweimal abgelehnt
  Hat noch jemand kein Netz?
  Fahrer hat alles im Regen stehen lassen
  Mir wurde ein Ticket doppelt berechnet
  Läuft endlich wieder
  Schlechtestes Update aller Zeiten
  Meine Heizung macht komische Geräusche
  Am Telefon meldet sich keiner
  Drei Wochen und kein Wort von euch
  Die neuen Farben sind toll
  Hier in Kassel genauso
  Ist die Webseite kaputt?
  Mail zum Zurücksetzen kommt nie an
  Deckel nach einem Tag gebrochen
  Bester Kaffee der Stadt, ehrlich
  Bitte kündigt mein Abo
  Zug steht vor dem Bahnhof
  Euer Chatbot ist nutzlos
  Schon wieder die falsche Größe geschickt
  Guten Morgen zusammen
  Warum bricht die Kasse immer ab
  Letztes Frühjahr gekauft, immer noch zufrieden
  Buchung weg, Geld weg
  Bildschirm wurde mitten im Gespräch schwarz
  Seit zwei Stunden in der Warteschleife
  Kann mir jemand die Rechnung erklären?
  Router startet jeden Abend neu
  Was für eine Aussicht vom Turm
  Schrauben fehlen, Anleitung fehlt
  Angeblich zugestellt, aber nichts da
  Mit Voltara gar nicht zufrieden
  Nordlicht hat es in einer Stunde behoben
  Sitze sind erstaunlich bequem
  Warte seit neun Uhr
  Ihr wolltet zurückrufen
  Die Hälfte der Flaschen war zerbrochen
  Nie wieder dort kaufen
  Danke für nichts
  Auf meinem Tablet geht es
  Die Schlange reicht um den Block
  Licht flackert beim Laden
  Welcher Tarif enthält Roaming?
  Alles Gute zum Geburtstag, kleiner Bruder
  Gebühren ohne Ankündigung verdoppelt
  Gutscheincode funktioniert nicht
  Personal war freundlich und geduldig
  Seit Dienstag aus meinem Konto ausgesperrt
  Riecht nach verbranntem Plastik
  Sendungsverfolgung bewegt sich seit Tagen nicht
  Kommt das auch in Schwarz?
  Billig, laut und hässlich
  Anfrage geschlossen, ohne sie zu lesen
  Fremdes Paket bekommen
  Internet heute zäh wie Kaugummi
  Akku hält jetzt zwei Tage
  Blau bestellt, grün bekommen
  Wie schicke ich das Ding zurück
  Überall ausverkauft, schade
  Zimmer kalt, Dusche tropft
  Gerade um ein Jahr verlängert
  Sonntagsbraten mit der ganzen Familie
  Preis stieg während der Zahlung
  Räder sind bei der ersten Fahrt abgefallen
  Von eurem Team nur Schweigen
  Ehrliche Meinung: geht so
  Bitte repariert den Automaten
  Flug auf Mitternacht verlegt, kein Hotel
  Diesmal wirklich schnell geliefert
  Liefert ihr nach Österreich?
  Im Netz offen, an der Tür geschlossen
  Mantel verlor in der ersten Woche einen Knopf
  Update hat alle Fotos gefressen
  Bitte keine Briefe mehr
  Auf der Rechnung steht die falsche Adresse
  Im Morgengrauen am See vorbeigefahren
  Zwei Tage wegen euch verloren
  Neues Handy, wer ist da
  Beschwerde Nummer vier, es geht weiter
  Lieferfenster von acht bis acht, im Ernst?
  Schaue das Spiel mit Freunden
  Sitzplatz bezahlt, den es nicht gibt
  Keine Heizung, kein Warmwasser, keine Antwort
  Alles heil angekommen
  Formular verlangt eine Nummer, die ich nie bekam
  Meine Tochter liebt das gelbe
  Klappert wie eine alte Straßenbahn
  Wer hat sich dieses Menü ausgedacht?
  Parkschein-App hat mein Kleingeld gefressen
  Nach der zweiten Wäsche hinüber
  Danke fürs Kümmern
  Ab ins Training
  Falscher Name auf beiden Fahrkarten
  Wieso ist alles nur noch Abo
  Motorleuchte ist wieder an
  Beste Reifen, die ich je hatte
  Neuer Tag, neue Verspätung
  Wo kann ich mich beschweren?
  Anleitung nur auf Koreanisch
  Aufzug seit März außer Betrieb
  Erstattung kam heute früh, prima
  Erst Eis, dann Hausaufgaben
  Voltara, lest eure Nachrichten
  Türen klemmten, Leute drin
  Wann endet mein Vertrag genau?
  In jedem Tunnel kein Empfang
  Gefriertruhe tot, Essen verdorben
  Angenehm überrascht vom Kundendienst
  Geld genommen, Ware behalten
  Kein Mensch zu erreichen
  Heute Schnee auf den Hügeln
  Zwei Sterne, weil die Suppe warm war
  Laden war mittags zu
  Reißverschluss kaputt, Schulterzucken im Geschäft
  Bin ich die Einzige?
  Rabatt an der Kasse verschwunden
  Alte Version war viel besser
  Werkstatt hat mein Auto seit einem Monat
  Umschlag war schon geöffnet
  Lese auf dem Balkon
  Express bezahlt, Schnecke bekommen
  Herd mit Delle geliefert
  Danke Nordlicht, das ging schnell
  Jeder Knopf macht jetzt was anderes
  Bus ist einfach vorbeigefahren
  Der Brief droht mir mit Gericht
  Kennt jemand deren Nummer?
  Ton setzt alle paar Sekunden aus
  Neue Gartenstühle, sehr stabil
  Mein Fall wird ständig geschlossen
  Leere Seite nach der Anmeldung
  Tolles Spiel, furchtbarer Stream
  Wasserkocher haut die Sicherung raus
  Warum wurde mein Antrag abgelehnt?
  Kostenloses Upgrade, nette Überraschung
  Ich will meine Kaution zurück
  Dritter Techniker, gleicher Fehler
  Vom Kundenservice ignoriert
  Perfektes Wetter zum Wandern
  Münzen im Trockner stecken geblieben
  Im Mai angemeldet, warte noch
  Ladegerät wird viel zu heiss
  Gutes Preis-Leistungs-Verhältnis
  Schickt bitte heute jemanden
  Karten kamen nach dem Konzert
  Keine Entschuldigung, keine Erklärung
  Unsere Katze schläft auf dem Drucker
  Zählerstand stimmt nie im Leben
  Anbieter gewechselt und nie bereut
  Lack blättert nach einem Winter
  Könnt ihr Bestellung 48213 prüfen?
  Menü sieht am grossen Bildschirm gut aus
  Zahlung seit einer Woche ausstehend
  Bote hat es über den Zaun geworfen
  Essen kam kalt an
  Was ist mit dem Nachtbus passiert?
  Meine Brille passt perfekt
  Zweimal defekt geliefert
  Fünf Mails geschickt, null Antworten
  Ohne Bescheid storniert
  Lerne gerade Brot backen
  Kurze Antwort: nein
  Leitung tot seit dem Sturm
  Schuhe nach einem Monat zerfallen
  Endlich ein Mensch, der zuhört
  Falsche Blutdrucktabletten in der Schachtel
  Ist da drüben jemand wach?
  Das Tor öffnet nachts von selbst
  Schlüssel wieder da, danke schön
  Lauter Lüfter, schwache Luft
  Noch eine versteckte Gebühr
  Warum ist die Fähre immer zu spät
  Kamera scharf, Akku schwach
  Zwei Monate fürs Ersatzteil
  Die schieben mir ihren Fehler zu
  Netter Laden, freundliche Leute
  Seit dem Frühstück lädt nix
  Dach leckt in den Kofferraum
  Warte weiter, bin sauer
  Termin auf Freitag verschoben
  Wasserrechnung über Nacht verdreifacht
  Hört auf, täglich anzurufen
  Gute Idee, schlecht umgesetzt
  Tasche größer als gedacht
  Karte vom Automaten verschluckt
  Wie lange dauert die Erstattung?
  Fensterplatz bezahlt, Mittelplatz bekommen
  Schalter mittags geschlossen
  Hier riecht es nach Fisch
  Reise gebucht, Koffer gepackt
  Meine Mutter bekam denselben Brief
  Wieder offline, zum dritten Mal diese Woche
  Schnell, billig und nett
  WLAN geht nur in der Küche
  Hilfsbereite Dame am Schalter
  Kein Beleg, kein Umtausch, Pech gehabt
  Und was mache ich jetzt?
`;
