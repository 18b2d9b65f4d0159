"""How old an entry may be, and what makes it young again."""
