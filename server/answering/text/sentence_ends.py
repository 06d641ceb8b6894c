"""Where sentences end: not at short forms, ordinals and dates, nor in brackets. Knows nothing of lines or questions."""

import re

ABBREVIATION = re.compile(
    r"(?:\b(?:mm|esim|ns|ks|kts|mrd|milj|ym|yms|jne|n|v|vs|nk|ts|so|s|os|klo|kl|nro|no|inv|prof|tri|fil|dr|mr|mrs|puh|tel|tfn|gsm"
    r"|ms|st|jr|sr|vol"
    r"|e\.g|i\.e|etc|bl\.a|t\.ex|dvs|m\.m|osv|ca|kap|art|huom|alk|synt|kuol|eaa|jaa|eKr|jKr|p|op|kpl|min|tuh"
    r"|lat|engl|ruots|saks|ven|ransk)"
    r"|\b[A-ZÅÄÖ]|^\s*\d{1,3}|(?<![\d.,])\b\d{1,2}|\b\d{1,2}\.\d{1,2})\.$"
)
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’)\]]*(?:\s?\[\d{1,3}\])*(?=\s+[\"”’(\[–]?\s?[A-ZÅÄÖ0-9])")
_CLOCK = r"\d{1,2}(?:\.\d\d)?"
_NUMBER_ENDS = re.compile(
    rf"(?:\b\d{{3,}}|\b(?:kello|klo|kl)\.? {_CLOCK}(?:\s?[–-]\s?{_CLOCK})?|\b(?:viiko|week|veck)\w* \d{{1,2}})\.$"
)
_BRACKETED = 150
"""Characters within which a bracket closes that a full stop stands in: the sentence goes on behind it."""


def sentences_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences of `text[start:end]` as (start, end), without the space between them."""
    result: list[tuple[int, int]] = []
    begin = start
    for match in _SENTENCE_END.finditer(text, start, end):
        if match.group()[0] == "." and ABBREVIATION.search(text[max(begin, match.start() - 12) : match.start() + 1]):
            before = text[begin : match.start() + 1]
            # A year, an amount, a week or a time of day may end a sentence; an ordinal or a short form does not.
            if not _NUMBER_ENDS.search(before):
                continue
        if text.count("(", begin, match.end()) > text.count(")", begin, match.end()):
            closed = text.find(")", match.end(), min(end, match.end() + _BRACKETED))
            if closed >= 0 and "(" not in text[match.end() : closed]:
                continue
        result.append((begin, match.end()))
        begin = match.end()
        while begin < end and text[begin].isspace():
            begin += 1
    tail = end
    while tail > begin and text[tail - 1].isspace():
        tail -= 1
    if tail > begin:
        result.append((begin, tail))
    return result
