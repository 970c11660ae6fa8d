# Short sentences of the bot itself. $audience is ouder, jongere or unknown.

language-name = English

welcome =
    Hello! I am the chatbot of { "{steunpunt}" }. I am a computer, not a person. My answers were written beforehand and have a source.

    You do not have to give your name. **Who are you?** You can also type your question right away.
who-are-you = Who is the menu for? Then I can show the topics that fit you.
hello = { $audience ->
    [jongere] Good that you are here. Type your question, or choose a topic. You do not have to say your name. In danger? Tap SOS.
   *[other] Good that you are here. Type your question in your own words, or choose a topic.
}
menu = What is your question about? Choose a topic, or type your question.
theme = **{ $title }**. Which question fits best?
help =
    {""}**How it works**

    - Just type your question the way you talk. Typing errors do not matter.
    - /menu shows all topics.
    - /mens lets you write with a person of the steunpunt.
    - /taal lets you choose another language.
    - /privacy tells you what we keep. /inzage shows it, /wis erases it, /weg deletes my messages.
    - In an emergency: /sos. Is there danger right now? Call **112**.
which-language = Which language would you like?
language-chosen = Good, let us go on in English. Type your question, or choose a topic.
did-you-mean = Do you mean one of these questions?
none-of-these = Sorry, I got that wrong. Choose a topic, or ask in other words. You can also ask a person.
not-found = I do not know this. I only have fixed answers about school, extra support and rights. Try other words, or choose a topic.
missed-again = I cannot work it out, sorry. That is my fault. A person can help you better.
old-button = That button no longer works. Here is the menu.
unknown-command = I do not know this command. Type your question, or use a button.
cannot-read = { $kind ->
    [voice] I cannot listen to a voice message, and nobody else hears it. Type your question, or tap the microphone of your keyboard: then your phone types for you. Rather talk? Ask for a human. Is there danger? Call 112.
    [video] I cannot watch a video. Can you type your question?
    [photo] I cannot look at a photo, and I do not keep it. Can you type your question?
    [document] I cannot read a file. Can you type your question?
   *[other] I cannot read this. Can you type your question?
}
privacy =
    {""}**What we know about you**

    { $channel ->
        [web] We do not ask for your name. You have no account here. What you type and read is encrypted on our computer, for as long as this chat goes on. When you close the tab, nobody can get to it. Except somebody who has your code.
       *[other] We do not ask for your name. Telegram does know which account this is, and keeps this chat. I have to know your account number, or I could not answer. That number is encrypted on our computer. Staff do not see it.
    }

    No human reads what you ask me. Sometimes I hold on to your question for a while, so that you can pass it on. After a day of silence it is gone. Do you pass it on? Then the team reads it, without your name. They may keep the words to make me better. I remember for a short time where we were, one day at most. I count how often things happen, never to whom. Do you talk with staff? Then the team reads along under a made-up name. We erase that a week after the talk.

    With /inzage you see everything we keep. With /wis you erase it. With /weg you delete my messages fast. With /stop you end what is going on.

    { $channel ->
        [web] Note: a school or a parent can sometimes see which websites you visit. They do not see what you type that way.
       *[other] Telegram does not belong to us. In the EU, Telegram is for people of 18 and older according to its terms. This chat is not end-to-end encrypted.
    }
apology = Something went wrong on our side. It is not your fault. Your message was not answered. Please send it again, or type /menu.
apology-contact = Want to talk to a person? Call { $phone }. Is there danger? Call 112.
apology-without-phone = /mens tells you how to talk to a person. Is there danger? Call 112.
sources = Source:
source = { $link } (checked on { $checked })
approved = *Looked over by { $by } on { $day }.*
open-always = open day and night
open-until = open now until { $time }
closed-now = closed now

button-parent = I am a parent (ouder)
button-youth = I am a young person (jongere)
button-menu = Menu
button-human = Talk to a person
button-sos = SOS
button-more = More about this
button-none = None of these

command-menu = All topics
command-help = How it works
command-mens = Talk to a person
command-sos = In an emergency
command-taal = Choose a language
command-privacy = What we keep and what we do not
command-start = Start again

