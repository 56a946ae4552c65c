"""CAT016: a price of the past that was rewritten."""

import subprocess

import pytest

BEFORE = """\
models:
  a:
    prices:
      - {from: 2026-01-01, usd: {input: 2, output: 8}, tiers: [{when: {tier: [batch]}, usd: {input: 1}}]}
      - {from: 2026-02-01, usd: {input: 1.50}, source: acme-docs}
    fine_tuned: {prices: [{from: 2026-01-01, usd: {input: 3}}]}
    snapshots: {a-1: {}}
  b: {current: a-1}
"""


def git(folder, *arguments):
    who = ["-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", folder, *who, *arguments], check=True, capture_output=True)  # noqa: S607 - git's own name


@pytest.fixture(scope="module")
def repository(tmp_path_factory, framed):
    """A git repository whose first commit has no facts, and whose last one has BEFORE."""
    folder = tmp_path_factory.mktemp("repository")
    git(folder, "init", "-q")
    git(folder, "commit", "-q", "--allow-empty", "-m", "nothing")
    git(folder, "tag", "empty")
    (folder / "models.yaml").write_text(framed(BEFORE))
    git(folder, "add", "models.yaml")
    git(folder, "commit", "-qm", "facts")
    return folder


@pytest.fixture
def changed(repository, found):
    """What is wrong with BEFORE when it was committed and then some words of it were replaced."""

    def look(old, new, against="HEAD"):
        assert old in BEFORE
        return found(BEFORE.replace(old, new), against=against, folder=repository)

    return look


QUIET = {
    "nothing": ("a", "a"),
    "the same number": ("1.50", "1.5"),
    "another source": ("source: acme-docs", "source: acme-answers, tiers: []"),
    "an entry more": ("    fine_tuned", "      - {from: 2026-03-01, usd: {input: 1}}\n    fine_tuned"),
    "a meter more": ("{input: 1.50}", "{input: 1.50, output: 6}"),
    "a tier more": ("{input: 1.50}", "{input: 1.50}, tiers: [{when: {tier: [flex]}, usd: {input: 1}}]"),
    "another pointer": ("current: a-1", "current: a"),
}


@pytest.mark.parametrize(("old", "new"), QUIET.values(), ids=QUIET)
def test_quiet(changed, old, new):
    assert changed(old, new) == []


EDITED = "append an entry, never edit one"
FIRES = {
    "a number": (
        "{input: 2, output: 8}",
        "{input: 3, output: 8}",
        [
            f"4:9: CAT016 the price of a from 2026-01-01 was input 2, output 8: {EDITED}",
        ],
    ),
    "a meter less": (
        "{input: 2, output: 8}",
        "{input: 2}",
        [
            f"4:9: CAT016 the price of a from 2026-01-01 was input 2, output 8: {EDITED}",
        ],
    ),
    "a tier": (
        "usd: {input: 1}}]",
        "usd: {input: 1.25}}]",
        [
            f"4:9: CAT016 the price of a from 2026-01-01 was input 2, output 8: {EDITED}",
        ],
    ),
    "a tier that no request names": (
        "{input: 1.50}",
        "{input: 1.50}, tiers: [{when: {input_tokens: 9..}, usd: {input: 2}}]",
        [
            f"5:9: CAT016 the price of a from 2026-02-01 was input 1.50: {EDITED}",
        ],
    ),
    "a day": (
        "2026-02-01",
        "2026-02-02",
        [
            "3:5: CAT016 the price of a from 2026-02-01 is gone: input 1.50",
        ],
    ),
    "of fine-tunes": (
        "{input: 3}",
        "{input: 4}",
        [
            f"6:27: CAT016 the price of a from 2026-01-01 was input 3: {EDITED}",
        ],
    ),
    "a model less": (
        "{a-1: {}}\n  b: {current: a-1}",
        "{}",
        ["-7:-5: CAT016 a-1 is gone, and its prices with it: models retire, they stay on record"],
    ),
    "and allowed": (
        "    snapshots: {a-1: {}}",
        "    snapshots: {a-1: {}}\n    allow: {CAT016: It never was.}",
        ["8:13: CAT019 CAT016 finds nothing here: the exception is not needed"],
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), FIRES.values(), ids=FIRES)
def test_fires(changed, old, new, expected):
    assert changed(old, new) == expected


def test_an_exception_with_its_reason(changed):
    new = "{input: 4}}]}\n    allow: {CAT016: It was a slip of the pen.}\n"
    assert changed("{input: 3}}]}\n", new) == []


HOSTED = """\
sources: {s: {title: t, kind: official, date: 2026-01-01}}
meters: {input: 1_000_000 tokens, rent: 20 minutes, space: 1 gibibyte-day}
providers:
  acme:
    source: s
    hosted:
      - {from: 2026-01-01, usd: {rent: 0.03, space: 1}, source: s}
      - {from: 2026-02-01, usd: {rent: 0.02}, source: s}
    families: {f: {models: {a: {prices: [{from: 2026-01-01, usd: {input: 1}}]}}}}
"""
HOSTED_EDITED = {
    "nothing": ("a", "a", []),
    "the same number": ("0.03", "0.030", []),
    "an entry more": ("    families", "      - {from: 2026-03-01, usd: {rent: 0.01}, source: s}\n    families", []),
    "a meter more": ("{rent: 0.02}", "{rent: 0.02, space: 1}", []),
    "a number": (
        "rent: 0.03",
        "rent: 0.04",
        [f"7:9: CAT016 the price of acme's tools from 2026-01-01 was rent 0.03, space 1: {EDITED}"],
    ),
    "a meter less": (
        ", space: 1}",
        "}",
        [f"7:9: CAT016 the price of acme's tools from 2026-01-01 was rent 0.03, space 1: {EDITED}"],
    ),
    "a day": (
        "2026-02-01",
        "2026-02-02",
        ["6:5: CAT016 the price of acme's tools from 2026-02-01 is gone: rent 0.02"],
    ),
    "the list": (
        HOSTED[HOSTED.index("    hosted:") : HOSTED.index("    families")],
        "",
        [
            "5:5: CAT016 the price of acme's tools from 2026-01-01 is gone: rent 0.03, space 1",
            "5:5: CAT016 the price of acme's tools from 2026-02-01 is gone: rent 0.02",
        ],
    ),
    "and allowed": ("rent: 0.03, space: 1}, source: s}", "rent: 0.04, space: 1}, source: s}", []),
}


@pytest.mark.parametrize(("old", "new", "expected"), HOSTED_EDITED.values(), ids=HOSTED_EDITED)
def test_prices_of_tools_are_watched_too(tmp_path, found, old, new, expected, request):
    git(tmp_path, "init", "-q")
    (tmp_path / "models.yaml").write_text(HOSTED)
    git(tmp_path, "add", "models.yaml")
    git(tmp_path, "commit", "-qm", "facts")
    assert old in HOSTED
    text = HOSTED.replace(old, new)
    if "allowed" in request.node.name:
        text = text.replace("    families", "    allow: {CAT016: It was a slip of the pen.}\n    families")
    assert found(text, shapes=None, against="HEAD", folder=tmp_path) == expected


def test_a_file_that_was_not_committed_has_no_past(changed):
    assert changed("{input: 3}", "{input: 4}", against="empty") == []


@pytest.mark.parametrize("revision", ["no-such-branch", "--help"])
def test_no_such_revision(changed, repository, revision):
    with pytest.raises(ValueError, match=f"^{revision} is no revision of the git repository around {repository}$"):
        changed("a", "a", against=revision)
