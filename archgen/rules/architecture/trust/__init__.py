"""Borders: what comes from machines that are not ours, and what passes networks that are not ours."""
