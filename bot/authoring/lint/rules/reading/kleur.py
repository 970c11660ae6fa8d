"""White letters can be read on the colour of the house."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

RULE = Rule(
    id="kleur",
    means="een kleur bestaat niet, of witte letters zijn er slecht op te lezen",
    mend='schrijf `"#17495c"`: een `#` en zes cijfers of letters; kies een donkere kleur',
    good=Example(
        files={
            "steunpunt.yaml": """
                name: "Steunpunt De Vallei"
                region: "De Vallei"
                phone: "0318-000000"
                email: "hulp@vallei.example"
                url: "https://vallei.example"
                colours:
                  main: "#17495c"
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
                colours:
                  main: donkerblauw
                """,
        },
    ),
    check=None,
)
