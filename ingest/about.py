"""What is known of a document before and after its file is read: names, manifest, what the file says."""

from dataclasses import replace

from ingest.dated import own_date, own_period
from ingest.document import Document
from ingest.files import SourceFile
from ingest.manifest import Entry
from ingest.readers import ReadFile


def about_file(file: SourceFile, entry: Entry | None) -> Document:
    """Return the document of a file before it is read: no pages, and of its particulars those of the manifest."""
    said = entry or Entry(file=file.relative)
    return Document(
        id=file.id,
        collection=file.collection,
        path=file.relative,
        version="",
        media_type="",
        title=said.title or "",
        pages=(),
        publisher=said.publisher,
        programme=said.programme,
        language=said.language,
        date=said.date,
        period=said.period,
        source_url=said.source_url,
    )


def described(about: Document, version: str, read: ReadFile) -> Document:
    """Return the document of what was read; what is known `about` it goes before what the file says of itself."""
    title = about.title or read.title or ""
    return replace(
        about,
        version=version,
        media_type=read.media_type,
        title=title,
        pages=read.pages,
        publisher=about.publisher or read.publisher,
        language=about.language or read.language,
        date=about.date or read.date or own_date(title, read.pages),
        period=about.period or own_period(title),
        notes=(*about.notes, *read.notes),
    )
