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
    - /mens tells you how to talk to a person.
    - /taal lets you choose another language.
    - /privacy tells you what we keep and what we do not.
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
    [voice] I cannot listen to a voice message. Can you type your question?
    [video] I cannot watch a video. Can you type your question?
    [photo] I cannot look at a photo, and I do not keep it. Can you type your question?
    [document] I cannot read a file. Can you type your question?
   *[other] I cannot read this. Can you type your question?
}
human =
    You can talk to a person at { "{steunpunt}" }.

    Call { "{steunpunt.phone}" } or write to { "{steunpunt.email}" }. { "{steunpunt.hours}" }

    Can it not wait because there is danger? Then tap SOS.
privacy =
    {""}**What we know about you**

    We do not ask for your name. Telegram does know which account this is, and keeps this chat. I have to know your account number, or I could not answer. That number is encrypted on our computer. Staff do not see it.

    I do not keep your questions. I only remember for a short time where we were, one day at most.

    Telegram does not belong to us. In the EU, Telegram is for people of 18 and older according to its terms. This chat is not end-to-end encrypted.
apology = Something went wrong on our side. It is not your fault. Your message was not answered. Please send it again, or type /menu.
apology-contact = Want to talk to a person? Call { $phone }. Is there danger? Call 112.
apology-without-phone = /mens tells you how to talk to a person. Is there danger? Call 112.
sources = Source:
source = { $link } (checked on { $checked })
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

    Did you mean something else? Tap the button, or just go on typing.
still-here = You can go on typing here. Did you manage to reach somebody? **112** for danger right now, **113** to talk, day and night. I am a computer and cannot send help.
misunderstood = Thank you for saying so, I misunderstood you. What is your question about?
button-misunderstood = I meant something else
