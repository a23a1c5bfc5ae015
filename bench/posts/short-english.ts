/** One a line. */
export const shortEnglish = `
  Still no refund
  App crashed again
  Where is my parcel?
  Great service today, thank you
  Card declined twice this morning
  Anyone else without signal?
  Driver left the box in the rain
  I was charged two times for one ticket
  Finally working again
  Worst update ever
  My heater makes a strange noise
  Nobody answers the phone
  Three weeks and not a word from you
  Love the new colours
  Same here in Leeds
  Is the website down?
  Password reset mail never arrives
  The lid broke after one day
  Best coffee in town, honestly
  Please cancel my subscription
  Train stuck outside the station
  Your chat bot is useless
  They sent the wrong size again
  Good morning everybody
  Why does checkout keep failing
  Bought it last spring, still happy
  Booking gone, money gone
  Screen went black during the call
  Two hours on hold already
  Can somebody explain this bill?
  Router keeps rebooting every evening
  What a lovely view from the tower
  Missing screws, missing manual
  My order says delivered but nothing came
  Not happy with Voltara at all
  Nordlicht fixed it within an hour
  Seats are surprisingly comfortable
  Waiting since nine o'clock
  You promised a call back
  Half the bottles were broken
  Never buying there again
  Thanks for nothing
  It works fine on my tablet
  The queue reaches around the block
  Lights flicker whenever it charges
  Which plan includes roaming?
  Happy birthday to my little brother
  Fees doubled without any notice
  Voucher code does not work
  Staff were kind and patient
  Locked out of my account since Tuesday
  Smells like burnt plastic
  Tracking has not moved for days
  Will there be a black version?
  Cheap, loud and ugly
  Support closed my ticket without reading it
  Got someone else's parcel today
  Internet slow as treacle tonight
  The battery lasts two days now
  Ordered blue, got green
  How do I return this thing
  Sold out everywhere, what a shame
  Room was cold and the shower dripped
  Just renewed for another year
  Sunday roast with the whole family
  Price went up while paying
  Wheels came off on the first trip
  Nothing but silence from your team
  Honest review: it is okay
  Someone please fix the ticket machine
  Flight moved to midnight, no hotel
  Really quick delivery this time
  Do you ship to Ireland?
  Website says open, door says closed
  Coat lost a button in the first week
  Update ate all my photos
  Please stop sending me letters
  Invoice shows the wrong address
  We drove past the lake at dawn
  Lost two days because of you
  New phone, who is this
  Complaint number four and counting
  Delivery window from eight to eight, seriously?
  Watching the match with friends
  Charged for a seat that did not exist
  No heating, no hot water, no answer
  Everything arrived in one piece
  Form asks for a number I never got
  My daughter loves the yellow one
  This rattles like an old tram
  Who designed this menu?
  Parking app ate my coins
  It stopped after the second wash
  Thank you for sorting it out
  Off to the gym
  Wrong name on both tickets
  Why must everything be a subscription
  Engine warning light came on again
  Best tyres I ever had
  Another day, another delay
  Where can I complain about this?
  The manual is only in Korean
  Lift out of order since March
  Refund arrived this morning, cheers
  Ice cream first, then homework
  Voltara, please read your messages
  Doors jammed with people inside
  My contract ends when exactly?
  Signal drops in every tunnel
  Freezer dead, food ruined
  Pleasantly surprised by the support
  Took the money, kept the goods
  Cannot reach a human being
  Snow on the hills this morning
  Two stars because the soup was warm
  Phone shop was closed at noon
  The zip broke, the shop shrugged
  Am I the only one?
  Discount vanished at the till
  Old version was so much better
  Garage kept my car for a month
  Someone opened the envelope before me
  Reading on the balcony
  Paid express, came by snail
  Cooker arrived with a dent
  Thanks Nordlicht, that was fast
  Every button does something else now
  Bus drove straight past us
  The letter threatens me with court
  Does anybody know their number?
  Sound cuts out every few seconds
  New garden chairs, very sturdy
  They keep closing my case
  Blank page after login
  Great match, terrible stream
  Kettle trips the fuse
  Why was my claim refused?
  Free upgrade, what a nice surprise
  I want my deposit back
  Third technician, same fault
  Left on read by customer service
  Perfect weather for a long walk
  Coins stuck in the dryer
  Signed up in May, still waiting
  Charger gets far too hot
  Good value for the money
  Please send somebody today
  Tickets arrived after the concert
  No apology, no explanation
  Our cat sleeps on the printer
  Meter reading is clearly wrong
  Switched provider and never looked back
  Paint peels after one winter
  Can you check order 48213?
  Menu looks nice on the big screen
  Payment pending for a week
  Your driver threw it over the fence
  Dinner was cold when it came
  What happened to the night bus?
  My glasses fit perfectly
  Broken on arrival, twice
  Sent five mails, got none back
  Cancelled without telling anybody
  Learning to bake bread
  Short answer: no
  Line dead since the storm
  Shoes fell apart within a month
  Finally a person who listened
  Wrong blood pressure pills in the box
  Is anyone awake over there?
  The gate opens by itself at night
  Got my keys back, thank you
  Loud fan, weak air
  Another hidden fee
  Why is the ferry always late
  Camera sharp, battery poor
  Two months for a spare part
  They blamed me for their mistake
  Nice shop, friendly people
  Nothing loads since breakfast
  Roof leaks into the boot
  Still waiting, still angry
  Meeting moved to Friday
  Water bill tripled overnight
  Stop calling me every day
  Great idea, poor execution
  The bag is bigger than expected
  Card swallowed by the machine
  How long does a refund take?
  Window seat paid, middle seat given
  Ticket office closed for lunch
  It smells of fish in here
  Trip booked, suitcase packed
  My mother got the same letter
  Down again, third time this week
  Fast, cheap and friendly
  Wi-fi works in the kitchen only
  Helpful lady at the desk
  No receipt, no exchange, no luck
  What do I do now?
`;
