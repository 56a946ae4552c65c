"""Addresses, and bodies read and written again."""

import pytest

from registry.integrations.wire import endpoint_of, listed, read

FORM = 'multipart/form-data; boundary="xyz"'
PARTS = (
    b'--xyz\r\nContent-Disposition: form-data; name="model"\r\n\r\nwhisper-1\r\n'
    b'--xyz\r\nContent-Disposition: form-data; name="include[]"\r\n\r\na\r\n'
    b'--xyz\r\nContent-Disposition: form-data; name="include[]"\r\n\r\nb\r\n'
    b'--xyz\r\nContent-Disposition: form-data; name="file"; filename="a;b.mp3"\r\nContent-Type: audio/mpeg\r\n\r\n'
    b"\x00\r\n\xff\r\n"
    b"--xyz--\r\n"
)


def read_whole(content, kind):
    body = read(content, kind)
    assert body is not None
    return body


@pytest.mark.parametrize(
    ("method", "path", "endpoint"),
    [
        ("POST", "/v1/responses", "/v1/responses"),
        ("POST", "/v1/responses/", "/v1/responses"),
        ("POST", "/chat/completions", "/v1/chat/completions"),
        ("POST", "/openai/v1/chat/completions", "/v1/chat/completions"),
        ("GET", "/v1/responses", None),
        ("POST", "/v1/responses/resp_1/cancel", None),
        ("POST", "/v1/files", None),
        ("POST", "/", None),
    ],
)
def test_an_address_is_an_endpoint(catalogue, method, path, endpoint):
    assert endpoint_of(method, path, catalogue) == endpoint


@pytest.mark.parametrize(
    ("host", "is_listed"),
    [("api.openai.com", True), ("eu.api.openai.com", True), ("notapi.openai.com", False), ("127.0.0.1", False)],
)
def test_a_host_is_listed(host, is_listed):
    assert listed(host, ("api.openai.com", "*.api.openai.com")) is is_listed


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"[1]", "application/json"),
        (b"{", "application/json"),
        (b"[" * 100_000, "application/json"),
        (b"{}", "text/plain"),
        (PARTS, "multipart/form-data"),
        (b"", ""),
    ],
)
def test_what_is_no_object_is_not_read(content, kind):
    assert read(content, kind) is None


def test_json_is_read_and_written():
    body = read_whole('{"a": "é", "b": [1.0]}'.encode(), "application/json; charset=utf-8")
    assert (body.value, body.write(body.value)) == ({"a": "é", "b": [1.0]}, '{"a":"é","b":[1.0]}'.encode())


def test_a_form_is_read_and_written():
    body = read_whole(PARTS, FORM)
    assert body.value == {"model": "whisper-1", "include[]": ["a", "b"], "file": b"\x00\r\n\xff"}
    again = {"model": "whisper-1", "include": ["a", "b"], "file": body.value["file"]}
    assert body.write(again) == PARTS


def test_a_changed_form_spells_numbers_booleans_and_objects():
    body = read_whole(PARTS, FORM)
    changed = {"temperature": 0.5, "stream": False, "chunking_strategy": {"type": "server_vad"}}
    assert read_whole(body.write(changed), FORM).value == {
        "temperature": "0.5",
        "stream": "false",
        "chunking_strategy[type]": "server_vad",
    }
