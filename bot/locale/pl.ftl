# Krótkie zdania bota. Nie czytała ich jeszcze osoba, dla której polski jest językiem ojczystym. Czego brakuje, jest po angielsku.

language-name = Polski
answer-not-translated = { $shown ->
    [en] Tej odpowiedzi nie ma jeszcze po polsku. Poniżej jest po angielsku. Po niderlandzku: /taal
   *[nl] Tej odpowiedzi nie ma jeszcze po polsku. Poniżej jest po niderlandzku.
}

welcome =
    Cześć! Jestem czatbotem organizacji { "{steunpunt}" }. Jestem komputerem, nie człowiekiem. Moje odpowiedzi napisano wcześniej i mają źródła.

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
cannot-read = { $kind ->
    [voice] Nie mogę odsłuchać wiadomości głosowej i nikt inny jej nie słyszy. Napisz pytanie albo naciśnij mikrofon na klawiaturze: wtedy telefon napisze za ciebie. Wolisz porozmawiać? Poproś o człowieka. Niebezpieczeństwo? Zadzwoń pod 112.
   *[other] Nie mogę tego odczytać. Czy możesz napisać pytanie?
}
apology = Coś poszło u nas nie tak. To nie twoja wina. Nie odpowiedzieliśmy na twoją wiadomość. Wyślij ją jeszcze raz albo napisz /menu.
apology-contact = Chcesz porozmawiać z człowiekiem? Zadzwoń: { $phone }. Jest niebezpiecznie? Zadzwoń pod 112.
apology-without-phone = /mens mówi, jak porozmawiać z człowiekiem. Jest niebezpiecznie? Zadzwoń pod 112.
sources = Źródło:
source = { $link } (sprawdzono { $checked })
approved = *Sprawdził(a): { $by }, { $day }.*
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
manners-trying = Dobrze, powodzenia! Wróć, jeśli coś pójdzie inaczej.
said-before = To jest już powyżej. Powiedz to innymi słowami albo wybierz poniżej.
translation-unreviewed = *To tłumaczenie nie zostało jeszcze sprawdzone.*
button-dutch = 🇳🇱 Po niderlandzku (do pokazania w szkole)
language-followed = Piszesz po polsku, więc odpowiadam po polsku. Inny język: /taal

# --- Rozmowa z człowiekiem --------------------------------------------------------------------------------------------

button-show = Mimo to pokaż
button-pass-on = Tak, wyślij
already-waiting = Jesteś już w kolejce, jako **{ $alias }**. Pisz śmiało dalej. Pracownik zaraz to przeczyta.
already-talking = Rozmawiasz już z pracownikiem, jako **{ $alias }**. Pisz dalej, pracownik to czyta.
still-waiting = { $stage ->
    [1] To trwa dłużej, niż chcemy, przepraszam. Jeszcze raz wołam zespół. Twoje miejsce w kolejce: { $place }.
   *[other] Przykro mi, zespół jest jeszcze zajęty innymi. Teraz wołam koordynatora. Zostajesz w kolejce, miejsce { $place }. Nie chcesz czekać? Te telefony są teraz czynne:
}
transferred = Rozmowę przejmuje inny pracownik. Najpierw czyta, co tu napisano. Nie musisz niczego opowiadać od nowa.
given-back = Pracownik nie mógł rozmawiać dalej. Wracasz do kolejki, jeśli się da, na początek. To, co napisano, zostaje.
check-in = Pracownik o coś cię zapytał albo na ciebie czekał. Jesteś jeszcze? Pisz śmiało dalej. Możesz też nic nie robić: wtedy jutro zamknę rozmowę.
rated = Dziękujemy. Uczymy się z tego.
reopened = Dobrze, że znowu tu jesteś. Nadal nazywasz się **{ $alias }**. Pisz, zespół czyta.
masked = W twojej wiadomości ukryto numer, adres albo nazwisko. Pracownik widzi { "▒▒▒" }. Czy pracownik musi to zobaczyć?
recognisable = { $kind ->
    [voice] Po głosie ktoś może cię rozpoznać.
    [video] Na filmie ktoś może rozpoznać twoją twarz i głos.
    [location] Po tym miejscu ktoś może zobaczyć, gdzie jesteś.
   *[other] Na zdjęciu ktoś może rozpoznać ciebie albo inną osobę.
} Czy mimo to wysłać to pracownikowi? Możesz też napisać.
media-stopped = { $kind ->
    [contact] Wizytówki nie przekazuję, bo jest na niej nazwisko i numer.
    [document] Pliku nie przekazuję, bo często jest w nim nazwisko autora. Zrób mu zdjęcie albo napisz, co w nim jest.
   *[other] Takiej wiadomości nie mogę przekazać. Czy możesz to napisać?
}
blocked = Do { $until } nie możesz zacząć rozmowy z pracownikiem. Tak zdecydował zespół. Mnie możesz pytać jak zwykle. Potrzebujesz pomocy od razu? Kliknij SOS.

