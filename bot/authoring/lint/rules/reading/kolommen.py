"""Sentences about danger have all their columns."""

from bot.authoring.lint.examples import Example
from bot.authoring.lint.rule import Rule

_FILE = "faq/veiligheid/voorbeelden/eigen.tsv"
_HEAD = "level\tcategory\tstyle\tvoice\tlanguage\ttext\n"

RULE = Rule(
    id="kolommen",
    means="een regel met een voorbeeld van gevaar mist een kolom, of de eerste regel van het bestand klopt niet",
    mend="zet tussen elke kolom een tab, en laat de eerste regel staan",
    good=Example(files={_FILE: f"{_HEAD}crisis\tsuicide\tdirect\tredactie\tnl\tik spring van de brug\n"}),
    bad=Example(files={_FILE: f"{_HEAD}crisis\tsuicide\tik spring van de brug\n"}),
    check=None,
)
