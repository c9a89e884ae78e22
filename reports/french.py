"""French words that every room of the reports needs: numbers with nouns, what a system refuses."""

import errno

_WORDS = {
    errno.EACCES: "accès refusé",
    errno.EISDIR: "un dossier est à cette place",
    errno.ENOENT: "introuvable",
    errno.ENOSPC: "plus de place sur le disque",
    errno.ENOTDIR: "un fichier est à la place d’un dossier",
    errno.EEXIST: "un fichier est à cette place",
    errno.EPERM: "opération interdite",
    errno.EROFS: "en lecture seule",
}


def trouble(error: OSError) -> str:
    """Say why in a few words, for the brackets of a sentence."""
    return _WORDS.get(error.errno or 0, error.strerror or type(error).__name__)


def count(number: int, singular: str, plural: str = "") -> str:
    """Write a number with its French noun; zero and one take the singular."""
    return f"{number} {singular if number <= 1 else plural or singular + 's'}"
