"""Words of rising, falling and changing in three languages, in one table. Knows nothing of documents."""

import re

_RISES = (
    r"kasv(?:a|e|o|u)\w*|nous(?:i|u|ee|e[en])\w*|lisäänty\w*|lisäänny\w*|(?:suuren|piten)(?:i|ee|em|ty)\w*"
    r"|öka[drt]?\w*|ökning\w*|väx(?:a|er|te|t)\w*|tillväx\w*|steg\b|stig(?:a|er|it)\w*"
    r"|gr[eo]w\w*|increas\w*|rose\b|ris(?:es?|en|ing)\b"
)
_FALLS = (
    r"(?:vähen|pienen|heiken|lyhen)(?:i|ivät|ee|evät|em|ty[ny]|tyi|ny[skt])\w*|supistu\w*|alen(?:i|ivat|ee|evat|tu\w*|nut|neet)\b"
    r"|lask(?:i|ivat|iko|ee|eeko|evat|enut|eneet|u|un|ua|ussa)\b|pudo(?:nn|tu)\w*|putosi\w*"
    r"|minsk(?:a|n)\w*|sjunk\w*|sjönk\w*|decreas\w*|fell\b|fall(?:s|en|ing)?\b|declin\w*|drop(?:s|ped)?\b"
    r"|shr[aiu]nk\w*|lost\b"
)
_CHANGES = r"muut(?:o[sk]|tu[invu])\w*|muutu\w*|förändr\w*|chang\w*"
_MADE = (
    r"nost(?:e|i|o)\w*|korot\w*|lisä(?:t|s|y)\w*|lisän\w*|vähenne\w*|leika\w*|leikk\w*|alennet\w*|supistet\w*|pienenn\w*"
    r"|höj\w*|sänk\w*|rais(?:e|ed|es|ing)\b|cuts?\b|reduc\w*|lower(?:ed|s|ing)\b"
)

RISES = re.compile(rf"\b(?:{_RISES})", re.IGNORECASE)
FALLS = re.compile(rf"\b(?:{_FALLS})", re.IGNORECASE)
CHANGES = rf"{_RISES}|{_FALLS}|{_CHANGES}"
"""The pattern of all that says that something changed; other patterns take it in."""
MADE_TO_CHANGE = re.compile(rf"\b(?:{_RISES}|{_FALLS}|{_MADE})", re.IGNORECASE)
"""Also what says that somebody raised or cut something."""
CHANGE = re.compile(
    rf"\b(?:{CHANGES}|\w*kasv\w+|\w*muuto(?:s|ks)\w*|lisäys\w*|vähenne\w*|\w*ylit\w+|\w*alit\w+|poikke\w+|överskr\w+|underskr\w+|avvik\w+"
    r"|exceed\w*|overr[au]n|(?:over|under)spen\w+|enemmän|vähemmän|\w*fler|mer än|mindre än"
    r"|\w{3,}(?:emp|omp|ömp|amp|ämp)(?:i|aa|ää|an|än|ia|iä)|större|högre|lägre|längre|kortare|billigare|dyrare"
    r"|larger|bigger|higher|lower|greater|smaller|longer|shorter|cheaper|more than|less than|fewer)\b",
    re.IGNORECASE,
)
"""Words that tell a change, or by how much one thing differs from another."""
