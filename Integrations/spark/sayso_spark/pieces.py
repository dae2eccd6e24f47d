"""Where the records of a web archive begin and end, as far as it takes to go on behind one."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO

CHUNK = 1 << 16


def pieces(path: str, start: int) -> Iterator[tuple[int, int]]:
    """The ranges of bytes of a file's records, from one that begins at ``start``.

    Reads members of gzip, WARC, and ARC; gives nothing for what is none of them, such as WACZ. What follows damage is
    one range.
    """
    with open(path, "rb") as file:
        file.seek(0, 2)
        size = file.tell()
        file.seek(start)
        head = file.read(10)
        if head.startswith(b"\x1f\x8b"):
            end = _member_end
        elif head.startswith(b"WARC/"):
            end = _warc_end
        elif head.startswith((b"http", b"filedesc:", b"dns:")):
            end = _arc_end
        else:
            return
        while start < size:
            file.seek(start)
            found = end(file)
            stop = size if found is None else min(found, size)
            yield start, stop
            start = stop


def chunks(path: str, start: int, end: int | None = None) -> Iterator[bytes]:
    """The bytes of a range of a file, in parts."""
    with open(path, "rb") as file:
        file.seek(start)
        while part := file.read(CHUNK if end is None else min(CHUNK, end - start)):
            start += len(part)
            yield part


def _member_end(file: BinaryIO) -> int | None:
    """The end of the gzip member at the file's position; None when it is damaged or cut off."""
    member = zlib.decompressobj(31)
    while part := file.read(CHUNK):
        try:
            member.decompress(part)
        except zlib.error:
            return None
        if member.eof:
            return file.tell() - len(member.unused_data)
    return None


def _warc_end(file: BinaryIO) -> int | None:
    """The end of the WARC record at the file's position, with the lines behind it."""
    length = None
    while (line := file.readline(CHUNK)).strip():
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length" and value.strip().isdigit():
            length = int(value)
    return None if length is None else _after_lines(file, file.tell() + length)


def _arc_end(file: BinaryIO) -> int | None:
    """The end of the ARC record at the file's position: the last word of its line is its length."""
    words = file.readline(CHUNK).split()
    return _after_lines(file, file.tell() + int(words[-1])) if words and words[-1].isdigit() else None


def _after_lines(file: BinaryIO, position: int) -> int:
    """Where the line breaks at a position end."""
    file.seek(position)
    ends = file.read(64)
    return position + len(ends) - len(ends.lstrip(b"\r\n"))
