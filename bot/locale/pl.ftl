# Krótkie zdania bota. Nie czytała ich jeszcze osoba, dla której polski jest językiem ojczystym. Czego brakuje, jest po angielsku.

language-name = Polski
answer-not-translated = { $shown ->
    [en] Tej odpowiedzi nie ma jeszcze po polsku. Poniżej jest po angielsku. Po niderlandzku: /taal
   *[nl] Tej odpowiedzi nie ma jeszcze po polsku. Poniżej jest po niderlandzku.
}

welcome =
    Cześć! Jestem czatbotem organizacji { "{steunpunt}" }. Jestem komputerem, nie człowiekiem. Moje odpowiedzi napisano wcześniej i mają źródła. Wiele odpowiedzi jest na razie po angielsku lub niderlandzku.

    Nie musisz podawać imienia. **Kim jesteś?** Możesz też od razu napisać pytanie.
who-are-you = Dla kogo jest menu? Pokażę tematy, które do ciebie pasują.
hello = Dobrze, że tu jesteś. Napisz pytanie swoimi słowami albo wybierz temat. Nie musisz podawać imienia. Jesteś w niebezpieczeństwie? Kliknij SOS.
menu = Czego dotyczy twoje pytanie? Wybierz temat albo napisz pytanie.
theme = **{ $title }**. Które pytanie pasuje najlepiej?
help =
    {""}**Jak to działa**

    - Pisz tak, jak mówisz. Błędy nie przeszkadzają.
    - /menu pokazuje wszystkie tematy.
    - /mens: piszesz z człowiekiem ze steunpunt (punktu wsparcia).
    - /taal: wybierasz inny język.
    - /privacy mówi, co przechowujemy. /inzage to pokazuje, /wis usuwa, /weg kasuje moje wiadomości.
    - W nagłej sytuacji: /sos. Czy teraz jest niebezpiecznie? Zadzwoń pod **112**.
which-language = Jaki język wybierasz?
language-chosen = Dobrze, dalej po polsku. Napisz pytanie albo wybierz temat. Lepiej rozumiem pytania po niderlandzku lub angielsku.
did-you-mean = Czy chodzi o jedno z tych pytań?
perhaps-these = Może to jedno z tych?
which-one = O które chodzi? Kliknij je albo wpisz numer.
none-of-these = Przepraszam, źle zrozumiałem. Wybierz temat albo zapytaj innymi słowami. Możesz też zapytać człowieka.
not-found = Tego nie wiem. Mam tylko gotowe odpowiedzi o szkole, dodatkowym wsparciu i prawach. Spróbuj innymi słowami albo wybierz temat.
missed-again = Nie umiem tego rozwiązać, przepraszam. To moja wina. Człowiek lepiej ci pomoże.
old-button = Ten przycisk już nie działa. Oto menu.
unknown-command = Nie znam tego polecenia. Napisz pytanie albo użyj przycisku.
cannot-read = Nie mogę tego odczytać. Czy możesz napisać pytanie?
apology = Coś poszło u nas nie tak. To nie twoja wina. Nie odpowiedzieliśmy na twoją wiadomość. Wyślij ją jeszcze raz albo napisz /menu.
apology-contact = Chcesz porozmawiać z człowiekiem? Zadzwoń: { $phone }. Jest niebezpiecznie? Zadzwoń pod 112.
apology-without-phone = /mens mówi, jak porozmawiać z człowiekiem. Jest niebezpiecznie? Zadzwoń pod 112.
sources = Źródło:
source = { $link } (sprawdzono { $checked })
open-always = czynne dzień i noc
open-until = teraz czynne do { $time }
closed-now = teraz nieczynne

button-parent = Jestem rodzicem lub opiekunem (ouder)
button-youth = Jestem młodą osobą (jongere)
button-menu = Menu
button-human = Porozmawiaj z człowiekiem
button-sos = SOS
button-more = Więcej o tym
button-none = Żadne z nich

command-menu = Wszystkie tematy
command-help = Jak to działa
command-mens = Porozmawiaj z człowiekiem
command-sos = W nagłej sytuacji
command-taal = Wybierz język
command-privacy = Co przechowujemy, a czego nie
command-start = Zacznij od nowa
command-inzage = Zobacz, co o tobie przechowujemy
command-wis = Usuń to, co przechowujemy
command-stop = Zatrzymaj to, co trwa
command-weg = Szybkie wyjście: skasuj moje wiadomości

