"""What the control interface is told and what it answers, in JSON."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)
from pydantic_core import PydanticCustomError

from simulator.defects import UnknownDefectError, known
from simulator.domain.texts import text_fault, tidy
from simulator.domain.values.enrolment import CourtesyTitle, EnrolmentEntry, Question
from simulator.prefix import SANDBOX_ID

# Far from the ends of the calendar: 48 hours more, or another time zone, never leave it.
EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
LATEST = datetime(2199, 12, 31, tzinfo=UTC)


def in_calendar(instant: datetime) -> datetime:
    """Return an instant in UTC. Raises ValueError for one that no clock may be set to."""
    if not EARLIEST <= instant <= LATEST:
        raise _refused("An instant between the years 1970 and 2199 is expected")
    return instant.astimezone(UTC)


def _refused(message: str) -> PydanticCustomError:
    return PydanticCustomError("refused", message)  # a ValueError whose message is left alone


def _label(text: str) -> str:
    if not tidy(text) or text_fault(text):
        raise _refused("A text that can be shown is expected")
    return tidy(text)


_Label = Annotated[str, Field(max_length=100), AfterValidator(_label)]


class ArrivalScreen(StrEnum):
    """A screen of the creation that needs an earlier one; values are the screens' names."""

    CREDENTIALS = "credentials"
    CERTIFIED_ADDRESS = "certified_address"
    ENROLMENT = "enrolment"
    SUMMARY = "summary"
    PREREGISTRATION = "preregistration"


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


def _defect(defect_id: str) -> str:
    try:
        return known(defect_id)
    except UnknownDefectError as error:
        raise _refused(str(error)) from error


_DefectIds = Annotated[list[Annotated[str, AfterValidator(_defect)]], Field(max_length=1000)]


class NewSandbox(_Body):
    """A sandbox to be made; without an id it gets one that nobody can guess.

    Without defects it has those that the simulator was started with.
    """

    id: Annotated[str, Field(pattern=f"^{SANDBOX_ID}$")] | None = None
    defects: _DefectIds | None = None


class ClockSetting(_Body):
    """Where a clock is put, and whether it stands still; what is left out stays as it is."""

    now: Annotated[AwareDatetime, AfterValidator(in_calendar)] | None = None
    advance_seconds: (
        Annotated[
            float,
            Field(ge=0, le=(LATEST - EARLIEST).total_seconds(), allow_inf_nan=False),
        ]
        | None
    ) = None
    is_frozen: bool | None = None

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if self.now is not None and self.advance_seconds is not None:
            raise _refused("now and advance_seconds exclude each other")
        if self.now is None and self.advance_seconds is None and self.is_frozen is None:
            raise _refused("now, advance_seconds or is_frozen is expected")
        return self


class MailSetting(_Body):
    """Whether e-mails wait in the outbox (U-42)."""

    is_held: bool


class WindowSetting(_Body):
    """Whether the confirmation's window is opened in the person's own click (U-50).

    Otherwise a script opens it as the page comes, which a browser's blocker stops.
    """

    opens_in_click: bool


class DefectsSetting(_Body):
    """The defects to be in force, in place of those that were."""

    defects: _DefectIds


class _Enrolled(_Body):
    address: str
    courtesy_title: CourtesyTitle = CourtesyTitle.MADAME
    last_name: str = "Rosemonde"
    first_name: str = "Lila"
    is_foreign: bool = False
    siren: str = "987654321"
    phone: str = "0124578877"
    street_number: str = ""
    street_type: str = ""
    street_name: str = ""
    address_complement: str = ""
    postcode: str = ""
    city: str = "PARIS"
    country: str = "FRANCE"
    question: Question = Question.PET_NAME
    answer: str = "Lili"

    def entry(self) -> EnrolmentEntry:
        """Return the form of the 3rd step, filled in like this."""
        return EnrolmentEntry(
            **{name: getattr(self, name) for name in EnrolmentEntry.__dataclass_fields__}
        )


class CertificateSpace(_Enrolled):
    """A space opened by certificate; its form is that of the fiche's sample unless told."""

    dossiers: Annotated[list[_Label], Field(max_length=100)] = []
    services: Annotated[list[_Label], Field(max_length=100)] = []


class Applicant(_Enrolled):
    """Somebody who asks for a space without certificate, or has one; the form as above."""

    password: Annotated[str, Field(repr=False)]


class Arrival(_Body):
    """A screen of the creation that a new browser is to find, and who has come as far.

    Of the applicant, what is asked before that screen is used: nothing for the 2nd step.
    """

    screen: ArrivalScreen
    applicant: Applicant | None = None

    @model_validator(mode="after")
    def _says_who(self) -> Self:
        if self.applicant is None and self.screen is not ArrivalScreen.CREDENTIALS:
            raise _refused("Past the 2nd step, an applicant is expected")
        return self


class Contract(BaseModel):
    """What of the published contract this interface serves; a site may serve a part of it."""

    version: int
    capabilities: list[str]


class SandboxName(BaseModel):
    """A sandbox; its pages are below `path`, as `/b/<id>/`, or `/` for the common one."""

    id: str
    path: str


class SandboxList(BaseModel):
    """Every sandbox, oldest first."""

    sandboxes: list[SandboxName]


class DefectInForce(BaseModel):
    """A defect of a sandbox, and whether it made a difference since it was put in force."""

    id: str
    sentence: str
    is_exercised: bool


class SandboxState(SandboxName):
    """A sandbox's settings, and what it holds in numbers; `now` is its own instant."""

    now: datetime
    is_frozen: bool
    is_mail_held: bool
    opens_in_click: bool
    defects: list[DefectInForce]
    spaces: int
    certificate_spaces: int
    pending_registrations: int
    queued_mails: int
    sent_mails: int
    refused_mails: int


class DefectDescription(BaseModel):
    """A defect, and the statement that it breaks."""

    id: str
    theme: str
    breaks: str
    sentence: str


class DefectList(BaseModel):
    """The catalogue, in alphabetical order."""

    defects: list[DefectDescription]


class MadeCertificateSpace(BaseModel):
    """A space with certificate, and its subscriber number."""

    id: str
    number: str


class MadeRegistration(BaseModel):
    """A pre-registration whose e-mail is in the outbox."""

    id: str


class MadeSpace(BaseModel):
    """An active space without certificate."""

    id: str
    number: str
    registered_at: datetime


class MadeArrival(BaseModel):
    """Where the screen is, and the cookie by which a browser is known to have come there."""

    path: str
    cookie_name: str
    cookie_value: str
    cookie_path: str


class FieldError(BaseModel):
    """What is wrong, and with which field, as `dossiers.0`; an empty name is the whole body."""

    field: str
    message: str


class Errors(BaseModel):
    """Why a request was refused."""

    errors: list[FieldError]


def errors_of(refusal: ValidationError) -> list[FieldError]:
    """Return what a model refused. Values are not repeated: one may be a password."""
    return [
        FieldError(field=".".join(map(str, error["loc"])), message=error["msg"])
        for error in refusal.errors(include_url=False, include_context=False, include_input=False)
    ]
