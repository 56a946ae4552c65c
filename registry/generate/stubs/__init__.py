"""Typed stubs: what each model takes, as types that a checker reads before anything runs."""
