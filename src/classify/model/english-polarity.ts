/**
 * English words that AFINN and VADER lack, by how they sound, from 1 (a little) to 3 (strong): our own list, folded. What
 * those two hold keeps their value.
 */
export const englishPositive: Readonly<Record<1 | 2 | 3, string>> = {
  3: `topnotch firstrate faultless flawlessly impeccable impeccably immaculate exquisite sublime unrivalled unrivaled unbeatable unmatched unsurpassed peerless phenomenal stellar spectacular spectacularly
    exemplary superlative divine heavenly breathtaking mindblowing magnificent magnificently gorgeous marvelously marvellously sensational brilliantly superbly wonderfully fantastically fabulously outstandingly incredible
    legendary masterful masterly masterpiece glorious gloriously splendidly delightfully exceptional exceptionally ace goated elite pristine dazzling resplendent`,
  2: `attentive attentively thoughtful thoughtfully considerate courteous courteously welcoming hospitable obliging accommodating personable approachable affable amiable congenial genial cordial gracious graciously respectful
    respectfully patient patiently understanding empathetic compassionate caring diligent conscientious meticulous competent competently capable knowledgeable skilled skilful skillful talented adept proficient professional professionally
    prompt promptly punctual punctually timely speedy swift swiftly efficient efficiently effective effectively reliable reliably dependable trustworthy seamless seamlessly effortless effortlessly painless painlessly
    smoothly speedily spotless spotlessly spick sparkling tidy hygienic fresh freshly refreshing refreshed refreshingly delicious deliciously yummy scrumptious tasty flavourful flavorful succulent mouthwatering moreish juicy crispy
    cosy cozy comfy comfortably snug spacious roomy airy luxurious luxuriously plush elegant elegantly stylish classy chic tasteful tastefully handsome scenic picturesque quaint idyllic serene tranquil soothing restful relaxing
    relaxed enjoyable enjoyably pleasurable pleasant pleasantly entertaining engaging captivating riveting gripping enthralling absorbing fascinating intriguing compelling thrilling exhilarating uplifting heartwarming touching
    inspired inspiring hilarious witty amusing joyful joyous joyfully jolly merry cheery cheerful cheerfully upbeat sunny radiant vibrant lively worthwhile rewarding fruitful productive beneficial useful handy practical convenient
    conveniently userfriendly intuitive straightforward hitchfree sturdy durable robust solid sleek polished refined sophisticated crafted innovative inventive ingenious nifty snazzy groovy bargain affordable
    reasonable reasonably economical generous generously bountiful ample plentiful fair transparent sincere sincerely earnest genuine authentic heartfelt grateful gratefully thankful chuffed stoked
    delighted delightful elated overjoyed ecstatic thrilled pumped buzzing impressed impresses impressive impressively commendable commend commended praiseworthy laudable admirable admirably remarkable remarkably notable noteworthy
    memorable unforgettable superior upgraded restored fixed resolved sorted solved rectified reassuring reassured comforting soothed pampered gem treasure treasures blessing boon highlight lifesaver godsend winner
    kudos bravo props applaud applauded applauding applauds recommend recommended recommends recommending recommendable cherish cherished cherishes relish relished relishes savour savoured savor adore adored adores adoring treasured
    esteem esteemed revere revered prize prizes fancy fancied dig vouch fond fondly welcome welcomed favour favourite favorite favourites favorites faves endearing lovable likeable likable adorable cute pretty attractive
    appealing alluring inviting desirable tempting ideal ideally optimal splendidly decent goodhearted kindhearted kindly kindness friendliness politeness helpfulness professionalism cleanliness efficiency punctual respectable
    organised organized orderly wellrun wellkept responsive proactive supportive cooperative accountable competent honest trustful`,
  1: `fine alright passable satisfactory adequate acceptable sufficient improved improving improves improvement better calmer cleaner easier easy easily faster quicker nicer friendlier cheaper safer smoother stronger
    simple warm warmly bright lightweight quiet peaceful peacefully modern clean neat neatly lucky fortunate fortunately luckily happily gladly hopefully promising encouraging encouraged enthusiastic eager keen`,
};

