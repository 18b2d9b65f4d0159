"""From findings and figures to a document."""
