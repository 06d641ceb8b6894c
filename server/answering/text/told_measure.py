"""Whether a sentence tells the money that a question asks for: granted, applied for or paid; debts, taxes or fees.

What was applied for was not granted, and what was granted is not yet paid. Knows nothing of tables.
"""

import re

from server.answering.text.evidence import Piece
from server.answering.words.kinds import Wanted

_MEASURES = (
    re.compile(
        r"\b(?:myön(?:n(?!ettäv)|si|tä|tyi|tänyt)\w*|sai(?:vat)?\b|saa(?:nut|neet|tiin)\b|bevilj\w*|fick\b|erhöll\b|fått\b|grant(?:ed|s)\b"
        r"|award(?:ed|s)\b|receiv(?:ed|es)\b|got\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:hae(?:ttiin|taan|ttu|tut)|hak(?:i|ivat|enut|eneet|ee|evat)|ha(?:ettava(?!na)|kema)\w*|ansök(?:te|t|er|tes)\b|sökte\b"
        r"|söktes\b|appl(?:ied|ies)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:makse(?:ttu|ttiin|tut)|maks(?:oi|oivat|anut)|utbetal\w+|betala(?:de|ts|t)|paid\b|disburs\w+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:käyte(?:tty|ttiin|tään)|käytt(?:i|ivät|änyt)|kulu(?:i|nut|ivat)|använ(?:des|ts|de|t)|gick åt|spent)\b",
        re.IGNORECASE,
    ),
)
"""Words of what was granted, applied for, paid and spent, as they are asked and told."""
_SPENT = len(_MEASURES) - 1
_SET_ASIDE = re.compile(
    r"\b(?:hyväksyt\w+|vahvistet\w+|varat(?:tu|tiin)|budjetoi\w+|godkän\w+|reserver\w+|budgeter\w+|approved|budgeted"
    r"|allocated|earmarked|set aside)\b",
    re.IGNORECASE,
)
"""Words of what may be spent: no word for what is granted is told otherwise by them."""
_AVAILABLE = re.compile(
    r"\b(?:haettavana|jaettavana|jaossa|käytettävissä|myönnettäv\w+|tillgänglig\w*|att söka|till förfogande"
    r"|available)\b",
    re.IGNORECASE,
)
"""Words of what may be applied for: nobody has got it yet, nor applied for it."""
_MAY = re.compile(r"\b(?:voi\w*|saa(?:ko)?|mahdollis\w*|kan|får|may|can|could|possible)\b", re.IGNORECASE)
_OUTCOMES = (
    re.compile(
        r"\b(?:hyväksy\w*|myön(?:n|si|tä|tyi|tänyt)\w*|valit(?:t|s|a)\w*|valinnut|godkän\w*|bevilj\w*|antog\w*|antagna"
        r"|valde\w*|accept\w*|approv\w*|grant(?:ed|s)|award\w*|admit\w*|select\w*|chosen)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:hylä\w*|hylk\w*|evät\w*|kielt\w+|avsl[oåa]\w*|förkast\w*|reject\w*|refus\w*|declin\w*|denied)\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:peruut\w*|peruttiin|perui\w*|återkall\w*|withdr[ea]w\w*|cancel\w*)\b", re.IGNORECASE),
    re.compile(
        r"\b(?:saapu\w*|vastaanot\w*|otettiin vastaan|jätettiin|jätti(?:vät)?|hae(?:ttiin|ttu)|haki(?:vat)?"
        r"|inkom\w*|kom in|mottog\w*|lämna(?:des|ts) in|söktes|received|submitted|arrived|applied)\b",
        re.IGNORECASE,
    ),
)
"""Words of what was approved, refused, withdrawn and sent in."""

