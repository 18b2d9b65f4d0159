"""Small designs that say what a figure or a section of a document is of: each kind of thing that the language can say."""
