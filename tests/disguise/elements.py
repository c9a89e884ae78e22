"""What shapes are made with: elements renamed, moved and put around others."""

from collections.abc import Callable
from typing import TypeAlias

from lxml.html import HtmlElement, builder

Way: TypeAlias = Callable[[HtmlElement], None]


def with_class(page: HtmlElement, name: str) -> list[HtmlElement]:
    """Return the elements of a class."""
    return [found for found in page.iter("*") if name in (found.get("class") or "").split()]


def retag(element: HtmlElement, tag: str, name: str = "") -> HtmlElement:
    element.tag = tag
    element.attrib.clear()
    if name:
        element.set("class", name)
    return element


def put_into(parent: HtmlElement, moved: HtmlElement, at: int | None = None) -> None:
    """Move an element, but not the text behind it."""
    if moved.getparent() is not None:
        moved.drop_tree()
    moved.tail = None
    if at is None:
        parent.append(moved)
    else:
        parent.insert(at, moved)


def holding(tag: str, *children: HtmlElement, name: str = "") -> HtmlElement:
    made: HtmlElement = builder.E(tag)
    for child in children:
        put_into(made, child)
    if name:
        made.set("class", name)
    return made


def put_in_place(old: HtmlElement, *new: HtmlElement) -> None:
    parent = old.getparent()
    at = parent.index(old)
    old.drop_tree()
    for offset, element in enumerate(new):
        parent.insert(at + offset, element)


def put_all_in(element: HtmlElement, tag: str) -> None:
    """Put all that an element holds into one of its own."""
    inner = builder.E(tag)
    inner.text, element.text = element.text, None
    inner.extend(list(element))  # each with the text behind it
    element.append(inner)
