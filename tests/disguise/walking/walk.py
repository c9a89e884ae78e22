"""A walk through every screen of the site, with every refusal that a person may come across."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from time import monotonic

from flask import Flask
from lxml.html import HtmlElement

from simulator.control.bodies import CertificateSpace
from simulator.control.seeds import make_certificate_space
from simulator.simulation import Simulation
from simulator.storage.sandboxes import COMMON
from tests.disguise.costume import Costume
from tests.disguise.walking.person import Person
from tests.disguise.walking.typed import (
    ADDRESS,
    AGAIN,
    ENROLMENT,
    LATE,
    NEW,
    OTHER,
    PASSWORD,
    PENDING,
    SHARED,
    SOLE,
    activation,
    code_in,
    credentials,
    login,
)
from tests.smtp import Recipients

STATIC = {
    "home": "/",
    "procedure_choice": "/procedure",
    "professional_portal": "/professionnel",
    "professionals": "/professionnels",
    "terms": "/conditions-generales",
    "help": "/aide",
    "assistance": "/assistance",
    "out_of_scope": "/hors-perimetre",
}

_TIMEOUT = 20  # seconds, on a busy machine


@dataclass(frozen=True)
class Seen:
    """One screen as it was shown."""

    screen: str
    page: HtmlElement
    html: str


@dataclass
class Walk:
    """One walk on a running application, in a disguise or none.

    `mail` is where its e-mails come, and `seen` what was shown.
    """

    app: Flask
    costume: Costume | None
    mail: Recipients
    seen: list[Seen] = field(default_factory=list)
    record: bytes = b""
    templates: set[str] = field(default_factory=set)

    @property
    def simulation(self) -> Simulation:
        """What the site acts upon."""
        running: Simulation = self.app.extensions["simulation"]
        return running

    def person(self) -> Person:
        """Return a person with a browser of their own, whose screens are noted."""
        return _Noted(
            self.app.test_client(),
            self.costume,
            note=self.seen.append,
        )

    def everywhere(self) -> "Walk":
        """Go everywhere; return the walk itself."""
        self.static_screens()
        self.create()
        self.refusals_of_activation()
        self.own_space()
        self.forgotten_password()
        self.certificate()
        self.errors()
        return self

    def static_screens(self) -> None:
        """Look at what asks for nothing."""
        person = self.person()
        for screen, path in STATIC.items():
            person.open(screen, path)

    def reach_enrolment(self, address: str = ADDRESS) -> Person:
        """Accept the conditions, and choose an address."""
        person = self.person()
        person.open("conditions", "/creation")
        person.press("Valider", "credentials", ticked=True)
        person.press("Valider", "enrolment", credentials(address))
        return person

    def preregister(self, address: str = ADDRESS) -> tuple[Person, str]:
        """Go through the three steps; return the person with the code received."""
        person = self.reach_enrolment(address)
        person.press("Valider", "summary", ENROLMENT)
        received = len(self.mail.messages)
        person.press("Confirmer", "preregistration")
        code = code_in(self.mail.wait_for(received + 1)[-1])
        deadline = monotonic() + _TIMEOUT
        while self.simulation.sandboxes.counts(COMMON).queued_mails:  # not noted as sent yet
            assert monotonic() < deadline
        return person, code

    def create(self) -> None:
        """Make a space, with every mistake on the way."""
        person = self.person()
        person.open("conditions", "/creation")
        person.press("Valider")
        person.press("Valider", "credentials", ticked=True)
        person.press("Valider")
        for typed in (
            credentials("lila"),
            credentials(f"{'a' * 101}@exemple.example"),
            credentials(ADDRESS) | {AGAIN: SOLE},
            credentials(ADDRESS, "court"),
            credentials(ADDRESS) | {"Confirmer votre mot de passe": "Secret124"},
        ):
            person.press("Valider", "", typed)
        person.press("Valider", "enrolment", credentials(ADDRESS))
        person.press("Valider")
        for mistake in (
            {"Nom": "1"},
            {"Nom": "a" * 51},
            {"S.I.R.E.N ou équivalent": "12"},
            {"S.I.R.E.N ou équivalent": "123 456 789"},
            {"Numéro de téléphone": "12"},
            {"Ville": "\u202e"},
            {"Civilité": "inconnue"},
        ):
            person.press("Valider", "", ENROLMENT | mistake)
        person.press("Valider", "", ENROLMENT | {"S.I.R.E.N ou équivalent": "é"}, ticked=True)
        person.press("Étape précédente", "credentials")
        person.press("Valider", "enrolment", credentials(ADDRESS))
        _, code = self.preregister()
        self.refuse_address(ADDRESS)
        self.activate(code)
        self.refuse_address(ADDRESS)

    def refuse_address(self, address: str) -> None:
        """Try to create another space with an address."""
        person = self.person()
        person.open("conditions", "/creation")
        person.press("Valider", "credentials", ticked=True)
        person.press("Valider", "", credentials(address))

    def activate(self, code: str, address: str = ADDRESS) -> Person:
        """Activate a space; return who sees the confirmation."""
        person = self.person()
        person.open("activation", "/activation")
        person.press("Valider", "", activation(address, code))
        person.open_window()
        return person

    def refusals_of_activation(self) -> None:
        """Try whatever is refused, with a code that is right at first and old at last."""
        person, code = self.preregister(OTHER)
        person.follow("Activez votre espace abonné", "activation")
        person.press("Valider")
        person.press("Valider", "", activation(OTHER, "AAAAbbbb2222"))
        stale = self.person()
        stale.open("activation", "/activation")
        stale.press("Valider", "", activation(OTHER, code))
        owner = self.activate(code, OTHER)
        stale.open_window("activation")
        owner.follow("Sauvegardez ou imprimez votre formulaire", "record")
        assert owner.answer is not None
        self.record = owner.answer.data
        stranger = self.person()
        stranger.type_address("", owner.url)
        person.press("Valider", "", activation(OTHER, code))
        person.follow("Accédez à votre espace abonné", "login")
        _, late = self.preregister(LATE)
        sandbox = self.simulation.common_sandbox()
        moved = replace(sandbox, clock_offset=timedelta(hours=49).total_seconds())
        self.simulation.sandboxes.save(moved)
        person.open("activation", "/activation")
        person.press("Valider", "", activation(LATE, late))
        person.follow("Créez votre espace", "procedure_choice")
        person.open("activation", "/activation")
        for _ in range(25):
            person.press("Valider", "", activation(LATE, "AAAAbbbb2222"))

    def own_space(self) -> None:
        """Open the space, and look at all of it."""
        person = self.person()
        person.open("login", "/connexion")
        person.press("Valider")
        person.press("Valider", "", login(PASSWORD[:-1]))
        person.press("Valider", "space", login(PASSWORD))
        person.follow("Gérer mes services", "my_services")
        person.follow("Gérer vos coordonnées", "contact_details")
        person.follow("Retour à votre espace abonné", "space")
        person.press("Se déconnecter", "home")

    def forgotten_password(self) -> None:
        """Ask for another password."""
        person = self.person()
        person.open("login", "/connexion")
        person.follow("Mot de passe oublié ?", "forgotten_password")
        person.press("Valider")
        with self.simulation.services(
            self.simulation.common_sandbox()
        ).storage.reading() as registry:
            space = registry.password_space(ADDRESS)
        assert space is not None
        typed = {"Votre adresse électronique": ADDRESS, "Votre numéro d'abonné": space.number}
        person.press("Valider", "", typed | {"Votre numéro d'abonné": "2"})
        person.press("Valider", "", typed)
        person.press("Valider")
        renewed = {
            "Réponse": "Lili",
            "Votre nouveau mot de passe": PASSWORD,
            "Confirmer votre nouveau mot de passe": PASSWORD,
        }
        person.press("Valider", "", renewed | {"Réponse": "Lola"})
        person.press("Valider", "login", renewed)

    def certificate(self) -> None:
        """Opt for the access without certificate, alone and as one of several."""
        services = self.simulation.services(self.simulation.common_sandbox())
        for address in (SHARED, SHARED, SOLE):
            make_certificate_space(services, CertificateSpace(address=address))
        self.preregister(PENDING)
        for address in (SHARED, SOLE):
            person = self.person()
            person.open("conditions", "/creation")
            person.press("Valider", "credentials", ticked=True)
            person.press("Valider", "certified_address", credentials(address))
            person.press("Valider")
            pending = credentials(PENDING)
            pending[NEW] = pending.pop(AGAIN)
            person.press("Valider", "", pending)
            person.follow("Optez pour l'accès sans certificat", "certificate_option")
            person.press("Valider", "", {"Votre mot de passe": "court"})
            chosen = {"Votre mot de passe": PASSWORD, "Confirmer votre mot de passe": PASSWORD}
            person.press("Valider", "", chosen)

    def errors(self) -> None:
        """Ask for what there is not, and send forms of another time."""
        person = self.person()
        person.type_address("", "/nulle-part")
        person.open("", "/", headers={"Host": "ailleurs.example"})
        person.open("login", "/connexion")
        person.client = self.app.test_client()
        person.press("Valider", "", login(PASSWORD))
        late = self.reach_enrolment("perdue@exemple.example")
        self.simulation.sandboxes.erase(COMMON)
        late.press("Valider", "conditions", ENROLMENT)


@dataclass
class _Noted(Person):
    note: Callable[[Seen], None] = lambda _: None

    def _ask(self, method: str, url: str, **how: object) -> None:
        super()._ask(method, url, **how)
        if self.answer is not None and self.answer.mimetype == "text/html":
            text = self.answer.data.decode(self.answer.mimetype_params["charset"])
            self.note(Seen(self.screen, self.page, text))
