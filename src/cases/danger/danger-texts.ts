import { createSay, type Message } from '../../lib/catalogue.ts';

/** No diagnosis, no number of a hotline that may be wrong where the customer lives, and no stock answer. */
const en = {
  'protocol.person_at_risk': [
    '1. Treat it as meant. You need not be sure, and you do not judge.',
    '2. Is life in danger now, and does the post tell where: call the emergency number of that place (112 in Europe, 911 in the US), and say that you are a company that read it in public.',
    "3. Report it to the platform by the way below: it can reach the author and the author's country.",
    '4. A person who is trained answers, by name and in private where the platform allows. Say that you read it and that help is there day and night; name a crisis line of the author’s own country (findahelpline.com). No template, no voucher, no talk of the complaint first.',
    '5. Ask nobody for proof. Do not argue, promise secrecy, or leave it to the next shift: hand over in person.',
    '6. The complaint behind it is solved too, quietly, and nobody waits for a form.',
    '7. Quote and forward nothing. Write down what was done, by whom and when.',
  ].join('\n'),
  'protocol.threat_to_others': [
    '1. Treat it as meant until somebody who is trained says otherwise.',
    '2. Is a person, place or time named, or danger near: call the police of that place now. Then warn your own security, and whoever is named.',
    '3. Do not answer in public, do not provoke, and do not meet anybody alone.',
    '4. Report it to the platform by the way below.',
    '5. Keep the link and the time; ask the police before anything is deleted.',
    '6. Staff who are threatened are told, protected and asked what they need. Nobody of theirs works on this case.',
    '7. A complaint behind it is decided like any other: a threat earns nothing and costs no right.',
  ].join('\n'),
  'protocol.product': [
    '1. Somebody hurt or in danger now: ask them to leave the product alone, get away from it and call the emergency number (112 in Europe, 911 in the US).',
    '2. Tell product safety at once, by phone: product, what happened, where, when, how many.',
    '3. Ask the customer to keep the product switched off and not to send or throw it away; take it back at your cost.',
    '4. Look for others: "evenhand cases list --all" and the problem that it belongs to.',
    '5. Product safety decides on a stop of sale and on notice to the authorities (in the EU by Safety Business Gateway, without delay).',
    '6. Promise no cause before it is known, ask for no silence, and tie no refund to it.',
  ].join('\n'),
  'protocol.child': [
    '1. Does a child seem to be in danger now: call the police or the youth welfare office of that place.',
    '2. Never copy, save, forward or describe pictures of abuse: having them is a crime. Report the address alone.',
    '3. Report it to the platform by the way below, and to the national hotline (inhope.org lists them).',
    '4. Do not write to the child, and not to those around it, before police or youth welfare have advised you.',
    '5. Only the fewest people see this case. Write down what was done, by whom and when, without names of children.',
  ].join('\n'),
  'report.x_self': 'X: at the post … > Report post > Suicide or self-harm',
  'report.x': 'X: at the post … > Report post, and the kind that fits',
  'report.reddit_self':
    'Reddit: at the post … > Report > Someone is considering suicide or serious self-harm',
  'report.reddit': 'Reddit: at the post … > Report, and the rule that fits',
  'report.menu': 'At the post: menu … > Report, and the kind that fits',
  'report.flag': 'At the post: report or flag it to the moderators',
  'report.store': 'In the console of the store: report the review',
  'report.site': "Write to the operator of the site (imprint or contact), with the post's address alone",
  title: 'What to do now',
  report: 'Tell the platform',
  confidential:
    '{id} is confidential: it is shown to people with the clearance "danger" and to the privacy officer',
  noStockAnswer:
    '{id} is danger: there is no stock answer for it. Follow the protocol: evenhand cases show {id} --on-call',
} as const satisfies Record<string, Message>;

export type DangerTextKey = keyof typeof en;

