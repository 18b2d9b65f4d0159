"""How much of the time walkthroughs come to their end."""
