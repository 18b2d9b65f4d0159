"""From a drawing that is too large for one figure to several that are not, linked with one another."""
