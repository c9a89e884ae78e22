"""The activation e-mail: its words, its sending, and an inbox for who has no mail server."""
