"""What a change of facts does to users: from one model to another, and from one catalogue to the next."""

from registry.difference.catalogues import between_catalogues
from registry.difference.change import FLOORS, KINDS, Change, floor
from registry.difference.models import between_models

__all__ = ["FLOORS", "KINDS", "Change", "between_catalogues", "between_models", "floor"]
