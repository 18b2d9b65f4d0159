"""The grammar: what an author can say."""
