"""The names of the columns of tables of measures, their state and outcome, as lines of flat text have them."""

import re

COLUMN = (
    r"(?:Toimenpi(?:de|teet)|Tavoite|Tehtävä|Hanke|Tilanne|Tila|Tuotos|Tulos"
    r"|Tuotokset|Tulokset|Vaihe|Vastuu\w*|Aikataulu|Åtgärd|Läge|Resultat|Measure|Status|Outcome)"
)
HEADER = re.compile(
    rf"^[ \t]*({COLUMN}(?:/\w+)?)[ \t]+({COLUMN}(?:/\w+)?)(?:[ \t]+({COLUMN}(?:/\w+)?))?[ \t]*$", re.MULTILINE
)
