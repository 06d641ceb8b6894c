"""What DOCX and PPTX share: opening the package, its stated properties, and titles that programs put in themselves."""

import re
import zipfile
from collections.abc import Callable
from typing import Any

from lxml import etree

from ingest.errors import BrokenFile

_JUNK_TITLE = re.compile(
    r"(?:microsoft\s+(?:office\s+)?(?:word|powerpoint|excel)\b.*|powerpoint[- ](?:presentation|esitys)|word document"
    r"|(?:dia|slide|bild|esitys|asiakirja|document|presentation|otsikko|title|untitled|nimetön)\s*\d*"
    r"|.*\.(?:docx?|pptx?|pdf|odt)|\W*)\Z",
    re.IGNORECASE,
)


def open_package(opener: Callable[[], Any], name: str) -> Any:  # noqa: ANN401  # the office libraries have no types
    """Return what `opener` opens.

    Raises:
        BrokenFile: the package is truncated or malformed.
    """
    try:
        return opener()
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, ValueError, AttributeError, EOFError, OSError) as exc:
        said = " ".join(str(exc).split())[:200] or type(exc).__name__
        raise BrokenFile(name, f"truncated or damaged: {said}") from exc
    except Exception as exc:
        if type(exc).__module__.partition(".")[0] in {"docx", "pptx", "zlib"}:
            raise BrokenFile(name, f"truncated or damaged: {exc}") from exc
        raise


def stated_title(properties: Any) -> str | None:  # noqa: ANN401
    """Return the title among a package's properties, unless a program put it in by itself."""
    title = " ".join(str(properties.title or "").split())
    return None if not title or _JUNK_TITLE.match(title) else title


def stated_language(properties: Any) -> str | None:  # noqa: ANN401
    """Return the two-letter language among a package's properties."""
    match = re.match(r"[A-Za-z]{2}(?![A-Za-z])", str(properties.language or ""))
    return match.group().lower() if match else None
