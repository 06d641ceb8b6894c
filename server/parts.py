"""What the routes of one app share. Knows nothing of routes."""

from collections.abc import Callable
from dataclasses import dataclass

from index.generation import Generation
from server.answering.answer import Answer, Question
from server.metrics import Metrics
from server.pictures import Pictures
from server.serving import Serving
from server.settings import ServerSettings
from server.workers import Workers

Answering = Callable[[Question, Generation], Answer]


@dataclass(frozen=True, slots=True)
class Parts:
    """The generations served, the limits, the threads that answer, and how they do."""

    serving: Serving
    settings: ServerSettings
    answering: Answering
    metrics: Metrics
    workers: Workers
    pictures: Pictures
