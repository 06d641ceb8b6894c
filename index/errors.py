"""Errors of the index.

LahdeIndexError
├── SettingsError      a setting has a value that it cannot have
├── NoIndexError       the folder holds no index
├── BrokenIndexError   a generation's files are not as its manifest says
├── LockedIndexError   another ingest writes to the folder
├── CollectionError    two roots would share one collection
└── EncoderUnavailableError  the model cannot be loaded
"""


class LahdeIndexError(Exception):
    """Base of the index's errors; the message says what is wrong, where, and what to do."""


class SettingsError(LahdeIndexError):
    """A setting has a value that it cannot have."""


class NoIndexError(LahdeIndexError):
    """The folder holds no index."""


class BrokenIndexError(LahdeIndexError):
    """A generation's files are not as its manifest says."""


class LockedIndexError(LahdeIndexError):
    """Another ingest writes to the folder."""


class CollectionError(LahdeIndexError):
    """Two roots would share one collection, so that their documents' names could collide."""


class EncoderUnavailableError(LahdeIndexError):
    """The model cannot be loaded: not on this machine and not reachable, or its files are damaged."""
