"""Documents go into one long-lived ``sayso`` and come back answered, whatever happens to it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from .answers import Answer, read
from .process import Bytes, Process, ending

MOST = 6
"""So many documents are in flight at most: enough that the process need not wait for the next one."""

MOST_BYTES = 8 << 20
"""With more bytes than this in flight, none is added."""


@dataclass
class Document:
    """A document: its line, or its answer where that is known without asking; and what its owner wants to know again."""

    line: Bytes | None
    known: Answer | None
    owner: Any
    deaths: int = 0

    @property
    def size(self) -> int:
        """How many bytes are sent."""
        return len(self.line) if self.line is not None else 0


class Conversation:
    """Asks a process about documents, a few of them in flight, and starts another when it dies.

    What was answered stays. What was in flight is asked again one by one; when a process dies with a document that is
    alone with it, and died with that one before, the document is set aside.
    """

    def __init__(self, start: Callable[[], Process], timeout: float) -> None:
        self._start = start
        self._timeout = timeout
        self._process: Process | None = None
        self._flight: deque[Document] = deque()
        self._again: deque[Document] = deque()
        self._waited = 0.0

    def answers(self, documents: Iterable[Document]) -> Iterator[tuple[Any, Answer]]:
        """The owners and answers of all documents, in order; nothing is started when there are none."""
        source = iter(documents)
        more = True
        try:
            while True:
                if self._again:
                    if not self._flight:
                        self._send(self._again.popleft())
                while more and not self._again and not self._is_full:
                    document = next(source, None)
                    if document is None:
                        more = False
                    else:
                        self._send(document)
                if not self._flight:
                    if not self._again:
                        break
                    continue
                yield from self._receive()
        finally:
            if self._process:
                self._process.close_input()
                self._process.stop(10 if not self._flight else 0)

    @property
    def _is_full(self) -> bool:
        # What was in flight when a process died goes alone.
        if self._flight and self._flight[0].deaths:
            return True
        return len(self._flight) >= MOST or sum(one.size for one in self._flight) >= MOST_BYTES

    def _send(self, document: Document) -> None:
        self._flight.append(document)
        if document.line is None:
            return
        if not self._process:
            self._process = self._start()
            self._waited = 0.0
        self._process.write(document.line, b"\n")
        self._process.step(0)

    def _receive(self) -> Iterator[tuple[Any, Answer]]:
        """Gives answers to the first in flight, as far as there are any; waits for one."""
        first = self._flight[0]
        if first.known:
            self._flight.popleft()
            yield first.owner, first.known
            return
        process = self._process
        assert process
        if not process.lines:
            if process.has_ended:
                yield from self._bury(ending(process.stop(5)))
                return
            # Only time that is spent waiting here counts: whoever takes the answers may be slow.
            self._waited += process.step(max(0.0, self._timeout - self._waited))
            if not process.lines and not process.has_ended and self._waited >= self._timeout:
                process.stop()
                yield from self._bury(f"sayso took longer than {self._timeout:g} s and was ended")
            return
        self._waited = 0.0
        self._flight.popleft()
        yield first.owner, read(process.lines.popleft())

    def _bury(self, cause: str) -> Iterator[tuple[Any, Answer]]:
        """Decides what becomes of those in flight when the process has died."""
        self._process = None
        flight, self._flight = self._flight, deque()
        again: deque[Document] = deque()
        for document in flight:
            if document.known is None:
                document.deaths += 1
            if document.deaths < 2:
                again.append(document)
                continue
            yield document.owner, Answer(error=("poison", f"{cause}, twice with this document"))
        self._again = again + self._again
