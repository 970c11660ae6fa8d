# Botun kısa cümleleri. Bir ana dil konuşuru henüz okumadı. Eksik olan İngilizce söylenir.

language-name = Türkçe
answer-not-translated = { $shown ->
    [en] Bu cevap henüz Türkçe değil. Aşağıda İngilizcesi var. Hollandacası için: /taal
   *[nl] Bu cevap henüz Türkçe değil. Aşağıda Hollandacası var.
}

welcome =
    Merhaba! Ben { "{steunpunt}" } kuruluşunun sohbet botuyum. Ben bir bilgisayarım, insan değilim. Cevaplarım önceden yazıldı ve kaynakları var. Birçok cevap henüz İngilizce veya Hollandaca.

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
cannot-read = Bunu okuyamıyorum. Sorunu yazabilir misin?
apology = Bizde bir şey ters gitti. Senin hatan değil. Mesajın cevaplanmadı. Yeniden gönder ya da /menu yaz.
apology-contact = Bir insanla mı konuşmak istiyorsun? { $phone } numarasını ara. Tehlike mi var? 112'yi ara.
apology-without-phone = /mens ile bir insana nasıl ulaşacağını öğrenirsin. Tehlike mi var? 112'yi ara.
sources = Kaynak:
source = { $link } (kontrol tarihi: { $checked })
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
said-before = Bu zaten yukarıda. Başka sözlerle söyle ya da aşağıdan seç.
translation-unreviewed = *Bu çeviri henüz kontrol edilmedi.*
button-dutch = 🇳🇱 Hollandaca (okula göstermek için)
language-followed = Türkçe yazdığın için Türkçe cevap veriyorum. Başka bir dil: /taal
