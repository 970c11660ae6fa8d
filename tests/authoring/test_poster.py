"""Posters and the button for a website: the code leads where it should, everything fits, and mistakes are explained."""

import re
from io import BytesIO
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.image import imread

from bot.app.cli import main
from bot.app.commands.poster import Request, poster_of
from bot.app.library import checked_content
from bot.authoring.drawing.lettering import fit, printable, width_of
from bot.authoring.drawing.poster import Helpline, Poster
from bot.domain.colours import LEAST_CONTRAST, contrast, ink_on
from bot.domain.deeplinks import EXAMPLE_BOT, deep_link
from bot.domain.errors import SettingsError
from tests.acceptance.content import write_content

DOTS_PER_MM = 300 / 25.4
FLOW = """\
flow: praten
title:
  nl: Een gesprek voorbereiden
audience: [ouder]
owner: redactie
review_by: "2027-05-01"
slots:
  - name: wat
    type: text
    label:
      nl: Wat
steps:
  - id: vraag
    ask: wat
    text:
      nl: Wat wil je zeggen?
"""
COLOURS = 'colours:\n  main: "#17495c"\n  accent: "#f6c667"\n'
NASTY = [
    "Ouder- en Jeugdsteunpunt van het Samenwerkingsverband Passend Onderwijs Noord-Oost-Veluwe, Eemland, Gooi en meer",
    "Hottentottententententoonstellingsorganisatiecommissievoorzittersvergaderingssteunpunt" * 2,
    "Steunpunt $x_1$ & <b>Zoë</b> 😀 \\frac{1}{2}",
    "i",
    "😀",
]

Pixels = npt.NDArray[np.floating]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = write_content(tmp_path / "content")
    profile(folder, "telegram: proef_steunpunt_bot\n")
    return folder


def profile(folder: Path, extra: str) -> None:
    path = folder / "steunpunt.yaml"
    path.write_text(path.read_text() + extra)


def rename(folder: Path, name: str) -> None:
    path = folder / "steunpunt.yaml"
    path.write_text(path.read_text().replace("name: Steunpunt Proef", f"name: '{name}'"))


def poster(content: Path, output: Path, *more: str, audience: str = "ouder") -> int:
    return main(["poster", "--audience", audience, "--content", str(content), "--output", str(output), *more])


def pixels(output: Path) -> Pixels:
    picture: Pixels = np.asarray(imread(BytesIO(output.read_bytes()), format="png"))[:, :, :3]
    return picture


def drawn_code(picture: Pixels) -> tuple[list[list[bool]], float, float]:
    """The modules sampled from a picture, the side of the code in mm, and the brightness of its quiet zone."""
    # Only the code is wholly black: letters are a shade lighter.
    rows, columns = np.nonzero(picture.max(axis=2) == 0)
    top, bottom, left, right = rows.min(), rows.max() + 1, columns.min(), columns.max() + 1
    # A finder pattern is seven modules wide, and its upper edge is black all along.
    edge = picture[top, left:right].max(axis=1) > 0
    module = int(np.argmax(edge)) / 7
    count = round((right - left) / module)
    zone = int(4 * module)
    around = picture[top - zone : bottom + zone, left - zone : right + zone].copy()
    around[zone:-zone, zone:-zone] = 1.0
    centres = [int((number + 0.5) * module) for number in range(count)]
    modules = [[bool(picture[top + down, left + across].max() < 0.5) for across in centres] for down in centres]
    return modules, (right - left) / DOTS_PER_MM, float(around.min())


@pytest.mark.parametrize("written", [EXAMPLE_BOT, EXAMPLE_BOT.upper(), EXAMPLE_BOT.title()])
@pytest.mark.parametrize("example", ["true", "false"])
def test_o15_no_paper_leads_to_the_name_of_the_example(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], written: str, example: str
) -> None:
    # Anybody can register that name, and would then be who young people write to.
    folder = write_content(tmp_path / "content")
    path = folder / "steunpunt.yaml"
    path.write_text(path.read_text().replace("example: true", f"example: {example}"))
    for output in ("p.pdf", "p.png", "p.html"):
        assert poster(folder, tmp_path / output, "--bot", written) == 1
        assert "naam uit het voorbeeld" in capsys.readouterr().err
        assert not (tmp_path / output).exists()
    profile(folder, f"telegram: {written}\n")
    assert poster(folder, tmp_path / "p.pdf") == 1
    assert not (tmp_path / "p.pdf").exists()
    capsys.readouterr()
    main(["check", "--content", str(folder)])
    assert ("naam uit het voorbeeld" in capsys.readouterr().out) == (example == "false")