# --- Twoje dane -------------------------------------------------------------------------------------------------------

gone = Cześć. Napisz pytanie albo /menu.
wipe-ask =
    {""}**Czy mam usunąć wszystko, co o tobie przechowujemy?**

    Znikną wtedy: miejsce, w którym jest rozmowa, twój język, rozmowy z pracownikiem i to, co miało być jeszcze wysłane. Zespół też nie zobaczy już tych rozmów.

    { $channel ->
        [web] Ten czat zniknie też z ekranu. Twój kod przestanie działać.
       *[other] Czat na twoim telefonie zostaje. Usuwasz go w Telegramie. Moje wiadomości też mają stamtąd zniknąć? Napisz najpierw /weg: skasuję moje wiadomości z ostatnich dwóch dni.
    }
wiped = Wszystko usunięte. Niczego już o tobie nie przechowujemy. W kopii zapasowej może to być zaszyfrowane jeszcze najwyżej czternaście dni. { $channel ->
    [web] Zawsze możesz zapytać o coś nowego.
   *[other] Ten czat też ma zniknąć? Usuń go w Telegramie. Zawsze możesz zapytać o coś nowego.
}
insight-file = co-przechowujemy.txt
insight-caption = To wszystko, co teraz o tobie przechowujemy.
insight-next = Coś się nie zgadza albo ma zniknąć? Napisz /wis albo zapytaj człowieka.
insight-title = Co { $organisation } o tobie przechowuje, { $moment }
insight-nothing = nic
insight-account = { $channel ->
    [web] Nie masz konta. Nie mamy twojego imienia, zdjęcia, numeru ani adresu. Sam ten czat jest u nas zaszyfrowany.
   *[other] Twoje konto w Telegramie: tylko zaszyfrowane, żeby móc ci odpowiadać. Nie mamy twojego imienia, zdjęcia ani numeru.
}
insight-audience = Kim według ciebie jesteś: { $who }
insight-audience-name = { $audience ->
    [ouder] rodzic lub opiekun
    [jongere] młoda osoba
   *[other] nic
}
insight-language = Język: { $language }
insight-entry = Ostatni temat (kod): { $entry }
insight-alarm = Ostatni znak niebezpieczeństwa: { $level }
insight-state = To wszystko zapominamy po { $hours } godz. ciszy. { $channel ->
    [web] To, co piszesz, i pliki z tego czatu też. Przekazane pytanie przechowujemy dłużej.
   *[other] Tego, co piszesz, nie przechowujemy, poza pytaniem, które przekażesz.
}
insight-talks = Rozmowy z pracownikiem:
insight-talk = - jako { $alias }, początek { $moment }, { $status ->
    [waiting] czeka na pracownika
    [claimed] trwa
   *[other] zakończona
}
insight-kept = Same wiadomości są w grupie zespołu w Telegramie. Znikają { $days } dni po końcu rozmowy.
insight-telegram = { $channel ->
    [web] To, co jest tu na ekranie, zapominamy, gdy ten czat się skończy.
   *[other] Telegram też przechowuje ten czat. Na to nie mamy wpływu.
}
insight-rights = Zawsze możesz to usunąć: napisz /wis. Pytania albo skarga? Idź do steunpunt (punktu wsparcia) albo do Autoriteit Persoonsgegevens (urząd ochrony danych).
insight-alert = - znak niebezpieczeństwa z { $moment } (tylko rodzaj, bez słów)
insight-block = - blokada do { $until }, powód: { $reason }
insight-rating = - twoja ocena rozmowy: { $number } na 5
insight-flow = Odpowiedzi w planie kroków, który teraz trwa:
insight-question = - pytanie, które przekazujesz: { $text }
insight-unanswered = - twoje ostatnie pytanie, do przekazania, jeśli chcesz: { $text }
insight-participant = - że chcesz wiedzieć, co wyszło z ankiety
insight-case = - kartę, na której pracownik pisze, czego zespół uczy się z rozmowy z Tobą; nie ma na niej, kim jesteś
insight-news = - że chcesz otrzymywać od nas wiadomości, do { $until }
insight-age = { $age } lat
insight-child = Co mówisz o dziecku (zapominamy po pół godziny): { $what }
insight-held = Pytanie, na które odpowiemy, gdy będzie lepiej: { $text }

