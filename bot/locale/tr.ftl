# Botun kısa cümleleri. Bir ana dil konuşuru henüz okumadı. Eksik olan İngilizce söylenir.

language-name = Türkçe
answer-not-translated = { $shown ->
    [en] Bu cevap henüz Türkçe değil. Aşağıda İngilizcesi var. Hollandacası için: /taal
   *[nl] Bu cevap henüz Türkçe değil. Aşağıda Hollandacası var.
}

welcome =
    Merhaba! Ben { "{steunpunt}" } kuruluşunun sohbet botuyum. Ben bir bilgisayarım, insan değilim. Cevaplarım önceden yazıldı ve kaynakları var.

    Adını söylemen gerekmez. **Sen kimsin?** Sorunu hemen de yazabilirsin.
who-are-you = Menü kimin için? Sana uygun konuları göstereyim.
hello = Burada olman iyi. Sorunu kendi sözlerinle yaz ya da bir konu seç. Adını söylemen gerekmez. Zor durumda mısın? SOS'a dokun.
menu = Sorun ne hakkında? Bir konu seç ya da sorunu yaz.
theme = **{ $title }**. Hangi soru en çok uyuyor?
help =
    {""}**Böyle çalışır**

    - Sorunu konuştuğun gibi yaz. Yazım hataları önemli değil.
    - /menu bütün konuları gösterir.
    - /mens ile steunpunt'tan (destek noktası) bir insana yazarsın.
    - /taal ile başka bir dil seçersin.
    - /privacy neyi sakladığımızı anlatır. /inzage ile görürsün, /wis ile silersin, /weg mesajlarımı siler.
    - Acil durumda: /sos. Şu anda tehlike var mı? **112**'yi ara.
which-language = Hangi dili istersin?
language-chosen = Tamam, Türkçe devam ediyoruz. Sorunu yaz ya da bir konu seç. Sorunu Hollandaca veya İngilizce yazarsan seni daha iyi anlarım.
did-you-mean = Bu sorulardan birini mi demek istedin?
perhaps-these = Belki bunlardan biridir?
which-one = Hangisini demek istiyorsun? Dokun ya da numarasını yaz.
none-of-these = Üzgünüm, yanlış anladım. Bir konu seç ya da başka sözlerle sor. Bir insana da sorabilirsin.
not-found = Bunu bilmiyorum. Yalnızca okul, ek destek ve haklar hakkında hazır cevaplarım var. Başka sözlerle sor ya da bir konu seç.
missed-again = Bunu çözemedim, üzgünüm. Hata bende. Bir insan sana daha iyi yardım edebilir.
old-button = Bu düğme artık çalışmıyor. İşte menü.
unknown-command = Bu komutu tanımıyorum. Sorunu yaz ya da bir düğme kullan.
cannot-read = { $kind ->
    [voice] Sesli mesajı dinleyemiyorum, başka kimse de dinlemiyor. Sorunu yaz ya da klavyendeki mikrofona dokun: telefonun senin için yazar. Konuşmak mı istiyorsun? Bir insan iste. Tehlike mi var? 112'yi ara.
   *[other] Bunu okuyamıyorum. Sorunu yazabilir misin?
}
apology = Bizde bir şey ters gitti. Senin hatan değil. Mesajın cevaplanmadı. Yeniden gönder ya da /menu yaz.
apology-contact = Bir insanla mı konuşmak istiyorsun? { $phone } numarasını ara. Tehlike mi var? 112'yi ara.
apology-without-phone = /mens ile bir insana nasıl ulaşacağını öğrenirsin. Tehlike mi var? 112'yi ara.
sources = Kaynak:
source = { $link } (kontrol tarihi: { $checked })
approved = *{ $day } tarihinde { $by } tarafından gözden geçirildi.*
open-always = gece gündüz açık
open-until = şimdi açık, saat { $time }'a kadar
closed-now = şimdi kapalı

button-parent = Anne, baba veya bakıcıyım (ouder)
button-youth = Gencim (jongere)
button-menu = Menü
button-human = Bir insanla konuş
button-sos = SOS
button-more = Daha fazlası
button-none = Hiçbiri

command-menu = Bütün konular
command-help = Nasıl çalışır
command-mens = Bir insanla konuş
command-sos = Acil durumda
command-taal = Dil seç
command-privacy = Neyi saklıyoruz, neyi saklamıyoruz
command-start = Baştan başla
command-inzage = Senin hakkında ne sakladığımızı gör
command-wis = Sakladıklarımızı sil
command-stop = Devam edeni durdur
command-weg = Çabuk çık: mesajlarımı sil

