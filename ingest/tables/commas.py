"""What a comma before three digits is, "54,210": it groups thousands in English and parts decimals in Finnish.

The numbers themselves tell mostly, those of the table or of the document; else the document's language does, stated or
by its commonest words. What sums tell is asked elsewhere.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from ingest.document import Document
from ingest.tables.numbers import comma_groups, groups_alone

_WORDS: Final = {
    "fi": "ja on ei että sekä tai oli ovat yhteensä vuonna vuosina mukaan alue kunta",
    "sv": "och att av för som är totalt per med till på under sammanlagt område kommun",
    "en": "the of and in to for by with total from area other were is",
}
_FEWEST = 2


def language_of(document: Document) -> str | None:
    """Return the language that a document states, else the one whose commonest words it holds by far, or None."""
    if document.language is not None:
        return document.language
    words = Counter(word for page in document.pages for word in re.findall(r"[^\W\d_]+", page.text.casefold()))
    counts = {language: sum(words[word] for word in known.split()) for language, known in _WORDS.items()}
    best = max(counts, key=counts.__getitem__)
    others = sum(count for language, count in counts.items() if language != best)
    return best if counts[best] >= _FEWEST and counts[best] > 2 * others else None


def numerals_of(document: Document) -> str | None:
    """Return the language whose way of writing numbers a document has: English where some show it, none denies it."""
    if groups_alone("\n".join(page.text for page in document.pages)):
        return "en"
    return language_of(document)


def commas_group(texts: Iterable[str], language: str | None) -> bool | None:
    """Tell whether commas group thousands in `texts`; None where neither numbers nor the language tell."""
    style = comma_groups(texts)
    return style if style is not None or language is None else {"fi": False, "sv": False, "en": True}.get(language)
