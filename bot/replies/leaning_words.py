"""The phrases by which a reply leans, in every language that is spoken here; a bar between two."""

from bot.replies.word_lists import words_of

YES = """
ja|j|jaa|jah|jaja|jha|hja|ja ja|jep|jeps|yep|yes|yess|y|yeah|yea|ya|yup|jup|jawel|jawohl|jazeker|jazekers|
zeker|zeker wel|zekers|zekerweten|zeker weten|tuurlijk|natuurlijk|uiteraard|vanzelfsprekend|inderdaad|klopt|
dat klopt|klopt ja|precies|absoluut|goed|is goed|dat is goed|das goed|prima|helemaal goed|vind ik goed|oke|ok|
okee|okay|oki|okido|k|kk|akkoord|eens|afgesproken|graag|heel graag|alstublieft|alsjeblieft|aub|please|doe maar|
doen|doe dat maar|doe het|doe dat|ga je gang|toe maar|vooruit|vooruit maar|kom maar|kom maar op|mag|dat mag|
mag wel|dat mag wel|mag hoor|lijkt me goed|lijkt me fijn|lijkt mij goed|lijkt me wel wat|dat wil ik|wil ik wel|
wil ik graag|dat wil ik graag|ik wil graag|ik wil wel|ik wil het|ik wil dat|fijn|top|super|perfect|best|
best goed|geef maar door|geef door|stuur maar|stuur maar door|verstuur maar|doorgeven|wis maar|wis alles|
alles wissen|denk het wel|ik denk het wel|denk van wel|ik denk van wel|ik denk het|denk het|volgens mij wel|
ik geloof van wel|ik geloof het wel|geloof het wel|vast wel|waarschijnlijk wel|waarschijnlijk|best wel|
eigenlijk wel|toch wel|wel|hoop het|ik hoop het|ja natuurlijk|gaarne|toch maar|toch maar wel|toch maar doen|
dan maar|dan maar wel|maar wel|yes please|sure|of course|ofcourse|certainly|definitely|absolutely|go ahead|
that is right|that's right|correct|i do|i am|i have|i did|we do|we did|we have|they do|it does|it is|she does|
he does|i think so|i guess|i guess so|probably|sounds good|fine|that is fine|that's fine|agreed|right|do it|
yes i do|heb ik|hebben we|heb ik al|hebben we al|heb ik gedaan|doe ik|doen we|doen ze|doet ze|doet hij|
dat doen ze|dat weet school|weten ze|weet ze|weet hij|evet|olur|tamam|tabii|tabii ki|tabi|elbette|lutfen|نعم|
ايوه|ايوا|أيوه|اجل|أجل|طيب|تمام|موافق|حسنا|أكيد|اكيد|na3am|naam|aywa|tak|jasne|oczywiscie|oczywiście|dobrze|
prosze|так|авжеж|звісно|звичайно|добре|гаразд|да|конечно|хорошо|klar|natürlich|gerne|gern|ja gerne|sicher|
selbstverständlich|na klar|oui|ouais|d'accord|bien sur|bien sûr|volontiers|si|sí|claro|vale|por supuesto|
de acuerdo
"""
NO = """
nee|ne|n|neen|nee nee|neej|neeh|neh|nne|nein|no|nope|nop|nah|naah|neuh|neu|nee joh|nee hoor|nee niet|nooit|
nooit niet|nog nooit|never|echt niet|zeker niet|zeer zeker niet|tuurlijk niet|natuurlijk niet|uiteraard niet|
absoluut niet|klopt niet|dat klopt niet|niet waar|dat is niet waar|niet akkoord|niet mee eens|niet goed|
is niet goed|hoeft niet|hoeft niet hoor|dat hoeft niet|het hoeft niet|hoef niet|hoef ik niet|niet nodig|
dat is niet nodig|is niet nodig|niet meer nodig|toch niet|toch maar niet|maar niet|doe maar niet|
niet doen|doe het niet|doe dat niet|niet doorgeven|niks doorgeven|niets doorgeven|geef niks door|
geef niets door|niet sturen|niet wissen|wis niets|wis niks|laat maar|laat maar zitten|laat het maar|
vergeet het|vergeet het maar|mag niet|dat mag niet|wil ik niet|dat wil ik niet|wil niet|ik wil niet|
ik wil het niet|ik wil dat niet|helemaal niet|totaal niet|gelukkig niet|helaas niet|jammer genoeg niet|niet|
geen|geen van beide|bedankt maar nee|no thanks|no thank you|nee bedankt|nee dank je|nee dankje|nee dankjewel|
nee dank u|of course not|not at all|i do not|i don't|i dont|dont|don't|do not|i am not|i did not|i didn't|
i have not|i haven't|we did not|we didn't|we have not|we haven't|they do not|they don't|they dont|it does not|
it doesn't|not correct|wrong|that is wrong|
not needed|no need|never mind|nevermind|heb ik niet|hebben we niet|heb ik nog niet|doe ik niet|doen ze niet|
doet ze niet|doet hij niet|weten ze niet|weet ze niet|weet hij niet|niet gedaan|niks|niets|niemand|nergens|
hayir|hayır|yok|istemiyorum|istemem|olmaz|لا|كلا|لأ|لا شكرا|مش|la2|nie|nie chce|nie chcę|ні|нi|не хочу|нет|
нет спасибо|nö|nee danke|nein danke|nicht|non|non merci|pas du tout|jamais|no gracias|para nada|
nunca
"""
RATHER_NOT = """
liever niet|rather not|i'd rather not|id rather not|i would rather not|lieber nicht|
niet echt|niet echt nee|nu niet|nu even niet|even niet|nog niet|nog niet echt|denk het niet|ik denk het niet|
denk van niet|ik denk van niet|denk niet|volgens mij niet|ik geloof het niet|ik geloof van niet|
geloof van niet|vast niet|waarschijnlijk niet|eigenlijk niet|best niet|not really|not yet|not now|
i don't think so|i dont think so|i do not think so|don't think so|probably not|zelden|bijna nooit|
nee niet echt|nee nog niet|nee eigenlijk niet|niet meer
"""
"""A no, not said outright."""
DOUBT = """
liever niet zeggen|dat zeg ik liever niet|wil ik niet zeggen|dat wil ik niet zeggen|wil ik liever niet zeggen|
dat wil ik liever niet zeggen|daar praat ik liever niet over|rather not say|prefer not to say|i'd rather not say|
i would rather not say|i prefer not to say|
misschien|mss|mischien|miss|wie weet|weet niet|weetniet|weet ik niet|weet ik niet zeker|weet ik eigenlijk niet|
weet ik nog niet|weet het niet|ik weet het niet|ik weet het niet zeker|ik weet het nog niet|ik weet niet|
kweenie|weet je niet|geen idee|geen flauw idee|gn idee|idk|dunno|i dunno|ik twijfel|twijfel|ik twijfel nog|
daar twijfel ik over|niet zeker|ik ben niet zeker|ben niet zeker|ik weet niet zeker|weet niet zeker|
niet zo zeker|not sure|i'm not sure|im not sure|i am not sure|unsure|maybe|perhaps|possibly|i don't know|
i dont know|i do not know|don't know|dont know|no idea|hard to say|it depends|depends|dat ligt eraan|
ligt eraan|hangt ervan af|dat hangt ervan af|hmm|hm|mwah|mwoah|mwoa|mwa|tja|ehm|eh|uhm|uh|euh|kan zijn|
zou kunnen|zou goed kunnen|ja en nee|nee en ja|ja nee|jein|een beetje|beetje|half|deels|gedeeltelijk|
min of meer|moeilijk te zeggen|daar moet ik over nadenken|moet ik over nadenken|even nadenken|
ik denk erover na|geen mening|maakt niet uit|maakt me niet uit|boeit niet|belki|bilmiyorum|emin degilim|
emin değilim|ربما|لا اعرف|لا أعرف|لا أدري|مش عارف|moze|może|nie wiem|chyba|не знаю|можливо|может быть|
vielleicht|weiß nicht|weiss nicht|ich weiß nicht|keine ahnung|peut-être|peut etre|je ne sais pas|je sais pas|
sais pas|no se|no sé|no lo se|no lo sé|quizas|quizás|tal vez
"""
OFTEN = """
soms|af en toe|af en toe wel|zo nu en dan|nu en dan|wel eens|weleens|ook wel eens|regelmatig|vaak|best vaak|heel vaak|te vaak|altijd|elke dag|iedere dag|de hele tijd|steeds|constant|continu|meestal|
sometimes|often|always|every day|all the time|usually|most of the time|quite often|now and then
"""
"""A yes, not said outright."""
FILLER = words_of(
    """
hoor joh man bro jo ho he hè eigenlijk dan toch even eerst nu gewoon zo echt heel zeer erg graag prima goed fijn
dank dankje dankjewel dankuwel bedankt je u jullie wel alsjeblieft alstublieft aub svp please thanks thank you
top oke ok okay super ook al allebei natuurlijk hoi nou ach oh o ah och sorry pardon tnx thx ty mate dat doe het
is die dit hey lief lieve schat dear sir madam meneer mevrouw teşekkürler tesekkurler شكرا dziekuje дякую danke
merci gracias bitte
"""
)
"""Words that lean to nothing and may stand around those that do."""
BUT = words_of(
    """
maar but alleen mits behalve tenzij except unless only ama لكن ale але aber mais pero
"""
)
"""A turn: what follows may be a condition."""
NEGATIONS = words_of(
    """
niet geen niets niks nooit niemand nergens not no never nothing nobody none don't dont doesn't didn't haven't
isn't aren't won't can't
"""
)
"""A short sentence with one of these is a no."""
ASKING = words_of(
    """
wat hoe wie waar wanneer waarom welke welk hoeveel kan kun kunnen mag mogen moet moeten is zijn heeft hebben
bestaat what how who where when why which can may must should does do are
"""
)
"""A sentence that begins so asks."""
LEAN_ALONE = words_of(
    """
geen wel niet best goed mag fijn half niks niets niemand si la right fine do n j k y ne mis
"""
)
"""These lean only when they are all there is: "geen plek" is no reply to anything."""
