"""What `tools/parity.py` is made of; `peers` runs inside the peers' environment, the rest outside it."""
