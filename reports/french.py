"""What the system refuses, in French words."""

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
