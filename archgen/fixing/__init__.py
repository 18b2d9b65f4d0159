"""From the text of a design and the edits of its findings to the text with the edits made, all else as it was."""