worry =
    That sounds hard. Good that you say it.

    Are you thinking about suicide, are you hurting yourself, or is somebody hurting you? Call **113** or chat at [113.nl](https://www.113.nl), day and night, free. You do not have to give your name. Is there danger right now? Call **112**.
worry-otherwise = Did you mean something else? Tap the button, or just go on typing.
worry-answered = The answer to your question is below.
still-here = You can go on typing here. Did you manage to reach somebody? **112** for danger right now, **113** to talk, day and night. I am a computer and cannot send help.
misunderstood = Thank you for saying so, I misunderstood you. What is your question about?
button-misunderstood = I meant something else

# --- Talking to a human -----------------------------------------------------------------------------------------------

button-share = Yes, pass it on
button-share-closed = Yes, leave a message
button-share-bare = Yes, without my question
button-share-no = No, not now
button-leave = End this talk
button-call-back = 📞 Call me back
button-message = ✉️ Leave a message
button-call-yes = Yes, pass on my number
button-call-no = No, no number
button-reopen = Talk again
button-show = Show it anyway
button-pass-on = Yes, pass it on

share-intro = Here you can write with a staff member: a human.
share-who = That is somebody of { "{steunpunt}" }, often with experience of their own.
share-open = { $ahead ->
    [0] The team is here now.
    [one] One other is waiting.
   *[other] { $ahead } others are waiting.
}
share-patience = It usually takes a while, sometimes longer. I will keep you informed.
closed-until = The team reads your message { $moment }. You get the answer here, in this chat.
closed-unknown = The team reads your message as soon as it is back. You get the answer here, in this chat.
opening-unknown = at our usual hours
closed-helplines = Do you want to talk to someone now? These helplines are open:
share-list = **This is what staff see:**
share-alias = a made-up name
share-audience = { $audience ->
    [ouder] that you are a parent or carer
    [jongere] that you are a young person
   *[other] that you did not say who you are
}
share-theme = the subject: { $theme }
share-question = your last question, as you typed it
share-what-follows = what you write after this
share-answers = { $count ->
    [one] your answer
   *[other] your { $count } answers
}
share-not = **Not:** your name, picture or number.
share-danger = The team talks to nobody about you without you knowing. Is there danger? Then the team looks for help with you. It cannot send anyone, because it does not know who you are. Then call **112** yourself.
share-ask = Shall I pass this on?
button-share-details = What happens exactly?
share-declined = All right, I pass nothing on. You can always ask for a human later.
call-ask = On which number can the team call you? Type it here. I show it to you first. The team only gets it after your yes.
call-unclear = I do not read that as a phone number. A Dutch number has ten digits; others begin with + and the country. Can you type it again?
call-check = Did I read it right: **{ $number }**? May the team see this number, to call you? I erase it when the talk ends.
call-again = May the team see your number?
call-noted = { $when ->
    [open] The team can now see your number: **{ $number }**. When does it suit you? Just type it.
   *[closed] The team gets your number: **{ $number }**. Somebody is there { $moment }. When does it suit you? Just type it.
}
call-none = All right, I pass on no number. Your question stays. You get the answer in this chat.
message-ask = { $when ->
    [open] Type your message. It goes to the team, and you get an answer in this chat.
   *[closed] Type your message, as long as you like. The team reads it { $moment }. You get an answer in this chat.
}
already-waiting = You are in the queue already, as **{ $alias }**. Just keep writing. A staff member will read it.
already-talking = You are talking with a staff member already, as **{ $alias }**. Just write, and they will read it.
later-person = A member of staff will come back to this on { $moment }.
waiting-open = Done. In this talk you are **{ $alias }**. You are number { $place } in the queue. Everything you type now goes to the team. Commands such as /menu and /sos still work.
waiting-closed-unknown = Done. In this talk you are **{ $alias }**. The team reads it as soon as it is back. Write whatever you like. You get the answer in this chat.
waiting-closed = Done. In this talk you are **{ $alias }**. The team reads it { $moment }. Write whatever you like. You get the answer in this chat.
still-waiting = { $stage ->
    [1] This takes longer than we want, sorry. I called the team again. You are number { $place } in the queue.
   *[other] Still nobody is free. I called the coordinator now. You stay in the queue, at place { $place }. Do you not want to wait? These helplines are open now:
}
claimed = A staff member is here for you. They are reading what you wrote and will answer here.
transferred = Another staff member takes over. They read what you wrote first. You do not have to tell it again.
given-back = The staff member could not go on. You are back in the queue. What you wrote stays.
staff-voice = 👤 Staff:
check-in = A staff member asked you something, or waited for you. Are you still there? Just write. Doing nothing is fine too: then I close this talk tomorrow.
closed-by-person = You ended the talk. Thank you for writing. How was it? Tap a face if you like.
closed-by-staff = The staff member finished the talk. How was it? Tap a face if you like. Want to go on later? You can, for a week.
closed-by-silence = It was quiet for a while, so I close this talk. That is fine. Want to go on? You can, for a week, with the button below.
rated = Thank you. We learn from that.
reopened = Good to see you again. You are still **{ $alias }**. Go ahead, the team is reading.
masked = I hid a number, address or name in your message. Staff see { "▒▒▒" }. Do they need to see it?
passed-on = Passed on.
recognisable = { $kind ->
    [voice] People can recognise you by your voice.
    [video] On a video people can recognise your face and voice.
    [location] This place tells where you are.
   *[other] On a picture people can recognise you or someone else.
} Do you still want to send it to staff? You may also type.
media-stopped = { $kind ->
    [contact] I do not pass on a contact card, because it holds a name and a number.
    [document] I do not pass on a file, because it often holds the name of its maker. Take a picture of it, or type what it says.
   *[other] I cannot pass on this kind of message. Can you type it?
}
blocked = Until { $until } you cannot start a talk with staff. The team decided so. You can still ask me questions. In need? Tap SOS.

gone = Hello. Type a question, or /menu.
stopped = All right, I stop. Nothing is running any more. You can always type again.
button-wipe = Yes, erase everything
button-wipe-not = No, keep it for now
wipe-ask =
    {""}**Shall I erase everything we keep of you?**

    That is: where you were in the conversation, your language, talks with staff, and what was still to be sent. The team can no longer see those talks.

    { $channel ->
        [web] This chat will be gone from the screen as well. Your code will not work any more.
       *[other] The chat on your own phone stays. You delete that yourself in Telegram. Do you want my messages gone there too? Type /weg first: I delete my messages of the last two days.
    }
wipe-not = All right, I erase nothing.
wiped = Everything is erased. We keep nothing of you any more. In a backup it may stay for at most fourteen days, encrypted. { $channel ->
    [web] You can always ask something new.
   *[other] Want this chat gone too? Delete it in Telegram. You can always ask something new.
}
insight-file = what-we-keep.txt
insight-caption = This is everything we keep of you now.
insight-next = Is something wrong, or do you want it gone? Type /wis, or ask a human.
insight-title = What { $organisation } keeps of you, on { $moment }
insight-nothing = nothing
insight-account = { $channel ->
    [web] You have no account. We have no name, picture, number or address of you. This chat itself is encrypted with us.
   *[other] Your Telegram account: only encrypted, to be able to answer you. We do not have your name, picture or number.
}
insight-audience = Who you said you are: { $who }
insight-audience-name = { $audience ->
    [ouder] parent or carer
    [jongere] young person
   *[other] nothing
}
insight-language = Language: { $language }
insight-entry = Last subject (code): { $entry }
insight-alarm = Last sign of danger: { $level }
insight-state = We forget all this after { $hours } hours of silence. { $channel ->
    [web] What you type and the files in this chat too. A question that you passed on is kept longer.
   *[other] We do not keep what you type, unless you passed it on.
}
insight-talks = Talks with staff:
insight-talk = - as { $alias }, started { $moment }, { $status ->
    [waiting] waiting for staff
    [claimed] going on
   *[other] finished
}
insight-call-back = {"  "}number to call you back: { $number }
insight-kept = The messages themselves are in the team's Telegram group. They go { $days } days after the talk ended.
insight-telegram = { $channel ->
    [web] What is on the screen here, we forget when this chat is over.
   *[other] Telegram keeps this chat too. We have no say in that.
}
insight-rights = You may have this erased at any time: type /wis. Questions or a complaint? Ask the steunpunt, or the Dutch data protection authority (Autoriteit Persoonsgegevens).

command-inzage = See what we keep of you
command-wis = Erase what we keep of you
command-stop = Stop what is going on
command-weg = Leave fast: erase my messages

# --- Step by step -----------------------------------------------------------------------------------------------------

button-flows = 🧭 Step by step
button-share-no-words = Yes, without my own words
button-share-change = Change something first
button-flow-back = ◀ Back
button-flow-skip = Skip
button-flow-why = Why?
button-flow-stop = Stop
button-flow-answer = That was my answer
button-flow-go_on = ▶ Go on where I was
button-flow-restart = Start over
flows-menu = Choose one. I ask one question at a time. You can always go back or stop.
flow-choose = Choose one of these answers. You may type it too.
flow-choose-again = I do not recognise that. Tap a button, or type the number of your choice.
flow-which = Do you mean "{ $first }" or "{ $second }"?
flow-choose-one = What do you want to change?
flow-which-change = This is what you said so far.
flow-yes-no-wanted = Choose yes or no.
flow-yes-no-wanted-again = I do not understand yet. Tap Yes or No.
flow-number-wanted = Type just a number.
flow-number-wanted-again = I am looking for a number, such as 3 or 12.
flow-scale-wanted = Choose a number from 1 to 10.
flow-scale-wanted-again = I am looking for a number from 1 (very hard) to 10 (very good).
flow-doubt = Not sure? Choose what fits best. You can change it later.
flow-doubt-again = Doubt is fine. Choose yes or no, or ask a person.
flow-day-taken = I understood: **{ $day }**. Not right? Type back.
flow-day-about = I use **{ $day }**, the earliest day it can be. Do you know the exact day? Type back and say it.
flow-date-past = { $day } is still to come. I am looking for a day that has passed.
flow-date-future = { $day } has passed. I am looking for a day that is still to come.
flow-date-wanted = Type a day, such as 12 March, 12-3 or tomorrow.
flow-date-wanted-again = I do not understand that day. Type it like 12-3-2027.
flow-text-too-long = That is too long for me. Can you say it shorter?
flow-text-too-long-again = It is still too long. Write only what matters most.
flow-stuck = I cannot work it out, sorry. You may skip this question, start over or ask a human.
flow-no-skip = I need this question to go on.
flow-no-why = I ask this to show you the right step. I keep it for one day at most.
flow-first = This is the first question.
flow-changed = This question was just changed. So I ask it again.
flow-go-on = Back to your question.
flow-stopped = Stopped. I erased your answers.
flow-withdrawn = This one is no longer there, sorry. Here is the menu.
flow-broken = Something went wrong here. It is not your fault. Ask a human, or choose something from the menu.
flow-done = Done. I erased your answers.
flow-edited = Do you want to change an answer? Type change, or tap an old button.
flow-only-text = I cannot read that here. Can you type it, or tap a button?
document-failed = I could not make the file. That is our fault, not yours. You can try again later, or ask a human to help you.
insight-alert = - a sign of danger on { $moment } (only the kind, no words)
insight-block = - a block until { $until }, with this reason: { $reason }
insight-rating = - your rating of a talk: { $number } of 5
insight-flow = Answers in the steps that are going on now:

# --- What do you think, and passing questions on ----------------------------------------------------------------------

button-opinion-ja = 👍 This helps
button-opinion-nee = 👎 Not what I meant
button-pass-question = ✉️ Pass on my question
button-question-yes = Yes, pass it on
button-question-no = No, do not pass it on
opinion-thanks = Thank you. This helps us get better.
opinion-sorry = Sorry, I got it wrong. Choose a topic, or ask in other words. You can also ask for a person.
question-ask = Shall I pass your question on? The team reads it without your name, and uses it to make a better answer. You will not get an answer to it yourself. Do you want one? Then ask for a person. We keep your question for { $days } days at most, or until you type /wis. This is what I pass on:
question-passed = Done. Thank you, the team will look at it.
question-kept = Fine, I pass nothing on. Your question is gone.
question-gone = I no longer have that question. Feel free to ask it again.
insight-question = - a question you passed on: { $text }
insight-unanswered = - your last question, so that you can pass it on if you like: { $text }
insight-participant = - that you want to hear the outcome of a survey
insight-case = - a card on which a member of staff writes what the team learns from a talk with you; it does not say who you are
survey-outcome = You took part in a survey of the steunpunt: { $title }. This is the outcome. We leave out numbers below 5, so that nobody can be recognised.

# --- Posters and the button on a website ------------------------------------------------------------------------------

poster-kind = { $audience ->
    [jongere] Free chat for young people
   *[other] Free chat for parents and carers
}
poster-title = { $audience ->
    [jongere] Something on your mind?
   *[other] Is your child stuck at school?
}
poster-promise = { $audience ->
    [jongere] Just type it. It is free, and you need not give your name.
   *[other] Ask your question in the chat. Free, and you need not give your name.
}
poster-step-scan = Scan the code
poster-step-start =
    { $channel ->
        [web] Choose who you are
       *[telegram] Tap Start
    }
poster-step-type = Type your question
poster-computer = First you talk to a computer. Want a human? You can.
poster-telegram =
    { $channel ->
        [web] You need no app or account.
       *[telegram] You do need the free app Telegram, with an account of your own.
    }
poster-later = Rather not here? Take a photo for later.
poster-address = Cannot scan it? Type this in your browser:
poster-call = Prefer to call?
poster-danger = Is there danger? Call 112.
snippet-button = Chat with us
snippet-spoken =
    { $channel ->
        [web] Chat with us: { $organisation }
       *[telegram] Chat with us: { $organisation }, in Telegram
    }
snippet-note = { poster-computer } It is free and you need not give your name. { poster-telegram }
snippet-newsletter = { $title } Chat with { $organisation }: { $link } – free, and you need not give your name. { poster-computer } { poster-telegram }

# --- After a talk -----------------------------------------------------------------------------------------------------

button-remark = ✏️ Say something about it
button-summary = 📄 Overview
remark-ask = Type in one or two sentences what you want to say. The team reads it under your made-up name.
remark-thanks = Thank you. The team has it now.
summary-title = Overview of your talk with { $organisation }
summary-alias = Your name in this talk: { $alias }
summary-theme = Subject: { $theme }
summary-asked = Asked: { $moment }
summary-claimed = Taken by a member of staff: { $moment }
summary-closed = Closed: { $moment }
summary-gone = What was said is in this chat. On our side the talk is erased on { $day }.
summary-contact = More questions? Call { "{" }steunpunt.phone{ "}" } or mail { "{" }steunpunt.email{ "}" }.
summary-file = overview.txt
summary-caption = Your overview. Keep it, or show it to somebody you trust.

# --- Replies to what the bot asked ------------------------------------------------------------

share-again = Shall I pass it on to a colleague? Type yes or no.
wipe-again = And shall I erase all we keep of you? Type yes or no.
question-again = Shall I pass your question on to the team? Type yes or no.
reply-unclear = I do not know if that is a yes or a no.
reply-doubt = Doubt is fine. Nothing happens until you say yes.
which-one = Which one do you mean? Tap it, or type its number.
perhaps-these = Perhaps it is one of these?
remark-none = Fine, then not.
said-before = That is already above. Say it in other words, or choose below.
once-more = Once more:
urgent-once-more = You may ask this as often as you like.
hello-helper = Good that you are looking for somebody else. Ask as a parent would, or choose a topic. You can also look together with the parent.
hello-professional = Welcome. This steunpunt is there for parents and young people. You read here what they read. Type your question, or choose a topic.
role-known = Yes, I had understood that. What is your question about?
follow-up = About **{ $title }**:
follow-unknown = { $what ->
    [long] My answer about **{ $title }** does not say how long it takes.
    [cost] My answer about **{ $title }** does not say what it costs.
    [who] My answer about **{ $title }** does not say who does that.
    [when] My answer about **{ $title }** does not say when.
    [refuse] My answer about **{ $title }** does not say what to do when it does not happen.
    [sign] My answer about **{ $title }** does not say whether you must sign.
    [must] My answer about **{ $title }** does not say whether that must be or may be.
    [next] My answer about **{ $title }** does not say what comes next.
    [scope] My answer about **{ $title }** does not say whether it holds there too.
   *[other] My answer about **{ $title }** does not say that.
} A person of the steunpunt can find out for you.
follow-words = I explain the hard words in **{ $title }**.
follow-no-words = Sorry that **{ $title }** was not clear. Which word or part do you not understand? A person can explain it as well.
follow-all-told = I know no more about **{ $title }**. The answer is above. A person can think along with you.
follow-again = This belongs to **{ $title }** as well. The answer is above; this is what else I know about it.
follow-sources = This is where **{ $title }** comes from, with the day it was checked:
child-noted = Thank you, that helps. As far as I know it makes no difference in my answer about **{ $title }**. A human of the support desk can look at it with you.
letter-file = Your letter as a pdf, in Dutch, for school. Below is the text by itself, to copy into an e-mail.
letter-reading = This is what it says:
story-read = I read { $count ->
    [2] two
   *[3] three
} things:
story-where = Where shall we begin? The rest comes after.
button-subject = Next: { $title }
story-left = You also mentioned: **{ $title }**. Shall we go on with that?
was-it-this = Was it about this?
button-not-this = No, something else
insight-age = { $age } years
insight-child = What you said about the child (we forget it after half an hour): { $what }
manners-thanks = You are welcome. You can always ask another question.
manners-hello = Hello! Ask your question in your own words. Half a sentence is fine.
manners-may_ask = Yes, of course. Just type your question.
manners-goodbye = Goodbye. You can always come back here.
manners-trying = Good, and good luck! Do come back if it goes differently.
manners-insult = Sorry, I did not help you well. I am a computer and only know fixed answers. Say it in another way, or ask a person.
manners-sorry = Never mind. How can I help you?
manners-laugh = 🙂 How can I help you? Just type it.
manners-sad = That looks sad. Do you want to tell what is wrong? Just type it, or talk to a person.
bot-answers = 🤖 This I know myself. The team reads your message too.
receipt-open = Kept for the team. You are number { $place } in the queue.
receipt-closed = Kept for the team. It reads this { $moment }.
receipt-closed-unknown = Kept for the team. It reads this as soon as it is back.
receipt-more = This is ready for the team as well.
receipt-added = I have added it.
follow-what = What is that about? Name the subject, such as "how long is a suspension".
flow-stuck-again = I still do not manage. Tap a button below. Would you rather have a person? Type yes.

# --- When something does not arrive -----------------------------------------------------------------------------------

not-passed-on = I could not pass on your last message. Send it again, shorter or without an attachment.
edit-not-passed-on = The team cannot see your change. Send it as a new message.
file-not-arrived = I could not send the file: Telegram refused it. Ask for it again later, or ask a human.
answer-not-arrived = My answer did not arrive: Telegram refused it. Ask your question again, or ask for a human.
team-away = The team cannot reach this chat right now. I keep what you send and pass it on as soon as possible. You do not have to send anything again.
team-away-kept = The team cannot read this right now. I keep it and pass it on as soon as possible.
team-away-now = The team cannot reach this chat right now. I keep your question and pass it on as soon as possible. I do not know how long that will take.
team-back = The team can read your messages again. I am passing everything on now.
waiting-away = I have kept your question. The team cannot reach this chat right now. As soon as it can, I pass your question on and tell you here. You are called **{ $alias }** there.
answer-not-translated = { $shown ->
    [en] Here is the answer in English.
   *[nl] This answer is not there in English yet. Here it is in Dutch.
}
translation-unreviewed = *This translation has not been checked yet.*
button-dutch = 🇳🇱 Dutch (to show at school)
language-followed = You write in English, so I answer in English. Another language: /taal

crisis-first = **112** for danger right now. { $category ->
    [unsafe_home] **Veilig Thuis: 0800-2000**, day and night.
    [sexual_violence] **Centrum Seksueel Geweld: 0800-0188**, day and night.
   *[other] **113** to talk, day and night.
  } First you: are you safe? You can type anything here. I am a computer and cannot send help.
crisis-still = **112** if there is danger now. { $category ->
    [unsafe_home] **Veilig Thuis: 0800-2000**, day and night.
    [sexual_violence] **Centrum Seksueel Geweld: 0800-0188**, day and night.
   *[other] **113** to talk, day and night.
  }
crisis-here = I am still here. Is it better now? Tap the button or type "I am okay", and we simply go on.
crisis-held = I keep your question. Are you all right again, or did I misread you? Tap the button and you get your answer.
crisis-go-on = Are you all right again, or did I misread you? Tap the button and we go on.
crisis-flow = Shall we go on with the questions you were answering?
crisis-answer = Would you like the answer to your question now?
crisis-through = You can type a question here again.
crisis-on = Good. Let us go on.
button-crisis-call = I am scared to call
button-crisis-go-on = I am all right, go on
button-go-on = Yes, go on
insight-held = A question we will answer when you are all right again: { $text }

command-nieuws = News from us, if you want
news-ask =
    {""}**Would you like news from { $organisation }?**

    Then we will sometimes send you a message here, about a parents' evening or walk-in hour for instance. Only by day, never advertising, and in Dutch. Whoever looks at your phone can see it.

    You can always stop: with the button under each message, or with /stop. After a year it stops by itself.
news-again = Would you like to get news from us? Yes or no?
button-news-yes = Yes, send me news
button-news-no = No, rather not
button-news-off = No more news
news-on = Good, you will get news from us. You can always stop, with the button or with /stop.
news-already = You get news from us. Would you rather not any more?
news-declined = Good, we will send you nothing.
news-off = You will not get news from us any more. You can always ask questions.
news-not-here = News is possible in Telegram only. On this page we do not remember who you are.
news-head = 📰 **News from { $organisation }** (in Dutch)
stopped-news = Fine, I will stop. Nothing is going on, and you will get no more news. You can always type something again.
insight-news = - that you want to get news from us, until { $until }
