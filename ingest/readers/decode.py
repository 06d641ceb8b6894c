"""Bytes of a text file into characters: UTF-8 where it is that, else a stated fallback. Knows no file format."""

import codecs

from charset_normalizer import from_bytes

from ingest.errors import BrokenFile

# What Windows-1252 text in the languages of the north holds beyond ASCII; other letters hint at another code page.
_NORTHERN = frozenset("åäöÅÄÖéÉèÈáÁàÀüÜôÔæÆøØšŠžŽçñßõÕ€§°½¼¾²³±×·–—…‘’‚“”„•«»´`¨©®™\u00a0\u00ad")


def decode(data: bytes, name: str) -> tuple[str, str | None]:
    """Return the text of `data` and, where it is no Unicode, a note that names the encoding taken instead.

    Raises:
        BrokenFile: no encoding fits.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16"), None
        except UnicodeDecodeError as exc:
            raise BrokenFile(name, "it begins as UTF-16 but is truncated or damaged") from exc
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as exc:
        broken_at = exc.start
    try:
        western = data.decode("cp1252")
    except UnicodeDecodeError:
        western = None
    if western is not None and _NORTHERN.issuperset(character for character in western if ord(character) > 127):
        return western, "it is not UTF-8; read as Windows-1252"
    best = from_bytes(data).best()
    if best is not None:
        return str(best), f"it is not UTF-8; read as {best.encoding}"
    if western is not None:
        return western, "it is not UTF-8; read as Windows-1252"
    raise BrokenFile(name, f"it is neither UTF-8 (wrong at byte {broken_at}) nor another known encoding")
