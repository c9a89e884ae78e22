"""What the procedure holds: what was typed, what became of it, and why something is refused."""
