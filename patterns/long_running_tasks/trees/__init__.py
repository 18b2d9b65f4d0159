"""Decision trees of long-running tasks: where work is done, what is promised of it, and who hears of its end."""
