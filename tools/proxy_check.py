"""Runs LiteLLM's proxy with the guard in its config, and shows that bad requests never leave it and good ones do.

The proxy and the server that answers like the API are processes on loopback; the environment is that of
tools/guards.py. The guard stands in one line of the config: `callbacks: registry.integrations.litellm.guard`.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import secrets
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from guarding import environment

if TYPE_CHECKING:
    from collections.abc import Iterator

ON = "2026-06-01"
HOST = "127.0.0.1"
PATIENCE = 120
"""Seconds that the proxy gets to come up."""

SERVE = f"""
import sys
from pathlib import Path
from registry.integrations.mock.server import serve
for address in serve("{HOST}", 0, Path(sys.argv[1]), on="{ON}"):
    print(address, flush=True)
"""
CONFIG = """
model_list:
  - {{model_name: fast, litellm_params: {{model: openai/gpt-4o, api_base: "{url}", api_key: none}}}}
  - {{model_name: deep, litellm_params: {{model: openai/gpt-5-pro, api_base: "{url}", api_key: none}}}}
  - model_name: ours
    litellm_params: {{model: openai/our-deployment, api_base: "{url}", api_key: none}}
    model_info: {{base_model: gpt-4o}}
litellm_settings:
  callbacks: registry.integrations.litellm.guard
"""
CHAT, RESPONSES = "chat/completions", "responses"
HI = {"messages": [{"role": "user", "content": "hi"}]}


class Probe(NamedTuple):
    """A request to the proxy, the status of its answer, and a word of it."""

    path: str
    body: dict[str, Any]
    status: int
    word: str


PROBES = [
    Probe(CHAT, {"model": "fast", **HI}, 200, "This is what"),
    Probe(CHAT, {"model": "fast", **HI, "stream": True}, 200, "[DONE]"),
    Probe(RESPONSES, {"model": "deep", "input": "hi"}, 200, "This is what"),
    Probe(CHAT, {"model": "fast", **HI, "temperature": 3}, 400, "temperature"),
    Probe(CHAT, {"model": "fast", **HI, "temprature": 1}, 400, "temprature"),
    Probe(CHAT, {"model": "fast", **HI, "stream": True, "reasoning_effort": "low"}, 400, "reasoning_effort"),
    Probe(CHAT, {"model": "ours", **HI, "temperature": 3}, 400, "temperature"),
    Probe(CHAT, {"model": "deep", **HI, "reasoning_effort": "low"}, 400, "reasoning.effort"),
    Probe(RESPONSES, {"model": "deep", "input": "hi", "reasoning": {"effort": "low"}}, 400, "reasoning.effort"),
    Probe("embeddings", {"model": "fast", "input": "hi"}, 403, "embeddings"),
]


def main() -> int:
    """Runs it all, prints a line a request, and fails when one came out otherwise."""
    parser().parse_args()
    python = environment.ready("litellm")
    print(", ".join(f"{name} {version}" for name, version in environment.versions(python).items()))
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "requests.jsonl")
        with server(python, log) as url, proxy(python, url, Path(folder)) as (address, key):
            answers = [ask(f"{address}/v1/{probe.path}", key, probe.body) for probe in PROBES]
        arrived = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    wrong = 0
    for probe, (status, text) in zip(PROBES, answers, strict=True):
        fine = status == probe.status and probe.word in text
        wrong += not fine
        print(
            f"{'ok' if fine else 'WRONG':<6}{status} {probe.path} {json.dumps(probe.body)}{'' if fine else f': {text}'}"
        )
    sent = [one for one in arrived if one["method"] == "POST"]
    good = sum(probe.status == 200 for probe in PROBES)  # noqa: PLR2004 - HTTP's
    print(f"{len(sent)} of {len(PROBES)} requests arrived; {good} should have, all taken")
    return 1 if wrong or len(sent) != good or any(one["codes"] for one in sent) else 0


def parser() -> argparse.ArgumentParser:
    """Describes the command line."""
    return argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)


@contextlib.contextmanager
def server(python: Path, log: Path) -> Iterator[str]:
    """The server that answers like the API; its address."""
    command = [str(python), "-c", SERVE, str(log)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment.variables()) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


@contextlib.contextmanager
def proxy(python: Path, url: str, folder: Path) -> Iterator[tuple[str, str]]:
    """The proxy; its address and its key."""
    config = folder / "config.yaml"
    config.write_text(CONFIG.format(url=url), encoding="utf-8")
    key, port = f"sk-{secrets.token_hex(16)}", free_port()
    variables = {**environment.variables(), "REGISTRY_GUARD_HOSTS": HOST, "LITELLM_MASTER_KEY": key}
    command = [str(python.with_name("litellm")), "--config", str(config), "--host", HOST, "--port", str(port)]
    with (
        (folder / "proxy.log").open("w") as output,
        subprocess.Popen(command, stdout=output, stderr=output, env=variables) as process,
    ):
        try:
            address = f"http://{HOST}:{port}"
            wait(f"{address}/health/liveliness", folder / "proxy.log")
            yield address, key
        finally:
            process.terminate()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server((HOST, 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


def wait(address: str, log: Path) -> None:
    """Returns when the address answers; the proxy has no other way to tell."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with contextlib.suppress(OSError), urllib.request.urlopen(address):  # noqa: S310 - loopback
            return
        time.sleep(0.2)
    sys.exit(f"the proxy does not come up:\n{log.read_text(encoding='utf-8')}")


def ask(address: str, key: str, body: dict[str, Any]) -> tuple[int, str]:
    """The status and the text of an answer."""
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {key}"}
    request = urllib.request.Request(address, json.dumps(body).encode(), headers)  # noqa: S310 - loopback
    try:
        with urllib.request.urlopen(request) as answer:  # noqa: S310 - loopback
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


if __name__ == "__main__":
    sys.exit(main())
