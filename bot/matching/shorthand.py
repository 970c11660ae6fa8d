"""Chat shorthand and number words, each read as the one spelling the other writers use."""

_SPELLINGS = {
    "mijn": "mn m'n mij'n",
    "zijn": "zn z'n",
    "haar": "d'r",
    "het": "t 't",
    "een": "n 'n 1n",
    "week": "wk",
    "weken": "wkn weke",
    "maand": "mnd",
    "maanden": "mnden mndn maande",
    "niks": "nix niets nx",
    "niet": "nie nt niett",
    "dat": "da",
    "echt": "egt ech",
    "even": "ff effe effen eff",
    "groep": "gr grp",
    "van de": "vd",
    "in plaats van": "ipv",
    "inderdaad": "idd",
    "misschien": "mss mischien misgien missch",
    "waarom": "wrm waarm",
    "waarschijnlijk": "wss",
    "omdat": "omda omdt",
    "iemand": "iem iemnd",
    "altijd": "altyd altij",
    "helemaal": "hlmaal helemal",
    "zoiets": "zoeits",
    "school": "skool schol schoool",
    "vriend": "vrnd",
    "telefoon": "tel",
    "leerkracht": "lkr leerkr",
    "juf": "juff",
    "leerling": "ll lln",
    "ouders": "oudrs",
    "met": "mt",
    "voor": "vr vor",
    "door": "dr",
    "tegen": "tgn",
    "wel": "wl",
    "hebben": "hebn hebbe",
    "jullie": "jllie julie jlie",
    "bedankt": "bdnkt",
    "gezegd": "gezecht",
    "in verband met": "ivm",
    "ten opzichte van": "tov",
    "met betrekking tot": "mbt",
    "onder andere": "oa",
    "bijvoorbeeld": "bv bijv",
    "and": "n'",
    "you": "u ya",
    "because": "cuz coz bc",
    "please": "pls plz",
    "people": "ppl",
    "weeks": "wks",
    "months": "mths",
    "2": "twee",
    "3": "drie",
    "4": "vier",
    "5": "vijf",
    "6": "zes",
    "7": "zeven",
    "8": "acht",
    "9": "negen",
    "10": "tien",
    "12": "twaalf",
    "16": "zestien",
    "18": "achttien",
}

_READ_AS = {short: full.split() for full, listed in _SPELLINGS.items() for short in listed.split()}
del _READ_AS["u"]  # the polite form in Dutch


def written_out(words: list[str]) -> list[str]:
    """Return folded ``words`` with shorthand written out, and every number of three digits or more as "000".

    Years and phone numbers tell nothing apart; an age or a school year stays itself.
    """
    read: list[str] = []
    for word in words:
        if len(word) >= 3 and word.isdigit():
            read.append("000")
        else:
            read.extend(_READ_AS.get(word, (word,)))
    return read
