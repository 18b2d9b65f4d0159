"""Whether workers keep up with what arrives."""
