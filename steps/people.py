"""Who the person of the scenario is."""

from pytest_bdd import given

from fixtures.people import ELEONOR, LILA, Person


@given("Madame Lila Rosemonde, qui n'a pas d'espace professionnel", target_fixture="applicant")
def applicant_is_lila() -> Person:
    return LILA


@given(
    "Monsieur Éléonor Lefèvre-Müller, au 12 bis, avenue de l'Œuvre, L'Haÿ-les-Roses",
    target_fixture="applicant",
)
def applicant_is_eleonor() -> Person:
    return ELEONOR
