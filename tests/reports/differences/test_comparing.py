from collections.abc import Sequence

import pytest

from reports.differences.comparing import Change, Comparison, Kept, Walk, compare
from reports.judging.register import Kind, Statement, Verification

REFERENCE, SITE = "référence", "site"
Told = list[tuple[Change, str, str, str]]


def statement(name: str, quotation: str, kind: Kind = Kind.FICHE) -> Statement:
    return Statement(
        id=name,
        chapter="2",
        lines="1",
        quotation=quotation,
        kind=kind,
        verification=Verification.AUTOMATED,
        reason="",
    )


STATEMENTS = (
    statement("R-2.001", "Le numéro est donné une seule fois."),
    statement("R-2.002", 'le bouton "Valider" mène au mot de passe'),
    statement("A-01", "Une lecture de la fiche.", Kind.READING),
)


def kept(
    *lines: str,
    fields: Sequence[str] = (),
    commands: Sequence[str] = (),
    chosen: Sequence[str] = (),
) -> Kept:
    return Kept(lines=lines, fields=fields, commands=commands, chosen=chosen, picture=b"")


def compared(*steps: tuple[Kept | None, Kept | None]) -> Comparison:
    sides = [
        {f"étape {rank}": step[side] for rank, step in enumerate(steps) if step[side]}
        for side in (0, 1)
    ]
    reference, site = (
        Walk(name=name, kept=side, trouble="")  # type: ignore[typeddict-item]
        for name, side in zip((REFERENCE, SITE), sides, strict=True)
    )
    return compare(reference, site, STATEMENTS)


def told(reference: Kept, site: Kept) -> Told:
    (step,) = compared((reference, site)).steps
    return [(item.change, item.what, item.text, item.statement) for item in step.differences]


def test_what_is_missing_or_added_is_told_attested_or_chosen() -> None:
    reference = kept("Le numéro est donné une seule fois.", "Bienvenue", commands=["Valider"])
    assert told(reference, kept("Bonjour à tous")) == [
        (Change.MISSING, "lien ou bouton", "Valider", "R-2.002"),
        (Change.MISSING, "texte", "Le numéro est donné une seule fois.", "R-2.001"),
        (Change.MISSING, "texte", "Bienvenue", ""),
        (Change.ADDED, "texte", "Bonjour à tous", ""),
    ]


def test_only_the_sentence_that_differs_is_told() -> None:
    common = "Le numéro est donné une seule fois."
    assert told(kept(f"{common} Gardez-le."), kept(f"{common} Notez-le.")) == [
        (Change.MISSING, "texte", "Gardez-le.", ""),
        (Change.ADDED, "texte", "Notez-le.", ""),
    ]


@pytest.mark.parametrize(
    "reference, site",
    [
        (["Nom : DURAND"], ["Nom :", "DURAND"]),
        (["Le numéro est", "donné ici."], ["Le numéro est donné ici."]),
        (["Votre adresse : *", "« oui »"], ["Votre adresse :*", '"oui"']),
        (["L’espace"], ["L'espace"]),
    ],
)
def test_where_lines_end_and_how_signs_are_written_is_no_difference(
    reference: list[str], site: list[str]
) -> None:
    assert told(kept(*reference), kept(*site)) == []


@pytest.mark.parametrize("word, longer", [("Nom", "Nombre"), ("nom", "Prénom")])
def test_a_part_of_a_word_is_not_the_word(word: str, longer: str) -> None:
    assert told(kept(word), kept(longer)) == [
        (Change.MISSING, "texte", word, ""),
        (Change.ADDED, "texte", longer, ""),
    ]


def test_what_has_another_place_is_told_once() -> None:
    reference, site = (
        kept(fields=["Nom", "Prénom", "Ville"]),
        kept(fields=["Ville", "Nom", "Prénom"]),
    )
    assert told(reference, site) == [(Change.MOVED, "champ", "Ville", "")]


def test_of_what_is_repeated_the_number_counts_and_no_order() -> None:
    reference, site = kept(commands=["Aide", "Oui", "Aide"]), kept(commands=["Aide", "Oui"])
    assert told(reference, site) == [(Change.MISSING, "lien ou bouton", "Aide", "")]
    assert told(reference, kept(commands=["Oui", "Aide", "Aide"])) == []


def test_what_is_chosen_on_a_screen_is_not_attested_by_another_one() -> None:
    reference = kept(commands=["Valider"], chosen=["Valider"])
    assert told(reference, kept()) == [(Change.MISSING, "lien ou bouton", "Valider", "")]


def test_a_short_label_of_the_site_alone_is_not_attested_by_a_sentence_that_holds_it() -> None:
    assert told(kept(), kept(fields=["mot de passe"])) == [
        (Change.ADDED, "champ", "mot de passe", "")
    ]


def test_what_differs_at_most_steps_is_told_once() -> None:
    found = compared(*[(kept("Bandeau", str(rank)), kept(str(rank))) for rank in range(3)])
    assert [item.text for item in found.everywhere] == ["Bandeau"]
    assert [step.differences for step in found.steps] == [(), (), ()]


def test_a_step_that_one_side_did_not_reach_is_shown_and_not_compared() -> None:
    (step,) = compared((kept("Bienvenue"), None)).steps
    assert (step.site, step.differences) == (None, ())
