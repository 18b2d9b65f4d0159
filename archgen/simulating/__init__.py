"""Simulating: a design with its numbers run event by event."""
