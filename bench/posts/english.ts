import type { Vocabulary } from './vocabulary.ts';

const list = (words: string): string[] => words.split(/,\s+/);

export const english: Vocabulary = {
  language: 'en',
  words: {
    thing: list(
      'app, charger, router, contract, invoice, delivery, battery, booking, account, password, update, navigation, tyre, cable, seat, window, dashboard, sim card, voucher, subscription, deposit, refund, appointment, parcel, hotline, form, receipt, warranty, key card, speaker, heater, camera, brake light, screen, bonus, tariff, roaming pass, wallbox, roof rack, trailer hitch, game pass, voicemail, port, adapter, insurance, licence plate, leasing rate, test drive, floor mat, sunroof',
    ),
    part: list(
      'front door, left mirror, rear camera, charging flap, touch screen, voice control, billing page, login form, customer portal, order number, service desk, delivery slot, activation code, spare part, wheel arch, climate control, parking sensor, family plan, second line, prepaid card, push notification, mobile data, hotspot, landline, upload speed, user guide, paint job, driver seat, boot lid, gearbox',
    ),
    place: list(
      'Leeds, Bristol, Cork, Galway, Hull, Norwich, Dundee, Swansea, York, Bath, Derby, Exeter, Lincoln, Perth, Chester, Preston, Truro, Wells, Ripon, Salford, Durham, Oxford, Reading, Luton, Crewe, Stirling, Newport, Bangor, Lisburn, Armagh, Aberdeen, Inverness, Brighton, Dover, Harwich, Ipswich, Kendal, Malvern, Oakham, Penzance',
    ),
    person: list(
      'my mother, my neighbour, my sister, a colleague, my flatmate, our trainer, the man at the desk, my uncle, a friend of mine, my boss, our daughter, the lady next door, my brother in law, the guy from the garage, our landlord, my grandad, the whole team, a cousin, our tutor, my better half',
    ),
    day: list(
      'Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday, yesterday, last night, this morning, two days ago, last week, at noon, around midnight, before breakfast, after work, over the weekend, since spring, since April, since the third',
    ),
    amount: list(
      '12 euros, 49.90, 89 pounds, 129 euros, 240 pounds, 17.50, 310 euros, 1,250 euros, 75 quid, 64.99, 9.99 a month, 420 euros, 2,300 pounds, 33.10, 560 euros',
    ),
    count: list('two, three, four, five, six, seven, nine, eleven, a dozen, twenty'),
    feeling: list(
      'tired, curious, happy, puzzled, annoyed, amused, hopeful, cold, relaxed, impatient, proud, a bit lost, grateful, sceptical, late, hungry, wide awake, calm, in a hurry, undecided',
    ),
    doing: list(
      'walking the dog, baking bread, waiting for the bus, watching the match, painting the shed, learning Welsh, reading about tides, fixing a bike, sorting old photos, planting beans, cleaning the garage, cooking for eight, packing boxes, feeding the ducks, repairing a lamp, hanging curtains, counting trains, listening to the rain, tuning a guitar, writing postcards',
    ),
    quality: list(
      'quiet, quick, solid, clumsy, bright, smooth, strange, decent, heavy, elegant, dull, friendly, clever, noisy, plain, sturdy, slow, fresh, odd, comfortable, sharp, fragile, generous, neat, roomy',
    ),
    topic: list(
      'range in winter, charging at night, the new colours, prices abroad, the shareholder meeting, the advert with the goat, their sponsorship of the regatta, the app store rating, the concept study, the used market, rural coverage, the cup final, insurance groups, the new plant, their shop in town, repairability, the podcast, the price list, the loyalty scheme, subscriptions for seats',
    ),
  },
  complaints: [
    '{brand} took {amount} twice for the same {thing} and will not give it back',
    'My {thing} from {brand} stopped working on {day} and the {part} shows nothing but an error',
    'Called {brand} {count} times about the {thing}, nobody picks up, nobody answers my mails',
    '{brand} cancelled my appointment in {place} {day} without a word, I took the day off for it',
    'Still no refund from {brand}, {amount} gone since {day} and the form just spins',
    'The {part} of my {brand} is broken again, third repair and it fails every time',
    'Cannot log in to {brand} since the update, the {part} says my account does not exist',
    '{brand} delivered the wrong {thing} and now wants {amount} for sending it back',
    'No network from {brand} in {place} since {day}, I work from home and cannot reach anybody',
    'Waited {count} hours at the {brand} counter in {place} only to hear that the {thing} was lost',
    'The {thing} that I ordered from {brand} has been on its way for {count} weeks, tracking is dead',
    '{brand} charges me {amount} every month for a {thing} that I cancelled in spring',
    'Smoke came out of the {brand} {thing} {day}, the {part} was too hot to touch, please check this',
    '@{handle} you promised a call back about my {thing} {day}, I am still waiting, this is not fine',
    'My {brand} {part} failed on the motorway near {place}, support told me to fill in a form',
  ],
  details: [
    'Order {number}, I sent the papers {count} times',
    'I paid {amount} for it and need it for work',
    'The hotline plays music for {count} quarters of an hour and then hangs up',
    '{person} had to help me out because nothing works',
    'They told {person} something else on {day}',
    'All I want is my money back',
    'The chat closes every time I mention the {part}',
    'My deadline is the {number2} of the month, after that I lose the {thing}',
    'Photos are attached, the {part} speaks for itself',
    'I have been a customer for {count} years and never asked for much',
    'Nobody at the desk in {place} could tell me why',
    'Reference {number} in case somebody reads this',
  ],
  mentions: [
    'Saw {count} cars of {brand} outside the station in {place} {day}, all of them {quality}',
    'Has anybody compared {brand} with the others on {topic}?',
    '{person} asks whether the {brand} {thing} is worth {amount}',
    'Reading a long piece about {brand} and {topic}, more {quality} than I expected',
    'The {brand} shop in {place} gave {person} a {quality} new {thing}, lovely people',
    'Picked up the {brand} {thing} {day}, the {part} feels {quality} and {quality}',
    'Does {brand} sell the {thing} without the {part}? Asking for {person}',
    '{brand} talks about {topic} {day} at the fair in {place}, who is coming?',
    'Test drive with {brand} around {place}, {quality} seat, {quality} steering, {person} fell asleep',
    '{count} months with {brand} and the {thing} still looks {quality}',
    'Great service from {brand} {day}, the {part} was replaced while I was {doing}',
    'Opinion: {brand} should talk less about {topic} and more about {topic}',
    '@{handle} which {thing} fits the {part} of the older model?',
    'The new {brand} advert about {topic} is {quality}, {person} hums it while {doing}',
    'Heard on the radio that {brand} opens in {place}, {person} is already {feeling}',
    'Quick tip for {brand} people: the {part} hides a {quality} setting for the {thing}',
    'News says {brand} changed {topic}, let us see what {place} thinks of it',
    'Thanks {brand} for the {thing}, {person} is {feeling} since {day}',
  ],
  talk: [
    'I am {feeling} and {doing} anyway',
    'Meanwhile {person} is {doing} in {place}',
    'The weather in {place} is {quality}, the tea is {quality}',
    'No idea what {person} thinks of {topic}',
    'Ask me again {day}',
    'More about {topic} {day}, first I am {doing}',
    'It costs {amount}, which is {quality} for what it is',
    'The {thing} of {person} is {quality} too',
    'Somebody in {place} told me the same {day}',
    'We spent {day} {doing} and talked about {topic}',
    'That {part} looks {quality} in the evening light',
    'Photo follows as soon as {person} stops {doing}',
    'A {quality} {thing} and a {quality} {part}, what else does one need',
    '{count} out of {count} would agree, I suppose',
  ],
  sameHere: [
    'Same here in {place}, my {thing} does exactly that since {day} and {brand} does not answer',
    'Me too, {amount} gone and nobody answers, {person} has the same trouble with the {part}',
    'Exactly the same problem with my {part} since {day}, {count} mails and not one answer',
  ],
  support: [
    'Hello, thank you for telling us about the {thing}. Please send us your order number in a private message and we will check the {part} today',
    'We are sorry about the {thing} in {place}. A colleague looks into it and comes back to you by {day}',
  ],
};