def test_o15_that_name_is_the_one_in_the_example() -> None:
    packaged = (Path(__file__).parents[2] / "steunpunt.yaml").read_text()
    assert f"\ntelegram: {EXAMPLE_BOT}\n" in packaged


@pytest.mark.parametrize(
    ("audience", "more", "link"),
    [
        ("ouder", [], "https://t.me/proef_steunpunt_bot?start=ouder"),
        ("jongere", ["--language", "en"], "https://t.me/proef_steunpunt_bot?start=jongere-en"),
        ("jongere", ["--language", "ar"], "https://t.me/proef_steunpunt_bot?start=jongere-ar"),
        ("jongere", ["--topic", "j_gepest"], "https://t.me/proef_steunpunt_bot?start=faq_j_gepest"),
        ("ouder", ["--flow", "praten"], "https://t.me/proef_steunpunt_bot?start=flow_praten"),
        ("ouder", ["--bot", "AndereBot"], "https://t.me/AndereBot?start=ouder"),
        (
            "jongere",
            ["--channel", "web", "--address", "https://chat.proef.example/chat"],
            "https://chat.proef.example/chat",
        ),
        (
            "jongere",
            [
                "--channel",
                "web",
                "--address",
                "https://proef.example/chat/noord",
                "--topic",
                "j_gepest",
                "--language",
                "en",
            ],
            "https://proef.example/chat/noord?taal=en",
        ),
        ("ouder", ["--bot", "a" * 29 + "bot"], "https://t.me/" + "a" * 29 + "bot?start=ouder"),
    ],
)
def test_the_code_leads_to_the_right_place(
    content: Path, tmp_path: Path, audience: str, more: list[str], link: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "flows").mkdir()
    (content / "flows" / "praten.yaml").write_text(FLOW)
    assert poster(content, tmp_path / "poster.png", *more, audience=audience) == 0
    assert link in capsys.readouterr().out
    modules, side, quiet = drawn_code(pixels(tmp_path / "poster.png"))
    expected = segno.make_qr(link, error="q", boost_error=False)
    assert modules == [[bool(module) for module in row] for row in expected.matrix]
    assert side >= 45
    assert quiet == 1.0


def test_a_small_poster_has_a_code_that_scans_too(content: Path, tmp_path: Path) -> None:
    assert poster(content, tmp_path / "poster.png", "--size", "a5", audience="jongere") == 0
    picture = pixels(tmp_path / "poster.png")
    assert (picture.shape[1], picture.shape[0]) == pytest.approx((148 * DOTS_PER_MM, 210 * DOTS_PER_MM), abs=2)
    modules, side, quiet = drawn_code(picture)
    expected = segno.make_qr("https://t.me/proef_steunpunt_bot?start=jongere", error="q", boost_error=False)
    assert modules == [[bool(module) for module in row] for row in expected.matrix]
    assert side >= 30
    assert quiet == 1.0


@pytest.mark.parametrize(("size", "width", "height"), [("a4", 210, 297), ("a5", 148, 210)])
def test_a_pdf_is_one_page_of_that_paper_with_its_letters_in_it(
    content: Path, tmp_path: Path, size: str, width: float, height: float
) -> None:
    assert poster(content, tmp_path / "poster.pdf", "--size", size) == 0
    pdf = (tmp_path / "poster.pdf").read_bytes()
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 1
    box = re.search(rb"/MediaBox \[ 0 0 ([0-9.]+) ([0-9.]+) \]", pdf)
    assert box is not None
    assert [float(side) * 25.4 / 72 for side in box.groups()] == pytest.approx([width, height], abs=0.05)
    fonts = set(re.findall(rb"/FontName /\S+", pdf))
    assert len(fonts) == 2
    assert pdf.count(b"/FontFile2 ") == 2
    assert b"/CreationDate" not in pdf
    assert b"(https://t.me/proef_steunpunt_bot?start=ouder)" in pdf


