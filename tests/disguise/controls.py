"""The shapes of fields and of buttons."""

from lxml.html import HtmlElement, builder

from tests.disguise.costume import plain
from tests.disguise.elements import (
    Way,
    holding,
    put_all_in,
    put_in_place,
    put_into,
    retag,
    with_class,
)


def hide_for_enter(button: HtmlElement) -> None:
    """Hide the copy of the main button that Enter presses, as it is for nobody to see."""
    button.set("hidden", "hidden")


def _parts(row: HtmlElement) -> tuple[HtmlElement, HtmlElement, list[HtmlElement]]:
    """Return a field's label, its control or its fixed value, and what is said beside it."""
    [label] = row.xpath("(.//label | .//span[contains(@class, 'field__label')])[1]")
    fixed = with_class(row, "field__fixed")
    [control] = row.xpath("(.//input | .//select | .//textarea)[1]") or fixed
    notes = row.xpath(".//p")
    for note in notes:
        retag(note, "div", "erreur" if "field__error" in note.get("class", "") else "note")
    return label, control, notes


def _bound_by_id(row: HtmlElement) -> None:
    """Have the control name the element that labels it."""
    label, control, notes = _parts(row)
    is_tick = "tick" in row.get("class", "").split()
    retag(label, "span", "libelle").set("id", f"{control.get('id')}-label")
    if control.tag != "span":
        control.set("aria-labelledby", label.get("id", ""))
    order = (control, label) if is_tick else (label, control)
    put_in_place(row, holding("div", *order, *notes, name="champ"))


def _wrapped(row: HtmlElement) -> None:
    """Put the control into its label."""
    label, control, notes = _parts(row)
    is_tick = "tick" in row.get("class", "").split()
    text = retag(label, "span", "libelle")
    order = (control, text) if is_tick else (text, control)
    tag = "div" if control.tag == "span" else "label"
    put_in_place(row, holding("div", holding(tag, *order), *notes, name="champ"))


def _in_cells(row: HtmlElement) -> None:
    """Put the label into the cell before the control, as text that nothing binds to it."""
    label, control, notes = _parts(row)
    if "tick" in row.get("class", "").split():
        cells = [holding("td", control), holding("td", label, *notes)]
    else:
        cells = [retag(label, "td", "libelle"), holding("td", control, *notes)]
    put_in_place(row, holding("tr", *cells))


FIELDS: dict[str, Way] = {"labelledby": _bound_by_id, "wrapped": _wrapped, "cells": _in_cells}


def put_in_one_table(row: HtmlElement) -> None:
    """Put a row that is in no table yet into one, with the row before if there is."""
    if row.getparent().tag in {"table", "tbody", "thead"}:
        return
    before = row.getprevious()
    if before is not None and before.tag == "table" and not (before.tail or "").strip():
        put_into(before, row)
    else:
        table = holding("table", name="champs")
        row.addprevious(table)
        put_into(table, row)


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
    put_in_place(button, made)


def _with_arrow(button: HtmlElement) -> None:
    arrow = builder.SPAN(" ▸")
    arrow.set("aria-hidden", "true")
    button.append(arrow)
    _keep_action(button)


def _in_bold(button: HtmlElement) -> None:
    put_all_in(button, "strong")
    _keep_action(button)


def _keep_action(button: HtmlElement) -> None:
    if button.get("name"):
        button.set("action", button.attrib.pop("value", ""))


BUTTONS: dict[str, Way] = {"input": _as_input, "arrow": _with_arrow, "bold": _in_bold}