worry =
    Bu ağır geliyor. Söylemen iyi oldu.

    Ölmeyi mi düşünüyorsun, kendine zarar mı veriyorsun ya da biri sana zarar mı veriyor? **113**'ü ara ya da [113.nl](https://www.113.nl) üzerinden yaz: gece gündüz, ücretsiz. Adını söylemen gerekmez. Şu anda tehlike var mı? **112**'yi ara.
worry-otherwise = Başka bir şey mi demek istedin? Düğmeye dokun ya da yazmaya devam et.
worry-answered = Sorunun cevabı aşağıda.
still-here = Burada yazmaya devam edebilirsin. Birine ulaşabildin mi? Şu anda tehlike varsa **112**, konuşmak için **113**, gece gündüz. Ben bir bilgisayarım, yardım gönderemem.
misunderstood = Söylediğin iyi oldu, seni yanlış anlamışım. Sorun ne hakkında?
button-misunderstood = Başka bir şey demek istedim

button-share = Evet, ilet
button-share-closed = Evet, mesaj bırak
button-share-bare = Evet, sorum olmadan
button-share-no = Hayır, şimdi değil
button-leave = Görüşmeyi bitir
button-reopen = Yeniden konuş
share-intro = Burada bir çalışana, yani bir insana yazabilirsin.
share-who = Bu kişi { "{steunpunt}" } ekibindendir ve çoğu zaman kendisi de benzer şeyler yaşamıştır.
share-patience = Genellikle biraz sürer, bazen daha uzun. Sana haber veririm.
closed-until = Ekip mesajını okuyacak: { $moment }. Cevap buraya, bu sohbete gelir.
closed-unknown = Ekip döner dönmez mesajını okur. Cevap buraya, bu sohbete gelir.
opening-unknown = her zamanki saatlerimizde
closed-helplines = Şimdi biriyle konuşmak ister misin? Bu hatlar açık:
share-list = **Çalışan şunu görür:**
share-alias = uydurma bir ad
share-theme = konu: { $theme }
share-question = son sorun, yazdığın gibi
share-what-follows = bundan sonra yazdıkların
share-not = **Görmez:** adını, fotoğrafını ve numaranı.
share-danger = Ekip sen bilmeden kimseyle senin hakkında konuşmaz. Tehlike mi var? Ekip seninle birlikte yardım arar. Kimseyi gönderemez, çünkü kim olduğunu bilmez. O zaman **112**'yi kendin ara.
share-ask = Bunu ileteyim mi?
share-declined = Tamam, hiçbir şey iletmiyorum. Daha sonra da bir insan isteyebilirsin.
later-person = Bir çalışan buna şu zaman geri dönecek: { $moment }.
waiting-open = Oldu. Bu görüşmede adın **{ $alias }**. Sırada { $place }. kişisin. Şimdi yazdığın her şey ekibe gider. /menu ve /sos çalışmaya devam eder.
waiting-closed-unknown = Oldu. Bu görüşmede adın **{ $alias }**. Ekip döner dönmez okur. İstediğini yaz. Cevap bu sohbete gelir.
waiting-closed = Oldu. Bu görüşmede adın **{ $alias }**. Ekip okuyacak: { $moment }. İstediğini yaz. Cevap bu sohbete gelir.
claimed = Bir çalışan seninle ilgileniyor. Yazdıklarını okuyor ve burada cevap verecek.
staff-voice = 👤 Çalışan:
passed-on = İletildi.
stopped = Tamam, durdum. İstediğin zaman yeniden yazabilirsin.
button-flows = 🧭 Adım adım
button-wipe = Evet, her şeyi sil
button-wipe-not = Hayır, şimdilik kalsın
wipe-not = Tamam, hiçbir şey silmiyorum.
share-open = { $ahead ->
    [0] Ekip şimdi burada.
   *[other] Senden önce bekleyen kişi sayısı: { $ahead }.
}
share-audience = { $audience ->
    [ouder] anne, baba veya bakıcı olduğunu
    [jongere] genç olduğunu
   *[other] kim olduğunu söylemediğini
}
share-answers = cevapların ({ $count })
button-share-details = Tam olarak ne olur?
privacy =
    {""}**Senin hakkında ne biliyoruz**

    { $channel ->
        [web] Adını sormuyoruz. Burada hesabın yok. Yazdıkların ve okudukların, sohbet sürdükçe bilgisayarımızda şifreli durur.
       *[other] Adını sormuyoruz. Telegram bunun hangi hesap olduğunu bilir ve bu sohbeti saklar. Sana cevap verebilmek için hesap numaran bilgisayarımızda şifreli durur. Çalışanlar onu görmez.
    }

    Bana sorduklarını hiçbir insan okumaz. Nerede kaldığımızı en fazla bir gün hatırlarım. Sorunu iletirsen ekip onu adın olmadan okur ve beni geliştirmek için sözlerini saklayabilir. Bir çalışanla konuşursan ekip uydurma bir adla okur. Görüşmeden bir hafta sonra bunu sileriz.

    /inzage ile sakladığımız her şeyi görürsün. /wis ile silersin. /weg ile mesajlarımı çabuk silersin. /stop ile devam edeni durdurursun.

    { $channel ->
        [web] Dikkat: okul veya anne-baba bazen hangi sitelere girdiğini görebilir. Ne yazdığını böyle göremezler.
       *[other] Telegram bizim değil. Şartlarına göre AB'de 18 yaş ve üstü içindir. Bu sohbet uçtan uca şifreli değildir.
    }
