"""Files that mean harm or are damaged, made for tests."""

import io
import zipfile
import zlib
from functools import cache

import pypdf

from tests.ingest.readers.office_files import word_file


def pdf_of_objects(*objects: bytes) -> bytes:
    """A PDF of the given objects, numbered from 1; the first is its catalog."""
    parts = [b"%PDF-1.7\n"]
    offsets = []
    start = len(parts[0])
    for number, content in enumerate(objects, start=1):
        offsets.append(start)
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, content))
        start += len(parts[-1])
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    parts += [b"%010d 00000 n \n" % offset for offset in offsets]
    parts.append(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return b"".join(parts)


def stream(content: bytes) -> bytes:
    packed = zlib.compress(content, 9)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(packed), packed)


_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def pdf_with_content(content: bytes) -> bytes:
    return pdf_of_objects(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        stream(content),
        _FONT,
    )


@cache
def endless_pdf() -> bytes:
    """A few hundred kilobytes that unpack to ninety million letters to place."""
    line = b"BT /F1 6 Tf 10 10 Td (aaaaaaaaaa bbbbbbbbbb cccccccccc) Tj ET\n"
    return pdf_with_content(line * 3_000_000)


def laughing_pdf() -> bytes:
    """A few hundred bytes whose page draws a form that draws another thirty times, and so on down."""
    levels = 12
    forms = [
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X %d 0 R >>"
        b" /Font << /F1 4 0 R >> >> /Length %d >>\nstream\n%b\nendstream" % (number, len(content), content)
        for number, content in ((6 + level, b"/X Do 1 0 0 1 1 1 cm\n" * 30) for level in range(levels))
    ]
    last = b"BT /F1 6 Tf 10 10 Td (aaaa bbbb) Tj ET\n"
    return pdf_of_objects(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R"
        b" /Resources << /XObject << /X 5 0 R >> /Font << /F1 4 0 R >> >> >>" % (levels + 6),
        _FONT,
        *forms,
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F1 4 0 R >> >>"
        b" /Length %d >>\nstream\n%b\nendstream" % (len(last), last),
        stream(b"/X Do\n"),
    )


def looping_pdf() -> bytes:
    """A page tree whose branch holds its own root."""
    return pdf_of_objects(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 1000000000 >>",
        b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 2 0 R 3 0 R] /Count 1000000000 >>",
    )


def pdf_without_pages() -> bytes:
    return pdf_of_objects(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>")


def plain_pdf(text: str = "Hello") -> bytes:
    return pdf_with_content(b"BT /F1 12 Tf 50 700 Td (%b) Tj ET" % text.encode("latin-1"))


def encrypted_pdf() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(plain_pdf()))
    writer.encrypt("salasana", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def pdf_of_pages(count: int) -> bytes:
    """Many pages that share one text."""
    kids = b" ".join(b"%d 0 R" % (number + 5) for number in range(count))
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 3 0 R"
        b" /Resources << /Font << /F1 4 0 R >> >> >>"
    )
    return pdf_of_objects(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, count),
        stream(b"BT /F1 12 Tf 50 700 Td (Sama teksti) Tj ET"),
        _FONT,
        *[page] * count,
    )


@cache
def bomb_in(package: bytes, bomb: str) -> bytes:
    """The office file `package` with its part `bomb` unpacking to 128 MB."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            if part.filename != bomb:
                target.writestr(part, source.read(part))
        with target.open(bomb, "w", force_zip64=True) as document:
            for _ in range(8):
                document.write(bytes(16 * 1024 * 1024))
    return buffer.getvalue()


def zip_bomb() -> bytes:
    """A Word file whose text unpacks to 128 MB."""
    return bomb_in(word_file(("Normal", "x")), "word/document.xml")


@cache
def lying_zip_bomb() -> bytes:
    """A Word file whose directory states a tenth of what its text unpacks to."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word_file(("Normal", "x")))) as source,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for part in source.infolist():
            content = source.read(part)
            if part.filename == "word/document.xml":
                content += b" " * (8 * 1024 * 1024)
            target.writestr(part.filename, content)
    data = buffer.getvalue()
    size = next(part.file_size for part in zipfile.ZipFile(buffer).infolist() if part.filename == "word/document.xml")
    return data.replace(size.to_bytes(4, "little"), (5000).to_bytes(4, "little"))


def xml_bomb() -> bytes:
    """A Word file whose XML holds entities of entities."""
    entities = b'<!ENTITY a0 "lol">' + b"".join(
        b'<!ENTITY a%d "%b">' % (level, b"&a%d;" % (level - 1) * 10) for level in range(1, 10)
    )
    xml = (
        b'<?xml version="1.0"?><!DOCTYPE x [' + entities + b']><w:document xmlns:w="http://schemas.openxmlformats.org/'
        b'wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word_file(("Normal", "x")))) as source, zipfile.ZipFile(buffer, "w") as target:
        for part in source.infolist():
            target.writestr(part.filename, xml if part.filename == "word/document.xml" else source.read(part))
    return buffer.getvalue()
