"""Explaining: from what is known of an entry of the library to the text that tells it."""