# --- Krok po kroku ----------------------------------------------------------------------------------------------------

button-share-no-words = Tak, bez moich słów
button-share-change = Najpierw coś zmienić
button-flow-back = ◀ Wstecz
button-flow-skip = Pomiń
button-flow-why = Dlaczego?
button-flow-stop = Stop
button-flow-answer = To moja odpowiedź
button-flow-go_on = ▶ Dalej, gdzie skończyliśmy
button-flow-restart = Od nowa
flows-menu = Wybierz plan kroków. Zadaję zawsze jedno pytanie. Zawsze możesz wrócić albo przerwać.
flow-choose = Wybierz jedną z tych odpowiedzi. Możesz też napisać.
flow-choose-again = Tego nie rozpoznaję. Kliknij przycisk albo wpisz numer odpowiedzi.
flow-which = Chodzi o "{ $first }" czy "{ $second }"?
flow-choose-one = Co chcesz zmienić?
flow-which-change = To odpowiedzi do tej pory.
flow-yes-no-wanted = Wybierz tak albo nie.
flow-yes-no-wanted-again = Jeszcze nie rozumiem. Kliknij Tak albo Nie.
flow-number-wanted = Wpisz tylko liczbę.
flow-number-wanted-again = Szukam liczby, na przykład 3 albo 12.
flow-scale-wanted = Wybierz liczbę od 1 do 10.
flow-scale-wanted-again = Szukam liczby od 1 (bardzo trudno) do 10 (bardzo dobrze).
flow-doubt = Nie wiesz na pewno? Wybierz to, co najbardziej pasuje. Później możesz to zmienić.
flow-doubt-again = Można się wahać. Wybierz tak albo nie, albo zapytaj człowieka.
flow-day-taken = Rozumiem to tak: **{ $day }**. Nie zgadza się? Napisz "wstecz".
flow-day-about = Liczę z **{ $day }**, to najwcześniejszy możliwy dzień. Znasz dokładny dzień? Napisz "wstecz" i podaj go.
flow-date-past = { $day } dopiero będzie. Szukam dnia, który już był.
flow-date-future = { $day } już był. Szukam dnia, który dopiero będzie.
flow-date-wanted = Wpisz dzień, na przykład 12 marca, 12-3 albo 12-3-2027.
flow-date-wanted-again = Nie rozumiem tego dnia. Wpisz go tak: 12-3-2027.
flow-text-too-long = To dla mnie za długie. Czy możesz powiedzieć krócej?
flow-text-too-long-again = Nadal za długie. Napisz tylko to, co najważniejsze.
flow-stuck = Nie umiem tego rozwiązać, przepraszam. Możesz pominąć to pytanie, zacząć od nowa albo zapytać człowieka.
flow-stuck-again = Nadal się nie udaje. Kliknij przycisk poniżej. Wolisz człowieka? Napisz "tak".
flow-no-skip = To pytanie jest potrzebne, żeby iść dalej.
flow-no-why = Pytam, żeby pokazać ci właściwy krok. Przechowuję to najwyżej jeden dzień.
flow-first = To pierwsze pytanie.
flow-changed = To pytanie właśnie się zmieniło. Dlatego zadaję je jeszcze raz.
flow-go-on = Dalej z twoim pytaniem.
flow-stopped = Koniec. Twoje odpowiedzi są usunięte.
flow-withdrawn = Tego planu kroków już nie ma, przepraszam. Oto menu.
flow-broken = Coś poszło nie tak w tym planie kroków. To nie twoja wina. Zapytaj człowieka albo wybierz coś z menu.
flow-done = Gotowe. Twoje odpowiedzi są usunięte.
flow-edited = Chcesz zmienić odpowiedź? Napisz "zmień" albo kliknij stary przycisk.
flow-only-text = Tu nie mogę tego odczytać. Czy możesz to napisać albo kliknąć przycisk?
document-failed = Nie udało się przygotować pliku. To nasz błąd, nie twój. Możesz spróbować później albo poprosić o pomoc człowieka.

