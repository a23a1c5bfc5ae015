import type { Phrases } from './cues.ts';

/** What the post is about; the label is the category. */
export const category: Phrases = {
  cue: 'category',
  phrases: {
    en: `
(refund|refunds|refunded|charge|charged|charges|charging me|bill|bills|billed|billing|invoice|invoices|overcharged|overcharge|fee|fees|money|payment|payments|pay|paid|price|prices|cost|costs|deposit|debit|debited|credit|credited|subscription|chargeback|voucher|gift card|purchase|purchased|compensation|reimbursement|cashback|withdrew|balance|tax|discount) = billing
(deliver|delivery|delivered|deliveries|parcel|package|shipping|shipped|shipment|courier|tracking|dispatch|dispatched|arrive|arrived|post|mail|luggage|bag|bags|baggage|suitcase|postman) = delivery
(service|repair|repaired|technician|engineer|maintenance|train|trains|bus|flight|flights|delay|delayed|cancelled|canceled|outage|internet|signal|network|broadband|wifi|heating|power|electricity|lift|elevator|escalator|platform|connection|plane|gate|heat|boiler|lost connection|seat|seats) = service
(broken|broke|faulty|defective|defect|quality|product|item|battery|screen|device|phone|laptop|charger|machine|shoes|dress|shirt|size|material|book|toy|headphones|camera|faulty|cracked|exploded|leaking|food|taste|warranty|fabric|colour|printer|tv|car) = product
(account|login|log in|password|app|website|site|sign in|locked out|2fa|verification|update|crash|crashes|crashing|server|servers|down|page|checkout|portal|profile|email address|card|download|install|bug|glitch|error|loading|load|access|username) = account
(rude|staff|agent|agents|employee|driver|manager|attendant|crew|representative|rep|unprofessional|unfriendly|disrespectful|shouted|yelled|insulted|attitude|cashier|waiter|conductor|lied|hung up|unhelpful) = staff
(unanswered|no reply|no response|no answer|nobody answers|no one answers|nobody picks up|on hold|callback|call back|get through|ignored|ignoring|replied|respond|responded|reply|hotline|waiting for a reply) = unanswered
(booking|booked|book a|reservation|reserved|appointment|ticket|tickets|check in|checkin|rebook|rebooked|reschedule|rescheduled|hotel|room|itinerary|boarding) = booking
`,
    de: `
(erstattung|rueckerstattung|abgebucht|abbuchung|rechnung|rechnungen|berechnet|gebuehr|gebuehren|geld|zahlung|bezahlt|gezahlt|preis|preise|kosten|anzahlung|kaution|abo|gutschrift|gutschein|lastschrift|mahnung|inkasso|ueberweisung|ueberwiesen|entschaedigung|guthaben|teuer|nachzahlung|kassiert) = billing
(liefer*|geliefert|paket|pakete|sendung|versand|verschickt|zugestellt|zustellung|bote|zusteller|paketbote|angekommen|sendungsverfolgung|koffer|gepaeck|spedition|post) = delivery
(service|reparatur|repariert|techniker|wartung|zug|zuege|bahn|bus|verspaetung|verspaetet|ausfall|ausgefallen|stoerung|internet|netz|empfang|heizung|strom|aufzug|fahrstuhl|rolltreppe|rolltreppen|gleis|bahnsteig|flug|anschluss|anzeigetafel|durchsage|warmwasser|beleuchtung|s bahn|u bahn|wlan) = service
(kaputt|defekt|mangelhaft|qualitaet|produkt|artikel|akku|geraet|bildschirm|maschine|schuhe|groesse|material|buch|handy|garantie|gewaehrleistung|ware|verarbeitung|display|drucker|auto|essen) = product
(konto|account|login|einloggen|anmelden|passwort|app|webseite|website|homepage|gesperrt|zugang|update|absturz|stuerzt|server|karte|onlinebanking|profil|ausgesperrt|fehlermeldung|download) = account
(unfreundlich|mitarbeiter|mitarbeiterin|personal|fahrer|schaffner|kontrolleur|verkaeufer|verkaeuferin|berater|pampig|patzig|respektlos|frech|angeschrien|beleidigt|busfahrer|zugbegleiter|inkompetent|unverschaemt) = staff
(keine antwort|keine rueckmeldung|niemand geht|geht niemand|niemand erreichbar|nicht erreichbar|warteschleife|hotline|rueckruf|meldet sich niemand|keine reaktion|nicht geantwortet|niemand antwortet|ignoriert) = unanswered
(buchung|gebucht|reservierung|reserviert|termin|ticket|tickets|fahrkarte|fahrkarten|einchecken|umbuchen|umgebucht|storniert|hotel|zimmer|reise) = booking
`,
  },
};