_AMOUNT_OF = re.compile(
    r"\bhow much\s+(?P<en>(?:[a-z]+\s+){1,3}?)(?:did|does|do|was|were|is|are|has|have|had|will|can)\b"
    r"|\bhur mycket\s+(?P<sv>(?:[a-zåäö]+\s+){1,3}?)(?:fick|får|har|hade|är|var|tog|betalade\w*|beviljade\w*|kom)\b"
    r"|\b(?:paljonko|(?:kuinka|miten) paljon)\s+(?P<fi>(?:[a-zåäö-]+[aä]\s+){1,3})",
    re.IGNORECASE,
)
"""What money is asked of, right behind the words that ask how much."""
_OF_MONEY = re.compile(
    r"laina|velka|vela|vero|maksu|tulo|meno|raha|avustu|tuke|korko|lån|skuld|skatt|avgift|bidrag|medel|understöd|intäkt|ränt"
    r"|debt|loan|tax|fee|revenue|money|fund|grant|subsid|interest|aid\b",
    re.IGNORECASE,
)
_ASKS_RATE = re.compile(r"\b\w*(?:prosentti|procent(?:en|sats\w*)?|\wsats(?:en)?|rate)\b(?! of\b)", re.IGNORECASE)
_IS_RATE = re.compile(r"%|prosent|procent|per ?cent|\wsats|\brate", re.IGNORECASE)
_ANY_MONEY = re.compile(r"(?:money|fund\w*|euros?|raha\w*|pengar|medel|finansiering\w*)$", re.IGNORECASE)
"""Names of money that an amount of it need not repeat."""
_IS_MONEY = re.compile(
    r"€|\beur|miljoo|\bmilj|miljar|\bmrd|\bmillion|\bbillion|\d[\s.,]\d{3}\b|\bm€|tuhat|tusen|thousand", re.IGNORECASE
)
_IN_ALL = re.compile(
    r"\b(?:yhteensä|kaikkiaan|kokonaisuudessaan|sammanlagt|totalt|inalles|in total|in all|altogether)\b", re.IGNORECASE
)
_FOR_EACH = re.compile(r"\b\w+[aä] koh(?:ti|den)\b|\bper (?!cent\b|se\b)[^\W\d]+", re.IGNORECASE)
"""How the whole of an amount is asked for, and what says that an amount is of each."""


def of_other_money(best: Piece, wanted: Wanted, question: str) -> bool:
    """Return whether an amount is asked for by name ("how much new debt") that the best piece does not have.

    Money is no rate: what a tax brought does not say how high it is.
    """
    if _ASKS_RATE.search(question) and _IS_MONEY.search(best.text):
        return not _IS_RATE.search(best.text)
    found = _AMOUNT_OF.search(question) if wanted.kind == "count" else None
    named = next((part for part in found.groups() if part), "").split()[-1:] if found else []
    if named and best.span and _OF_MONEY.search(named[0]) and not _IS_MONEY.search(best.text):
        return True  # A ratio or a number of things is no sum of money.
    if named and _ANY_MONEY.match(named[0]) and _IS_MONEY.search(best.text):
        return False
    return any(word.text in named and not word.name for word in best.missing)


def offers_only(question: str, text: str) -> bool:
    """Return whether a text tells what may be applied for or granted, and the question what was."""
    past = any(measure.search(text) for measure in _MEASURES)
    return bool(_AVAILABLE.search(text)) and not past and not (_AVAILABLE.search(question) or _MAY.search(question))


def of_each_alone(question: str, text: str) -> bool:
    """Return whether the whole of an amount is asked for and a text tells of an amount for each alone."""
    whole, each = (bool(_IN_ALL.search(one)) for one in (question, text)), bool(_FOR_EACH.search(text))
    return tuple(whole) == (True, False) and each and not _FOR_EACH.search(question)


def of_another_measure(best: Piece, wanted: Wanted, question: str) -> bool:
    """Return whether an amount or a number of one measure is asked for and the best piece tells of others alone.

    What came in was not approved, and what each gets is not what there is in all.
    """
    if wanted.kind != "count":
        return False
    if wanted.money and of_each_alone(question, best.text):
        return True
    measures = _MEASURES if wanted.money else _OUTCOMES
    asked = [order for order, measure in enumerate(measures) if measure.search(question)]
    told = [order for order, measure in enumerate(measures) if measure.search(best.text)]
    if wanted.money and asked and offers_only(question, best.text):
        return True
    set_aside = wanted.money and asked == [_SPENT] and bool(_SET_ASIDE.search(best.text))
    return len(asked) == 1 and (bool(told) or set_aside) and asked[0] not in told
