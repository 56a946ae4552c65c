"""What `tools/budget.py` is made of; `warm` runs inside the peers' environment, the rest outside it."""
