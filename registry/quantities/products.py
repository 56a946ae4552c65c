"""Requests that are sold by the piece, the second or the character: pictures, sounds, speech and videos."""

from __future__ import annotations

from registry.diagnostics import NoPrice
from registry.meters import DURATION, IMAGE, INPUT, OUTPUT, TEXT, filmed
from registry.quantities.asking import FORM_DIGITS, Quantities, Use
from registry.tokens.declaring import text
from registry.tokens.media import TENTHS, tenths_of
from registry.tokens.prompt import Prompt
from registry.tokens.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from registry.quantities.asking import Request

CHARACTERS = "characters"
BY_PIECE = "images_"
"""How meters of pictures begin: a size follows, or a quality that is sold apart, and a size."""


def image(request: Request) -> Quantities:
    """Pictures by a description: sold by the piece and size, or by the tokens that a picture of a size is."""
    pictures = request.whole("n") or 1
    found = Quantities()
    if any(meter.startswith(BY_PIECE) for meter in request.priced):
        quality = f"{BY_PIECE}{request.word('quality')}_"
        kind = quality if any(meter.startswith(quality) for meter in request.meters) else BY_PIECE
        found.uses.append(Use(f"{kind}{request.word('size')}", Span.of(pictures)))
        return found
    known = request.form.facts.get("made")
    if not known:
        raise NoPrice(f"how many tokens a picture by {request.who} is is not known")
    qualities = [known[request.word("quality")]] if request.word("quality") in known else list(known.values())
    sizes = [quality[request.word("size")] for quality in qualities if request.word("size") in quality]
    counts = sorted(sizes or [count for quality in qualities for count in quality.values()])
    partial = (request.whole("partial_images") or 0) * request.form["partial"]
    found.made = Span(counts[0], counts[len(counts) // 2], counts[-1] + partial) * pictures
    prompt = Prompt(request.form, request.who)
    prompt.say(request.body.get("prompt"))
    found.sent, found.error = prompt.text()
    found.uses += [Use(INPUT[TEXT], found.sent), Use(OUTPUT[IMAGE], found.made)]
    return found


def speech(request: Request) -> Quantities:
    """Text read aloud, sold by the character."""
    if CHARACTERS not in request.priced:
        raise NoPrice(f"how long {request.who} will speak is not known before it does")
    found = Quantities()
    found.uses.append(Use(CHARACTERS, Span.of(len(text(request.body.get("input"))))))
    return found


def heard(request: Request) -> Quantities:
    """Sound written down, sold by its length."""
    sound = request.body.get("file")
    content = next(
        (part for part in (sound if isinstance(sound, tuple) else (sound,)) if isinstance(part, bytes)), None
    )
    tenths = tenths_of(content)
    if tenths is None or DURATION not in request.priced:
        raise NoPrice(f"how much {request.who} will have to hear is not known")
    found = Quantities()
    seconds = Span(tenths.least // TENTHS, tenths.expected // TENTHS, -(-tenths.most // TENTHS))
    found.uses.append(Use(DURATION, seconds))
    return found


def video(request: Request) -> Quantities:
    """Videos, sold by the second and the size."""
    size, seconds = request.word("size"), request.whole("seconds")
    if seconds is None or not all(map(_is_length, size.split("x"))):
        raise NoPrice(f"the length and the size of a video by {request.who} are not known")
    found = Quantities()
    found.uses.append(Use(filmed(size), Span.of(seconds)))
    return found


def _is_length(side: str) -> bool:
    return side.isdecimal() and len(side) <= FORM_DIGITS


PRODUCTS: dict[str, Callable[[Request], Quantities]] = {
    "image": image,
    "speech": speech,
    "transcription": heard,
    "translation": heard,
    "video": video,
}
