"""Whether there should be a cache at all."""
