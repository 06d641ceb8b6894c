"""The genitive of a Finnish name, and the cases that share its stem: "Helsingin", "Helsingissä". Knows no questions."""

from collections.abc import Iterator

from server.answering.words.word import forms_of, is_known

_WEAK = (("pp", "p"), ("tt", "t"), ("kk", "k"), ("nk", "ng"), ("nt", "nn"), ("mp", "mm"), ("lt", "ll"), ("rt", "rr"),
         ("p", "v"), ("t", "d"), ("k", ""))  # fmt: skip
"""Consonants before the last vowel and what they become in a closed syllable, the longest first."""
_ENDINGS = {
    "sen": "", "niiden": "", "siinä": "ssa", "niissä": "ssa", "siellä": "ssa", "siitä": "sta", "niistä": "sta",
    "sieltä": "sta", "sille": "lle", "niille": "lle", "sillä": "lla", "niillä": "lla", "siltä": "lta",
}  # fmt: skip
_VOWELS = "aeiouyäö"


def genitive(name: str) -> str:
    """Return a name with its last word in the genitive; as it is where the analyser knows no such form of it."""
    head, hyphen, last = name.rpartition("-") if "-" in name.rpartition(" ")[2] else name.rpartition(" ")
    fitting = [form for form in _candidates(last) if last.casefold() in forms_of(form, ("fi",))]
    known = [form for form in fitting if is_known(f"{head}{hyphen}{form}") or is_known(form)]
    return f"{head}{hyphen}{(known or fitting)[0]}" if fitting else name


def in_case_of(name: str, pronoun: str) -> str:
    """Return a name in the case that a pronoun stands in, "siinä" or "sille"; as it is for other cases."""
    ending = _ENDINGS.get(pronoun)
    form = genitive(name) if ending is not None else name
    if not ending or form == name:
        return form
    back = any(letter in "aou" for letter in form.rpartition("-")[2].rpartition(" ")[2].casefold())
    return form[:-1] + (ending if back else ending.replace("a", "ä"))


def _candidates(word: str) -> Iterator[str]:
    """Yield what may be the genitive of a word, weakened and with another vowel first."""
    if word.endswith(("us", "ys")):
        yield word[:-1] + "ksen"
    elif word.endswith("nen"):
        yield word[:-3] + "sen"
    if len(word) < 3 or word[-1] not in _VOWELS:
        return
    stem, vowel = word[:-1], word[-1]
    weak = [stem[: -len(strong)] + soft for strong, soft in _WEAK if stem.endswith(strong)][:1]
    for one in (*weak, stem):
        yield from (one + "en", one + "in") if vowel == "i" else ()
        if vowel == "e":
            yield from (f"{one}een", f"{one}{one[-1]}een")
        elif vowel != "i":
            yield one + vowel + "n"
