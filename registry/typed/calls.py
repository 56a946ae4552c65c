"""What stands behind the typed clients: a call is judged, then made by the client that was given, as it was written.

The types are in the stub beside `registry.typed`; here is what runs. Nothing of openai or litellm is imported.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypedDict

from registry.catalogue import bundled
from registry.check import validate

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from registry.catalogue import Catalogue
    from registry.days import Day


class Options(TypedDict, total=False):
    """How calls are judged: the arguments of `registry.check` by these names."""

    on: Day | None
    trust: str | None
    ignore: Collection[str]
    account: Mapping[str, bool] | None
    catalogue: Catalogue | None


class Client:
    """Models by name. A strict one raises UnknownModel for a name that stands for no model of the catalogue."""

    def __init__(
        self, client: object, calls: Callable[[Calls], object], surface: str, *, lenient: bool, options: Options
    ) -> None:
        self._client = client
        self._calls = calls
        self._lenient = lenient
        self._catalogue = options.get("catalogue") or bundled()
        self._options = {**options, "surface": surface, "catalogue": self._catalogue}

    def __getitem__(self, model: str) -> Any:  # noqa: ANN401 - typed in the stub
        known = self._catalogue.find(model) if self._lenient else self._catalogue.resolve(model)
        return self._calls(Calls(self._client, model, self._options if known else None))


class Calls:
    """A client's functions, with a model bound to them; without options its calls are not judged."""

    def __init__(self, client: object, model: str, options: Mapping[str, Any] | None) -> None:
        self._client = client
        self._model = model
        self._options = options

    def call(self, function: str, endpoint: str, params: Mapping[str, Any]) -> Any:  # noqa: ANN401 - the client's answer
        """Call a function of the client by its dotted name.

        Raises InvalidRequest where the API would refuse what the function would send to it; then nothing was called.
        """
        arguments = {"model": self._model, **params}
        if self._options is not None:
            validate(arguments, endpoint=endpoint, **self._options)
        return attrgetter(function)(self._client)(**arguments)


class OpenAIModel:
    """A model of the official client."""

    def __init__(self, calls: Calls) -> None:
        self.responses = Creates(calls, "responses.create", "responses")
        self.chat = Chat(calls)


class Chat:
    """What `completions` belongs to."""

    def __init__(self, calls: Calls) -> None:
        self.completions = Creates(calls, "chat.completions.create", "chat")


class Creates:
    """What one `create` of the official client belongs to."""

    def __init__(self, calls: Calls, function: str, endpoint: str) -> None:
        self._calls = calls
        self._function = function
        self._endpoint = endpoint

    def create(self, **params: Any) -> Any:  # noqa: ANN401 - typed in the stub
        """Call the client's `create`. Raises InvalidRequest where the API would refuse; then nothing was sent."""
        return self._calls.call(self._function, self._endpoint, params)


class LitellmModel:
    """A model as litellm calls it; what the API would refuse raises InvalidRequest, and nothing was sent."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    def completion(self, **params: Any) -> Any:  # noqa: ANN401 - litellm's answer
        """Call `litellm.completion`."""
        return self._calls.call("completion", "chat", params)

    def acompletion(self, **params: Any) -> Any:  # noqa: ANN401 - litellm's answer
        """Call `litellm.acompletion`; what is wrong is raised before there is anything to await."""
        return self._calls.call("acompletion", "chat", params)

    def responses(self, **params: Any) -> Any:  # noqa: ANN401 - litellm's answer
        """Call `litellm.responses`."""
        return self._calls.call("responses", "responses", params)

    def aresponses(self, **params: Any) -> Any:  # noqa: ANN401 - litellm's answer
        """Call `litellm.aresponses`; what is wrong is raised before there is anything to await."""
        return self._calls.call("aresponses", "responses", params)


def openai(client: object, *, lenient: bool = False, **options: Any) -> Client:  # noqa: ANN401 - those of Options
    """An OpenAI or AsyncOpenAI by model: `openai(client)["gpt-5-pro"].responses.create(input="hi")`.

    A lenient one takes any name: calls of known models are judged all the same, those of others are not, since the
    server of a name that nobody knows may take what it likes. `options` are those of `registry.check`: `on`, `trust`,
    `ignore`, `account`, `catalogue`.
    """
    return Client(client, OpenAIModel, "openai", lenient=lenient, options=Options(**options))  # type: ignore[typeddict-item]


def litellm(module: object, *, lenient: bool = False, **options: Any) -> Client:  # noqa: ANN401 - those of Options
    """The module litellm by model: `litellm(module)["openai/gpt-5"].completion(messages=messages)`.

    Calls are judged by what litellm would send for them; `lenient` and `options` are as with `openai`.
    """
    return Client(module, LitellmModel, "litellm", lenient=lenient, options=Options(**options))  # type: ignore[typeddict-item]
