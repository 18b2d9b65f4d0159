"""How components and connections look and read in every kind of figure."""
