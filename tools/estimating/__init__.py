"""Measuring estimates against recorded answers."""
