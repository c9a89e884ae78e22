"""From a judged run to its folder, with its evidence and their sums, and to the terminal."""
