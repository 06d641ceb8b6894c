"""Web pages: the main content without navigation, forms and what is hidden; headings, lists and tables.

Nothing is run or fetched. A page is one page. Title, date, language and publisher are taken where the page states them.
"""

import re
from collections.abc import Iterator
from datetime import date as Date  # noqa: N812  # a field is called date
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from ingest.errors import BrokenFile
from ingest.readers import ReadFile
from ingest.readers.decode import decode
from ingest.readers.html_indent import set_in
from ingest.readers.page_builder import PageBuilder, RawCell
from ingest.readers.raised import raised
from ingest.readers.sniff import HTML

Element = Any  # lxml's elements have no types here

_DROPPED = frozenset(
    {"script", "style", "noscript", "template", "nav", "footer", "aside", "iframe", "object", "svg", "math"}
    | {"button", "select", "input", "textarea", "canvas", "audio", "video", "dialog", "head", "menu"}
)
_DROPPED_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alert", "menu"}
)
_NOTICE = re.compile(r"\b(?:cookie|consent|breadcrumb|skip-?link|social-?share|share-?buttons)", re.IGNORECASE)
_WHOLE = frozenset({"html", "body", "main", "article"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "blockquote",
        "address",
        "figure",
        "dl",
        "dt",
        "dd",
        "ul",
        "ol",
    }
    | {"li", "table", "pre", "hr", "figcaption", "details", "summary", "fieldset", "center", "body", "html", "hgroup"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "caption", "tr", "td", "th", "tbody", "thead", "tfoot"}
)
_HEADING = re.compile(r"h([1-6])\Z")
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4})")
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')
_SPACES = re.compile(r"[ \t\n\r\f]+")
_MAX_SPAN = 1000
_MARKERS = ("• ", "– ", "· ")
_DATE_NAMES = (
    "dcterms.issued",
    "dc.date.issued",
    "article:published_time",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "citation_publication_date",
    "date",
    "publish-date",
    "dcterms.modified",
    "article:modified_time",
)


def read_html(data: bytes, name: str) -> ReadFile:
    """Read a web page.

    Raises:
        BrokenFile: no element is found in it.
    """
    text, note = _decode(data, name)
    try:
        root = lxml_html.document_fromstring(_DECLARATION.sub("", text.replace("\x00", "")))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as exc:
        raise BrokenFile(name, f"damaged HTML: {exc}") from exc
    meta = _meta(root)
    stated_date = _stated_date(root, meta)
    headed = root.find(".//head/title")
    page_title = _squeeze("".join(headed.itertext())) if headed is not None else ""
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or meta.get("dc.language", "")
    _prune(root)
    content = _main(root)
    builder = PageBuilder(1)
    _Writer(builder).walk(content)
    page = builder.page()
    first = next((block for block in page.blocks if block.kind == "heading" and block.level == 1), None)
    heading = _squeeze(page.text[first.start : first.end]) if first else ""
    # A heading such as "Notes" is told whose they are by the page's title.
    whole = page_title if heading and heading.casefold() in page_title.casefold() else heading
    title = meta.get("dc.title") or meta.get("dcterms.title") or whole or meta.get("og:title") or page_title
    code = re.match(r"[A-Za-z]{2}(?![A-Za-z])", language)
    return ReadFile(
        media_type=HTML,
        title=title or None,
        pages=(page,),
        date=stated_date,
        language=code.group().lower() if code else None,
        publisher=meta.get("dc.publisher") or meta.get("dcterms.publisher") or meta.get("og:site_name"),
        notes=(note,) if note else (),
    )


def _decode(data: bytes, name: str) -> tuple[str, str | None]:
    declared = _CHARSET.search(data[:4096])
    if declared is not None:
        try:
            return data.decode(declared.group(1).decode("ascii")), None
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, name)


