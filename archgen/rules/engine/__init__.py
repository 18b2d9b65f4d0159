"""The engine's own reports: what archgen finds wrong with how it is used, not with the system that is described."""
