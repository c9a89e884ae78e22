"""The French words of the report, the same in the terminal and on the page."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from reports.french import count
from reports.judging.endings import Ending, judge_run
from reports.judging.model import Phase, Report, ScenarioOutcome, Shard, StepOutcome
from reports.judging.reach import Gap, Reach
from reports.judging.register import Kind, Statement

KINDS = {
    Kind.FICHE: "Énoncés de la fiche",
    Kind.READING: "Lectures de la fiche",
    Kind.CHOICE: "Choix du simulateur",
    Kind.RGAA: "Critères du RGAA 4.1",
}
SCENARIO_OUTCOMES = {
    ScenarioOutcome.PASSED: "réussi",
    ScenarioOutcome.FAILED: "échec",
    ScenarioOutcome.BROKEN: "en erreur",
    ScenarioOutcome.UNVERIFIED: "non vérifié",
    ScenarioOutcome.NOT_RUN: "non exécuté",
    ScenarioOutcome.OUT_OF_SCOPE: "hors périmètre",
}
STEP_OUTCOMES = {
    StepOutcome.PASSED: "réussie",
    StepOutcome.FAILED: "échec",
    StepOutcome.BROKEN: "en erreur",
    StepOutcome.UNDEFINED: "non définie",
    StepOutcome.UNVERIFIED: "non vérifiée",
    StepOutcome.NOT_RUN: "non jouée",
}
PHASES = {
    Phase.SETUP: "Pendant la préparation",
    Phase.CALL: "Pendant les étapes",
    Phase.TEARDOWN: "Pendant le nettoyage",
    Phase.PROCESS: "Processus de test arrêté",
}
_PARIS = ZoneInfo("Europe/Paris")
_SECONDS_PER_MINUTE = 60


def origin(statement: Statement) -> str:
    """Say where a statement comes from: nothing else is ever taken for the fiche."""
    if statement.kind is Kind.READING:
        return "lecture"
    if statement.kind is Kind.CHOICE:
        return "choix du simulateur"
    if statement.kind is Kind.RGAA:
        return "critère du RGAA 4.1, hors de la fiche"
    numbers = statement.lines.split()
    return f"fiche, {'ligne' if len(numbers) == 1 else 'lignes'} {', '.join(numbers)}"


def chapter(statement: Statement) -> str:
    """Name the part of the register that a statement stands in."""
    if statement.kind is Kind.RGAA:
        return KINDS[Kind.RGAA]
    return f"Chapitre {statement.chapter}"


def quotation(statement: Statement) -> str:
    """Give a statement's words, in quotation marks only where they are the fiche's own."""
    if statement.kind is Kind.FICHE:
        return f"«\N{NO-BREAK SPACE}{statement.quotation}\N{NO-BREAK SPACE}»"
    return statement.quotation


def duration(seconds: float) -> str:
    """Write a duration as a person reads it: ``350 ms``, ``2,4 s``, ``2 min 05 s``."""
    if seconds < 1:
        return f"{seconds * 1000:.0f}\N{NO-BREAK SPACE}ms"
    if seconds < _SECONDS_PER_MINUTE:
        return f"{seconds:.1f}\N{NO-BREAK SPACE}s".replace(".", ",")
    minutes, rest = divmod(round(seconds), _SECONDS_PER_MINUTE)
    return f"{minutes}\N{NO-BREAK SPACE}min\N{NO-BREAK SPACE}{rest:02d}\N{NO-BREAK SPACE}s"


def instant(value: datetime) -> str:
    """Write an instant as a date and time of Paris."""
    return value.astimezone(_PARIS).strftime("%d/%m/%Y à %H:%M:%S")


def day(value: date) -> str:
    """Write a day as people do: ``15/07/2026``."""
    return value.strftime("%d/%m/%Y")


def coverage(report: Report) -> str:
    """Say how much of what is declared was run."""
    declared, executed = report.counts.declared, report.counts.executed
    passed = sum(item.outcome is ScenarioOutcome.PASSED for item in report.scenarios)
    return (
        f"{count(declared, 'déclaré')}, "
        f"{count(report.counts.collected, 'collecté')}, {count(executed, 'exécuté')}, "
        f"{count(passed, 'réussi')}"
    )


def headline(report: Report) -> str:
    """Say in one sentence whether everything declared was run and holds."""
    judgement = judge_run(report, is_strict=True)
    told = ", ".join(judgement.refused)
    if judgement.ending is Ending.UNVERIFIED:
        return f"Tout n’a pas été vérifié : {told}."
    if judgement.ending is not Ending.HOLDS:
        return f"Tout ne tient pas : {told}."
    declared = f"est de la part {shard(report.shard)}" if report.shard else "est déclaré"
    exceptions = f", sauf {', '.join(judgement.let_through)}" if judgement.let_through else ""
    return f"Tout ce qui {declared} a été exécuté et tient{exceptions}."


def reach(found: Reach) -> str:
    """Say how much of the guide could be judged on another site."""
    statements = count(found.total, "énoncé automatisé", "énoncés automatisés")
    judged = count(found.judged, "jugé")
    return f"{judged} sur {statements} de la fiche."


def remedy(gap: Gap) -> str:
    """Say what the site's profile would have to say, unless the reason does; empty for nothing."""
    is_to_tell = gap.remedy and gap.remedy not in gap.reason
    return f"À dire dans le profil : {gap.remedy}." if is_to_tell else ""


def shard(part: Shard) -> str:
    """Write which shard it is, as the command line takes it."""
    return f"{part.index}/{part.total}"
