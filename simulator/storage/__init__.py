"""What a simulator remembers: SQLAlchemy tables and what reads and writes them."""
