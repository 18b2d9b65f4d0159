"""Requests that set off long work."""