closed-by-person = Görüşmeyi bitirdin. Yazdığın için teşekkürler. Nasıldı? İstersen bir yüze dokun.
closed-by-staff = Çalışan görüşmeyi bitirdi. Nasıldı? İstersen bir yüze dokun. Devam etmek ister misin? Bir hafta boyunca olur.
closed-by-silence = Bir süre sessizdi, bu yüzden görüşmeyi kapatıyorum. Sorun değil. Devam etmek ister misin? Bir hafta boyunca aşağıdaki düğmeyle olur.
manners-thanks = Rica ederim. İstediğin zaman yeni bir soru sorabilirsin.
manners-hello = Merhaba! Sorunu kendi sözlerinle sor. Yarım cümle de olur.
manners-goodbye = Hoşça kal. Buraya her zaman dönebilirsin.
manners-trying = Güzel, başarılar! İşler farklı giderse tekrar gelebilirsiniz.
said-before = Bu zaten yukarıda. Başka sözlerle söyle ya da aşağıdan seç.
translation-unreviewed = *Bu çeviri henüz kontrol edilmedi.*
button-dutch = 🇳🇱 Hollandaca (okula göstermek için)
language-followed = Türkçe yazdığın için Türkçe cevap veriyorum. Başka bir dil: /taal

# --- Bir insanla konuşmak -------------------------------------------------------------------------------------------

button-show = Yine de göster
button-pass-on = Evet, gönder
already-waiting = Zaten sıradasın, adın **{ $alias }**. Rahatça yazmaya devam et. Bir çalışan birazdan okur.
already-talking = Zaten bir çalışanla konuşuyorsun, adın **{ $alias }**. Yazmaya devam et, o okur.
still-waiting = { $stage ->
    [1] İstediğimizden uzun sürüyor, üzgünüm. Ekibi bir kez daha çağırdım. Sıradaki yerin: { $place }.
   *[other] Üzgünüm, ekip hâlâ başkalarıyla meşgul. Şimdi koordinatörü çağırdım. Sırada kalıyorsun, yerin: { $place }. Beklemek istemiyor musun? Bu yardım hatları şimdi açık:
}
transferred = Görüşmeyi başka bir çalışan devralıyor. Önce yazdıklarını okuyor. Hiçbir şeyi yeniden anlatman gerekmez.
given-back = Çalışan devam edemedi. Yeniden sıraya giriyorsun, mümkünse en öne. Yazdıkların duruyor.
check-in = Bir çalışan sana bir şey sordu ya da seni bekledi. Hâlâ orada mısın? Rahatça yazmaya devam et. Hiçbir şey yapmamak da olur: o zaman görüşmeyi yarın kapatırım.
rated = Teşekkürler. Bundan öğreniriz.
reopened = Yeniden burada olman güzel. Adın hâlâ **{ $alias }**. Yaz, ekip okuyor.
masked = Mesajında bir numarayı, adresi veya adı gizledim. Çalışan { "▒▒▒" } görür. Onu görmesi gerekiyor mu?
recognisable = { $kind ->
    [voice] Sesinden biri seni tanıyabilir.
    [video] Bir videoda biri yüzünü ve sesini tanıyabilir.
    [location] Bu yerden biri nerede olduğunu görebilir.
   *[other] Bir fotoğrafta biri seni veya başkasını tanıyabilir.
} Yine de çalışana göndermek ister misin? Yazmak da olur.
media-stopped = { $kind ->
    [contact] Kişi kartını iletmiyorum, çünkü üzerinde bir ad ve numara var.
    [document] Dosyayı iletmiyorum, çünkü içinde çoğu zaman yapanın adı vardır. Fotoğrafını çek ya da içinde ne yazdığını yaz.
   *[other] Bu tür bir mesajı iletemem. Yazabilir misin?
}
blocked = { $until } gününe kadar bir çalışanla görüşme başlatamazsın. Ekip böyle karar verdi. Bana soru sorabilirsin. Zor durumda mısın? SOS'a dokun.

# --- Kendi verilerin --------------------------------------------------------------------------------------------------