def _squeeze(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def _meta(root: Element) -> dict[str, str]:
    """Return the page's statements of itself by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        key = (element.get("name") or element.get("property") or "").lower().strip()
        value = _squeeze(element.get("content") or "")
        if key and value:
            found.setdefault(key, value)
    return found


def _stated_date(root: Element, meta: dict[str, str]) -> Date | None:
    candidates = [meta[name] for name in _DATE_NAMES if name in meta]
    for script in root.iter("script"):
        if script.get("type") == "application/ld+json":
            candidates += _PUBLISHED.findall(script.text or "")
    candidates += [element.get("datetime") or "" for element in root.iter("time") if element.get("pubdate") is not None]
    for candidate in candidates:
        match = _DATE.search(candidate)
        if match is None:
            continue
        year, month, day = match.group(1, 2, 3) if match.group(1) else match.group(6, 5, 4)
        try:
            return Date(int(year), int(month), int(day))
        except ValueError:
            continue
    return None


def _prune(root: Element) -> None:
    """Take out what a reader of the page does not see, or sees on every page of the site."""
    doomed = [element for element in root.iter() if not isinstance(element.tag, str) or _unseen(element)]
    for element in doomed:
        parent = element.getparent()
        if parent is None:
            continue
        if element.tail:
            before = element.getprevious()
            if before is None:
                parent.text = (parent.text or "") + element.tail
            else:
                before.tail = (before.tail or "") + element.tail
        parent.remove(element)


def _unseen(element: Element) -> bool:
    if element.tag in _DROPPED or (element.get("role") or "").lower() in _DROPPED_ROLES:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if _HIDDEN.search(element.get("style") or ""):
        return True
    if _NOTICE.search(f"{element.get('id') or ''} {element.get('class') or ''}") and element.tag not in _WHOLE:
        return True
    if element.tag == "form":
        # Some systems wrap the whole page in a form; a form to fill in holds no running text.
        return next(element.iter("p", "h1", "h2", "table", "article", "main"), None) is None
    # A header outside the content is the site's; inside, or where it has the only title, it is the article's.
    return element.tag == "header" and not _holds_title(element)


def _holds_title(header: Element) -> bool:
    if any(parent.tag in {"main", "article"} or parent.get("role") == "main" for parent in header.iterancestors()):
        return True
    root = header.getroottree().getroot()
    return len(header.findall(".//h1")) == len(root.findall(".//h1")) == 1


def _main(root: Element) -> Element:
    """Return the element that holds the content: main, else the only article, else the body."""
    for path in (".//main", ".//*[@role='main']"):
        found = root.findall(path)
        if len(found) == 1 and _squeeze("".join(found[0].itertext())):
            return found[0]
    articles = [article for article in root.findall(".//article") if _squeeze("".join(article.itertext()))]
    if len(articles) == 1:
        return articles[0]
    body = root.find("body")
    return root if body is None else body


class _Writer:
    """Walks an element and adds its blocks to a page; text between block elements is gathered into paragraphs."""

    def __init__(self, builder: PageBuilder) -> None:
        self._builder = builder
        self._inline: list[str] = []

    def walk(self, element: Element) -> None:
        """Add all of `element`."""
        self._children(element, 0)
        self._flush()

    def _flush(self) -> None:
        text = _lines("".join(self._inline))
        self._inline.clear()
        self._builder.add("paragraph", text)

    def _children(self, element: Element, depth: int) -> None:
        self._inline.append(_spaced(element.text))
        for child in element:
            self._element(child, depth)
            self._inline.append(_spaced(child.tail))

    def _element(self, element: Element, depth: int) -> None:
        tag = element.tag
        if not isinstance(tag, str):
            return
        if tag not in _BLOCKS:
            if tag == "br":
                self._inline.append("\n")
            start = len(self._inline)
            self._children(element, depth)
            if tag == "sup":
                self._inline[start:] = [raised("".join(self._inline[start:]))]
            return
        self._flush()
        if match := _HEADING.match(tag):
            self._builder.add("heading", _inline_text(element), int(match.group(1)))
        elif tag in {"ul", "ol"}:
            self._list(element, depth)
        elif tag == "table":
            self._table(element, depth)
        elif tag == "pre":
            self._builder.add("paragraph", "".join(element.itertext()).strip("\n"))
        elif tag in {"figcaption", "caption"}:
            self._builder.add("caption", _inline_text(element))
        else:
            self._children(element, depth)
            self._flush()

    def _list(self, element: Element, depth: int) -> None:
        number = int(element.get("start") or 1) if (element.get("start") or "1").isdigit() else 1
        for item in element:
            if item.tag != "li":
                self._element(item, depth)
                continue
            marker = f"{number}. " if element.tag == "ol" else _MARKERS[min(depth, len(_MARKERS) - 1)]
            number += 1
            self._item(item, depth, marker)

    def _item(self, item: Element, depth: int, marker: str) -> None:
        """Add a list item as one bullet, then the lists and tables within it."""
        parts: list[str] = []
        nested: list[Element] = []
        _gather(item, parts, nested)
        self._builder.add("bullet", _lines("".join(parts)), depth + 1, marker=marker)
        for inner in nested:
            self._element(inner, depth + 1)

    def _table(self, table: Element, depth: int) -> None:
        rows = list(_table_rows(table))
        if table.get("role") in {"presentation", "none"} or any(True for _ in table.iterdescendants("table")):
            # It lays the page out; its cells hold content of their own.
            for row in rows:
                for cell in row:
                    self._children(cell, depth)
                    self._flush()
            return
        caption = table.find("caption")
        span = self._builder.add("caption", _inline_text(caption)) if caption is not None else None
        title = _inline_text(caption) if span is not None else None
        self._builder.add_grid(_grid(rows), title, span)


def _spaced(text: str | None) -> str:
    return _SPACES.sub(" ", text) if text else ""


def _lines(text: str) -> str:
    """Return inline text with its spaces squeezed and its line breaks kept."""
    return "\n".join(filter(None, (re.sub(r"[ \t]+", " ", line).strip() for line in text.split("\n"))))


def _gather(element: Element, parts: list[str], nested: list[Element]) -> None:
    """Gather the inline text of an element; lists, tables and headings within it go to `nested`."""
    parts.append(_spaced(element.text))
    for child in element:
        if child.tag == "br":
            parts.append("\n")
        elif child.tag in {"ul", "ol", "table", "pre", "dl"} or (
            isinstance(child.tag, str) and _HEADING.match(child.tag)
        ):
            nested.append(child)
        elif isinstance(child.tag, str):
            block = child.tag in _BLOCKS
            parts.append("\n" if block else "")
            start = len(parts)
            _gather(child, parts, nested)
            if child.tag == "sup":
                parts[start:] = [raised("".join(parts[start:]))]
            parts.append("\n" if block else "")
        parts.append(_spaced(child.tail))


def _inline_text(element: Element) -> str:
    parts: list[str] = []
    nested: list[Element] = []
    _gather(element, parts, nested)
    for inner in nested:
        parts += ("\n", _spaced("".join(inner.itertext())))
    return _lines("".join(parts))


def _table_rows(table: Element) -> Iterator[list[Element]]:
    for child in table:
        if child.tag in {"thead", "tbody", "tfoot"}:
            yield from _table_rows(child)
        elif child.tag == "tr":
            yield [cell for cell in child if cell.tag in {"td", "th"}]


def _grid(rows: list[list[Element]]) -> Iterator[RawCell]:
    """Yield the cells in the places that their spans of rows and columns give them."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            height = min(_span(cell.get("rowspan"), len(rows) - row), len(rows) - row)
            width = _span(cell.get("colspan"), 1)
            taken.update((row + down, column + right) for down in range(height) for right in range(width))
            header = cell.tag == "th" or (cell.getparent().getparent().tag == "thead")
            yield RawCell(row, column, _inline_text(cell), height, width, header=header, indent=set_in(cell))
            column += width


def _span(stated: str | None, whole: int) -> int:
    """Return a span attribute's number; 0 stands for all that is left, and nonsense for 1."""
    if stated is None or not stated.strip().isdigit():
        return 1
    return max(1, min(int(stated) or whole, _MAX_SPAN))
