"""The shapes that a page of the simulator is given: other elements for the same things."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from lxml.html import HtmlElement, builder

from tests.disguise.costume import Shape, plain

Way: TypeAlias = Callable[[HtmlElement], None]

LANDMARKS = ("main", "header", "footer", "nav", "section", "aside", "article")
DROPPED = (
    "//*[contains(@class, 'simulator-banner') or contains(@class, 'skip-link')]",
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
        (_FIELDS[shape.field], f"//*[{_OF.format('field')} or {_OF.format('tick')}]"),
        (_put_in_one_table, "//tr"),
        (_hide_for_enter, "//button[@aria-hidden]"),
        (_BUTTONS[shape.button], "//button"),
    ):
        for element in page.xpath(path):
            way(element)
    _place_quit(page, shape.quit)
    for block in with_class(page, shape.first_on_home):
        _into(block.getparent(), block, 0)
    ways = {"h1": shape.title, "h2": shape.part, "h3": shape.small_part}
    for heading, way_of_it in [(found, ways[found.tag]) for found in page.iter(*ways)]:
        _head(heading, way_of_it)
    for element in list(page.iter(*LANDMARKS)):
        element.tag = "div"
        element.attrib.pop("aria-labelledby", None)


def with_class(page: HtmlElement, name: str) -> list[HtmlElement]:
    """Return the elements of a class."""
    return [found for found in page.iter("*") if name in (found.get("class") or "").split()]


def _drop(element: HtmlElement) -> None:
    element.drop_tree()


def _keep(element: HtmlElement) -> None:
    del element


def _hide_for_enter(button: HtmlElement) -> None:
    """Hide the copy of the main button that Enter presses, as it is for nobody to see."""
    button.set("hidden", "hidden")


def _retag(element: HtmlElement, tag: str, name: str = "") -> HtmlElement:
    element.tag = tag
    element.attrib.clear()
    if name:
        element.set("class", name)
    return element


def _into(parent: HtmlElement, moved: HtmlElement, at: int | None = None) -> None:
    """Move an element, but not the text behind it."""
    if moved.getparent() is not None:
        moved.drop_tree()
    moved.tail = None
    if at is None:
        parent.append(moved)
    else:
        parent.insert(at, moved)


def _holding(tag: str, *children: HtmlElement, name: str = "") -> HtmlElement:
    made: HtmlElement = builder.E(tag)
    for child in children:
        _into(made, child)
    if name:
        made.set("class", name)
    return made


def _put_in_place(old: HtmlElement, *new: HtmlElement) -> None:
    parent = old.getparent()
    at = parent.index(old)
    old.drop_tree()
    for offset, element in enumerate(new):
        parent.insert(at + offset, element)


# --- Headings, lists, what was entered ------------------------------------------------------------


def _head(heading: HtmlElement, way: str) -> None:
    tag, _, name = way.partition(".")
    if tag == "legend":
        group = heading.getparent()
        if group.tag == "legend":  # a group of fields already
            _retag(group, "legend", "rubrique")
            heading.drop_tag()
            return
        if group.tag in LANDMARKS:
            _retag(group, "fieldset", f"{group.get('class', '')} partie")
            _into(group, heading, 0)
            _retag(heading, "legend", "rubrique")
            return
        tag = "b"
    _retag(heading, "p" if tag == "b" else tag, name or "rubrique")
    if tag == "b":
        _put_all_in(heading, "b")
    above = heading.getparent()
    if above.tag == "legend":
        group = above.getparent()
        above.drop_tag()
        _retag(group, "div", "partie")
    elif above.tag in LANDMARKS:
        above.set("class", f"{above.get('class', '')} partie")


def _put_all_in(element: HtmlElement, tag: str) -> None:
    """Put all that an element holds into one of its own."""
    inner = builder.E(tag)
    inner.text, element.text = element.text, None
    inner.extend(list(element))  # each with the text behind it
    element.append(inner)


def _as_paragraphs(items: HtmlElement) -> None:
    for item in items:
        _retag(item, "p")
    _retag(items, "div", "liste")


def _as_numbers(items: HtmlElement) -> None:
    _retag(items, "ol", "liste")


def _as_lines(items: HtmlElement) -> None:
    for item in list(items)[:-1]:
        item.append(builder.BR())
    for item in list(items):
        item.drop_tag()
    _retag(items, "p", "liste")


def _as_bullets(items: HtmlElement) -> None:
    _retag(items, "ul", "liste")


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
        _retag(line, "tr")
        _retag(label, "td")
        _retag(value, "td")
    _retag(recap, "table", "releve")


def _recap_as_paragraphs(recap: HtmlElement) -> None:
    for line, label, value in _recapped(recap):
        _retag(line, "p")
        _retag(label, "b").tail = " "
        _retag(value, "span")
    _retag(recap, "div", "releve")


def _recap_as_bullets(recap: HtmlElement) -> None:
    for line, label, value in _recapped(recap):
        _retag(line, "li")
        _retag(label, "span", "libelle").tail = " "
        _retag(value, "strong")
    _retag(recap, "ul", "releve")


_RECAPS: dict[str, Way] = {
    "table": _recap_as_table,
    "paragraphs": _recap_as_paragraphs,
    "bullets": _recap_as_bullets,
}


# --- Fields and buttons ---------------------------------------------------------------------------


def _parts(row: HtmlElement) -> tuple[HtmlElement, HtmlElement, list[HtmlElement]]:
    """Return a field's label, its control or its fixed value, and what is said beside it."""
    [label] = row.xpath("(.//label | .//span[contains(@class, 'field__label')])[1]")
    fixed = with_class(row, "field__fixed")
    [control] = row.xpath("(.//input | .//select | .//textarea)[1]") or fixed
    notes = row.xpath(".//p")
    for note in notes:
        _retag(note, "div", "erreur" if "field__error" in note.get("class", "") else "note")
    return label, control, notes