gone = Merhaba. Bir soru yaz ya da /menu.
wipe-ask =
    {""}**Senin hakkında sakladığımız her şeyi sileyim mi?**

    Şunlar gider: konuşmada nerede kaldığın, dilin, bir çalışanla görüşmelerin ve daha gönderilecek olanlar. Ekip de o görüşmeleri artık görmez.

    { $channel ->
        [web] Bu sohbet ekrandan da gider. Kodun artık çalışmaz.
       *[other] Kendi telefonundaki sohbet kalır. Onu Telegram'da kendin silersin. Mesajlarım da oradan gitsin mi? O zaman önce /weg yaz: son iki günün mesajlarımı silerim.
    }
wiped = Her şey silindi. Senin hakkında artık hiçbir şey saklamıyoruz. Bir yedekte en çok on dört gün şifreli kalabilir. { $channel ->
    [web] Her zaman yeni bir şey sorabilirsin.
   *[other] Bu sohbet de gitsin mi? Onu Telegram'da sil. Her zaman yeni bir şey sorabilirsin.
}
insight-file = ne-sakliyoruz.txt
insight-caption = Şu anda senin hakkında sakladığımız her şey bu.
insight-next = Bir şey yanlış mı ya da silinsin mi istiyorsun? /wis yaz ya da bir insana sor.
insight-title = { $organisation } senin hakkında ne saklıyor, { $moment }
insight-nothing = hiçbir şey
insight-account = { $channel ->
    [web] Hesabın yok. Adın, fotoğrafın, numaran veya adresin bizde yok. Bu sohbetin kendisi bizde şifreli durur.
   *[other] Telegram hesabın: sana cevap verebilmek için, yalnızca şifreli. Adın, fotoğrafın ve numaran bizde yok.
}
insight-audience = Kim olduğunu söyledin: { $who }
insight-audience-name = { $audience ->
    [ouder] anne, baba veya bakıcı
    [jongere] genç
   *[other] hiçbir şey
}
insight-language = Dil: { $language }
insight-entry = Son konu (kod): { $entry }
insight-alarm = Son tehlike işareti: { $level }
insight-state = Bütün bunları { $hours } saat sessizlikten sonra unuturuz. { $channel ->
    [web] Yazdıklarını ve bu sohbetteki dosyaları da. İlettiğin bir soruyu daha uzun saklarız.
   *[other] Yazdıklarını saklamayız, ilettiğin bir soru dışında.
}
insight-talks = Bir çalışanla görüşmeler:
insight-talk = - adın { $alias }, başlangıç { $moment }, { $status ->
    [waiting] bir çalışan bekliyor
    [claimed] sürüyor
   *[other] bitti
}
insight-kept = Mesajların kendisi ekibin Telegram grubundadır. Görüşme bittikten { $days } gün sonra silinirler.
insight-telegram = { $channel ->
    [web] Buradaki ekranda olanları, bu sohbet bitince unuturuz.
   *[other] Telegram da bu sohbeti saklar. Ona biz karışamayız.
}
insight-rights = Bunu her zaman sildirebilirsin: /wis yaz. Soru veya şikâyet mi? Steunpunt'a (destek noktası) ya da Autoriteit Persoonsgegevens'e (kişisel verileri koruma kurumu) git.
insight-alert = - { $moment } gününde bir tehlike işareti (yalnızca türü, sözler olmadan)
insight-block = - { $until } gününe kadar bir engel, nedeni: { $reason }
insight-rating = - bir görüşmeye verdiğin puan: { $number } / 5
insight-flow = Şu anda süren bir adım planındaki cevaplar:
insight-question = - ilettiğin bir soru: { $text }
insight-unanswered = - son sorun, istersen iletmek için: { $text }
insight-participant = - bir anketten ne çıktığını duymak istediğin
insight-case = - bir çalışanın, seninle yaptığı görüşmeden ekibin ne öğrendiğini yazdığı bir kart; kim olduğun yazmaz
insight-news = - bizden haber almak istediğin, { $until } tarihine kadar
insight-age = { $age } yaşında
insight-child = Çocuk hakkında söylediklerin (yarım saat sonra unuturuz): { $what }
insight-held = Sen yeniden iyi olunca cevaplayacağımız bir soru: { $text }

# --- Adım adım --------------------------------------------------------------------------------------------------------

