"""The confirmation: what it says, in which order, and where it leads."""

from simulator.defects.changes import with_page, with_pattern, with_service
from simulator.defects.model import Defect

_LINK = r'<a class="arrow"[^>]*>[^<]*</a>'

DEFECTS = (
    Defect(
        "confirmation-titre-de-l-ecran-precedent",
        "R-3.022",
        "La confirmation garde le titre de l'écran d'activation.",
        with_page(
            "confirmation", "Votre inscription</h1>", "Activation de votre espace abonné</h1>"
        ),
    ),
    Defect(
        "confirmation-numero-masque",
        "R-3.023",
        "La confirmation masque le numéro d'abonné par des X, comme la copie d'écran de la fiche.",
        with_pattern(
            "confirmation", r"<strong>(\d{4})\d{10}</strong>", r"<strong>\1XXXXXXXXXX</strong>"
        ),
    ),
    Defect(
        "confirmation-nom-avant-prenom",
        "R-3.024",
        "La confirmation écrit le nom avant le prénom.",
        with_service(
            "name_first_last",
            lambda _, enrolment, wording: " ".join(
                (
                    wording.courtesy_titles[enrolment.courtesy_title],
                    enrolment.last_name,
                    enrolment.first_name,
                )
            ),
        ),
    ),
    Defect(
        "confirmation-numero-a-communiquer",
        "R-3.028",
        "La confirmation dit le numéro d'abonné à communiquer, et non personnel.",
        with_page("confirmation", "vous est personnel et doit le rester", "est à communiquer"),
    ),
    Defect(
        "confirmation-sans-imprimer",
        "R-3.029",
        "Le lien de sauvegarde ne parle plus d'imprimer.",
        with_page(
            "confirmation",
            "Sauvegardez ou imprimez votre formulaire",
            "Sauvegardez votre formulaire",
        ),
    ),
    Defect(
        "confirmation-perte-du-numero",
        "R-3.030",
        "Le formulaire est dit indispensable en cas de perte du numéro, et non du mot de passe.",
        with_page("confirmation", "perte de votre mot de passe", "perte de votre numéro d'abonné"),
    ),
    Defect(
        "confirmation-phrase-avant-le-lien",
        "A-27",
        "« Il vous sera indispensable… » précède le lien de sauvegarde au lieu de le suivre.",
        with_pattern("confirmation", rf"(<p>{_LINK}</p>)\s*(<p>Il vous sera.*?</p>)", r"\2\1"),
    ),
    Defect(
        "confirmation-demande-le-numero",
        "R-3.031",
        "La confirmation fait accéder à l'espace par le numéro d'abonné, et non les identifiants.",
        with_page("confirmation", "saisissez vos identifiants", "saisissez votre numéro d'abonné"),
    ),
    Defect(
        "confirmation-ramene-a-l-accueil",
        "R-3.032",
        "« Accédez à votre espace abonné » ramène à la page d'accueil.",
        with_page("confirmation", '/connexion"', '/"'),
    ),
    Defect(
        "numero-non-selectionnable",
        "R-3.035",
        "Le numéro d'abonné ne peut être sélectionné, ni donc copié.",
        with_page("confirmation", "<strong>", "<strong inert>"),
    ),
    Defect(
        "confirmation-acces-avant-sauvegarde",
        "R-3.038",
        "La confirmation propose l'accès à l'espace avant la sauvegarde.",
        with_pattern("confirmation", rf"({_LINK})(.*?)({_LINK})", r"\3\2\1"),
    ),
    Defect(
        "confirmation-acces-apres-sauvegarde",
        "A-18",
        "Sans avoir sauvegardé le formulaire, on n'a pas de lien vers l'espace.",
        with_pattern(
            "confirmation", r'<p><a class="arrow"[^>]*>Accédez à votre espace abonné</a></p>', ""
        ),
    ),
    Defect(
        "confirmation-quittee-pour-l-acces",
        "R-3.041",
        "« Quitter » la confirmation mène à l'accès à l'espace.",
        with_pattern("confirmation", r'href="([^"]*)/">Quitter', r'href="\1/connexion">Quitter'),
    ),
)
