"""Run archgen as a module."""
