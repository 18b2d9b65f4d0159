"""What becomes of a sound design when one good property of it is taken away."""
