"""What the rules of the families ask about, and what says each of it in the language."""