button-share-no-words = Evet, kendi sözlerim olmadan
button-share-change = Önce bir şeyi değiştir
button-flow-back = ◀ Geri
button-flow-skip = Atla
button-flow-why = Neden?
button-flow-stop = Dur
button-flow-answer = Cevabım buydu
button-flow-go_on = ▶ Kaldığım yerden devam
button-flow-restart = Baştan
flows-menu = Bir adım planı seç. Her seferinde tek soru sorarım. Her zaman geri gidebilir veya durabilirsin.
flow-choose = Bu cevaplardan birini seç. Yazmak da olur.
flow-choose-again = Bunu tanımıyorum. Bir düğmeye dokun ya da seçiminin numarasını yaz.
flow-which = "{ $first }" mi, "{ $second }" mi demek istiyorsun?
flow-choose-one = Neyi değiştirmek istiyorsun?
flow-which-change = Şimdiye kadar bunları söyledin.
flow-yes-no-wanted = Evet ya da hayır seç.
flow-yes-no-wanted-again = Henüz anlamadım. Evet'e ya da Hayır'a dokun.
flow-number-wanted = Yalnızca bir sayı yaz.
flow-number-wanted-again = Bir sayı arıyorum, örneğin 3 veya 12.
flow-scale-wanted = 1 ile 10 arasında bir sayı seç.
flow-scale-wanted-again = 1 (çok zor) ile 10 (çok iyi) arasında bir sayı arıyorum.
flow-doubt = Emin değil misin? En çok uyanı seç. Sonra değiştirebilirsin.
flow-doubt-again = Kararsız olabilirsin. Evet ya da hayır seç, ya da bir insana sor.
flow-day-taken = Şunu anladım: **{ $day }**. Doğru değil mi? "geri" yaz.
flow-day-about = **{ $day }** ile hesaplıyorum: olabilecek en erken gün. Günü tam biliyor musun? "geri" yaz ve söyle.
flow-date-past = { $day } daha gelmedi. Geçmiş bir gün arıyorum.
flow-date-future = { $day } geçti. Daha gelecek bir gün arıyorum.
flow-date-wanted = Bir gün yaz, örneğin 12-3 veya 12-3-2027.
flow-date-wanted-again = O günü anlamadım. 12-3-2027 gibi yaz.
flow-text-too-long = Bu benim için çok uzun. Daha kısa söyleyebilir misin?
flow-text-too-long-again = Hâlâ çok uzun. Yalnızca en önemlisini yaz.
flow-stuck = Bunu çözemedim, üzgünüm. Bu soruyu atlayabilir, baştan başlayabilir ya da bir insana sorabilirsin.
flow-stuck-again = Hâlâ olmuyor. Aşağıdaki bir düğmeye dokun. Bir insan mı istersin? "evet" yaz.
flow-no-skip = Devam etmek için bu soruya ihtiyacım var.
flow-no-why = Bunu sana doğru adımı göstermek için soruyorum. En çok bir gün saklarım.
flow-first = Bu ilk soru.
flow-changed = Bu soru az önce değişti. Bu yüzden yeniden soruyorum.
flow-go-on = Sorunla devam.
flow-stopped = Durdum. Cevaplarını sildim.
flow-withdrawn = Bu adım planı artık yok, üzgünüm. İşte menü.
flow-broken = Bu adım planında bir şey ters gitti. Senin hatan değil. Bir insana sor ya da menüden bir şey seç.
flow-done = Bitti. Cevaplarını sildim.
flow-edited = Bir cevabı değiştirmek mi istiyorsun? "değiştir" yaz ya da eski bir düğmeye dokun.
flow-only-text = Bunu burada okuyamıyorum. Yazabilir ya da bir düğmeye dokunabilir misin?
document-failed = Dosyayı hazırlayamadım. Bu bizim hatamız, senin değil. Daha sonra tekrar deneyebilir ya da bir insandan yardım isteyebilirsin.

# --- Ne düşünüyorsun, ve soru iletmek ---------------------------------------------------------------------------------

button-opinion-ja = 👍 Bunu arıyordum
button-opinion-nee = 👎 Bunu aramıyordum
button-pass-question = ✉️ Sorumu ilet
button-question-yes = Evet, ilet
button-question-no = Hayır, iletme
opinion-thanks = Teşekkürler. Bununla daha iyi oluruz.
opinion-sorry = Üzgünüm, yanlış anladım. Bir konu seç ya da başka sözlerle sor. Bir insana da sorabilirsin.
question-ask = Sorunu ileteyim mi? Ekip onu adın olmadan okur ve onunla daha iyi bir cevap yapar. Bu soruya kendin cevap almazsın. Cevap istiyor musun? O zaman bir insana sor. Sorunu en çok { $days } gün ya da sen /wis yazana kadar saklarız. Şunu iletiyorum:
question-passed = Oldu. Teşekkürler, ekip bakacak.
question-kept = Tamam, hiçbir şey iletmiyorum. Sorun silindi.
question-gone = O soru artık bende yok. Rahatça yeniden sor.
survey-outcome = Steunpunt'un (destek noktası) bir anketine katıldın: { $title }. Sonuç bu. Kimse tanınmasın diye 5'ten küçük sayıları vermiyoruz.

