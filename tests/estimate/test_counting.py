"""Counting words: exactly where the extra is installed, else roughly, with an error that holds."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.tokens.counting import ERROR, ERROR_BEYOND, SLACK, tally
from registry.tokens.rough import rough

NEWER, EARLIER = "o200k_base", "cl100k_base"
TEXTS = {
    "prose": "The price of a request is known before it is sent, if only one knows how much it will say. " * 20,
    "code": 'def total(lines: list[Line]) -> Decimal:\n    """Add up."""\n    return sum(line.amount)\n' * 20,
    "JSON": '{"model": "m", "messages": [{"role": "user", "content": "hi"}], "max_tokens": 128}\n' * 20,
    "German": "Was eine Anfrage kosten wird, weiß man erst, wenn man weiß, wie viel sie zu sagen hat. " * 20,
    "Russian": "Сколько будет стоить запрос, известно лишь тогда, когда известно, сколько он скажет. " * 20,
    "Greek": "Πόσο θα κοστίσει ένα αίτημα το ξέρουμε μόνο όταν ξέρουμε πόσα θα πει. " * 20,
    "Hindi": "अनुरोध की कीमत तभी पता चलती है जब यह पता हो कि वह कितना कहेगा। " * 20,
    "Arabic": "لا تُعرف تكلفة الطلب إلا عندما نعرف كم سيقول. " * 20,
    "Thai": "เราจะรู้ราคาของคำขอก็ต่อเมื่อรู้ว่ามันจะพูดมากแค่ไหน " * 20,
    "Korean": "요청이 얼마나 말할지 알아야 비용이 얼마인지 알 수 있습니다. " * 20,
    "Japanese": "リクエストの費用は、どれだけ話すかが分かって初めて分かります。" * 20,
    "Chinese": "只有知道一个请求会说多少话才能知道它的价格。" * 20,
}


@pytest.mark.usefixtures("exactly")
@pytest.mark.parametrize(("encoding", "tokens"), [(NEWER, 5), (EARLIER, 5)])
def test_the_extra_counts_exactly(encoding, tokens):
    found = tally(["naïve tokenizers", ""], encoding)
    assert (found.tokens, found.error) == (tokens, 0)


@pytest.mark.usefixtures("exactly")
def test_half_a_character_counts_like_an_unknown_one():
    assert tally(["a\ud800b"], NEWER).tokens == tally(["a?b"], NEWER).tokens


@pytest.mark.usefixtures("exactly")
def test_markup_in_a_text_is_text():
    assert tally(["<|endoftext|>"], NEWER).tokens > 1


@pytest.mark.parametrize("encoding", ["r50k_base", None])
def test_an_encoding_that_is_not_known_is_counted_roughly(encoding):
    assert tally(["hello world"], encoding).error == ERROR


@pytest.mark.usefixtures("exactly")
@pytest.mark.parametrize("encoding", [NEWER, EARLIER])
@pytest.mark.parametrize("name", TEXTS)
def test_the_error_of_a_rough_count_holds(name, encoding, monkeypatch):
    counted = tally([TEXTS[name]], encoding).tokens
    monkeypatch.setitem(sys.modules, "toktok", None)
    found = tally([TEXTS[name]], encoding)
    assert ERROR <= found.error <= ERROR_BEYOND
    assert abs(found.tokens - counted) * 100 <= counted * found.error + SLACK * 100


@given(st.text(), st.text(), st.sampled_from([NEWER, EARLIER, None]))
def test_a_longer_text_is_no_fewer_tokens(text, more, encoding):
    assert sum(rough(text, encoding)) <= sum(rough(text + more, encoding))
