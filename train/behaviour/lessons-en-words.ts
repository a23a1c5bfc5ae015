import { listed, type Words } from './expand.ts';

/** Words and frames that teach how sentences are built, all written here. The suite that tests has others. */
export const words: Words = {
  good: listed(`good, great, excellent, superb, lovely, wonderful, brilliant, fantastic, amazing, helpful, friendly, pleasant, comfortable, reliable, delightful, charming, impressive,
    outstanding, perfect, tidy, polite, kind, beautiful, awesome, nice, fun, smooth, quick, incredible, splendid, tasty, fabulous, neat, cheerful, remarkable, clever, cosy, elegant, terrific, exciting, sweet, marvellous, happy, exceptional, fair, generous, interesting, fine, extraordinary, adorable, stunning, satisfying`),
  bad: listed(`bad, awful, terrible, horrible, poor, dreadful, rude, useless, broken, filthy, disgusting, disappointing, dirty, slow, unreliable, annoying, boring, lousy, nasty, ugly, pathetic,
    shoddy, unhelpful, unfriendly, uncomfortable, miserable, appalling, frustrating, stupid, horrid, noisy, overpriced, painful, ridiculous, sad, unpleasant, weak, messy, hopeless, atrocious, gross, creepy, lame, rough, unfair, unhappy, difficult, tiresome, mediocre, weird, average, underwhelming, hard`),
  plain:
    listed(`blue, red, green, yellow, wooden, metal, annual, weekly, monthly, Dutch, Swedish, Belgian, Korean, Peruvian, Greek, Turkish, local, digital, round, square, tall, northern, southern, regional, national,
    public, private, foreign, commercial, domestic, daily, central, medical, industrial, electric, medium, third, rural, nearby, seasonal, international, Canadian, Indian, Italian, French, American, British, Israeli, Australian, German`),
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
    `saw, found, took, used, booked, noticed, passed, opened, checked, bought, ordered, visited, looked at, asked about, walked past, read about, see, find, use, take, know, own, carry, need, boarded`,
  ),
  thing:
    listed(`flight, hotel, phone, laptop, jacket, dinner, bus, train, app, website, service, room, crew, pilot, waiter, driver, seat, meal, ticket, parcel, delivery, camera, blender, bank, shop, doctor, staff, airline,
    company, aircraft, plane, cabin crew, food, customer service, product, screen, booking, lounge, clerk, manager, course, book, film, play, concert, sofa, oven, sandwich, coffee, show, ride, printer, router, watch`),
  person: listed(
    `my neighbour, my sister, some people, other customers, everybody, my friends, the papers, my colleagues, most reviewers, many users, your fans, a few guests, others, the critics, somebody, my boss, half the town, plenty of folks, my parents, a man`,
  ),
  very: listed(
    `very, really, so, extremely, quite, truly, incredibly, rather, absolutely, pretty, awfully, super, fairly, terribly, somewhat`,
  ),
  time: listed(
    `given that it was a Tuesday, after all these years, with the whole town in mind, considering where I come from, having read the leaflet, since we talked in the morning, after two trips, as somebody from the coast, with the new timetable, given the time that I spent there, from what I remember of it, with all that in view, having sat there since noon, with the children around, for all I was told, in view of the hour, as a father of two, looking at the whole month`,
  ),
  past: listed(
    `used to, in the past I used to, years ago I used to, back then I used to, as a child I used to, I know I used to`,
  ),
  now: listed(`now, these days, nowadays, today, by now, lately, at present, this year`),
};