# --- Co myślisz, i przekazywanie pytań --------------------------------------------------------------------------------

button-opinion-ja = 👍 Tego szukam
button-opinion-nee = 👎 Nie tego szukam
button-pass-question = ✉️ Przekaż moje pytanie
button-question-yes = Tak, przekaż
button-question-no = Nie, nie przekazuj
opinion-thanks = Dziękuję. Dzięki temu stajemy się lepsi.
opinion-sorry = Przepraszam, źle zrozumiałem. Wybierz temat albo zapytaj innymi słowami. Możesz też zapytać człowieka.
question-ask = Czy przekazać twoje pytanie? Zespół czyta je bez twojego imienia i robi z niego lepszą odpowiedź. Na to pytanie nie dostaniesz odpowiedzi. Chcesz ją dostać? Zapytaj człowieka. Pytanie przechowujemy najwyżej { $days } dni albo do chwili, gdy napiszesz /wis. To przekazuję:
question-passed = Gotowe. Dziękuję, zespół na to spojrzy.
question-kept = Dobrze, niczego nie przekazuję. Twojego pytania już nie ma.
question-gone = Tego pytania już nie mam. Zadaj je śmiało jeszcze raz.
survey-outcome = To wynik ankiety steunpunt (punktu wsparcia), w której był twój udział: { $title }. Liczby mniejsze niż 5 pomijamy, żeby nikogo nie dało się rozpoznać.

# --- Plakaty i przycisk na stronie ------------------------------------------------------------------------------------

poster-kind = { $audience ->
    [jongere] Bezpłatny czat dla młodych
   *[other] Bezpłatny czat dla rodziców i opiekunów
}
poster-title = { $audience ->
    [jongere] Coś cię gryzie?
   *[other] Dziecku trudno w szkole?
}
poster-promise = { $audience ->
    [jongere] Po prostu napisz. Za darmo i bez podawania imienia.
   *[other] Zadaj pytanie na czacie. Za darmo i bez podawania imienia.
}
poster-step-scan = Zeskanuj kod
poster-step-start =
    { $channel ->
        [web] Wybierz, kim jesteś
       *[telegram] Kliknij Start
    }
poster-step-type = Napisz pytanie
poster-computer = Najpierw piszesz z komputerem. Wolisz człowieka? To też możliwe.
poster-telegram =
    { $channel ->
        [web] Nie potrzebujesz aplikacji ani konta.
       *[telegram] Potrzebujesz bezpłatnej aplikacji Telegram i własnego konta.
    }
poster-later = Wolisz nie tutaj? Zrób zdjęcie na później.
poster-address = Nie da się zeskanować? Wpisz w przeglądarce:
poster-call = Wolisz zadzwonić?
poster-danger = Niebezpieczeństwo? Zadzwoń pod 112.
snippet-button = Napisz do nas na czacie
snippet-spoken =
    { $channel ->
        [web] Napisz do nas na czacie: { $organisation }
       *[telegram] Napisz do nas na czacie: { $organisation }, w Telegramie
    }
snippet-note = { poster-computer } To nic nie kosztuje i nie musisz podawać imienia. { poster-telegram }
snippet-newsletter = { $title } Czat z { $organisation }: { $link } – za darmo i bez podawania imienia. { poster-computer } { poster-telegram }

# --- Po rozmowie ------------------------------------------------------------------------------------------------------

