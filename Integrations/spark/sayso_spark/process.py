"""A running ``sayso``: what is told to it and what it answers, without threads and without blocking."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections import deque
from typing import Union

Bytes = Union[bytes, memoryview]

CHUNK = 1 << 16
"""So many bytes are read at once, and as many go into a pipe."""


class Process:
    """One child with three pipes. Nothing moves but in :meth:`step`, so no pipe can hold up another.

    What it says on standard error goes to this process's, behind ``label``.
    """

    def __init__(self, command: list[str], label: str) -> None:
        self._child = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0
        )
        assert self._child.stdin and self._child.stdout and self._child.stderr
        self._input, self._output, self._errors = (
            self._child.stdin.fileno(), self._child.stdout.fileno(), self._child.stderr.fileno())
        for pipe in (self._input, self._output, self._errors):
            os.set_blocking(pipe, False)
        self._label = label
        self._unsent: deque[memoryview] = deque()
        self._closing = False
        self._open = {self._input, self._output, self._errors}
        self._line: list[bytes] = []
        self._error = b""
        self.lines: deque[bytes] = deque()
        """Whole lines that it has written and nobody has taken; without their ends."""

    def write(self, *data: Bytes) -> None:
        """Notes what is to be sent."""
        self._unsent.extend(memoryview(part) for part in data if len(part))

    def close_input(self) -> None:
        """Ends its input after what is unsent."""
        self._closing = True

    @property
    def has_sent_all(self) -> bool:
        """Whether nothing is unsent."""
        return not self._unsent

    @property
    def has_ended(self) -> bool:
        """Whether it will write no more lines."""
        return self._output not in self._open

    def step(self, wait: float) -> float:
        """Moves what can be moved; waits until something can.

        :param wait: the longest time to wait, in seconds.
        :returns: how long that took, in seconds.
        """
        start = time.monotonic()
        if self._closing and not self._unsent:
            self._close(self._input)
        poll = select.poll()
        for pipe in self._open & {self._output, self._errors}:
            poll.register(pipe, select.POLLIN)
        if self._unsent and self._input in self._open:
            poll.register(self._input, select.POLLOUT)
        for pipe, _ in poll.poll(max(0, wait) * 1000):
            if pipe == self._input:
                self._send()
            elif pipe == self._output:
                self._receive()
            else:
                self._complain()
        return time.monotonic() - start

    def stop(self, patience: float = 0) -> int:
        """Ends it if it has not ended by itself.

        :param patience: how many seconds it gets to end by itself.
        :returns: its exit code, negative for a signal.
        """
        while patience > 0 and self._open & {self._output, self._errors}:
            patience -= self.step(patience)
        try:
            code = self._child.wait(max(0.1, patience))
        except subprocess.TimeoutExpired:
            self._child.kill()
            code = self._child.wait()
        while self._errors in self._open and self._complain():
            pass
        for pipe in list(self._open):
            self._close(pipe)
        return code

    def _close(self, pipe: int) -> None:
        if pipe not in self._open:
            return
        self._open.remove(pipe)
        streams = {self._input: self._child.stdin, self._output: self._child.stdout, self._errors: self._child.stderr}
        stream = streams[pipe]
        assert stream
        stream.close()

    def _send(self) -> None:
        try:
            sent = os.write(self._input, self._unsent[0][:CHUNK])
        except BlockingIOError:
            return
        except OSError:
            # It reads no more: its output says what became of it.
            self._unsent.clear()
            self._close(self._input)
            return
        if sent == len(self._unsent[0]):
            self._unsent.popleft()
        else:
            self._unsent[0] = self._unsent[0][sent:]

    def _receive(self) -> None:
        data = self._read(self._output)
        if data is None:
            return
        *whole, rest = data.split(b"\n")
        for end in whole:
            self.lines.append(b"".join(self._line) + end)
            self._line = []
        if rest:
            self._line.append(rest)

    def _complain(self) -> bool:
        """Copies what it says on standard error.

        :returns: whether there may be more.
        """
        data = self._read(self._errors)
        text = self._error + (data or b"")
        whole, end, self._error = text.rpartition(b"\n") if data else (text, b"", b"")
        for line in whole.splitlines():
            print(f"{self._label}: {line.decode('utf-8', 'replace')}", file=sys.stderr, flush=True)
        return bool(data)

    def _read(self, pipe: int) -> bytes | None:
        """:returns: some bytes; None at the end or when there are none now."""
        try:
            data = os.read(pipe, CHUNK)
        except BlockingIOError:
            return None
        if not data:
            self._close(pipe)
        return data or None


def ending(code: int) -> str:
    """What an exit code means, for people."""
    if code >= 0:
        return f"sayso ended with {code}"
    try:
        return f"sayso was killed by {signal.Signals(-code).name}"
    except ValueError:
        return f"sayso was killed by signal {-code}"
