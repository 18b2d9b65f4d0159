"""From the text of a design file to the same data and comments in one canonical layout."""
