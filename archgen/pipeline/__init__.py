"""The stages, composed: what a command, or a Python caller, runs; one file a purpose."""
