"""The built-in words about danger in ten more languages: one short line a kind.

Made with the program itself and not yet read by native speakers (docs/reliability.md says so); numbers and names are
those of ``faq/contacts.yaml``.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The lines of one language; the number that belongs to a line is the first in it."""

    danger: str
    """112, with the word that brings the call to the right country."""
    suicide: str
    self_harm: str
    unsafe_home: str
    sexual_violence: str
    acute_danger: str
    other: str
    """Said when it is about somebody else."""
    ending: str
    """An interpreter can be asked for, and what this chat cannot do."""


WORDS = {
    "tr": Words(
        danger="Şu anda tehlike var mı? **112'yi ara.** “Netherlands” de ve nerede olduğunu söyle.",
        suicide="Ölmeyi mi düşünüyorsun? **113'ü ara** (0800-0113 de olur): ücretsiz, gece gündüz. "
        "Bir şey yaptın mı, bir şey içtin mi? **112'yi ara**, kendini iyi hissetsen bile.",
        self_harm="Kendine zarar mı veriyorsun? **113'ü ara** (0800-0113 de olur): ücretsiz, gece gündüz. "
        "Bir şey yaptın mı, bir şey içtin mi? **112'yi ara**, kendini iyi hissetsen bile.",
        unsafe_home="Evde şiddet veya korku mu var? **Veilig Thuis'i ara: 0800-2000**, ücretsiz, gece gündüz. "
        "Bu senin suçun değil.",
        sexual_violence="Cinsel şiddet mi yaşandı? **Centrum Seksueel Geweld'i ara: 0800-0188**, gece gündüz. "
        "Bu senin suçun değil. İnternette fotoğraf veya tehdit varsa: helpwanted.nl.",
        acute_danger="**Hemen 112'yi ara.** “Netherlands” de ve nerede olduğunu söyle. Konuşamıyorsan da ara ve telefonu "
        "kapatma.",
        other="Başka biri için mi endişeleniyorsun? Güvenliyse yanında kal ve sen ara.",
        ending="Tercüman isteyebilirsin: hangi dili konuştuğunu söyle ve “tolk” (tercüman) de. Ben bir bilgisayarım, yardım "
        "gönderemem. Yakınında güvendiğin birine git.",
    ),
    "ar": Words(
        danger="هل هناك خطر الآن؟ **اتصل بالرقم 112.** قل “Netherlands” وقل أين أنت.",
        suicide="هل تفكر في الموت؟ **اتصل بالرقم 113** (أو 0800-0113)، مجانًا، ليلًا ونهارًا. "
        "هل فعلت شيئًا أو تناولت شيئًا؟ **اتصل بالرقم 112**، حتى لو كنت تشعر أنك بخير.",
        self_harm="هل تؤذي نفسك؟ **اتصل بالرقم 113** (أو 0800-0113)، مجانًا، ليلًا ونهارًا. "
        "هل فعلت شيئًا أو تناولت شيئًا؟ **اتصل بالرقم 112**، حتى لو كنت تشعر أنك بخير.",
        unsafe_home="هل هناك عنف أو خوف في البيت؟ **اتصل بـ Veilig Thuis: 0800-2000**، مجانًا، ليلًا ونهارًا. "
        "هذا ليس ذنبك.",
        sexual_violence="هل حدث عنف جنسي؟ **اتصل بـ Centrum Seksueel Geweld: 0800-0188**، ليلًا ونهارًا. "
        "هذا ليس ذنبك. هل الأمر صور أو تهديد على الإنترنت؟ انظر helpwanted.nl.",
        acute_danger="**اتصل الآن بالرقم 112.** قل “Netherlands” وقل أين أنت. لا تستطيع الكلام؟ اتصل مع ذلك وابقَ على الخط.",
        other="هل أنت قلق على شخص آخر؟ ابقَ معه إذا كان ذلك آمنًا، واتصل أنت.",
        ending="يمكنك طلب مترجم: قل ما هي لغتك وقل “tolk” (مترجم). أنا برنامج كمبيوتر ولا أستطيع إرسال المساعدة. "
        "اذهب إلى شخص قريب تثق به.",
    ),
    "pl": Words(
        danger="Czy teraz jest niebezpiecznie? **Zadzwoń pod 112.** Powiedz „Netherlands” i gdzie jesteś.",
        suicide="Myślisz o śmierci? **Zadzwoń pod 113** (albo 0800-0113): za darmo, dzień i noc. "
        "Coś już sobie zrobiłeś lub zrobiłaś albo coś zażyłeś lub zażyłaś? **Zadzwoń pod 112**, nawet gdy czujesz się dobrze.",
        self_harm="Robisz sobie krzywdę? **Zadzwoń pod 113** (albo 0800-0113): za darmo, dzień i noc. "
        "Coś już sobie zrobiłeś lub zrobiłaś albo coś zażyłeś lub zażyłaś? **Zadzwoń pod 112**, nawet gdy czujesz się dobrze.",
        unsafe_home="Przemoc albo strach w domu? **Zadzwoń do Veilig Thuis: 0800-2000**, za darmo, dzień i noc. "
        "To nie twoja wina.",
        sexual_violence="Doszło do przemocy seksualnej? **Zadzwoń do Centrum Seksueel Geweld: 0800-0188**, dzień i noc. "
        "To nie twoja wina. Zdjęcia albo groźby w internecie? Zobacz helpwanted.nl.",
        acute_danger="**Zadzwoń teraz pod 112.** Powiedz „Netherlands” i gdzie jesteś. Nie możesz mówić? Zadzwoń mimo to i nie "
        "rozłączaj się.",
        other="Martwisz się o kogoś innego? Zostań przy tej osobie, jeśli to bezpieczne, i zadzwoń.",
        ending="Możesz poprosić o tłumacza: powiedz, jakim językiem mówisz, i słowo „tolk” (tłumacz). Jestem komputerem i nie "
        "mogę wysłać pomocy. Idź do kogoś w pobliżu, komu ufasz.",
    ),
    "uk": Words(
        danger="Зараз є небезпека? **Телефонуйте 112.** Скажіть «Netherlands» і де ви.",
        suicide="Думаєте про смерть? **Телефонуйте 113** (або 0800-0113): безкоштовно, вдень і вночі. "
        "Ви вже щось зробили або прийняли? **Телефонуйте 112**, навіть якщо почуваєтеся добре.",
        self_harm="Завдаєте собі болю? **Телефонуйте 113** (або 0800-0113): безкоштовно, вдень і вночі. "
        "Ви вже щось зробили або прийняли? **Телефонуйте 112**, навіть якщо почуваєтеся добре.",
        unsafe_home="Удома насильство або страх? **Телефонуйте Veilig Thuis: 0800-2000**, безкоштовно, вдень і вночі. "
        "Це не ваша провина.",
        sexual_violence="Сталося сексуальне насильство? **Телефонуйте Centrum Seksueel Geweld: 0800-0188**, вдень і вночі. "
        "Це не ваша провина. Фото або погрози в інтернеті? Дивіться helpwanted.nl.",
        acute_danger="**Телефонуйте 112 зараз.** Скажіть «Netherlands» і де ви. Не можете говорити? Усе одно телефонуйте й не "
        "кладіть слухавку.",
        other="Хвилюєтеся за когось іншого? Залишайтеся поруч, якщо це безпечно, і телефонуйте.",
        ending="Можна попросити перекладача: назвіть свою мову і скажіть «tolk» (перекладач). Я комп'ютер і не можу надіслати "
        "допомогу. Ідіть до когось поруч, кому довіряєте.",
    ),
    "de": Words(
        danger="Ist jetzt Gefahr? **Ruf 112 an.** Sag „Netherlands“ und wo du bist.",
        suicide="Denkst du daran, nicht mehr leben zu wollen? **Ruf 113 an** (oder 0800-0113): kostenlos, Tag und Nacht. "
        "Hast du schon etwas getan oder eingenommen? **Ruf 112 an**, auch wenn es dir gut geht.",
        self_harm="Verletzt du dich selbst? **Ruf 113 an** (oder 0800-0113): kostenlos, Tag und Nacht. "
        "Hast du schon etwas getan oder eingenommen? **Ruf 112 an**, auch wenn es dir gut geht.",
        unsafe_home="Gewalt oder Angst zu Hause? **Ruf Veilig Thuis an: 0800-2000**, kostenlos, Tag und Nacht. "
        "Du bist nicht schuld.",
        sexual_violence="Gab es sexuelle Gewalt? **Ruf das Centrum Seksueel Geweld an: 0800-0188**, Tag und Nacht. "
        "Du bist nicht schuld. Fotos oder Drohungen im Internet? Sieh auf helpwanted.nl nach.",
        acute_danger="**Ruf jetzt 112 an.** Sag „Netherlands“ und wo du bist. Kannst du nicht sprechen? Ruf trotzdem an und "
        "bleib dran.",
        other="Machst du dir Sorgen um jemand anderen? Bleib dabei, wenn es sicher ist, und ruf selbst an.",
        ending="Du kannst um einen Dolmetscher bitten: Sag deine Sprache und das Wort „tolk“. Ich bin ein Computer und kann "
        "keine Hilfe schicken. Geh zu jemandem in der Nähe, dem du vertraust.",
    ),
    "fr": Words(
        danger="Y a-t-il un danger maintenant ? **Appelle le 112.** Dis « Netherlands » et où tu es.",
        suicide="Tu penses à mourir ? **Appelle le 113** (ou le 0800-0113) : gratuit, jour et nuit. "
        "Tu as déjà fait ou pris quelque chose ? **Appelle le 112**, même si tu te sens bien.",
        self_harm="Tu te fais du mal ? **Appelle le 113** (ou le 0800-0113) : gratuit, jour et nuit. "
        "Tu as déjà fait ou pris quelque chose ? **Appelle le 112**, même si tu te sens bien.",
        unsafe_home="De la violence ou de la peur à la maison ? **Appelle Veilig Thuis : 0800-2000**, gratuit, jour et nuit. "
        "Ce n'est pas ta faute.",
        sexual_violence="Il y a eu une violence sexuelle ? **Appelle le Centrum Seksueel Geweld : 0800-0188**, jour et nuit. "
        "Ce n'est pas ta faute. Des photos ou des menaces en ligne ? Va sur helpwanted.nl.",
        acute_danger="**Appelle le 112 maintenant.** Dis « Netherlands » et où tu es. Tu ne peux pas parler ? Appelle quand "
        "même et reste en ligne.",
        other="Tu t'inquiètes pour quelqu'un d'autre ? Reste avec la personne si c'est sans danger, et appelle toi-même.",
        ending="Tu peux demander un interprète : dis ta langue et le mot « tolk ». Je suis un ordinateur et je ne peux pas "
        "envoyer d'aide. Va voir quelqu'un près de toi en qui tu as confiance.",
    ),
    "es": Words(
        danger="¿Hay peligro ahora? **Llama al 112.** Di «Netherlands» y dónde estás.",
        suicide="¿Piensas en morir? **Llama al 113** (o al 0800-0113): gratis, día y noche. "
        "¿Ya has hecho o tomado algo? **Llama al 112**, aunque te sientas bien.",
        self_harm="¿Te haces daño? **Llama al 113** (o al 0800-0113): gratis, día y noche. "
        "¿Ya has hecho o tomado algo? **Llama al 112**, aunque te sientas bien.",
        unsafe_home="¿Violencia o miedo en casa? **Llama a Veilig Thuis: 0800-2000**, gratis, día y noche. "
        "No es culpa tuya.",
        sexual_violence="¿Hubo violencia sexual? **Llama al Centrum Seksueel Geweld: 0800-0188**, día y noche. "
        "No es culpa tuya. ¿Fotos o amenazas en internet? Mira en helpwanted.nl.",
        acute_danger="**Llama ahora al 112.** Di «Netherlands» y dónde estás. ¿No puedes hablar? Llama igual y no cuelgues.",
        other="¿Te preocupa otra persona? Quédate a su lado si es seguro, y llama tú.",
        ending="Puedes pedir un intérprete: di tu idioma y la palabra «tolk». Soy un ordenador y no puedo enviar ayuda. "
        "Ve con alguien cercano en quien confíes.",
    ),
    "so": Words(
        danger="Ma jirtaa khatar hadda? **Wac 112.** Dheh “Netherlands” oo sheeg meesha aad joogto.",
        suicide="Ma ka fikiraysaa inaad dhimato? **Wac 113** (ama 0800-0113): waa bilaash, habeen iyo maalin. "
        "Wax ma samaysay ama ma qaadatay? **Wac 112**, xitaa haddii aad fiican tahay.",
        self_harm="Ma is dhaawacaysaa? **Wac 113** (ama 0800-0113): waa bilaash, habeen iyo maalin. "
        "Wax ma samaysay ama ma qaadatay? **Wac 112**, xitaa haddii aad fiican tahay.",
        unsafe_home="Guriga ma ka jirtaa rabshad ama cabsi? **Wac Veilig Thuis: 0800-2000**, waa bilaash, habeen iyo maalin. "
        "Adigu khalad ma lihid.",
        sexual_violence="Ma dhacday rabshad galmo? **Wac Centrum Seksueel Geweld: 0800-0188**, habeen iyo maalin. "
        "Adigu khalad ma lihid. Sawirro ama hanjabaad internetka ah? Eeg helpwanted.nl.",
        acute_danger="**Hadda wac 112.** Dheh “Netherlands” oo sheeg meesha aad joogto. Ma hadli kartid? Wac haddana, "
        "telefoonka ha damin.",
        other="Qof kale ma u walwalaysaa? La joog haddii ay ammaan tahay, adiguna wac.",
        ending="Waad codsan kartaa turjubaan: sheeg luqaddaada oo dheh “tolk” (turjubaan). Waxaan ahay kombiyuutar, gargaar ma "
        "diri karo. U tag qof kuu dhow oo aad ku kalsoon tahay.",
    ),
    "ti": Words(
        danger="ሕጂ ሓደጋ ኣሎ ድዩ? **ናብ 112 ደውሉ።** “Netherlands” በሉ፡ ኣበይ ከም ዘለኹም ድማ ንገሩ።",
        suicide="ብዛዕባ ሞት ትሓስቡ ዲኹም? **ናብ 113 ደውሉ** (ወይ 0800-0113)፡ ብነጻ፡ ለይትን መዓልትን። "
        "ገለ ነገር ጌርኩም ወይ ወሲድኩም ዲኹም? ጽቡቕ እንተ ተሰምዓኩም'ውን **ናብ 112 ደውሉ።**",
        self_harm="ንርእስኹም ትጎድኡ ዲኹም? **ናብ 113 ደውሉ** (ወይ 0800-0113)፡ ብነጻ፡ ለይትን መዓልትን። "
        "ገለ ነገር ጌርኩም ወይ ወሲድኩም ዲኹም? ጽቡቕ እንተ ተሰምዓኩም'ውን **ናብ 112 ደውሉ።**",
        unsafe_home="ኣብ ገዛ ዓመጽ ወይ ፍርሒ ኣሎ ድዩ? **ናብ Veilig Thuis ደውሉ፦ 0800-2000**፡ ብነጻ፡ ለይትን መዓልትን። ጌጋኹም ኣይኮነን።",
        sexual_violence="ጾታዊ ዓመጽ ኣጋጢሙ ድዩ? **ናብ Centrum Seksueel Geweld ደውሉ፦ 0800-0188**፡ ለይትን መዓልትን። "
        "ጌጋኹም ኣይኮነን። ስእሊ ወይ ምፍርራሕ ኣብ ኢንተርነት? helpwanted.nl ርኣዩ።",
        acute_danger="**ሕጂ ናብ 112 ደውሉ።** “Netherlands” በሉ፡ ኣበይ ከም ዘለኹም ድማ ንገሩ። ክትዛረቡ ኣይትኽእሉን ዲኹም? ግዳ ደውሉ፡ ስልኪ ኣይትዕጸዉ።",
        other="ብዛዕባ ካልእ ሰብ ትጭነቑ ዲኹም? ውሑስ እንተኾይኑ ምስኡ ኹኑ፡ ንስኹም ድማ ደውሉ።",
        ending="ኣስተርጓሚ ክትሓቱ ትኽእሉ ኢኹም፦ ቋንቋኹም ንገሩ፡ “tolk” (ኣስተርጓሚ) ድማ በሉ። ኣነ ኮምፒተር እየ፡ ሓገዝ ክሰድድ ኣይክእልን። "
        "ናብ ቀረባኹም ዘሎ እትኣምንዎ ሰብ ኪዱ።",
    ),
    "fa": Words(
        danger="آیا الان خطری هست؟ **با 112 تماس بگیرید.** بگویید “Netherlands” و بگویید کجا هستید.",
        suicide="به مرگ فکر می‌کنید؟ **با 113 تماس بگیرید** (یا 0800-0113)؛ رایگان، شبانه‌روز. "
        "کاری کرده‌اید یا چیزی خورده‌اید؟ **با 112 تماس بگیرید**، حتی اگر حالتان خوب است.",
        self_harm="به خودتان آسیب می‌زنید؟ **با 113 تماس بگیرید** (یا 0800-0113)؛ رایگان، شبانه‌روز. "
        "کاری کرده‌اید یا چیزی خورده‌اید؟ **با 112 تماس بگیرید**، حتی اگر حالتان خوب است.",
        unsafe_home="در خانه خشونت یا ترس هست؟ **با Veilig Thuis تماس بگیرید: 0800-2000**؛ رایگان، شبانه‌روز. "
        "تقصیر شما نیست.",
        sexual_violence="خشونت جنسی رخ داده؟ **با Centrum Seksueel Geweld تماس بگیرید: 0800-0188**؛ شبانه‌روز. "
        "تقصیر شما نیست. عکس یا تهدید در اینترنت؟ helpwanted.nl را ببینید.",
        acute_danger="**همین الان با 112 تماس بگیرید.** بگویید “Netherlands” و بگویید کجا هستید. نمی‌توانید حرف بزنید؟ باز هم "
        "تماس بگیرید و قطع نکنید.",
        other="نگران کس دیگری هستید؟ اگر امن است کنارش بمانید و شما تماس بگیرید.",
        ending="می‌توانید مترجم بخواهید: زبانتان را بگویید و کلمهٔ “tolk” (مترجم) را بگویید. من کامپیوتر هستم و نمی‌توانم کمک "
        "بفرستم. پیش کسی در نزدیکی بروید که به او اعتماد دارید.",
    ),
}
