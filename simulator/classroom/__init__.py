"""A class: seats, what happens at them, and the trainer's board. Nothing of how a screen works."""
