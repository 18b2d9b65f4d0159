"""Parts of the example designs. None of them is a design of its own."""
