"""Who the person of the scenario is."""

from dataclasses import replace

from pytest_bdd import given, parsers

from fixtures.people import ELEONOR, LILA, Person


@given("Madame Lila Rosemonde, qui n'a pas d'espace professionnel", target_fixture="applicant")
def applicant_is_lila() -> Person:
    return LILA


@given(parsers.parse('un usager à l\'adresse "{address}"'), target_fixture="applicant")
def applicant_has_address(applicant: Person, address: str) -> Person:
    return replace(applicant, address=address)


@given(
    "Monsieur Éléonor Lefèvre-Müller, au 12 bis, avenue de l'Œuvre, L'Haÿ-les-Roses",
    target_fixture="applicant",
)
def applicant_is_eleonor() -> Person:
    return ELEONOR
