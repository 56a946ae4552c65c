"""litellm, guarded, against the server that answers like the API."""

import asyncio
import gc
import io
import os
import threading
from typing import Any

import pytest
from probing import HI, HOSTS, ON, TRUSTED, bad, good, id_of

os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"  # else importing it asks the network
litellm = pytest.importorskip("litellm", reason="the extra litellm is not installed")

import openai  # noqa: E402 - after it is known that there is something to guard
from litellm.types.utils import CredentialItem  # noqa: E402 - after it is known that there is something to guard

from registry import cost  # noqa: E402 - after it is known that there is something to guard
from registry.catalogue import Catalogue  # noqa: E402
from registry.integrations.litellm import Guard, report_of  # noqa: E402
from registry.integrations.litellm import guard as ready_made  # noqa: E402
from registry.integrations.openai import guarded  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore")  # litellm's own

PATIENCE = 10
ERRORS = (litellm.BadRequestError, litellm.NotFoundError)


@pytest.fixture(scope="module")
def loop():
    """One loop for all: litellm keeps its HTTP clients from call to call."""
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()
    gc.collect()  # what litellm leaves open is found here, where its warnings are ignored


@pytest.fixture(autouse=True)
def _untouched(registry_mock, monkeypatch, loop):
    monkeypatch.setenv("OPENAI_BASE_URL", registry_mock.url)
    monkeypatch.setattr(litellm, "callbacks", [])
    monkeypatch.setattr(litellm, "client_session", None)
    monkeypatch.setattr(litellm, "sync_transport", None, raising=False)
    monkeypatch.setattr(litellm, "suppress_debug_info", True)
    for kind in ("input", "success", "failure", "_async_success", "_async_failure", "_async_input"):
        monkeypatch.setattr(litellm, f"{kind}_callback", [])
    yield
    loop.run_until_complete(litellm.close_litellm_async_clients())
    litellm.in_memory_llm_clients_cache.flush_cache()


def spelled(probe):
    ((function, arguments),) = probe["litellm"].items()
    return function, arguments if function == "responses" else {"messages": HI, **arguments}


@pytest.fixture
def ask(loop):
    """Make a call, sync or async, to its end."""

    def ask(way, function, arguments):
        if way == "sync":
            answer = getattr(litellm, function)(**arguments)
            return list(answer) if arguments.get("stream") else answer

        async def wait():
            answer = await getattr(litellm, f"a{function}")(**arguments)
            return [chunk async for chunk in answer] if arguments.get("stream") else answer

        return loop.run_until_complete(wait())

    return ask


@pytest.fixture(params=["async", "sync"])
def way(request):
    return request.param


def installed(way, *given, **options):
    """A guard that is a callback, which sync calls need installed."""
    guard = Guard(*given, on=ON, hosts=HOSTS, **options)
    litellm.callbacks = [guard]
    if way == "sync":
        guard.install()
    return guard


@pytest.mark.parametrize("trust", [None, TRUSTED])
@pytest.mark.parametrize("probe", [one for one in bad(disputed=False) if "reroutes" not in one], ids=id_of)
def test_a_bad_request_never_leaves(registry_mock, ask, way, probe, trust):
    installed(way, trust=trust)
    with pytest.raises(ERRORS) as caught:
        ask(way, *spelled(probe))
    assert registry_mock.requests == []
    if way == "async":  # before a sync call litellm may have refused it already, in its own words
        report = report_of(caught.value)
        assert report is not None
        assert report.api is not None
        assert (probe["path"] in [one.path for one in report.errors], caught.value.body) == (True, report.api["error"])


@pytest.mark.parametrize("probe", bad(disputed=True), ids=id_of)
def test_a_disputed_request_is_sent_unless_the_source_is_trusted(registry_mock, ask, way, probe):
    pytest.importorskip("mcp", reason="litellm.responses needs mcp")
    guard = installed(way)
    ask(way, *spelled(probe))
    assert (guard.stats.warned >= 1, [one.status for one in registry_mock.requests]) == (True, [200])
    installed(way, trust=TRUSTED)
    with pytest.raises(ERRORS):
        ask(way, *spelled(probe))
    assert len(registry_mock.requests) == 1