button-remark = ✏️ Coś dodać
button-summary = 📄 Podsumowanie
remark-ask = Napisz w jednym albo dwóch zdaniach, co chcesz powiedzieć. Zespół czyta to pod twoim wymyślonym imieniem.
remark-thanks = Dziękuję. Zespół już to ma.
summary-title = Podsumowanie twojej rozmowy z { $organisation }
summary-alias = Twoje imię w tej rozmowie: { $alias }
summary-theme = Temat: { $theme }
summary-asked = Zapytano: { $moment }
summary-claimed = Przejął pracownik: { $moment }
summary-closed = Zakończono: { $moment }
summary-gone = To, co powiedziano, jest na tym czacie. U nas rozmowa zniknie: { $day }.
summary-contact = Masz jeszcze pytania? Zadzwoń: { "{" }steunpunt.phone{ "}" } albo napisz: { "{" }steunpunt.email{ "}" }.
summary-file = podsumowanie.txt
summary-caption = Twoje podsumowanie. Zachowaj je albo pokaż komuś, komu ufasz.

# --- Odpowiedzi na to, o co pyta bot ----------------------------------------------------------------------------------

share-again = Czy przekazać to pracownikowi? Napisz tak albo nie.
wipe-again = A czy mam usunąć wszystko, co o tobie przechowujemy? Napisz tak albo nie.
question-again = Czy przekazać twoje pytanie zespołowi? Napisz tak albo nie.
reply-unclear = Nie wiem, czy to tak, czy nie.
reply-doubt = Można się wahać. Nic się nie stanie, dopóki nie powiesz tak.
remark-none = Dobrze, to nie.
once-more = Jeszcze raz:
urgent-once-more = Możesz o to pytać tak często, jak chcesz.
hello-helper = Dobrze, że szukasz czegoś dla kogoś innego. Zapytaj tak, jak pytałby rodzic, albo wybierz temat. Możesz też zawsze zajrzeć tu razem z rodzicem.
hello-professional = Witamy. Ten steunpunt (punkt wsparcia) jest dla rodziców i młodych. Czytasz tu to, co oni. Napisz pytanie albo wybierz temat.
role-known = Tak, to już wiem. Czego dotyczy twoje pytanie?
follow-up = O temacie **{ $title }**:
follow-unknown = { $what ->
    [long] Jak długo to trwa, nie ma tego w mojej odpowiedzi **{ $title }**.
    [cost] Ile to kosztuje, nie ma tego w mojej odpowiedzi **{ $title }**.
    [who] Kto to robi, nie ma tego w mojej odpowiedzi **{ $title }**.
    [when] Kiedy można, nie ma tego w mojej odpowiedzi **{ $title }**.
    [refuse] Co zrobić, gdy to się nie stanie, nie ma tego w mojej odpowiedzi **{ $title }**.
    [sign] Czy trzeba podpisać, nie ma tego w mojej odpowiedzi **{ $title }**.
    [must] Czy trzeba, czy można, nie ma tego w mojej odpowiedzi **{ $title }**.
    [next] Co jest potem, nie ma tego w mojej odpowiedzi **{ $title }**.
    [scope] Czy to dotyczy też tego, nie ma tego w mojej odpowiedzi **{ $title }**.
   *[other] Tego nie ma w mojej odpowiedzi **{ $title }**.
} Człowiek ze steunpunt (punktu wsparcia) może to dla ciebie sprawdzić.
follow-words = Wyjaśniam trudne słowa z odpowiedzi **{ $title }**.
follow-no-words = Przepraszam, że **{ $title }** nie jest jasne. Którego słowa albo kawałka nie rozumiesz? Człowiek też może to wyjaśnić.
follow-all-told = Więcej o **{ $title }** nie wiem. Odpowiedź jest powyżej. Człowiek może pomyśleć z tobą.
follow-again = To też należy do **{ $title }**. Odpowiedź jest powyżej; oto, co jeszcze o tym wiem.
follow-sources = Źródła do **{ $title }**, z dniem, w którym je sprawdzono:
child-noted = Dziękuję, to pomaga. O ile wiem, w mojej odpowiedzi o **{ $title }** nie robi to różnicy. Człowiek z punktu wsparcia może przyjrzeć się temu razem z Tobą.
letter-file = Twój list jako pdf, po niderlandzku, dla szkoły. Poniżej sam tekst, do skopiowania do e-maila.
letter-reading = Oto, co w nim jest:
follow-what = Czego to dotyczy? Dodaj temat, na przykład "jak długo trwa zawieszenie".
was-it-this = Czy o to chodziło?
button-not-this = Nie, o coś innego
manners-may_ask = Tak, oczywiście. Napisz pytanie tak, jak by się je powiedziało.
manners-insult = Przepraszam, to nie była dobra pomoc. Jestem komputerem i znam tylko gotowe odpowiedzi. Powiedz to inaczej albo zapytaj człowieka.
manners-sorry = Nic nie szkodzi. W czym mogę pomóc?
manners-laugh = 🙂 W czym mogę pomóc? Pisz śmiało.
manners-sad = To wygląda smutno. Chcesz opowiedzieć, co się stało? Pisz śmiało albo porozmawiaj z człowiekiem.
bot-answers = 🤖 To już wiem. Zespół też przeczyta twoją wiadomość.
receipt-open = Zapisane dla zespołu. Twoje miejsce w kolejce: { $place }.
receipt-closed = Zapisane dla zespołu. Zespół to przeczyta: { $moment }.
receipt-closed-unknown = Zapisane dla zespołu. Zespół przeczyta to, gdy tylko wróci.
receipt-more = To też czeka na zespół.
receipt-added = Dodane do reszty.

