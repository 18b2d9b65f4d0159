"""Patterns put to use: each brings the connections that it consists of."""