@pytest.mark.parametrize("policy", ["raise", "fix"])
@pytest.mark.parametrize("probe", good(), ids=id_of)
def test_a_good_request_arrives_as_it_was(registry_mock, ask, way, probe, policy):
    function, arguments = spelled(probe)
    if function == "responses":
        pytest.importorskip("mcp", reason="litellm.responses needs mcp")
    ask(way, function, arguments)
    installed(way, policy, trust=TRUSTED)
    ask(way, function, arguments)
    plain, guarded = registry_mock.requests
    assert (guarded.content, guarded.status) == (plain.content, 200)


SOUND = ("a.mp3", b"abc")

OTHERS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "text_completion": ({"model": "text-completion-openai/gpt-3.5-turbo-instruct", "prompt": "a"}, {"temperature": 3}),
    "embedding": ({"model": "openai/text-embedding-3-small", "input": ["a"]}, {"dimensions": 99_999}),
    "moderation": ({"model": "omni-moderation-latest", "input": "a"}, {"model": "gpt-4o"}),
    "image_generation": ({"model": "openai/gpt-image-2", "prompt": "a"}, {"n": 99}),
    "image_edit": ({"model": "openai/gpt-image-2", "prompt": "a", "image": "a.png"}, {"n": 99}),
    "speech": ({"model": "openai/tts-1", "input": "a", "voice": "alloy"}, {"speed": 9}),
    "transcription": ({"model": "openai/whisper-1", "file": SOUND}, {"temperature": 3}),
    "video_generation": ({"model": "openai/sora-2", "prompt": "a"}, {"size": "1x1"}),
}


ASKS_NOBODY = ("sync", "moderation")
"""It makes a client of its own, unless it is given one."""


@pytest.mark.parametrize("function", OTHERS)
def test_every_function_is_guarded(registry_mock, ask, way, function):
    fine, wrong = OTHERS[function]
    fine = {**fine, "api_base": registry_mock.url} if function == "video_generation" else fine

    def made(arguments):
        file = io.BytesIO(b"abc")
        file.name = "a.png"
        return {**arguments, "image": file} if "image" in arguments else arguments

    guard = installed(way)
    ask(way, function, made(fine))
    assert [one.status for one in registry_mock.requests] == [200]
    if (way, function) == ASKS_NOBODY:
        assert guard.stats.seen == 0
        fine = {**fine, "client": guarded(openai.OpenAI(), guard)}
    with pytest.raises(openai.APIStatusError) as caught:
        ask(way, function, made(fine | wrong))
    assert (len(registry_mock.requests), report_of(caught.value) is not None) == (1, True)


@pytest.mark.parametrize("policy", ["raise", "warn", "fix", "off"])
@pytest.mark.parametrize(
    "more",
    [
        {"stream_options": {"include_usage": True}},
        {"stream_options": {"include_usage": True, "include_obfuscation": False}},
        {"temperature": 0.2, "drop_params": True},
        {"prompt_cache_retention": "24h", "metadata": {"a": "b"}, "user": "u"},
    ],
)
def test_what_litellm_leaves_out_stays_out(registry_mock, ask, way, policy, more):
    pytest.importorskip("mcp", reason="litellm.responses needs mcp")
    asked = {"model": "openai/gpt-5", "input": "hi", **more}
    ask(way, "responses", asked)
    installed(way, policy)
    ask(way, "responses", asked)
    plain, guarded = registry_mock.requests
    assert (guarded.content, guarded.status) == (plain.content, 200)


def test_streams(registry_mock, ask, way):
    installed(way)
    asked = {"model": "openai/gpt-4o", "messages": HI, "stream": True}
    chunks = ask(way, "completion", asked)
    assert "".join(chunk.choices[0].delta.content or "" for chunk in chunks).startswith("This is what")
    with pytest.raises(litellm.BadRequestError):
        ask(way, "completion", {**asked, "temperature": 3})
    assert len(registry_mock.requests) == 1