const de: Readonly<Record<DangerTextKey, Message>> = {
  'protocol.person_at_risk': [
    '1. Ernst nehmen. Sicher sein muss niemand, und niemand urteilt.',
    '2. Ist jetzt ein Leben in Gefahr und ein Ort genannt: den Notruf dieses Ortes wählen (112 in Europa) und sagen, dass ein Unternehmen es öffentlich gelesen hat.',
    '3. Der Plattform auf dem Weg unten melden: sie erreicht den Menschen und sein Land.',
    '4. Es antwortet jemand Geschultes, mit Namen, wo möglich nicht öffentlich. Sagen, dass es gelesen wurde und Hilfe Tag und Nacht da ist; eine Krisennummer seines Landes nennen (findahelpline.com; in Deutschland die Telefonseelsorge 116 123). Kein Textbaustein, kein Gutschein, nicht zuerst die Beschwerde.',
    '5. Keine Beweise verlangen. Nicht streiten, keine Verschwiegenheit versprechen, nichts der nächsten Schicht überlassen: persönlich übergeben.',
    '6. Die Beschwerde dahinter wird auch gelöst, still, und ohne Formular.',
    '7. Nichts zitieren, nichts weiterleiten. Festhalten, was wer wann getan hat.',
  ].join('\n'),
  'protocol.threat_to_others': [
    '1. Ernst nehmen, bis jemand Geschultes anderes sagt.',
    '2. Sind Mensch, Ort oder Zeit genannt oder ist die Gefahr nah: sofort die Polizei dieses Ortes rufen. Dann die eigene Sicherheit und die Genannten warnen.',
    '3. Nicht öffentlich antworten, nicht reizen, niemanden allein treffen.',
    '4. Der Plattform auf dem Weg unten melden.',
    '5. Link und Uhrzeit behalten; vor jedem Löschen die Polizei fragen.',
    '6. Bedrohte Mitarbeiter erfahren es, werden geschützt und gefragt, was sie brauchen. Keiner von ihnen bearbeitet den Fall.',
    '7. Eine Beschwerde dahinter wird entschieden wie jede andere: eine Drohung bringt nichts ein und kostet kein Recht.',
  ].join('\n'),
  'protocol.product': [
    '1. Ist jemand verletzt oder jetzt in Gefahr: bitten, das Produkt stehen zu lassen, Abstand zu halten und den Notruf zu wählen (112 in Europa).',
    '2. Sofort die Produktsicherheit anrufen: Produkt, was geschah, wo, wann, wie viele.',
    '3. Den Kunden bitten, das Produkt ausgeschaltet zu lassen und es weder zu senden noch wegzuwerfen; Rücknahme auf eigene Kosten.',
    '4. Nach weiteren suchen: "evenhand cases list --all" und das Problem, zu dem der Fall gehört.',
    '5. Die Produktsicherheit entscheidet über Verkaufsstopp und Meldung an die Behörden (in der EU unverzüglich über das Safety Business Gateway).',
    '6. Keine Ursache nennen, bevor sie feststeht, kein Schweigen verlangen, keine Erstattung daran knüpfen.',
  ].join('\n'),
  'protocol.child': [
    '1. Scheint ein Kind jetzt in Gefahr: Polizei oder Jugendamt dieses Ortes rufen.',
    '2. Bilder von Missbrauch nie kopieren, speichern, weiterleiten oder beschreiben: schon der Besitz ist strafbar. Nur die Adresse melden.',
    '3. Der Plattform auf dem Weg unten melden und der nationalen Meldestelle (inhope.org nennt sie).',
    '4. Weder dem Kind noch seinem Umfeld schreiben, bevor Polizei oder Jugendamt geraten haben.',
    '5. So wenige Menschen wie möglich sehen den Fall. Festhalten, was wer wann getan hat, ohne Namen von Kindern.',
  ].join('\n'),
  'report.x_self': 'X: am Beitrag … > Post melden > Suizid oder Selbstverletzung',
  'report.x': 'X: am Beitrag … > Post melden, und was zutrifft',
  'report.reddit_self':
    'Reddit: am Beitrag … > Melden > Jemand denkt über Suizid oder ernste Selbstverletzung nach',
  'report.reddit': 'Reddit: am Beitrag … > Melden, und die Regel, die zutrifft',
  'report.menu': 'Am Beitrag: Menü … > Melden, und was zutrifft',
  'report.flag': 'Am Beitrag: den Moderatoren melden',
  'report.store': 'In der Konsole des Stores: die Bewertung melden',
  'report.site':
    'Dem Betreiber der Seite schreiben (Impressum oder Kontakt), nur mit der Adresse des Beitrags',
  title: 'Was jetzt zu tun ist',
  report: 'Der Plattform melden',
  confidential:
    '{id} ist vertraulich: ihn sehen nur Personen mit der Freigabe "danger" und der Datenschutzbeauftragte',
  noStockAnswer:
    '{id} ist Gefahr: dafür gibt es keinen Textbaustein. Dem Protokoll folgen: evenhand cases show {id} --on-call',
};

export const sayDanger = createSay<DangerTextKey>({ en, de });
