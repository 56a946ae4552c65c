"""What the API of a model would refuse, what a request costs, and on whose word: offline, before anything is sent."""

from registry.bill import Cost
from registry.catalogue import Catalogue
from registry.check import check, validate
from registry.cost import cost
from registry.diagnostics import Diagnostic, Fix, InvalidRequest, NoPrice, Report, Source, UnknownModel
from registry.estimate import estimate
from registry.facts import Model
from registry.fix import fix
from registry.lookup import model, models, resolve
from registry.translate import translate

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
    "cost",
    "estimate",
    "fix",
    "model",
    "models",
    "resolve",
    "translate",
    "validate",
]
