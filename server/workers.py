"""Threads that make answers, so that the event loop stays free. Knows nothing of what they do."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from server.errors import NotReadyError, TimeoutExceededError
from server.settings import ServerSettings

T = TypeVar("T")


class Workers:
    """A fixed number of threads with a bounded queue; an answer given up keeps its thread until it ends."""

    def __init__(self, settings: ServerSettings) -> None:
        self._pool = ThreadPoolExecutor(settings.workers, thread_name_prefix="answers")
        self._room = settings.workers + settings.waiting
        self._seconds = settings.timeout_seconds
        self.running = 0

    async def run(self, work: Callable[[], T]) -> T:
        """Return what `work` gives, done in a thread.

        Raises:
            NotReadyError: too many wait already.
            TimeoutExceededError: it takes longer than the limit.
        """
        if self.running >= self._room:
            what = "more questions at once than the server can answer"
            raise NotReadyError(what, "the server", "ask again in a few seconds")
        self.running += 1
        future = asyncio.get_running_loop().run_in_executor(self._pool, work)
        future.add_done_callback(self._done)
        try:
            # Shielded, so that one that was given up still counts as running until its thread is free.
            return await asyncio.wait_for(asyncio.shield(future), self._seconds)
        except TimeoutError:
            what = f"no answer within {self._seconds:g} s"
            raise TimeoutExceededError(what, "the server", "ask a shorter or simpler question") from None

    def stop(self) -> None:
        """Let go of the threads; answers that are being made are not waited for."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _done(self, future: "asyncio.Future[T]") -> None:
        self.running -= 1
        if not future.cancelled():
            future.exception()  # looked at, so that a given-up one is not reported as forgotten
