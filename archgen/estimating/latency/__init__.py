"""How long walkthroughs take."""
