"""How well danger is heard, as a table: each share of the right examples."""

from bot.authoring.evaluation.danger import format_danger
from bot.safety.assessment import Category, Level
from bot.safety.signals import Example


def test_the_table_of_how_well_danger_is_heard() -> None:
    def judged(
        level: Level, category: Category | None, style: str, language: str, found: Level
    ) -> tuple[Example, Level]:
        return Example(text="", level=level, category=category, style=style, language=language), found

    none, concern, crisis, acute = Level
    known = [
        judged(crisis, Category.SUICIDE, "direct", "nl", crisis),
        judged(acute, Category.ACUTE_DANGER, "direct", "en", concern),
        judged(crisis, Category.SUICIDE, "", "nl", none),
        judged(none, None, "school", "nl", none),
    ]
    unknown = [
        judged(concern, Category.SUICIDE, "slang", "nl", acute),
        judged(concern, Category.SUICIDE, "slang", "nl", concern),
    ]
    head = f"{'':34}     n    alarm  signaal"
    assert format_danger(known, unknown).split("\n") == [
        "Elke stem buiten het leren gehouden (alleen gelijkenis, hele bericht):",
        head,
        f"{'gevaar':34}     3    33.3%    66.7%",
        f"{'  soort acute_danger':34}     1     0.0%   100.0%",
        f"{'  soort suicide':34}     2    50.0%    50.0%",
        f"{'  stijl direct':34}     2    50.0%   100.0%",
        f"{'  stijl redactie':34}     1     0.0%     0.0%",
        f"{'  taal en':34}     1     0.0%   100.0%",
        f"{'  taal nl':34}     2    50.0%    50.0%",
        f"{'niets':34}     1     0.0%     0.0%",
        f"{'  stijl school':34}     1     0.0%     0.0%",
        f"{'  taal nl':34}     1     0.0%     0.0%",
        "",
        "Stemmen waar nooit van geleerd is (het hele scherm, zoals in het echt):",
        head,
        f"{'zorg':34}     2    50.0%   100.0%",
        f"{'  soort suicide':34}     2    50.0%   100.0%",
        f"{'  stijl slang':34}     2    50.0%   100.0%",
        f"{'  taal nl':34}     2    50.0%   100.0%",
    ]
