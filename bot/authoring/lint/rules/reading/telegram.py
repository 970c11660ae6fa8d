"""The name of the bot can be one."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="telegram",
    means="de naam van de bot kan geen naam van een bot zijn, of is die uit het voorbeeld",
    mend="schrijf hem zoals @BotFather hem gaf, zonder @",
    good=Example(
        files={
            "steunpunt.yaml": """
                name: "Steunpunt De Vallei"
                region: "De Vallei"
                phone: "0318-000000"
                email: "hulp@vallei.example"
                url: "https://vallei.example"
                telegram: steunpunt_vallei_bot
                """,
        },
    ),
    bad=Example(
        files={
            "steunpunt.yaml": """
                name: "Steunpunt De Vallei"
                region: "De Vallei"
                phone: "0318-000000"
                email: "hulp@vallei.example"
                url: "https://vallei.example"
                telegram: "@steunpunt vallei"
                """,
        },
    ),
    check=None,
)
