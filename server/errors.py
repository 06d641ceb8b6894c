"""Errors of the server, each with the HTTP status that it is answered with.

ServerError
├── SettingsError     a setting has a value that it cannot have (at start)
├── UnknownKeyError   401: no or a wrong key
├── NoSuchPageError   404: no such document or page
├── TooLargeError     413: the body is larger than allowed
├── BadRequestError   422: a field has a value that it cannot have
├── TooManyError      429: more requests than allowed
├── NotReadyError     503: still loading, or too busy
└── TimeoutExceededError  504: no answer in time
"""


class ServerError(Exception):
    """Base; `what` is wrong, `where` (a field, a path, a setting), and what is `to_do`."""

    status = 500

    def __init__(self, what: str, where: str, to_do: str) -> None:
        super().__init__(f"{where}: {what}; {to_do}")
        self.what = what
        self.where = where
        self.to_do = to_do


class SettingsError(ServerError):
    """A setting has a value that it cannot have."""


class UnknownKeyError(ServerError):
    """The request has no key that the server knows."""

    status = 401


class NoSuchPageError(ServerError):
    """There is no such document or page."""

    status = 404


class TooLargeError(ServerError):
    """The request's body is larger than allowed."""

    status = 413


class BadRequestError(ServerError):
    """A field has a value that it cannot have."""

    status = 422


class TooManyError(ServerError):
    """More requests than one client may send."""

    status = 429


class NotReadyError(ServerError):
    """The server is still loading, or has more to do than it can."""

    status = 503


class TimeoutExceededError(ServerError):
    """The answer was not ready in time."""

    status = 504
