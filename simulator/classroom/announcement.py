"""What a class says of itself where it is started."""

from io import StringIO

import segno

from simulator.simulation import Class


def joining_address(site: str, code: str = "") -> str:
    """Return where a class is joined; with its code, that is filled in. `site` ends in a slash."""
    return f"{site}classe/?code={code}" if code else f"{site}classe/"


def announcement(site: str, classroom: Class) -> str:
    """Return what the trainer reads in the terminal, a QR code for telephones included."""
    drawn = StringIO()
    segno.make(joining_address(site, classroom.code)).terminal(drawn, compact=True)
    return "\n".join(
        [
            "Classe « Créer un espace professionnel expert »",
            f"  Adresse à donner aux stagiaires : {joining_address(site)}",
            f"  Code de la classe : {classroom.code}",
            f"  Tableau de l'animation : {site}classe/tableau/",
            f"  Mot de passe de l'animation : {classroom.password}",
            f"  Page à projeter : {site}classe/projecteur",
            drawn.getvalue().rstrip("\n"),
            "Ctrl-C pour terminer la classe.",
        ]
    )
