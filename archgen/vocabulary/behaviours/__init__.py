"""How a system goes from one state to another."""
