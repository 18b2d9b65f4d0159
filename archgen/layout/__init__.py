"""From a drawing to a picture."""
