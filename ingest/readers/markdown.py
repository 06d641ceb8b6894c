"""Markdown: headings, lists, tables and the front matter's title, date and language. One file is one page."""

import re
from datetime import date as Date  # noqa: N812  # a field is called date

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingest.readers import ReadFile
from ingest.readers.decode import decode
from ingest.readers.page_builder import PageBuilder, RawCell
from ingest.readers.raised import raised
from ingest.readers.sniff import MARKDOWN

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = re.compile(r"(\w[\w-]*)\s*:\s*(.*?)\s*\Z")
_BLANKS = re.compile(r"\s*\|(\s+)\S")
_MARKERS = ("• ", "– ", "· ")


def read_markdown(data: bytes, name: str) -> ReadFile:
    """Read Markdown with tables.

    Raises:
        BrokenFile: its encoding is unknown.
    """
    text, note = decode(data, name)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    front: dict[str, str] = {}
    if match := _FRONT.match(text):
        text = text[match.end() :]
        front = {
            found.group(1).lower(): found.group(2).strip("\"'")
            for line in match.group(1).split("\n")
            if (found := _KEY.match(line))
        }
    builder = PageBuilder(1)
    _write(MarkdownIt("commonmark").enable("table").parse(text), builder, text.split("\n"))
    page = builder.page()
    first = next((block for block in page.blocks if block.kind == "heading"), None)
    heading = page.text[first.start : first.end] if first is not None and first.level == 1 else None
    language = front.get("lang") or front.get("language") or ""
    return ReadFile(
        media_type=MARKDOWN,
        title=front.get("title") or heading,
        pages=(page,),
        date=_date(front.get("date", "")),
        language=language[:2].lower() or None,
        notes=(note,) if note else (),
    )


def _date(text: str) -> Date | None:
    try:
        return Date.fromisoformat(text[:10])
    except ValueError:
        return None


def _write(tokens: list[Token], builder: PageBuilder, lines: list[str]) -> None:
    """Add the blocks of a parsed text, whose source is `lines`; an item's first paragraph is its bullet."""
    lists: list[tuple[str, int]] = []
    item_opens = False
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            start = token.attrGet("start")
            lists.append(("ol" if token.type.startswith("ordered") else "ul", int(start) if start is not None else 1))
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            lists.pop()
        elif token.type == "list_item_open":
            item_opens = True
        elif token.type == "table_open":
            index = _table(tokens, index, builder, lines)
        elif token.type == "inline":
            opener = tokens[index - 1]
            text = _plain(token)
            if opener.type == "heading_open":
                builder.add("heading", text, int(opener.tag[1]))
            elif item_opens and lists:
                kind, number = lists[-1]
                depth = len(lists) - 1
                marker = f"{number}. " if kind == "ol" else _MARKERS[min(depth, len(_MARKERS) - 1)]
                builder.add("bullet", text, depth + 1, marker=marker)
                lists[-1] = (kind, number + 1)
                item_opens = False
            else:
                builder.add("paragraph", text)
        elif token.type in {"fence", "code_block"}:
            builder.add("paragraph", token.content.rstrip("\n"))
        index += 1


def _plain(token: Token) -> str:
    """Return the text of inline Markdown without its marks; HTML tags in it are left out, what they raise stays so."""
    parts: list[str] = []
    high = False
    for child in token.children or ():
        if child.type in {"softbreak", "hardbreak"}:
            parts.append("\n")
        elif child.type == "image" or child.type != "html_inline":
            parts.append(raised(child.content) if high else child.content)
        elif child.content.lower().startswith("<br"):
            parts.append("\n")
        else:
            high = child.content.lower().startswith("<sup")
    return "".join(parts)


def _table(tokens: list[Token], index: int, builder: PageBuilder, lines: list[str]) -> int:
    """Add the table that opens at `index`; return the index of its end. Blanks before a row's first words are kept."""
    cells: list[RawCell] = []
    row, column, header = -1, 0, False
    while tokens[index].type != "table_close":
        token = tokens[index]
        if token.type == "tr_open":
            row, column = row + 1, -1
        elif token.type in {"th_open", "td_open"}:
            column += 1
            header = token.type == "th_open"
        elif token.type == "inline":
            blanks = _BLANKS.match(lines[token.map[0]]) if token.map and not column and not header else None
            before = blanks.group(1)[1:] if blanks and not tokens[index - 1].attrGet("style") else ""
            cells.append(RawCell(row, column, before + _plain(token), header=header))
        index += 1
    builder.add_grid(cells)
    return index