worry =
    To brzmi ciężko. Dobrze, że to mówisz.

    Myślisz o śmierci, robisz sobie krzywdę albo ktoś cię krzywdzi? Zadzwoń pod **113** albo napisz na [113.nl](https://www.113.nl): dzień i noc, za darmo. Nie musisz podawać imienia. Czy teraz jest niebezpiecznie? Zadzwoń pod **112**.
worry-otherwise = Chodziło o coś innego? Kliknij przycisk albo pisz dalej.
worry-answered = Odpowiedź na twoje pytanie jest poniżej.
still-here = Możesz tu dalej pisać. Czy udało się z kimś połączyć? **112**, gdy teraz jest niebezpiecznie, **113**, żeby porozmawiać, dzień i noc. Jestem komputerem i nie mogę wysłać pomocy.
misunderstood = Dobrze, że to mówisz, źle cię zrozumiałem. Czego dotyczy twoje pytanie?
button-misunderstood = Chodziło mi o coś innego

button-share = Tak, przekaż
button-share-closed = Tak, zostaw wiadomość
button-share-bare = Tak, bez mojego pytania
button-share-no = Nie, nie teraz
button-leave = Zakończ rozmowę
button-reopen = Rozmawiaj dalej
share-intro = Tu możesz pisać z pracownikiem: z człowiekiem.
share-who = To ktoś z { "{steunpunt}" }, często z własnym doświadczeniem.
share-patience = Zwykle trwa to chwilę, czasem dłużej. Dam ci znać.
closed-until = Zespół przeczyta twoją wiadomość: { $moment }. Odpowiedź przyjdzie tutaj, na ten czat.
closed-unknown = Zespół przeczyta twoją wiadomość, gdy tylko wróci. Odpowiedź przyjdzie tutaj, na ten czat.
opening-unknown = w naszych zwykłych godzinach
closed-helplines = Chcesz z kimś teraz porozmawiać? Te telefony są czynne:
share-list = **Pracownik widzi:**
share-alias = wymyślone imię
share-theme = temat: { $theme }
share-question = twoje ostatnie pytanie, tak jak je napisano
share-what-follows = to, co napiszesz potem
share-not = **Nie widzi:** twojego imienia, zdjęcia ani numeru.
share-danger = Zespół z nikim nie rozmawia o tobie bez twojej wiedzy. Jest niebezpiecznie? Wtedy zespół szuka pomocy razem z tobą. Nie może nikogo wysłać, bo nie wie, kim jesteś. Zadzwoń wtedy pod **112**.
share-ask = Czy mam to przekazać?
share-declined = Dobrze, niczego nie przekazuję. Zawsze możesz później poprosić o człowieka.
later-person = Pracownik wróci do tego: { $moment }.
waiting-open = Gotowe. W tej rozmowie nazywasz się **{ $alias }**. Twoje miejsce w kolejce: { $place }. Wszystko, co teraz napiszesz, trafi do zespołu. /menu i /sos nadal działają.
waiting-closed-unknown = Gotowe. W tej rozmowie nazywasz się **{ $alias }**. Zespół przeczyta to, gdy tylko wróci. Pisz, co chcesz. Odpowiedź przyjdzie na ten czat.
waiting-closed = Gotowe. W tej rozmowie nazywasz się **{ $alias }**. Zespół to przeczyta: { $moment }. Pisz, co chcesz. Odpowiedź przyjdzie na ten czat.
claimed = Jest tu dla ciebie pracownik. Czyta to, co napisano, i tutaj odpowie.
staff-voice = 👤 Pracownik:
passed-on = Przekazano.
stopped = Dobrze, przestaję. Zawsze możesz znowu napisać.
button-flows = 🧭 Krok po kroku
button-wipe = Tak, usuń wszystko
button-wipe-not = Nie, na razie zostaw
wipe-not = Dobrze, niczego nie usuwam.
share-open = { $ahead ->
    [0] Zespół jest teraz na miejscu.
   *[other] Liczba osób czekających przed tobą: { $ahead }.
}
share-audience = { $audience ->
    [ouder] że jesteś rodzicem lub opiekunem
    [jongere] że jesteś młodą osobą
   *[other] że nie mówisz, kim jesteś
}
share-answers = twoje odpowiedzi ({ $count })
button-share-details = Co dokładnie się stanie?
privacy =
    {""}**Co o tobie wiemy**

    { $channel ->
        [web] Nie pytamy o imię. Nie masz tu konta. To, co piszesz i czytasz, jest zaszyfrowane na naszym komputerze, dopóki trwa ten czat.
       *[other] Nie pytamy o imię. Telegram wie, które to konto, i przechowuje ten czat. Numer twojego konta jest u nas zaszyfrowany, żebym mógł odpowiadać. Pracownicy go nie widzą.
    }

    Tego, o co mnie pytasz, nie czyta żaden człowiek. Najwyżej przez dzień pamiętam, gdzie skończyliśmy. Jeśli przekażesz pytanie, zespół czyta je bez twojego imienia i może zachować słowa, żeby mnie ulepszyć. Jeśli rozmawiasz z pracownikiem, zespół widzi wymyślone imię. Tydzień po rozmowie to usuwamy.

    /inzage pokazuje wszystko, co przechowujemy. /wis to usuwa. /weg szybko kasuje moje wiadomości. /stop zatrzymuje to, co trwa.

    { $channel ->
        [web] Uwaga: szkoła albo rodzic czasem widzi, jakie strony odwiedzasz. Tego, co piszesz, tak nie widzą.
       *[other] Telegram nie jest nasz. Według jego warunków w UE jest dla osób od 18 lat. Ten czat nie jest szyfrowany od końca do końca.
    }
closed-by-person = Rozmowa zakończona. Dziękujemy, że piszesz. Jak było? Jeśli chcesz, kliknij buźkę.
closed-by-staff = Pracownik zakończył rozmowę. Jak było? Jeśli chcesz, kliknij buźkę. Chcesz rozmawiać dalej? Możesz jeszcze przez tydzień.
closed-by-silence = Przez jakiś czas było cicho, więc zamykam rozmowę. Nic nie szkodzi. Chcesz rozmawiać dalej? Możesz jeszcze przez tydzień, przyciskiem poniżej.
manners-thanks = Nie ma za co. Zawsze możesz zadać kolejne pytanie.
manners-hello = Cześć! Zapytaj swoimi słowami. Wystarczy pół zdania.
manners-goodbye = Do widzenia. Zawsze możesz tu wrócić.
said-before = To jest już powyżej. Powiedz to innymi słowami albo wybierz poniżej.
translation-unreviewed = *To tłumaczenie nie zostało jeszcze sprawdzone.*
button-dutch = 🇳🇱 Po niderlandzku (do pokazania w szkole)
language-followed = Piszesz po polsku, więc odpowiadam po polsku. Inny język: /taal