def test_fix_changes_the_call(registry_mock, ask, way):
    guard = installed(way, "fix")
    ask(way, "completion", {"model": "openai/gpt-4o", "messages": HI, "temperature": 3, "temprature": 1})
    assert registry_mock.requests[0].body == {"messages": HI, "model": "gpt-4o", "temperature": 2}
    assert guard.stats.fixed == 1


@pytest.mark.parametrize(
    ("controls", "sent"),
    [
        ({"drop_params": True}, {}),
        ({"additional_drop_params": ["reasoning_effort"]}, {}),
        ({"allowed_openai_params": ["reasoning_effort"]}, None),
    ],
)
def test_its_own_controls_are_honoured(registry_mock, ask, way, controls, sent):
    installed(way)
    asked = {"model": "openai/gpt-4o", "messages": HI, "reasoning_effort": "low", **controls}
    if sent is None:
        with pytest.raises(litellm.BadRequestError, match="reasoning_effort"):
            ask(way, "completion", asked)
        assert registry_mock.requests == []
    else:
        ask(way, "completion", asked)
        assert registry_mock.requests[0].body == {"messages": HI, "model": "gpt-4o", **sent}


def test_arguments_by_place_are_judged(registry_mock, loop):
    installed("async", "fix")
    loop.run_until_complete(litellm.acompletion("openai/gpt-4o", HI, temperature=3))
    assert registry_mock.requests[0].body == {"messages": HI, "model": "gpt-4o", "temperature": 2}
    with pytest.raises(litellm.NotFoundError, match="gpt-5-prro"):
        loop.run_until_complete(litellm.acompletion("openai/gpt-5-prro", HI))


def test_what_a_router_adds_is_not_judged(registry_mock, loop):
    guard = installed("async")
    deployment = {"model": "openai/gpt-4o", "api_base": registry_mock.url, "use_in_pass_through": False}
    router = litellm.Router(
        [{"model_name": "fast", "litellm_params": {**deployment, "allow_client_keepalive_override": True}}]
    )
    answer = loop.run_until_complete(router.acompletion(model="fast", messages=HI))
    with pytest.raises(litellm.BadRequestError, match="temperature"):
        loop.run_until_complete(router.acompletion(model="fast", messages=HI, temperature=3))
    assert (answer.model, len(registry_mock.requests), guard.stats.refused) == ("gpt-4o-2024-08-06", 1, 1)


def test_a_catalogue_that_knows_nothing_of_litellm_stops_nothing(registry_mock, loop, catalogue):
    lines = [line for line in catalogue._data.split(b"\n") if not line.startswith(b'{"surface"')]
    guard = installed("async", catalogue=Catalogue(b"\n".join(lines)))
    loop.run_until_complete(litellm.acompletion(model="openai/gpt-4o", messages=HI, cooldown_time=1))
    assert (registry_mock.requests[0].status, guard.stats.skipped) == (200, 1)


def test_what_litellm_notes_in_metadata_is_not_judged(registry_mock, loop):
    pytest.importorskip("mcp", reason="litellm.responses needs mcp")
    installed("async")
    metadata = {"a": "b"}
    for _ in range(2):  # from the first call on it has what litellm noted
        loop.run_until_complete(litellm.aresponses(model="openai/gpt-5", input="hi", metadata=metadata))
    assert [one.body["metadata"] for one in registry_mock.requests] == [{"a": "b"}] * 2


def test_a_setting_that_drops_parameters_is_honoured(registry_mock, ask, way, monkeypatch):
    monkeypatch.setattr(litellm, "drop_params", True)
    installed(way)
    ask(way, "completion", {"model": "openai/gpt-4o", "messages": HI, "reasoning_effort": "low"})
    assert registry_mock.requests[0].body == {"messages": HI, "model": "gpt-4o"}


