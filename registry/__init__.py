"""What the API of a model would refuse, what a request costs, and on whose word: offline, before anything is sent."""

from registry.catalogue import Catalogue
from registry.check import check, validate
from registry.cost import cost
from registry.diagnostics import Diagnostic, Fix, NoPrice, Source, UnknownModel
from registry.estimate import estimate
from registry.facts import Model
from registry.fix import fix
from registry.lookup import model, models, resolve
from registry.report import InvalidRequest, Report
from registry.translate import translate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from registry.batches import check_batch
    from registry.bill import Cost
    from registry.offers import compare

__all__ = [
    "Catalogue",
    "Cost",
    "Diagnostic",
    "Fix",
    "InvalidRequest",
    "Model",
    "NoPrice",
    "Report",
    "Source",
    "UnknownModel",
    "check",
    "check_batch",
    "compare",
    "cost",
    "estimate",
    "fix",
    "model",
    "models",
    "resolve",
    "translate",
    "validate",
]


_LATER = {"Cost": "registry.bill", "check_batch": "registry.batches", "compare": "registry.offers"}
"""What a verdict has no use for is imported when it is asked for."""


def __getattr__(name: str) -> object:
    if name in _LATER:
        from importlib import import_module

        found: object = getattr(import_module(_LATER[name]), name)
        globals()[name] = found
        return found
    raise AttributeError(f"module 'registry' has no attribute {name!r}")