def _bound_by_id(row: HtmlElement) -> None:
    """Have the control name the element that labels it."""
    label, control, notes = _parts(row)
    is_tick = "tick" in row.get("class", "").split()
    _retag(label, "span", "libelle").set("id", f"{control.get('id')}-label")
    if control.tag != "span":
        control.set("aria-labelledby", label.get("id", ""))
    order = (control, label) if is_tick else (label, control)
    _put_in_place(row, _holding("div", *order, *notes, name="champ"))


def _wrapped(row: HtmlElement) -> None:
    """Put the control into its label."""
    label, control, notes = _parts(row)
    is_tick = "tick" in row.get("class", "").split()
    text = _retag(label, "span", "libelle")
    order = (control, text) if is_tick else (text, control)
    tag = "div" if control.tag == "span" else "label"
    _put_in_place(row, _holding("div", _holding(tag, *order), *notes, name="champ"))


def _in_cells(row: HtmlElement) -> None:
    """Put the label into the cell before the control, as text that nothing binds to it."""
    label, control, notes = _parts(row)
    if "tick" in row.get("class", "").split():
        cells = [_holding("td", control), _holding("td", label, *notes)]
    else:
        cells = [_retag(label, "td", "libelle"), _holding("td", control, *notes)]
    _put_in_place(row, _holding("tr", *cells))


_FIELDS: dict[str, Way] = {"labelledby": _bound_by_id, "wrapped": _wrapped, "cells": _in_cells}


def _put_in_one_table(row: HtmlElement) -> None:
    """Put a row that is in no table yet into one, with the row before if there is."""
    if row.getparent().tag in {"table", "tbody", "thead"}:
        return
    before = row.getprevious()
    if before is not None and before.tag == "table" and not (before.tail or "").strip():
        _into(before, row)
    else:
        table = _holding("table", name="champs")
        row.addprevious(table)
        _into(table, row)


def _as_input(button: HtmlElement) -> None:
    text = plain(button.text_content())
    name = button.get("name")
    made = builder.INPUT(type="submit", value=text)
    if name:
        made.set("name", name)
        made.set("action", button.get("value", ""))
    if button.get("hidden"):
        made.set("hidden", "hidden")
        made.set("aria-hidden", "true")
    _put_in_place(button, made)


def _with_arrow(button: HtmlElement) -> None:
    arrow = builder.SPAN(" ▸")
    arrow.set("aria-hidden", "true")
    button.append(arrow)
    _keep_action(button)


def _in_bold(button: HtmlElement) -> None:
    _put_all_in(button, "strong")
    _keep_action(button)


def _keep_action(button: HtmlElement) -> None:
    if button.get("name"):
        button.set("action", button.attrib.pop("value", ""))


_BUTTONS: dict[str, Way] = {"input": _as_input, "arrow": _with_arrow, "bold": _in_bold}


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
        _retag(item, "p", "erreur")
    return of_fields, others, errors.xpath("./p")


def _errors_above(errors: HtmlElement) -> None:
    of_fields, others, after = _sentences(errors)
    _put_in_place(errors, *of_fields, *others, *after)


def _errors_beside(errors: HtmlElement) -> None:
    _, others, after = _sentences(errors)
    _put_in_place(errors, *others, *after)


def _first_error_below(errors: HtmlElement) -> None:
    of_fields, others, after = _sentences(errors)
    shown = [*of_fields, *others][:1] + after
    forms = [form for form in errors.getroottree().iter("form") if form.get("hidden") is None]
    _put_in_place(errors)
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
        _retag(line, "p", "quitter")
        if place == "foot":
            _into(page.find("body"), line)
        elif place == "head":
            _into(with_class(page, "site-header")[0], line, 0)
        else:
            _into(with_class(page, "sheet")[0], line, 0)
