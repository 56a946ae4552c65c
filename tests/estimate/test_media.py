"""Pictures, sounds and files: what they say of themselves, and how many tokens that is."""

from base64 import b64encode

import pytest

from registry.tokens import media
from registry.tokens.pictures import picture
from registry.tokens.span import Span

TILES = {"base": 85, "tile": 170, "low": [0]}
PATCHES = {"percent": 100, "auto": "high", "low": [256, 512], "high": [1536, 2048], "original": []}


def png(width, height):
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big")


def url(content, kind="image/png"):
    return f"data:{kind};base64,{b64encode(content).decode()}"


def wav(rate, length):
    return b"RIFF\0\0\0\0WAVEfmt " + bytes(12) + rate.to_bytes(4, "little") + bytes(length - 32)


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (png(640, 480), (640, 480)),
        (b"GIF89a" + (20).to_bytes(2, "little") + (30).to_bytes(2, "little"), (20, 30)),
        (b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + (99).to_bytes(3, "little") + (49).to_bytes(3, "little"), (100, 50)),
        (b"RIFF\0\0\0\0WEBPVP8L" + bytes(5) + (99 | 49 << 14).to_bytes(4, "little"), (100, 50)),
        (b"RIFF\0\0\0\0WEBPVP8 " + bytes(10) + b"\x64\0\x32\0", (100, 50)),
        (b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\0\x32\0\x64\x03", (100, 50)),
        (b"\xff\xd8\xff\xe0\0\x04ab", None),
        (b"\x89PNG", None),
        (png(0, 5), None),
        (b"no picture", None),
        (b"", None),
        (None, None),
    ],
)
def test_pictures_say_their_size(content, size):
    assert media.size_of(content) == size


@pytest.mark.parametrize(
    ("written", "content"),
    [
        (url(b"abc"), b"abc"),
        ("YWJj", b"abc"),
        ("https://example.com/a.png", None),
        ("a", None),
        (7, None),
        (None, None),
    ],
)
def test_data_is_read_from_urls_or_alone(written, content):
    assert media.data_of(written) == content


@pytest.mark.parametrize(
    ("facts", "size", "detail", "tokens"),
    [  # the examples of the documentation
        (TILES, (1024, 1024), "high", 765),
        (TILES, (2048, 4096), "high", 1105),
        (TILES, (4096, 8192), "low", 85),
        (TILES, (16, 16), "auto", 255),
        (TILES, (5000, 1), "high", 85 + 4 * 170),
        (PATCHES, (1024, 1024), "auto", 1024),
        (PATCHES, (1800, 2400), "high", 1452),
        (PATCHES, (4000, 1474), "high", 1536),
        (PATCHES, (4000, 4000), "original", 125 * 125),
        (PATCHES, (4000, 4000), "no such detail", 1521),
        ({**PATCHES, "percent": 246}, (1, 1), "high", 3),
    ],
)
def test_pictures_count_as_documented(facts, size, detail, tokens):
    found = picture(facts, size, detail)
    assert found is not None
    assert found.expected == tokens


def test_a_picture_of_unknown_size_is_bounded():
    assert picture(TILES, None, "high") == Span(255, 765, 85 + 8 * 170)
    assert picture(PATCHES, None, "high") == Span(1, 1024, 1538)
    assert picture(PATCHES, None, "original") is None


@pytest.mark.parametrize(
    ("content", "tenths"),
    [
        (wav(8_000, 16_000), Span(17, 20, 23)),
        (b"ID3" + bytes(61) + b"\xff\xfb\x90\0" + bytes(16_000 - 68), Span(8, 10, 12)),
        (b"OggS" + bytes(15_996), Span(0, 10, 160)),
        (b"", None),
        (None, None),
    ],
)
def test_sounds_say_their_length(content, tenths):
    assert media.tenths_of(content) == tenths


@pytest.mark.parametrize(
    ("content", "pages"),
    [
        (b"%PDF-1.4 /Type /Pages /Count 3 /Type /Page /Type/Page", 3),
        (b"%PDF-1.7 compressed", 0),
        (b"/Type /Page", 0),
        (None, 0),
    ],
)
def test_documents_say_their_pages(content, pages):
    assert media.pages_of(content) == pages