@pytest.mark.parametrize(
    ("model", "endpoint"), [("openai/ours", "/v1/chat/completions"), ("openai/responses/ours", "/v1/responses")]
)
def test_a_base_model_says_what_a_deployment_is(registry_mock, ask, model, endpoint):
    installed("async")
    asked = {"model": model, "messages": HI, "base_model": "azure/gpt-4o", "temperature": 3}
    with pytest.raises(litellm.BadRequestError, match="temperature") as caught:
        ask("async", "completion", asked)
    report = report_of(caught.value)
    assert report is not None
    assert (registry_mock.requests, report.endpoint) == ([], endpoint)


def test_a_credential_says_where_a_call_goes(registry_mock, ask, monkeypatch):
    elsewhere = CredentialItem(
        credential_name="ours", credential_info={}, credential_values={"api_base": registry_mock.url, "api_key": "none"}
    )
    monkeypatch.setattr(litellm, "credential_list", [elsewhere])
    monkeypatch.delenv("OPENAI_BASE_URL")
    guard = Guard(on=ON)
    litellm.callbacks = [guard]
    with pytest.raises(litellm.NotFoundError):  # the word of the other server
        ask("async", "completion", {"messages": HI, "model": "openai/gpt-5-prro", "litellm_credential_name": "ours"})
    assert (guard.stats.skipped, len(registry_mock.requests)) == (1, 1)


def test_a_config_of_the_proxy_names_it():
    loading = pytest.importorskip(
        "litellm.proxy.types_utils.utils", reason="litellm[proxy] is not installed", exc_type=ImportError
    )
    assert loading.get_instance_fn("registry.integrations.litellm.guard") is ready_made


def test_other_providers_and_servers_are_not_judged(ask):
    guard = Guard(on=ON)
    litellm.callbacks = [guard]
    ask("async", "completion", {"messages": HI, "model": "anthropic/claude", "mock_response": "hi"})
    with pytest.raises(litellm.NotFoundError) as caught:  # the word of the server that the environment names
        ask("async", "completion", {"messages": HI, "model": "openai/gpt-5-prro"})
    assert (report_of(caught.value), guard.stats.skipped, guard.stats.seen) == (None, 2, 2)


def test_off_judges_nothing(ask, way):
    guard = installed(way, "off")
    with pytest.raises(litellm.NotFoundError):
        ask(way, "completion", {"model": "openai/gpt-5-prro", "messages": HI})
    assert guard.stats.seen == 0


def test_a_sync_call_past_the_guard_is_told_once(registry_mock, ask, caplog):
    litellm.callbacks = [Guard(on=ON, hosts=HOSTS)]
    for _ in range(2):
        ask("sync", "completion", {"model": "openai/gpt-4o", "messages": HI})
    said = [record.message for record in caplog.records if record.name == "registry.guard"]
    assert (len(registry_mock.requests), len(said), "guard.install()" in said[0]) == (2, 1, True)


def test_what_was_answered_is_priced(ask, way, loop):
    usage = {"prompt_tokens": 2, "completion_tokens": 8, "total_tokens": 10}
    expected = cost("gpt-4.1", usage=usage, on=ON).total
    spent, told = [], threading.Event()

    def hear(one):
        spent.append(one.total)
        if one.total == expected:
            told.set()

    guard = installed(way, on_cost=hear)
    ask(way, "completion", {"model": "openai/gpt-4.1", "messages": HI})
    # litellm tells its callbacks later, in a thread or a task of the loop, and may still have to tell of other tests.
    assert loop.run_until_complete(loop.run_in_executor(None, told.wait, PATIENCE))
    assert (spent.count(expected), sum(spent), guard.costs.unpriced) == (1, guard.costs.total, 0)


def test_a_stream_without_usage_has_no_price(registry_mock):
    guard = Guard(on=ON)
    answer = litellm.completion(model="openai/gpt-4o", messages=HI)
    answer.usage = litellm.Usage()
    guard.log_success_event({"litellm_call_id": "1"}, answer, None, None)
    assert (registry_mock.requests[0].status, guard.costs.priced, guard.costs.unpriced) == (200, 0, 1)
