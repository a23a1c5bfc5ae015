import { listed, type Words } from './expand.ts';

/** Words and frames that teach how sentences are built, all written here. The suite that tests has others. */
export const words: Words = {
  good: listed(`good, great, excellent, superb, lovely, wonderful, brilliant, fantastic, amazing, helpful, friendly, pleasant, comfortable, reliable, delightful, charming, impressive,
    outstanding, perfect, tidy, polite, kind, beautiful, awesome, nice, fun, smooth, quick, incredible, splendid, tasty, fabulous, neat, cheerful, remarkable, clever, cosy, elegant, terrific, exciting, sweet, marvellous, happy, exceptional, fair, generous, interesting, fine, extraordinary, adorable, stunning, satisfying`),
  bad: listed(`bad, awful, terrible, horrible, poor, dreadful, rude, useless, broken, filthy, disgusting, disappointing, dirty, slow, unreliable, annoying, boring, lousy, nasty, ugly, pathetic,
    shoddy, unhelpful, unfriendly, uncomfortable, miserable, appalling, frustrating, stupid, horrid, noisy, overpriced, painful, ridiculous, sad, unpleasant, weak, messy, hopeless, atrocious, gross, creepy, lame, rough, unfair, unhappy, difficult, tiresome, mediocre, weird, average, underwhelming, hard`),
  plain:
    listed(`blue, red, green, yellow, wooden, metal, annual, weekly, monthly, Dutch, Swedish, Belgian, Korean, Peruvian, Greek, Turkish, local, digital, round, square, tall, northern, southern, regional, national,
    public, private, foreign, commercial, domestic, daily, central, medical, industrial, electric, medium, third, rural, nearby, seasonal, international, Canadian, Indian, Italian, French, American, British, Israeli, Australian, German, white, black, brown, pink, orange, striped, checked, silver, golden, glass, steel, cotton, stone, cardboard, rubber, woollen, oak, triangular, flat, narrow, wide, thick, thin, heavy, folding, portable, two-storey,
    eastern, western, inland, urban, suburban, alpine, tropical, Mexican, Chinese, Portuguese, Irish, Polish, Finnish, Egyptian, Kenyan, Argentinian, Thai, Austrian, Scottish, fortnightly, nightly, biannual, first, second, fourth, last, next, previous, federal, parliamentary, academic, agricultural, chemical, financial, maritime, optical, printed, spare, upper, lower`),
  loved: listed(
    `loved, enjoyed, liked, adored, appreciated, treasured, praised, admired, welcomed, valued, recommended`,
  ),
  love: listed(
    `love, enjoy, like, adore, appreciate, treasure, praise, admire, recommend, welcome, value, cherish`,
  ),
  hated: listed(
    `hated, disliked, despised, detested, regretted, loathed, dreaded, resented, abhorred, cursed`,
  ),
  hate: listed(`hate, dislike, despise, detest, regret, loathe, dread, resent, can't stand, abhor`),
  saw: listed(
    `saw, found, took, used, booked, noticed, passed, opened, checked, bought, ordered, visited, looked at, asked about, walked past, read about, filmed, counted, painted, measured, moved, described, photographed, sat beside, waited for, heard about, shared, held, printed, swapped, see, find, use, take, know, own, carry, need, boarded`,
  ),
  thing:
    listed(`flight, hotel, phone, laptop, jacket, dinner, bus, train, app, website, service, room, crew, pilot, waiter, driver, seat, meal, ticket, parcel, delivery, camera, blender, bank, shop, doctor, staff, airline,
    company, aircraft, plane, cabin crew, food, customer service, product, screen, booking, lounge, clerk, manager, course, book, film, play, concert, sofa, oven, sandwich, coffee, show, ride, printer, router, watch`),
  person: listed(
    `my neighbour, my sister, some people, other customers, everybody, my friends, the papers, my colleagues, most reviewers, many users, your fans, a few guests, others, the critics, somebody, my boss, half the town, plenty of folks, my parents, a man, the guidebook, the whole office, the forum, the locals, my flatmate, two of my uncles, the experts, the internet, the ratings, his followers, my landlady, a couple of visitors, the people beside me, the radio, every second tourist`,
  ),
  very: listed(
    `very, really, so, extremely, quite, truly, incredibly, rather, absolutely, pretty, awfully, super, fairly, terribly, somewhat`,
  ),
  time: listed(
    `given that it was a Tuesday, after all these years, with the whole town in mind, considering where I come from, having read the leaflet, since we talked in the morning, after two trips, as somebody from the coast, with the new timetable, given the time that I spent there, from what I remember of it, with all that in view, having sat there since noon, with the children around, for all I was told, in view of the hour, as a father of two, looking at the whole month, for a place of that size, compared with the one up the road, as things stand, all in all, if I am honest, to be frank, on the whole, after what it cost, judging by the leaflet,
    seen from outside, given how far we drove, given my age, given the crowd that day, having tried nearly all of them, in hindsight, when I think back, at the end of the day, with the kids asleep, for somebody like me, considering the season, considering what my friends had,
    after the second visit, in my own case, speaking for the four of us, even on a Sunday, as far as I can tell, leaving the price aside, apart from the weather, with or without breakfast, from the outside at least, after a whole winter of it, in spite of the sunshine, given the number of times we met`,
  ),
  past: listed(
    `used to, in the past I used to, years ago I used to, back then I used to, as a child I used to, I know I used to`,
  ),
  who: listed(
    `Polish, Greek, Italian, Indian, Iranian, Brazilian, Christian, Buddhist, Protestant, queer, heterosexual, transgender, Asian, African, Arab, blind, old, young, French, Canadian, Swedish, Chinese, Mexican`,
  ),
  name: listed(
    `Anna, Peter, Mehmet, Fatima, Igor, Lena, Carlos, Aisha, Kenji, Paul, Olga, Kofi, Lucia, Ravi, John, Mary`,
  ),
  town: listed(
    `Berlin, London, Leeds, Paris, Warsaw, Rome, Chicago, Istanbul, Vienna, Madrid, Athens, Boston`,
  ),
  now: listed(`now, these days, nowadays, today, by now, lately, at present, this year`),
};
