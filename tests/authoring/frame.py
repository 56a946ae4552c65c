"""A file of facts around what stands in one family, so that a test shows that alone."""

FRAME = """\
sources:
  acme-docs: {title: The pages of Acme, kind: official, date: 2026-09-01}
  acme-answers: {title: Recorded answers, kind: observed, date: 2026-08-03}
  acme-press: {title: A note to the press, kind: official, date: 2025-06-01}
  proxy-docs: {title: The pages of a proxy, kind: documented, date: 2026-05-01}
meters: {input: 9_000 tokens, cached_input: 9_000 tokens, output: 9_000 tokens, images: 1 image, cached_images: 9 pairs}
providers:
  acme:
    source: acme-docs
    names:
      - {prefix: answers/, source: acme-answers}
      - {prefix: press/, source: acme-press}
      - {prefix: proxy/, source: proxy-docs}
    families:
      family:
"""
INDENT = 8


def framed(text):
    """A whole file of facts, when the text is what stands in a family; and how far that moves it."""
    if "providers:" in text:
        return text, 0, 0
    lines = [f"{' ' * INDENT}{line}" if line.strip() else line for line in text.splitlines(keepends=True)]
    return FRAME + "".join(lines), FRAME.count("\n"), INDENT