def test_helplines_are_those_of_the_contacts_and_for_young_people_only(content: Path) -> None:
    def made(audience: str) -> Poster:
        return poster_of(checked_content(content), Request(audience=audience))

    assert (made("jongere").danger, made("jongere").helplines) == ("Is er gevaar? Bel 112.", ())
    contacts = content / "faq" / "contacts.yaml"
    contacts.write_text(
        contacts.read_text()
        + '  - id: "113"\n    name: 113 Proef\n    phone: "113"\n    what: dag en nacht\n'
        + '  - id: kindertelefoon\n    name: De Proeftelefoon\n    phone: "0800-0000"\n    what: over alles\n'
    )
    assert made("jongere").helplines == (
        Helpline(name="De Proeftelefoon", phone="0800-0000", what="over alles"),
        Helpline(name="113 Proef", phone="", what="dag en nacht"),
    )
    assert (made("ouder").danger, made("ouder").helplines) == ("", ())


@pytest.mark.parametrize("name", NASTY)
def test_any_name_stays_inside_the_margin(content: Path, tmp_path: Path, name: str) -> None:
    rename(content, name)
    assert poster(content, tmp_path / "poster.png", audience="jongere") == 0
    picture = pixels(tmp_path / "poster.png")
    margin = int(12 * DOTS_PER_MM)
    picture[margin:-margin, margin:-margin] = 1.0
    assert picture.min() == 1.0


@given(st.text(max_size=120), st.floats(20, 180), st.floats(4, 60), st.booleans())
def test_words_fit_their_place(text: str, width: float, height: float, bold: bool) -> None:
    block = fit(text, width, height, largest=40, smallest=8, bold=bold)
    assert block.height <= height
    assert all(width_of(line, block.size, bold=bold) <= width for line in block.lines)
    whole = "".join(block.lines).replace(" ", "")
    wanted = printable(text).replace(" ", "")
    assert whole == wanted or (whole.endswith("…") and wanted.startswith(whole[:-1]) and block.size == 8)


def test_the_button_escapes_the_name_and_needs_nothing_else(content: Path, tmp_path: Path) -> None:
    rename(content, 'Steunpunt "Zoë" <script>alert(1)</script> & co')
    assert poster(content, tmp_path / "knop.html") == 0
    html = (tmp_path / "knop.html").read_bytes().decode("ascii")
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert 'aria-label="Chat met ons: Steunpunt &quot;Zo&#235;&quot; &lt;script&gt;' in html
    assert re.findall(r"<(\w+)", html) == ["div", "a", "p", "p"]
    assert "<!--" not in html
    # The only addresses are the link of the button and the same one in the line for the newsletter.
    assert re.findall(r"https?://[^\s\"<]+", html) == ["https://t.me/proef_steunpunt_bot?start=ouder"] * 2
    assert ">Chat met ons</a>" in html


@pytest.mark.parametrize("language", ["nl", "en"])
def test_paper_for_the_website_does_not_speak_of_telegram(content: Path, tmp_path: Path, language: str) -> None:
    web = ("--channel", "web", "--address", "https://proef.example/chat", "--language", language)
    assert poster(content, tmp_path / "knop.html", *web) == 0
    words = (tmp_path / "knop.html").read_text()
    made = poster_of(
        checked_content(content),
        Request(audience="jongere", language=language, channel="web", address="https://proef.example/chat"),
    )
    words += repr(made)
    assert "Telegram" not in words
    assert "account" in words
    assert "Telegram" in repr(poster_of(checked_content(content), Request(audience="jongere", language=language)))