# --- Posterler ve sitedeki düğme --------------------------------------------------------------------------------------

poster-kind = { $audience ->
    [jongere] Gençler için ücretsiz sohbet
   *[other] Anne babalar ve bakıcılar için ücretsiz sohbet
}
poster-title = { $audience ->
    [jongere] Bir derdin mi var?
   *[other] Çocuğunuz okulda zorlanıyor mu?
}
poster-promise = { $audience ->
    [jongere] Yaz gitsin. Ücretsiz ve adını vermen gerekmez.
   *[other] Sorunuzu sohbette sorun. Ücretsiz, adınızı vermeniz gerekmez.
}
poster-step-scan = Kodu tara
poster-step-start =
    { $channel ->
        [web] Kim olduğunu seç
       *[telegram] Start'a dokun
    }
poster-step-type = Sorunu yaz
poster-computer = Önce bir bilgisayarla yazışırsın. İnsan mı istersin? O da olur.
poster-telegram =
    { $channel ->
        [web] Uygulama veya hesap gerekmez.
       *[telegram] Ücretsiz Telegram uygulaması ve kendi hesabın gerekir.
    }
poster-later = Burada olmasın mı? Sonrası için fotoğrafını çek.
poster-address = Tarama olmuyor mu? Tarayıcına şunu yaz:
poster-call = Aramak daha mı iyi?
poster-danger = Tehlike mi var? 112'yi ara.
snippet-button = Bizimle sohbet et
snippet-spoken =
    { $channel ->
        [web] Bizimle sohbet et: { $organisation }
       *[telegram] Bizimle sohbet et: { $organisation }, Telegram'da
    }
snippet-note = { poster-computer } Ücretsizdir ve adını vermen gerekmez. { poster-telegram }
snippet-newsletter = { $title } { $organisation } ile sohbet et: { $link } – ücretsiz, adını vermen gerekmez. { poster-computer } { poster-telegram }

# --- Bir görüşmeden sonra ---------------------------------------------------------------------------------------------

button-remark = ✏️ Bir şey eklemek
button-summary = 📄 Özet
remark-ask = Söylemek istediğini bir iki cümleyle yaz. Ekip onu uydurma adınla okur.
remark-thanks = Teşekkürler. Şimdi ekipte.
summary-title = { $organisation } ile görüşmenin özeti
summary-alias = Bu görüşmedeki adın: { $alias }
summary-theme = Konu: { $theme }
summary-asked = Sorulan an: { $moment }
summary-claimed = Bir çalışan aldı: { $moment }
summary-closed = Kapatıldı: { $moment }
summary-gone = Söylenenler bu sohbette. Bizde görüşme şu gün silinir: { $day }.
summary-contact = Başka sorun mu var? { "{" }steunpunt.phone{ "}" } numarasını ara ya da { "{" }steunpunt.email{ "}" } adresine yaz.
summary-file = ozet.txt
summary-caption = Özetin. Sakla ya da güvendiğin birine göster.

# --- Botun sorduklarına cevaplar --------------------------------------------------------------------------------------

