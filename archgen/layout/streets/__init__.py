"""The arrangement for many parts: rows of boxes, and lines that run in the streets between the rows."""
