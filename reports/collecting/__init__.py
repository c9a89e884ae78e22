"""The pytest plugin and what it takes down: declared, planned, recorded, and kept secret."""