share-again = Bunu bir çalışana ileteyim mi? "evet" ya da "hayır" yaz.
wipe-again = Peki senin hakkında sakladığımız her şeyi sileyim mi? "evet" ya da "hayır" yaz.
question-again = Sorunu ekibe ileteyim mi? "evet" ya da "hayır" yaz.
reply-unclear = Bunun evet mi hayır mı olduğunu anlamadım.
reply-doubt = Kararsız olabilirsin. Sen evet diyene kadar hiçbir şey olmaz.
remark-none = Tamam, o zaman kalsın.
once-more = Bir kez daha:
urgent-once-more = Bunu istediğin kadar sorabilirsin.
hello-helper = Başkası için bakman güzel. Bir anne babanın soracağı gibi sor ya da bir konu seç. Her zaman anne veya babayla birlikte de bakabilirsin.
hello-professional = Hoş geldin. Bu steunpunt (destek noktası) anne babalar ve gençler içindir. Burada onların okuduğunu okursun. Sorunu yaz ya da bir konu seç.
role-known = Evet, bunu anlamıştım. Sorun ne hakkında?
follow-up = **{ $title }** hakkında:
follow-unknown = { $what ->
    [long] Ne kadar sürdüğü, **{ $title }** hakkındaki cevabımda yok.
    [cost] Ne kadar tuttuğu, **{ $title }** hakkındaki cevabımda yok.
    [who] Bunu kimin yaptığı, **{ $title }** hakkındaki cevabımda yok.
    [when] Ne zaman olabileceği, **{ $title }** hakkındaki cevabımda yok.
    [refuse] Olmazsa ne yapacağın, **{ $title }** hakkındaki cevabımda yok.
    [sign] İmzalaman gerekip gerekmediği, **{ $title }** hakkındaki cevabımda yok.
    [must] Bunun zorunlu mu izinli mi olduğu, **{ $title }** hakkındaki cevabımda yok.
    [next] Sonra ne olduğu, **{ $title }** hakkındaki cevabımda yok.
    [scope] Bunun orada da geçerli olup olmadığı, **{ $title }** hakkındaki cevabımda yok.
   *[other] Bu, **{ $title }** hakkındaki cevabımda yok.
} Steunpunt'tan (destek noktası) bir insan bunu senin için araştırabilir.
follow-words = **{ $title }** içindeki zor kelimeleri açıklıyorum.
follow-no-words = **{ $title }** açık olmadıysa üzgünüm. Hangi kelimeyi veya bölümü anlamadın? Bir insan da açıklayabilir.
follow-all-told = **{ $title }** hakkında daha fazlasını bilmiyorum. Cevap yukarıda. Bir insan seninle birlikte düşünebilir.
follow-again = Bu da **{ $title }** konusuna ait. Cevap yukarıda; bunun hakkında daha bildiğim şu.
follow-sources = **{ $title }** hakkındaki kaynaklar, kontrol edildikleri günle:
child-noted = Teşekkürler, bu yardımcı oluyor. Bildiğim kadarıyla **{ $title }** hakkındaki cevabımda bir fark yaratmıyor. Destek noktasından bir insan sizinle birlikte bakabilir.
letter-file = Mektubunuz pdf olarak, okul için Hollandaca. Aşağıda metin tek başına duruyor; e-postaya kopyalayabilirsiniz.
letter-reading = Mektupta şunlar yazıyor:
follow-what = Bu ne hakkında? Konuyu da söyle, örneğin "okuldan uzaklaştırma ne kadar sürer".
was-it-this = Bununla mı ilgiliydi?
button-not-this = Hayır, başka bir şey
manners-may_ask = Evet, tabii. Sorunu söyleyeceğin gibi yaz.
manners-insult = Üzgünüm, sana iyi yardım edemedim. Ben bir bilgisayarım ve yalnızca hazır cevaplar bilirim. Başka türlü söyle ya da bir insana sor.
manners-sorry = Sorun değil. Sana neyle yardım edebilirim?
manners-laugh = 🙂 Sana neyle yardım edebilirim? Rahatça yaz.
manners-sad = Bu üzgün görünüyor. Ne olduğunu anlatmak ister misin? Rahatça yaz ya da bir insanla konuş.
bot-answers = 🤖 Bunu kendim biliyorum. Ekip de mesajını okuyacak.
receipt-open = Ekip için saklandı. Sıradaki yerin: { $place }.
receipt-closed = Ekip için saklandı. Ekip okuyacak: { $moment }.
receipt-closed-unknown = Ekip için saklandı. Ekip döner dönmez okur.
receipt-more = Bu da ekip için hazır.
receipt-added = Bunu da ekledim.

# --- Bir şey ulaşmazsa ------------------------------------------------------------------------------------------------

not-passed-on = Son mesajını çalışana iletemedim. Daha kısa veya eksiz olarak yeniden gönder.
edit-not-passed-on = Değişikliğini çalışan göremiyor. Yeni bir mesaj olarak gönder.
file-not-arrived = Dosyayı gönderemedim: Telegram kabul etmedi. Daha sonra yeniden iste veya bir insana sor.
answer-not-arrived = Cevabım ulaşmadı: Telegram kabul etmedi. Sorunu yeniden sor veya bir insan iste.
team-away = Ekip şu anda bu sohbete ulaşamıyor. Gönderdiklerini saklarım ve olur olmaz iletirim. Hiçbir şeyi yeniden göndermen gerekmez.
team-away-kept = Ekip bunu şimdi okuyamıyor. Saklıyorum ve olur olmaz iletirim.
team-away-now = Ekip şu anda bu sohbete ulaşamıyor. Sorunu saklıyorum ve olur olmaz iletirim. Ne kadar süreceğini bilmiyorum.
team-back = Ekip mesajlarını yeniden okuyabiliyor. Hepsini şimdi iletiyorum.
waiting-away = Sorunu sakladım. Ekip şu anda bu sohbete ulaşamıyor. Olur olmaz sorunu iletirim ve bunu burada duyarsın. Oradaki adın **{ $alias }**.

# --- Bir alarmdan sonraki saat ----------------------------------------------------------------------------------------

