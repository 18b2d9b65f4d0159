"""Figures of designs in documentation that other tools build: MkDocs and Sphinx."""