# --- Gdy coś nie dojdzie ----------------------------------------------------------------------------------------------

not-passed-on = Ostatniej wiadomości nie udało się przekazać pracownikowi. Wyślij ją jeszcze raz, krócej albo bez załącznika.
edit-not-passed-on = Pracownik nie widzi twojej zmiany. Wyślij ją jako nową wiadomość.
file-not-arrived = Nie udało się wysłać pliku: Telegram go odrzucił. Poproś o niego później albo zapytaj człowieka.
answer-not-arrived = Moja odpowiedź nie dotarła: Telegram ją odrzucił. Zadaj pytanie jeszcze raz albo poproś o człowieka.
team-away = Zespół nie ma teraz dostępu do tego czatu. To, co wysyłasz, przechowuję i przekażę, gdy tylko będzie można. Niczego nie musisz wysyłać ponownie.
team-away-kept = Zespół nie może tego teraz przeczytać. Przechowuję to i przekażę, gdy tylko będzie można.
team-away-now = Zespół nie ma teraz dostępu do tego czatu. Przechowuję twoje pytanie i przekażę je, gdy tylko będzie można. Nie wiem, jak długo to potrwa.
team-back = Zespół znowu może czytać twoje wiadomości. Teraz wszystko przekazuję.
waiting-away = Twoje pytanie jest zapisane. Zespół nie ma teraz dostępu do tego czatu. Gdy tylko będzie można, przekażę pytanie i powiem ci to tutaj. Nazywasz się tam **{ $alias }**.

# --- Godzina po alarmie -----------------------------------------------------------------------------------------------

crisis-first = **112**, gdy teraz jest niebezpiecznie. { $category ->
    [unsafe_home] **Veilig Thuis: 0800-2000**, dzień i noc.
    [sexual_violence] **Centrum Seksueel Geweld: 0800-0188**, dzień i noc.
   *[other] **113**, żeby porozmawiać, dzień i noc.
  } Najpierw ty: czy nic ci nie grozi? Możesz tu napisać wszystko. Jestem komputerem i nie mogę wysłać pomocy.
crisis-still = **112**, gdy jest niebezpiecznie teraz. { $category ->
    [unsafe_home] **Veilig Thuis: 0800-2000**, dniem i nocą.
    [sexual_violence] **Centrum Seksueel Geweld: 0800-0188**, dniem i nocą.
   *[other] **113** aby porozmawiać, dniem i nocą.
  }
