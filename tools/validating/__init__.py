"""Schemas held against `registry.check`: bodies to try, and whether the two agree."""
