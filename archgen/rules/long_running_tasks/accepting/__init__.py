"""Work is accepted at once and done later: what is answered, under which id, and how the caller learns of the end."""
