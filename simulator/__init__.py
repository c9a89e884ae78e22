"""Reference simulator of the procedure « Créer un espace professionnel expert »."""
