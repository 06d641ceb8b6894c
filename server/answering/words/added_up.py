"""Follow-ups that add up what was asked about: "Entä yhteensä?", "How much did they get in total?".

Knows nothing of documents.
"""

import re

from server.answering.words.contrasts import EXTREMES, FIGURES, differing
from server.answering.words.mentions import FindNames, joined_to, replaced, shape, with_year, years_of

TOTAL = re.compile(
    r"^(?:(?:paljonko|kuinka paljon|mitä|mikä|hur mycket|vad|how much|what|se|ne|det|de|they|it|that|on|är|blir|tekee"
    r"|tulee|is|was|are|oli|saivat|fick|ovat|niitä|summa|oliko|did|get|receive|the)\s+)*"
    r"(?P<word>yhteensä|kaikkiaan|totalt|sammanlagt|tillsammans|in total|in all|altogether|together|total)$",
    re.IGNORECASE,
)
_HOW_MUCH = {
    "paljonko": ("yhteensä", "kaikkiaan"),
    "hur mycket": ("totalt", "sammanlagt", "tillsammans"),
    "how much": ("in total", "in all", "altogether", "together", "total"),
}
_AND = {"yhteensä": "ja", "kaikkiaan": "ja", "totalt": "och", "sammanlagt": "och", "tillsammans": "och"}
TOGETHER_WITH = re.compile(
    r"^(?:yhdessä|yhteensä|tillsammans|sammanlagt|together|in total|combined)\b(?=.* kanssa$| med\b| with\b)",
    re.IGNORECASE,
)
"""Another name is added to the one that was asked about."""
_WITHIN = re.compile(
    r"\b(?:yli|alle|vähintään|enintään|korkeintaan|över|under|minst|högst|mer än|mindre än|over|more than|less than"
    r"|at least|at most|above|below)\s+\d",
    re.IGNORECASE,
)
_DATED = r"(?:\b(?:vuonna|vuosina|vuoden|år|åren|in|during|under|for)\s+)?(?<!\d)(?:19|20)\d\d(?!\d)"


def totalled(total: re.Match[str], earlier: list[str], names: FindNames) -> str:
    """Return the last question for all names, years or topics that it and those like it before it asked about, summed.

    Where they asked about one name and one year alone, the total is that of all years; of rows with the most, theirs.
    """
    base, word = earlier[-1], total.group("word").casefold()
    if EXTREMES.search(base) or (_WITHIN.search(base) and not names(base)):
        return _added_up(total, base)
    alike = [text for text in earlier if shape(text, names) == shape(base, names)]
    mentions = names(base)
    for kind in dict.fromkeys(mention.kind for mention in mentions):
        named = list(dict.fromkeys(text[m.start : m.end] for text in alike for m in names(text) if m.kind == kind))
        if len(named) > 1:
            whole = replaced(base, [m for m in mentions if m.kind == kind], ", ".join(named))
            return f"{whole.rstrip(' ?.')} {word}?"
    if both := _both_topics(earlier, _AND.get(word, "and")):
        return f"{both.rstrip(' ?.')} {word}?"
    return f"{over_years(earlier, names).rstrip(' ?.')} {word}?"


def _both_topics(earlier: list[str], joint: str) -> str | None:
    """Return the last question for what it and the one before it differ in, if that is all; else None."""
    told = differing(*earlier[-2:]) if len(earlier) > 1 else []
    if not told or any(years_of(one) for one in told):
        return None
    return earlier[-1].replace(told[1], f"{told[0]} {joint} {told[1]}", 1)


def _added_up(total: re.Match[str], base: str) -> str:
    """Return the question what the rows with the most, or within a limit, come to: "… – how much in total?"."""
    asked = total.group()
    if not FIGURES.search(asked):
        asked = f"{next(how for how, words in _HOW_MUCH.items() if total['word'].casefold() in words)} {total['word']}"
    else:
        asked = asked[0].upper() + asked[1:]
    return joined_to(base, asked)


def over_years(earlier: list[str], names: FindNames) -> str:
    """Return the last question about all years that it and those like it asked about; about none where that is one."""
    base = earlier[-1]
    alike = [text for text in earlier if shape(text, names) == shape(base, names)]
    years = list(dict.fromkeys(text[m.start : m.end] for text in alike for m in years_of(text)))
    if len(years) > 1:
        return with_year(base, ", ".join(sorted(years)))
    return " ".join(re.sub(_DATED, " ", base, flags=re.IGNORECASE).split())