export const englishNegative: Readonly<Record<1 | 2 | 3, string>> = {
  3: `abysmal abysmally atrocious atrociously appalling appallingly abominable abhorrent deplorable despicable detestable disgraceful disgracefully disgusting disgustingly dreadful dreadfully ghastly godawful heinous hellish hideous
    horrendous horrendously horrific horrifying loathsome nauseating nauseous odious putrid repugnant repulsive revolting shambolic shambles sickening vile vilest unforgivable inexcusable unconscionable diabolical dire dumpster cesspit
    shithole hellhole shitshow clusterfuck trainwreck catastrophe catastrophic calamitous disastrous disastrously fiasco travesty outrageous outrageously scandalous criminal garbage trash rubbish crap crappy crapola bollocks shite
    bullshit scam scammer scammers scamming ripoff conned swindle swindled swindlers robbery thieves crooks despise despised despises detest detested detests loathe loathed loathes loathing abhor abhorred abhors`,
  2: `grim grimy grubby grotty manky mangy filthy dirty dingy dank dilapidated derelict decrepit rundown rickety shabby shabbily scruffy seedy sleazy tacky tatty tawdry threadbare trashy gaudy garish kitschy cheapo shoddy
    shoddily flimsy wobbly wonky faulty defective buggy glitchy laggy janky clunky clumsy sluggish unresponsive unusable unworkable unfit broken broke breaks malfunction malfunctioned malfunctioning crashed crashes crashing freezes
    inferior substandard subpar secondrate thirdrate mediocre lacklustre lackluster underwhelming underwhelmed unimpressive uninspired uninspiring forgettable bland tasteless flavourless flavorless stale soggy
    greasy rancid rotten mouldy moldy smelly stinky stinking stank stinks reeking reeked reeks musty foul fouled inedible undercooked overcooked overdone lukewarm stodgy slimy gristly
    rude rudely rudeness impolite discourteous disrespectful disrespectfully insolent surly sullen snotty snobby snobbish snooty haughty arrogant arrogantly arrogance condescending patronising patronizing dismissive dismissively abrupt
    brusque curt gruff grumpy moody cranky hostile aggressive aggressively abusive belligerent obnoxious offensive insulting demeaning degrading humiliating humiliated belittling mocking sneering uncaring unhelpful unfriendly unkind
    unwelcoming inhospitable unprofessional unprofessionally incompetent incompetence inept ineptitude amateurish careless carelessly carelessness negligent negligence neglected neglectful sloppy slapdash slipshod lazy lazily idle
    inattentive indifferent apathetic clueless ignorant oblivious useless uselessly worthless pointless futile hopeless hopelessly pathetic pitiful laughable ludicrous ridiculous ridiculously absurd farcical nonsensical idiotic moronic
    boring bored tedious tediously dull dreary drab monotonous mindnumbing tiresome tiring wearisome exhausting draining longwinded slow slowly slower slowest delayed delays late overdue unpunctual unreliable undependable untrustworthy
    dishonest dishonestly dishonesty deceitful deceptive deceiving deceived misleading misled lying lied lies liar liars fraudulent fraudsters shady dodgy shifty sketchy crooked corrupt unethical unscrupulous greedy grasping extortionate
    exorbitant overpriced pricey costly overcharged overcharging overcharges unaffordable stingy tightfisted unfair unfairly unjust unjustified unreasonable unacceptable unsatisfactory unsatisfied dissatisfied dissatisfying
    disappointing disappointed disappointingly disappointment disappoints letdown frustrating frustrated frustratingly frustration annoying annoyed annoyingly annoyance irritating irritated irritatingly infuriating infuriated infuriatingly
    maddening exasperating exasperated aggravating aggravated galling vexing vexed bothersome troublesome nightmarish nightmare stressful stressed upsetting upset distressing distressed depressing depressed depressingly gloomy bleak
    dismal dismally miserable miserably wretched woeful woefully lamentable regrettable regret regretted regrets regretting resent resented resents resentful scorn scorned scorns dread dreaded dreads dreading dislike disliked dislikes
    ugly unsightly hideously unattractive unappealing unpleasant unpleasantly uncomfortable uncomfortably cramped stuffy stifling claustrophobic noisy deafening overcrowded overbooked chaotic chaotically disorganised
    disorganized messy messed muddled botched bungled bodged cocked mishandled mismanaged mistreated misplaced mislaid fobbed stonewalled ghosted ignored ignoring ignores snubbed unanswered unheard unresolved
    painful painfully hurtful harmful dangerous hazardous unsafe toxic poisonous creepy scary eerie menacing sinister nasty nastily spiteful malicious vindictive cruel cruelly callous heartless ruthless
    inconvenient inconvenienced inconvenience cumbersome convoluted confusing confused complicated overcomplicated illogical inconsistent erratic temperamental flaky patchy spotty leaky leaking leaks cracked chipped scratched stained
    torn ripped bent warped snapped shattered smashed dented damaged damaging ruined ruining ruins spoiled spoilt wrecked fails failed failing failure failures flop flopped dud defect defects fault faults flaw flaws flawed
    hassle hassles ordeal gripe gripes complain complained complaining complaints complaint fuming livid seething furious furiously outraged enraged irate incensed disgruntled displeased unhappy unhappily`,
  1: `average meh soso middling weak weaker poorly cold chilly crowded loud louder harsh harshly bitter sour dry dim dark dusty rusty worn frayed faded outdated dated obsolete antiquated
    awkward awkwardly tricky hard harder difficult difficulty strict rigid inflexible stubborn vague unclear ambiguous doubtful dubious questionable suspicious wary sceptical skeptical anxious nervous uneasy worried worrying worrisome
    tired weary lonely sad sadly sadness sorry sorrowful tearful tears unlucky unfortunate unfortunately regretfully lacking lacks insufficient inadequate scarce missing lost stuck stranded cancelled canceled refused rejected denied
    worse worsened worsening worst`,
};