crisis-first = Şu anda tehlike varsa **112**. { $category ->
    [unsafe_home] **Veilig Thuis: 0800-2000**, gece gündüz.
    [sexual_violence] **Centrum Seksueel Geweld: 0800-0188**, gece gündüz.
   *[other] Konuşmak için **113**, gece gündüz.
  } Önce sen: güvende misin? Buraya her şeyi yazabilirsin. Ben bir bilgisayarım, yardım gönderemem.
crisis-still = Şu anda tehlike varsa **112**. { $category ->
    [unsafe_home] **Veilig Thuis: 0800-2000**, gece gündüz.
    [sexual_violence] **Centrum Seksueel Geweld: 0800-0188**, gece gündüz.
   *[other] **113** konuşmak için, gece gündüz.
  }
crisis-here = Buradayım. Daha iyi misiniz? Düğmeye dokunun, konuşmaya devam edelim.
crisis-held = Sorunu saklıyorum. Daha iyi misin ya da seni yanlış mı anladım? Düğmeye dokun, o zaman cevap alırsın.
crisis-go-on = Daha iyi misin ya da seni yanlış mı anladım? Düğmeye dokun, o zaman devam ederiz.
crisis-flow = Meşgul olduğun sorularla devam edelim mi?
crisis-answer = Soruna şimdi cevap ister misin?
crisis-through = Buraya yeniden soru yazabilirsin.
crisis-on = Tamam. O zaman devam ediyoruz.
button-crisis-call = Aramaya cesaret edemiyorum
button-crisis-go-on = Daha iyiyim, devam et
button-go-on = Evet, devam et
command-nieuws = İstersen bizden haberler
news-ask =
    {""}**{ $organisation } haberlerini almak ister misin?**

    Sana burada bazen mesaj göndeririz, örneğin bir veli akşamı hakkında. Sadece gündüz, asla reklam değil, Felemenkçe. Telefonuna bakan biri görebilir.

    Her zaman durdurabilirsin: mesajın altındaki düğmeyle ya da /stop ile. Bir yıl sonra kendiliğinden durur.
news-again = Bizden haber almak ister misin? Evet mi hayır mı?
button-news-yes = Evet, haber gönder
button-news-no = Hayır, istemiyorum
button-news-off = Artık haber gönderme
news-on = Tamam, sana haber göndereceğiz. Düğmeyle ya da /stop ile her zaman durdurabilirsin.
news-already = Bizden haber alıyorsun. Artık istemiyor musun?
news-declined = Tamam, sana bir şey göndermeyiz.
news-off = Artık bizden haber almayacaksın. Her zaman soru sorabilirsin.
news-not-here = Haber almak sadece Telegram'da mümkün. Bu sayfada kim olduğunu hatırlamıyoruz.
news-head = 📰 **{ $organisation } haberleri** (Felemenkçe)
stopped-news = Tamam, durdum. Artık haber de almayacaksın. İstediğin zaman yeniden yazabilirsin.
button-call-back = 📞 Beni geri arayın
button-message = ✉️ Mesaj bırak
button-call-yes = Evet, numaramı iletin
button-call-no = Hayır, numara vermek istemiyorum
call-ask = Ekip seni hangi numaradan arayabilir? Buraya yaz. Önce sana gösteririm. Ekip numarayı ancak sen evet dedikten sonra alır.
call-unclear = Bunu telefon numarası olarak okuyamadım. Hollanda numarası on hanelidir; diğerleri + ve ülke koduyla başlar. Bir daha yazar mısın?
call-check = Doğru okudum mu: **{ $number }**? Ekip seni aramak için bu numarayı görebilir mi? Görüşme bitince numarayı silerim.
call-again = Ekip numaranı görebilir mi?
call-noted = { $when ->
    [open] Ekip artık numaranı görüyor: **{ $number }**. Ne zaman uygunsun? Yazabilirsin.
   *[closed] Ekip numaranı alacak: **{ $number }**. Biri şu zaman orada: { $moment }. Ne zaman uygunsun? Yazabilirsin.
}
call-none = Tamam, numara iletmiyorum. Sorun duruyor. Cevabı bu sohbette alırsın.
message-ask = { $when ->
    [open] Mesajını yaz. Ekibe gider, cevabı bu sohbette alırsın.
   *[closed] Mesajını yaz, istediğin kadar uzun. Ekip şu zaman okur: { $moment }. Cevabı bu sohbette alırsın.
}
insight-call-back = {"  "}seni geri aramak için numara: { $number }
story-read = { $count ->
    [2] İki konu okuyorum:
   *[3] Üç konu okuyorum:
}
story-where = Nereden başlayalım? Kalanına sonra bakarız.
button-subject = Sıradaki: { $title }
story-left = Şunu da yazmıştın: **{ $title }**. Onunla devam edelim mi?
