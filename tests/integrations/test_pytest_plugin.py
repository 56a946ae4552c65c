"""The plugin for pytest: there when asked for, and weightless when not."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLUGIN = "registry.integrations.pytest_plugin"
LOADED = f"""
import sys
before = set(sys.modules)
import {PLUGIN}
print(*sorted({{name.partition(".")[0] for name in set(sys.modules) - before}} - set(sys.stdlib_module_names)))
"""
ASKS = """
import json, urllib.request

def test_asks(registry_mock):
    request = urllib.request.Request(
        registry_mock.url + "/responses", b'{"model": "gpt-5", "input": "hi"}', {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request) as answer:
        assert json.load(answer)["object"] == "response"
    assert [one.path for one in registry_mock.requests] == ["/v1/responses"]

def test_starts_with_an_empty_log(registry_mock):
    assert registry_mock.requests == []
"""
DOES_NOT = """
import sys

def test_loads_nothing():
    assert not {"starlette", "uvicorn", "registry.integrations.policy"} & set(sys.modules)
"""


def run(*command, folder):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTEST_ADDOPTS": "", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    return subprocess.run(
        [sys.executable, *command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_loading_it_loads_pytest_alone(tmp_path):
    done = run("-c", f"import pytest\n{LOADED}", folder=tmp_path)
    assert (done.stdout.split(), done.stderr) == (["registry"], "")


def test_a_test_that_asks_gets_a_server(tmp_path, registry_mock_options):
    assert registry_mock_options
    (tmp_path / "test_mine.py").write_text(ASKS)
    done = run("-m", "pytest", "-q", "-W", "error", "-p", PLUGIN, folder=tmp_path)
    assert "2 passed" in done.stdout, done.stdout + done.stderr


def test_the_guides_test_passes(tmp_path, registry_mock_options):
    pytest.importorskip("openai", reason="the extra openai is not installed")
    assert registry_mock_options
    page = (ROOT / "docs" / "guide" / "mock.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    (tmp_path / "test_mine.py").write_text(f"from openai import OpenAI\n\n{block}")
    done = run("-m", "pytest", "-q", "-p", PLUGIN, folder=tmp_path)
    assert "1 passed" in done.stdout, done.stdout + done.stderr


def test_without_its_libraries_it_says_what_to_install(tmp_path):
    (tmp_path / "test_mine.py").write_text(f"import sys\n\nsys.modules['uvicorn'] = None\n{ASKS}")
    done = run("-m", "pytest", "-q", "-p", PLUGIN, folder=tmp_path)
    assert "registry_mock needs uvicorn: pip install 'model-capability-registry[mock]'" in done.stdout


def test_a_run_that_does_not_ask_loads_no_server(tmp_path):
    (tmp_path / "test_mine.py").write_text(DOES_NOT)
    done = run("-m", "pytest", "-q", "-p", PLUGIN, folder=tmp_path)
    assert "1 passed" in done.stdout, done.stdout + done.stderr
