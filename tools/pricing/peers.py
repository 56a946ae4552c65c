"""Prices usages by the peers, inside their environment: JSON lines in, JSON lines out.

A line in has `endpoint`, `model`, `on`, `tier` and `usage`; a line out what each peer says it came to, as a decimal
string, or why it says nothing, under `error`.
"""

from __future__ import annotations

import json
import sys
import warnings
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import genai_prices
import litellm
from litellm.responses.utils import ResponseAPILoggingUtils
from litellm.types.utils import ImageResponse, ImageUsage, TranscriptionResponse, Usage

if TYPE_CHECKING:
    from collections.abc import Callable

    Line = dict[str, Any]

FLAVOURS = {
    "/v1/chat/completions": "chat",
    "/v1/completions": "chat",
    "/v1/responses": "responses",
    "/v1/responses/compact": "responses",
    "/v1/embeddings": "embeddings",
    "/v1/images/generations": "images",
    "/v1/images/edits": "images",
}
"""How genai-prices reads the usage of an endpoint."""

IMAGES = ("/v1/images/generations", "/v1/images/edits")
AUDIO = ("/v1/audio/transcriptions", "/v1/audio/speech")


def by_genai_prices(line: Line) -> str:
    """What genai-prices makes of it, read by its own extractor where that knows the endpoint."""
    usage, flavour = line["usage"], FLAVOURS.get(line["endpoint"])
    if flavour is not None:
        answer = {"model": line["model"], "usage": usage}
        read = genai_prices.extract_usage(answer, provider_id="openai", api_flavor=flavour).usage
    elif usage.get("type") == "duration":
        read = genai_prices.Usage(audio_seconds=usage["seconds"], input_audio_seconds=usage["seconds"])
    else:
        details = usage.get("input_token_details") or {}
        counts = {"input_tokens": usage["input_tokens"], "output_tokens": usage["output_tokens"]}
        read = genai_prices.Usage(**counts, input_audio_tokens=details.get("audio_tokens"))
    priced = genai_prices.calc_price(
        read,
        line["model"],
        provider_id="openai",
        genai_request_timestamp=datetime.fromisoformat(line["on"]).replace(hour=12, tzinfo=UTC),
        price_context={"service_tier": line["tier"]} if line["tier"] else None,
    )
    return str(priced.total_price)


def by_litellm(line: Line) -> str:
    """What LiteLLM makes of it, by the functions that it prices answers with."""
    usage, endpoint, asked = line["usage"], line["endpoint"], {"model": line["model"], "custom_llm_provider": "openai"}
    if endpoint in IMAGES:
        answer = ImageResponse(created=0, data=[], usage=ImageUsage(**usage))
        return repr(litellm.completion_cost(answer, call_type="image_generation", **asked))
    if usage.get("type") == "duration":
        spent = litellm.cost_per_token(
            call_type="transcription", audio_transcription_file_duration=usage["seconds"], **asked
        )
    elif endpoint in AUDIO:
        answer = TranscriptionResponse(text="")
        answer.usage = usage
        return repr(litellm.completion_cost(answer, call_type="transcription", **asked))
    else:
        chat = ResponseAPILoggingUtils._transform_response_api_usage_to_chat_usage  # noqa: SLF001 - its own way
        read = chat(usage) if "input_tokens" in usage else Usage(**usage)
        spent = litellm.cost_per_token(usage_object=read, service_tier=line["tier"], **asked)
    return repr(sum(spent))


PEERS: dict[str, Callable[[Line], str]] = {"genai-prices": by_genai_prices, "litellm": by_litellm}


def said(peer: Callable[[Line], str], line: Line) -> dict[str, str]:
    """An amount, or the error in its place."""
    try:
        return {"usd": peer(line)}
    except Exception as error:  # noqa: BLE001 - whatever a peer does instead of pricing
        return {"error": f"{type(error).__name__}: {error}".splitlines()[0][:120]}


def main() -> None:
    """Prices every line."""
    warnings.simplefilter("ignore")
    litellm.suppress_debug_info = True
    for text in sys.stdin:
        line = json.loads(text)
        print(json.dumps({name: said(peer, line) for name, peer in PEERS.items()}))


if __name__ == "__main__":
    main()
