"""Figures that are arranged as they were before, and as their authors ask for."""
