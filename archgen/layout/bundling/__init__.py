"""Lines that end, or begin, at one side of a box share a part of their way, where that makes the figure better."""