crisis-here = Jestem tu nadal. Czy jest już lepiej? Naciśnij przycisk, a będziemy rozmawiać dalej.
crisis-held = Twoje pytanie przechowuję. Już lepiej albo źle cię zrozumiałem? Kliknij przycisk, a dostaniesz odpowiedź.
crisis-go-on = Już lepiej albo źle cię zrozumiałem? Kliknij przycisk, to pójdziemy dalej.
crisis-flow = Czy idziemy dalej z pytaniami, które były zaczęte?
crisis-answer = Czy chcesz teraz odpowiedź na swoje pytanie?
crisis-through = Możesz tu znowu zwyczajnie pytać.
crisis-on = Dobrze. To idziemy dalej.
button-crisis-call = Boję się zadzwonić
button-crisis-go-on = Już lepiej, dalej
button-go-on = Tak, dalej
command-nieuws = Wiadomości od nas, jeśli chcesz
news-ask =
    {""}**Czy chcesz otrzymywać wiadomości od { $organisation }?**

    Czasem wyślemy Ci tutaj wiadomość, na przykład o spotkaniu dla rodziców. Tylko w dzień, bez reklam, po niderlandzku. Kto patrzy na Twój telefon, może ją zobaczyć.

    Zawsze możesz zrezygnować: przyciskiem pod wiadomością albo wpisując /stop. Po roku kończy się to samo.
news-again = Czy chcesz otrzymywać od nas wiadomości? Tak czy nie?
button-news-yes = Tak, wysyłajcie
button-news-no = Nie, wolę nie
button-news-off = Bez wiadomości
news-on = Dobrze, będziesz otrzymywać od nas wiadomości. Zawsze możesz zrezygnować przyciskiem lub przez /stop.
news-already = Otrzymujesz od nas wiadomości. Nie chcesz już?
news-declined = Dobrze, nic nie wyślemy.
news-off = Nie będziesz już otrzymywać od nas wiadomości. Pytać możesz zawsze.
news-not-here = Wiadomości są możliwe tylko w Telegramie. Na tej stronie nie pamiętamy, kim jesteś.
news-head = 📰 **Wiadomości od { $organisation }** (po niderlandzku)
stopped-news = Dobrze, kończę. Nie będziesz też otrzymywać wiadomości. Zawsze możesz napisać znowu.
button-call-back = 📞 Oddzwońcie do mnie
button-message = ✉️ Zostaw wiadomość
button-call-yes = Tak, przekaż mój numer
button-call-no = Nie, bez numeru
call-ask = Na jaki numer zespół może zadzwonić? Wpisz go tutaj. Najpierw pokażę go tobie. Zespół dostanie go dopiero po twoim „tak”.
call-unclear = Nie odczytuję tego jako numeru telefonu. Numer holenderski ma dziesięć cyfr, inne zaczynają się od + i kodu kraju. Wpiszesz jeszcze raz?
call-check = Czy dobrze czytam: **{ $number }**? Czy zespół może zobaczyć ten numer, żeby zadzwonić? Usunę go, gdy rozmowa się skończy.
call-again = Czy zespół może zobaczyć twój numer?
call-noted = { $when ->
    [open] Zespół widzi teraz twój numer: **{ $number }**. Kiedy ci pasuje? Napisz śmiało.
   *[closed] Zespół dostanie twój numer: **{ $number }**. Ktoś będzie { $moment }. Kiedy ci pasuje? Napisz śmiało.
}
call-none = Dobrze, nie przekazuję numeru. Twoje pytanie zostaje. Odpowiedź dostaniesz w tym czacie.
message-ask = { $when ->
    [open] Napisz wiadomość. Trafi do zespołu, a odpowiedź dostaniesz w tym czacie.
   *[closed] Napisz wiadomość, tak długą, jak chcesz. Zespół przeczyta ją { $moment }. Odpowiedź dostaniesz w tym czacie.
}
insight-call-back = {"  "}numer, żeby do ciebie oddzwonić: { $number }
story-read = { $count ->
    [2] Czytam dwie sprawy:
   *[3] Czytam trzy sprawy:
}
story-where = Od czego zaczniemy? Potem zajmiemy się resztą.
button-subject = Dalej: { $title }
story-left = Wspominasz też o: **{ $title }**. Zajmiemy się tym teraz?
