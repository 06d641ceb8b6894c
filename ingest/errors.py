"""What can go wrong while files are read.

IngestError
└── UnreadableFile         this file gives no document; others go on
    ├── EmptyFile          no bytes, no text, no pages
    ├── EncryptedFile      needs a password
    ├── BrokenFile         truncated, malformed
    ├── UnsupportedFormat  no reader for what it holds
    ├── FileTooLarge       unpacks to more than the limits allow
    ├── OutOfTime          took longer than the limit
    ├── OutOfMemory        needed more than the limit
    └── Inaccessible       permissions, links out of the root, vanished
"""


class IngestError(Exception):
    """Base of all errors of reading documents."""


class UnreadableFile(IngestError):  # noqa: N818  # names the file, which is a result as well as an error
    """A file that gives no document: `path` as the user knows it and `reason` in words, without the path."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class EmptyFile(UnreadableFile):
    """The file has no bytes, no text or no pages."""


class EncryptedFile(UnreadableFile):
    """The file can be opened with a password only."""


class BrokenFile(UnreadableFile):
    """The file is truncated or malformed."""


class UnsupportedFormat(UnreadableFile):
    """No reader takes what the file holds."""


class FileTooLarge(UnreadableFile):
    """The file, or what it unpacks to, is beyond the limits."""


class OutOfTime(UnreadableFile):
    """Reading took longer than the limit."""


class OutOfMemory(UnreadableFile):
    """Reading needed more memory than the limit."""


class Inaccessible(UnreadableFile):
    """The file cannot be opened, or lies outside the folder that was given."""


KINDS: dict[str, type[UnreadableFile]] = {
    kind.__name__: kind
    for kind in (
        UnreadableFile,
        EmptyFile,
        EncryptedFile,
        BrokenFile,
        UnsupportedFormat,
        FileTooLarge,
        OutOfTime,
        OutOfMemory,
        Inaccessible,
    )
}
"""The kinds of unreadable files by name, to carry them between processes."""
