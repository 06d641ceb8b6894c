"""Measurements of speed and of safety."""
