"""What is printed from the facts: tables for anybody's page, and the artefacts of this repository.

It reads a catalogue as any user does. Jinja2 is imported here alone, in `printing`.
"""
