"""What base64 data says of itself: the size of a picture, the length of a sound, the pages of a PDF."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error

from registry.tokens.once import once
from registry.tokens.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    Told = TypeVar("Told")

JPEG_SIZES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""The markers of JPEG after which its size stands."""

MP3_KBITS = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
"""Of MPEG-1 layer 3, by the index that a frame has."""

TENTHS = 10
SLOWEST, USUAL, FASTEST = 1_000, 16_000, 200_000
"""Bytes of a second of sound, where it does not say how many: 8 and 128 kbit/s, and uncompressed studio sound."""


def data_of(written: object) -> bytes | None:
    """The bytes of base64 data, alone or in a data URL; None where it is no such thing."""
    if not isinstance(written, str) or written.startswith(("http:", "https:")):
        return None
    try:
        return b64decode(written.rpartition(",")[2], validate=False)
    except (Error, ValueError):
        return None


def told(read: Callable[[bytes | None], Told], written: object) -> Told:
    """What base64 data says of itself, as one of the functions below reads it; the data are not kept."""
    if type(written) is not str:  # what hashes as it likes
        return read(data_of(written))
    return once((read, written), lambda: read(data_of(written)))


def size_of(picture: bytes | None) -> tuple[int, int] | None:
    """Width and height of a PNG, GIF, WebP or JPEG; None where it does not say."""
    if not picture:
        return None
    size = None
    if picture.startswith(b"\x89PNG") and len(picture) >= 24:  # noqa: PLR2004 - where its size ends
        size = _big(picture[16:20]), _big(picture[20:24])
    elif picture.startswith(b"GIF8"):
        size = _little(picture[6:8]), _little(picture[8:10])
    elif picture[8:12] == b"WEBP":
        size = _webp(picture)
    elif picture.startswith(b"\xff\xd8"):
        size = _jpeg(picture)
    return size if size and min(size) > 0 else None


def _webp(picture: bytes) -> tuple[int, int]:
    kind = picture[12:16]
    if kind == b"VP8X":
        return _little(picture[24:27]) + 1, _little(picture[27:30]) + 1
    if kind == b"VP8L":
        bits = _little(picture[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return _little(picture[26:28]) & 0x3FFF, _little(picture[28:30]) & 0x3FFF


def _jpeg(picture: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(picture) and picture[at] == 0xFF:  # noqa: PLR2004 - how each marker begins
        if picture[at + 1] in JPEG_SIZES:
            return _big(picture[at + 7 : at + 9]), _big(picture[at + 5 : at + 7])
        at += 2 + _big(picture[at + 2 : at + 4])
    return None


def tenths_of(sound: bytes | None) -> Span | None:
    """The length of a WAV or MP3 in tenths of a second; of other sounds, what their bytes allow."""
    if not sound:
        return None
    rate = 0
    if sound.startswith(b"RIFF") and sound[8:12] == b"WAVE":
        rate = _little(sound[28:32])
    else:
        # What stands before the first frame is a tag, pictures included.
        at = sound.find(b"\xff\xfb")
        if at >= 0 and at + 2 < len(sound) and sound[at + 2] >> 4 < len(MP3_KBITS):
            rate = MP3_KBITS[sound[at + 2] >> 4] * 125
    if rate:
        return Span.of(-(-len(sound) * TENTHS // rate)).around(10, 1)
    return Span(*(len(sound) * TENTHS // rate for rate in (FASTEST, USUAL, SLOWEST)))


def pages_of(document: bytes | None) -> int:
    """The pages of a PDF; 0 where they can't be seen, since it may compress even its structure."""
    if not document or not document.startswith(b"%PDF"):
        return 0
    import re

    pages = len(re.findall(rb"/Type\s*/Page\b", document))
    counts = [int(found) for found in re.findall(rb"/Count\s+(\d{1,6})\b", document)]
    return max(pages, *counts, 0)


def _big(number: bytes) -> int:
    return int.from_bytes(number, "big")


def _little(number: bytes) -> int:
    return int.from_bytes(number, "little")
