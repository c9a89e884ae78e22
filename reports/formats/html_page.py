"""The report as one French page that opens offline; the evidence stands beside it."""

from jinja2 import Environment, PackageLoader, StrictUndefined

from reports import wording
from reports.model import Report, StatementResult, Verdict
from reports.verdicts import shortfalls, totals_by_kind


def _make_environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "duration": wording.duration,
        "instant": wording.instant,
        "origin": wording.origin,
        "quotation": wording.quotation,
    }
    environment.globals |= {"wording": wording, "verdicts": tuple(Verdict)}
    return environment


_ENVIRONMENT = _make_environment()


def render(report: Report) -> str:
    """Write the page; whatever the run holds is shown as text, never taken for markup."""
    homes = _homes(report)
    return _ENVIRONMENT.get_template("index.html").render(
        report=report,
        headline=wording.headline(report),
        missing=shortfalls(report),
        totals=totals_by_kind(report),
        chapters=_by_chapter(report),
        scenarios={scenario.id: scenario for scenario in report.scenarios},
        anchors=_anchors(report),
        homes=homes,
        uncarried=[item for item in report.scenarios if item.id not in homes],
    )


def _by_chapter(report: Report) -> dict[str, list[StatementResult]]:
    chapters: dict[str, list[StatementResult]] = {}
    for result in report.statements:
        chapters.setdefault(result.statement.chapter, []).append(result)
    return chapters


def _anchors(report: Report) -> dict[str, str]:
    return {
        scenario.id: f"scenario-{number}"
        for number, scenario in enumerate(report.scenarios, start=1)
    }


def _homes(report: Report) -> dict[str, str]:
    """Say under which statement a scenario is told in full: the first of those it stands under."""
    homes: dict[str, str] = {}
    for result in report.statements:
        for scenario_id in result.scenarios:
            homes.setdefault(scenario_id, result.statement.id)
    return homes
