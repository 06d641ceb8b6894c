"""What answering from passages needs of an understood question, and the least that has it. Knows nothing of figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from server.answering.answer import Language, Question


class Understood(Protocol):
    """What answering from passages needs of an understood question."""

    @property
    def question(self) -> Question:
        """The question as asked."""

    @property
    def language(self) -> Language:
        """Its language."""

    @property
    def text(self) -> str:
        """The question as interpreted, standing alone."""

    @property
    def taken_over(self) -> Sequence[str]:
        """What was taken over from earlier questions; empty where nothing was."""


@dataclass(frozen=True, slots=True)
class PlainQuestion:
    """A question understood by its text alone; `understand` makes one."""

    question: Question
    language: Language
    text: str
    taken_over: tuple[str, ...] = ()
