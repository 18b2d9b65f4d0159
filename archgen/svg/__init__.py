"""From a picture to SVG, PNG and PDF."""