def test_the_button_speaks_english(content: Path, tmp_path: Path) -> None:
    assert poster(content, tmp_path / "button.html", "--language", "en", "--topic", "kind_thuis") == 0
    html = (tmp_path / "button.html").read_text()
    assert ">Chat with us</a>" in html
    assert 'lang="en"' in html
    assert "My child is at home. Chat with" in html


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (["--topic", "bestaat_niet"], "De vraag 'bestaat_niet' bestaat niet"),
        (["--topic", "j_gepest"], "is voor jongeren. Kies --audience jongere"),
        (["--flow", "weg"], "Het stappenplan 'weg' bestaat niet"),
        (["--flow", "praten", "--language", "en"], "heeft nog geen titel in deze taal"),
        (["--bot", "@proef_bot"], "zonder @"),
        (["--bot", "proef"], "met 'bot' aan het eind"),
        (["--bot", ""], "Hoe heet jullie bot"),
        (["--channel", "web"], "Geef --address"),
        (["--channel", "web", "--address", "http://proef.example/chat"], "Geef --address"),
        (["--channel", "web", "--address", "proef.example/chat"], "Geef --address"),
        (["--channel", "web", "--address", "https://ik:geheim@proef.example/chat"], "Geef --address"),
        (["--channel", "web", "--address", "https://proef.example/chat?start=faq_x"], "Geef --address"),
    ],
)
def test_a_mistake_is_explained_and_makes_no_file(
    content: Path, tmp_path: Path, more: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "flows").mkdir()
    (content / "flows" / "praten.yaml").write_text(FLOW)
    assert poster(content, tmp_path / "poster.pdf", *more) == 1
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "poster.pdf").exists()


@pytest.mark.parametrize("name", ["poster.doc", "poster"])
def test_another_kind_of_file_is_refused(
    content: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert poster(content, tmp_path / name) == 1
    assert "eindigt op .pdf, .png of .html" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_explained(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert poster(content, tmp_path / "weg" / "knop.html") == 1
    assert "is niet te schrijven" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("telegram: proef_steunpunt_bot", 'telegram: "@proef_steunpunt_bot"', "kan geen gebruikersnaam van een bot"),
        ('"#17495c"', "blauw", "'blauw' is geen kleur"),
        ('"#f6c667"', '"#f6c66"', "'#f6c66' is geen kleur"),
        ("accent:", "acent:", "bedoel je 'accent'?"),
        ('"#17495c"', '"#f6c667"', "Witte letters op #f6c667 lezen slecht"),
    ],
)
def test_a_wrong_profile_is_explained(
    content: Path, tmp_path: Path, before: str, after: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    profile(content, COLOURS)
    path = content / "steunpunt.yaml"
    assert before in path.read_text()
    path.write_text(path.read_text().replace(before, after))
    assert poster(content, tmp_path / "knop.html") == 1
    assert sentence in capsys.readouterr().err


def test_a_colour_that_reads_badly_does_not_stop_the_bot(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    profile(content, 'colours:\n  main: "#777777"\n')
    line = len((content / "steunpunt.yaml").read_text().splitlines())
    assert main(["check", "--content", str(content)]) == 0
    assert f"steunpunt.yaml:{line} · (let op) witte letters op #777777 lezen slecht (contrast 4,48" in (
        capsys.readouterr().out
    )


def test_the_colours_of_the_profile_are_used(content: Path, tmp_path: Path) -> None:
    profile(content, 'colours:\n  main: "#702070"\n  accent: "#102030"\n')
    assert poster(content, tmp_path / "poster.png") == 0
    sampled = pixels(tmp_path / "poster.png")[::9, ::9]
    seen = {tuple(colour) for colour in np.unique((sampled * 255).round().reshape(-1, 3), axis=0)}
    assert {(0x70, 0x20, 0x70), (0x10, 0x20, 0x30)} <= seen
    assert poster(content, tmp_path / "knop.html") == 0
    assert "background:#702070" in (tmp_path / "knop.html").read_text()


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#ffffff") == pytest.approx(1)
    # Known neighbours of the border: the lightest grey that passes, and the next one.
    assert contrast("#767676", "#ffffff") >= LEAST_CONTRAST > contrast("#777777", "#ffffff")


@given(st.integers(0, 0xFFFFFF))
def test_the_ink_can_be_read_on_any_colour(number: int) -> None:
    background = f"#{number:06x}"
    assert contrast(ink_on(background), background) >= 4.3


@given(st.text(max_size=80))
def test_a_link_is_one_that_telegram_takes(payload: str) -> None:
    allowed = re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload) is not None
    if allowed:
        assert deep_link("proef_bot", payload) == f"https://t.me/proef_bot?start={payload}"
    else:
        with pytest.raises(SettingsError):
            deep_link("proef_bot", payload)


def test_a_payload_may_have_sixty_four_signs_and_no_more() -> None:
    assert deep_link("proef_bot", "a" * 64).endswith("=" + "a" * 64)
    with pytest.raises(SettingsError, match="hooguit 64"):
        deep_link("proef_bot", "a" * 65)
