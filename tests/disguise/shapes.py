"""The shapes that a page of the simulator is given: other elements for the same things."""

from collections.abc import Iterator

from lxml.html import HtmlElement, builder

from tests.disguise.controls import BUTTONS, FIELDS, hide_for_enter, put_in_one_table
from tests.disguise.costume import Shape
from tests.disguise.elements import Way, put_all_in, put_in_place, put_into, retag, with_class

LANDMARKS = ("main", "header", "footer", "nav", "section", "aside", "article")
DROPPED = (
    "//*[contains(@class, 'simulator-banner') or contains(@class, 'skip-link')]",
    "//*[contains(@class, 'simulator-note')]",
    "//footer",
    "//*[@id='new-window']",
)
"""What a disguise does without: nothing of it is in the guide."""

_OF = "contains(concat(' ', @class, ' '), ' {} ')"


def reshape(page: HtmlElement, shape: Shape) -> None:
    """Write a page otherwise, its words and its addresses apart."""
    for way, path in (
        (_ERRORS[shape.errors], f"//*[{_OF.format('message--error')}][@role][not(@id)][ul]"),
        (_drop if shape.errors != "beside" else _keep, f"//*[{_OF.format('field__error')}]"),
        (_LISTS[shape.steps], f"//*[{_OF.format('steps')}]"),
        (_LISTS[shape.lists], "//ul"),
        (_RECAPS[shape.recap], f"//*[{_OF.format('recap')}]"),
        (FIELDS[shape.field], f"//*[{_OF.format('field')} or {_OF.format('tick')}]"),
        (put_in_one_table, "//tr"),
        (hide_for_enter, "//button[@aria-hidden]"),
        (BUTTONS[shape.button], "//button"),
    ):
        for element in page.xpath(path):
            way(element)
    _place_quit(page, shape.quit)
    for block in with_class(page, shape.first_on_home):
        put_into(block.getparent(), block, 0)
    ways = {"h1": shape.title, "h2": shape.part, "h3": shape.small_part}
    for heading, way_of_it in [(found, ways[found.tag]) for found in page.iter(*ways)]:
        _head(heading, way_of_it)
    for element in list(page.iter(*LANDMARKS)):
        element.tag = "div"
        element.attrib.pop("aria-labelledby", None)


def _drop(element: HtmlElement) -> None:
    element.drop_tree()


def _keep(element: HtmlElement) -> None:
    del element


# --- Headings, lists, what was entered ------------------------------------------------------------


def _head(heading: HtmlElement, way: str) -> None:
    tag, _, name = way.partition(".")
    if tag == "legend":
        group = heading.getparent()
        if group.tag == "legend":  # a group of fields already
            retag(group, "legend", "rubrique")
            heading.drop_tag()
            return
        if group.tag in LANDMARKS:
            retag(group, "fieldset", f"{group.get('class', '')} partie")
            put_into(group, heading, 0)
            retag(heading, "legend", "rubrique")
            return
        tag = "b"
    retag(heading, "p" if tag == "b" else tag, name or "rubrique")
    if tag == "b":
        put_all_in(heading, "b")
    above = heading.getparent()
    if above.tag == "legend":
        group = above.getparent()
        above.drop_tag()
        retag(group, "div", "partie")
    elif above.tag in LANDMARKS:
        above.set("class", f"{above.get('class', '')} partie")


def _as_paragraphs(items: HtmlElement) -> None:
    for item in items:
        retag(item, "p")
    retag(items, "div", "liste")


def _as_numbers(items: HtmlElement) -> None:
    retag(items, "ol", "liste")


def _as_lines(items: HtmlElement) -> None:
    for item in list(items)[:-1]:
        item.append(builder.BR())
    for item in list(items):
        item.drop_tag()
    retag(items, "p", "liste")


def _as_bullets(items: HtmlElement) -> None:
    retag(items, "ul", "liste")


_LISTS: dict[str, Way] = {
    "paragraphs": _as_paragraphs,
    "numbers": _as_numbers,
    "lines": _as_lines,
    "bullets": _as_bullets,
}


def _recapped(recap: HtmlElement) -> Iterator[tuple[HtmlElement, HtmlElement, HtmlElement]]:
    for line in list(recap):
        label, value = line.find("dt"), line.find("dd")
        if label is not None and value is not None:
            line.text = label.tail = value.tail = None
            yield line, label, value


def _recap_as_table(recap: HtmlElement) -> None:
    for line, label, value in _recapped(recap):
        retag(line, "tr")
        retag(label, "td")
        retag(value, "td")
    retag(recap, "table", "releve")


def _recap_as_paragraphs(recap: HtmlElement) -> None:
    for line, label, value in _recapped(recap):
        retag(line, "p")
        retag(label, "b").tail = " "
        retag(value, "span")
    retag(recap, "div", "releve")


def _recap_as_bullets(recap: HtmlElement) -> None:
    for line, label, value in _recapped(recap):
        retag(line, "li")
        retag(label, "span", "libelle").tail = " "
        retag(value, "strong")
    retag(recap, "ul", "releve")


_RECAPS: dict[str, Way] = {
    "table": _recap_as_table,
    "paragraphs": _recap_as_paragraphs,
    "bullets": _recap_as_bullets,
}


# --- Errors and « Quitter » -----------------------------------------------------------------------


def _sentences(
    errors: HtmlElement,
) -> tuple[list[HtmlElement], list[HtmlElement], list[HtmlElement]]:
    """Return the sentences of fields, those of none, and what follows them."""
    items = errors.xpath("./ul/li")
    of_fields = [item for item in items if item.find("a") is not None]
    others = [item for item in items if item.find("a") is None]
    for item in of_fields:
        item.find("a").drop_tag()
    for item in items:
        retag(item, "p", "erreur")
    return of_fields, others, errors.xpath("./p")


def _errors_above(errors: HtmlElement) -> None:
    of_fields, others, after = _sentences(errors)
    put_in_place(errors, *of_fields, *others, *after)


def _errors_beside(errors: HtmlElement) -> None:
    _, others, after = _sentences(errors)
    put_in_place(errors, *others, *after)


def _first_error_below(errors: HtmlElement) -> None:
    of_fields, others, after = _sentences(errors)
    shown = [*of_fields, *others][:1] + after
    forms = [form for form in errors.getroottree().iter("form") if form.get("hidden") is None]
    put_in_place(errors)
    buttons = with_class(forms[-1], "buttons")[-1]
    for element in shown:
        element.drop_tree()
        element.tail = None
        buttons.addprevious(element)


_ERRORS: dict[str, Way] = {
    "above": _errors_above,
    "beside": _errors_beside,
    "first-below": _first_error_below,
}


def _place_quit(page: HtmlElement, place: str) -> None:
    """Have « Quitter » once: at the foot of the page, in its head, or above the title."""
    for line in with_class(page, "quit"):
        retag(line, "p", "quitter")
        if place == "foot":
            put_into(page.find("body"), line)
        elif place == "head":
            put_into(with_class(page, "site-header")[0], line, 0)
        else:
            put_into(with_class(page, "sheet")[0], line, 0)
