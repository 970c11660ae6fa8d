"""Small rules of the page: codes, limits, markup, places, pictures, who may frame it."""

import io
import itertools
import math

import pytest
from PIL import Image

from bot.adapters.webchat import limits, pictures
from bot.adapters.webchat.codes import LENGTH, new_code, one_slip, read_code
from bot.adapters.webchat.limits import Allowed, Limiter, address_of
from bot.adapters.webchat.markup import from_html, from_markdown, to_html
from bot.adapters.webchat.pages import sites_of
from bot.adapters.webchat.words import WORDS


def test_a_code_is_hard_to_guess_and_easy_to_write() -> None:
    assert len(set(WORDS)) == len(WORDS) == 512
    assert LENGTH * math.log2(len(WORDS)) >= 54
    assert all(word.isascii() and word.isalpha() and word.islower() and 4 <= len(word) <= 8 for word in WORDS)
    assert not [pair for pair in itertools.combinations(WORDS, 2) if one_slip(*pair)]
    assert len({new_code() for _ in range(200)}) == 200


@pytest.mark.parametrize(
    ("one", "other", "close"),
    [
        ("boom", "boom", True),
        ("boom", "bom", True),
        ("boom", "bloom", True),
        ("boom", "baom", True),
        ("boom", "bom1x", False),
        ("boom", "bmoo", False),
        ("boom", "bo", False),
    ],
)
def test_one_slip(one: str, other: str, close: bool) -> None:
    assert one_slip(one, other) is one_slip(other, one) is close


def test_a_code_is_read_as_it_was_meant() -> None:
    words = list(WORDS[:LENGTH])
    code = " ".join(words)
    assert read_code(code) == code
    assert read_code(f"  {', '.join(words).upper()}.\n") == code
    assert read_code(" ".join([words[0] + "x", *words[1:]])) == code
    assert read_code(" ".join([words[0] + "xx", *words[1:]])) is None
    assert read_code(" ".join(words[:-1])) is None
    assert read_code(f"{code} {words[0]}") is None
    assert read_code("") is None


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_who_is_too_fast_waits_and_others_do_not() -> None:
    clock = Clock()
    limiter = Limiter(clock)
    allowed = Allowed(3, 2.0)
    assert [limiter.wait("say", "a", allowed) for _ in range(4)] == [0, 0, 0, 2.0]
    assert limiter.wait("say", "b", allowed) == 0
    assert limiter.wait("other", "a", allowed) == 0
    assert limiter.full("say", "a", allowed) == 2.0
    clock.now += 1.0
    assert limiter.wait("say", "a", allowed) == 1.0
    clock.now += 1.0
    assert limiter.wait("say", "a", allowed) == 0
    assert limiter.wait("say", "a", allowed) > 0
    clock.now += 100
    assert [limiter.wait("say", "a", allowed) for _ in range(4)][2:] == [0, 2.0]


def test_a_place_has_another_name_each_day_and_nothing_grows_for_ever() -> None:
    clock = Clock()
    limiter = Limiter(clock)
    today = limiter.place("192.0.2.1")
    assert today == limiter.place("192.0.2.1")
    assert today != limiter.place("192.0.2.2")
    assert limiter.place("2001:db8::1") == limiter.place("2001:db8::ffff:1")
    assert limiter.place("2001:db8::1") != limiter.place("2001:db8:0:1::1")
    assert "192" not in today
    clock.now += 86_401
    assert limiter.place("192.0.2.1") != today
    for number in range(limits._MOST_REMEMBERED + 50):
        limiter.wait("say", str(number), limits.SAY)
    assert len(limiter._buckets) == limits._MOST_REMEMBERED


@pytest.mark.parametrize(
    ("peer", "forwarded", "expected"),
    [
        ("127.0.0.1", "198.51.100.7", "198.51.100.7"),
        ("10.0.0.2", "203.0.113.9, 198.51.100.7", "198.51.100.7"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("8.8.8.8", "198.51.100.7", "8.8.8.8"),
        ("", "198.51.100.7", ""),
    ],
)
def test_only_our_own_proxy_is_believed(peer: str, forwarded: str, expected: str) -> None:
    assert address_of(peer, forwarded) == expected


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("Een **vet** en *schuin* woord", "<p>Een <b>vet</b> en <i>schuin</i> woord</p>"),
        ("- een\n- twee", "<ul><li>een</li><li>twee</li></ul>"),
        ("1. een\n2. twee", "<ol><li>een</li><li>twee</li></ol>"),
        ("een\\\ntwee", "<p>een<br>twee</p>"),
        (
            "[113](https://www.113.nl)",
            '<p><a href="https://www.113.nl" rel="noopener noreferrer" target="_blank">113</a></p>',
        ),
        ("[kwaad](javascript:alert(1))", "<p>[kwaad](javascript:alert(1))</p>"),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
        ("# Kop", "<h3>Kop</h3>"),
        ("`code`", "<p><code>code</code></p>"),
    ],
)
def test_content_becomes_a_tree_of_known_tags(markdown: str, html: str) -> None:
    assert to_html(from_markdown(markdown)) == html


@pytest.mark.parametrize(
    ("styled", "html"),
    [
        ("hoi\n<b>vet</b> &lt;i&gt;", "<p>hoi<br><b>vet</b> &lt;i&gt;</p>"),
        ("<img src=x onerror=alert(1)>tekst", "<p>tekst</p>"),
        ('<a href="javascript:alert(1)">klik</a>', "<p>klik</p>"),
        ("<tg-spoiler>geheim</tg-spoiler> na", "<p>geheim na</p>"),
        ("<b>open", "<p><b>open</b></p>"),
        ("", ""),
    ],
)
def test_lines_of_staff_become_a_tree_of_known_tags(styled: str, html: str) -> None:
    assert to_html(from_html(styled)) == html


def test_only_named_websites_may_frame_the_page() -> None:
    assert sites_of("https://steunpunt.example/pad") == (
        "'self' https://steunpunt.example https://www.steunpunt.example"
    )
    assert sites_of("", ("https://school.example; script-src *", "javascript:x", "https://ok.example")) == (
        "'self' https://ok.example"
    )


def picture(kind: str, size: tuple[int, int] = (60, 40), **more: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "purple").save(out, kind, **more)
    return out.getvalue()


def test_a_picture_keeps_what_can_be_seen_only() -> None:
    exif = Image.new("RGB", (1, 1)).getexif()
    exif[0x0112], exif[0x010F] = 6, "Telefoon van Sanne"
    clean = pictures.clean(picture("JPEG", exif=exif))
    with Image.open(io.BytesIO(clean)) as seen:
        assert (seen.format, seen.size) == ("JPEG", (40, 60))
        assert not seen.getexif()
    assert b"Sanne" not in clean
    with Image.open(io.BytesIO(pictures.clean(picture("PNG", (5000, 2500))))) as seen:
        assert seen.size == (2048, 1024)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<svg onload=alert(1)>",
        picture("JPEG")[:40],
        b"\x00" * (pictures.MOST_BYTES + 1),
        picture("TIFF"),
        picture("PNG", (10_000, 6_000)),
    ],
    ids=["nothing", "svg", "torn", "big", "kind", "pixels"],
)
def test_what_is_no_picture_is_refused(body: bytes) -> None:
    with pytest.raises(pictures.NotAPicture):
        pictures.clean(body)
