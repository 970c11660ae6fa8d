"""``python -m bot.authoring.lint``: writes the lists of rules in the documentation anew."""

from pathlib import Path

from bot.authoring.lint.explaining import renew_lists

if __name__ == "__main__":
    for path in renew_lists(Path(__file__).parents[3] / "docs"):
        print(path)
