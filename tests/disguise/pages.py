"""A page of the simulator, made a page of another site."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from zlib import crc32

from lxml import html
from lxml.html import HtmlElement, builder

import simulator
from tests.disguise.addresses import Addresses
from tests.disguise.costume import Costume, plain
from tests.disguise.shapes import DROPPED, reshape

# What a person typed stands in these; nothing in them is a word of the site.
_VALUE_TAGS = frozenset({"dd", "option", "script", "textarea", "svg", "pre"})
_VALUE_CLASSES = frozenset({"field__fixed", "holder"})
_KEPT = frozenset(
    {
        *("id", "class", "name", "type", "value", "hidden", "checked", "selected", "inert"),
        *("href", "src", "alt", "target", "rel", "method", "action", "accept-charset"),
        *("for", "aria-labelledby", "aria-hidden", "autocomplete"),
        *("required", "minlength", "maxlength", "pattern"),
    }
)
_URLS = (("a", "href"), ("form", "action"))
_OWN_CLASSES = frozenset(
    {
        *("titre", "partie", "rubrique", "liste", "releve", "champ", "champs", "libelle"),
        *("note", "erreur", "boutons", "quitter"),
    }
)
_OTHER_CLASSES = {
    "button": "bouton",
    "site-header": "bandeau",
    "site-name": "site",
    "my-space": "pave",
    "sheet": "feuille",
    "home": "accueil",
    "home__side": "marge",
    "home__columns": "colonnes",
    "choices": "colonnes",
    "message": "avis",
    "holder": "titulaire",
}
_ELEMENT_BY_ID = re.compile(r'getElementById\("([^"]+)"\)')
_STATIC = Path(simulator.__file__).parent / "screens" / "static"


@dataclass(frozen=True)
class Texts:
    """One text of a page, `of` an element (the text before its children, or behind it)."""

    element: HtmlElement
    is_tail: bool

    @property
    def text(self) -> str:
        """It, with its blanks."""
        return (self.element.tail if self.is_tail else self.element.text) or ""

    def replace(self, other: str) -> None:
        """Have another in its place, between the same blanks."""
        text = self.text
        before = text[: len(text) - len(text.lstrip())]
        made = before + other + text[len(text.rstrip()) :]
        if self.is_tail:
            self.element.tail = made
        else:
            self.element.text = made


def texts_of(page: HtmlElement) -> Iterator[Texts]:
    """Yield the texts of a page that are the site's own words, not what a person typed."""
    if isinstance(page.tag, str) and not _is_value(page):
        yield Texts(page, is_tail=False)
        for child in page:
            yield from texts_of(child)
            yield Texts(child, is_tail=True)


def _is_value(element: HtmlElement) -> bool:
    classes = (element.get("class") or "").split()
    return element.tag in _VALUE_TAGS or not _VALUE_CLASSES.isdisjoint(classes)


def without_frame(page: HtmlElement) -> HtmlElement:
    """Return a page of the simulator without what no disguise has."""
    for dropped in DROPPED:
        for element in page.xpath(dropped):
            element.drop_tree()
    return page


def disguise(page: str, screen: str, costume: Costume) -> bytes:
    """Return the disguise's page for one of the simulator, of a screen."""
    if not page.strip():
        return b""
    root = without_frame(html.document_fromstring(page))
    addresses = Addresses(costume)
    for text in texts_of(root.find("body")):
        if other := costume.words.other(screen, plain(text.text)):
            text.replace(other)
    title = plain(root.findtext(".//title") or "").removesuffix(" — SIMULATEUR")
    reshape(root, costume.shape)
    _write_head(root, costume.words.say(screen, title), costume)
    for element in root.find("body").iter("*"):
        if not any(above.tag == "svg" for above in element.iterancestors()):
            _rename(element, addresses)
    # Characters that the page's charset lacks are written by their numbers.
    content: bytes = html.tostring(root, doctype="<!DOCTYPE html>", encoding=costume.charset)
    return content


def _write_head(root: HtmlElement, title: str, costume: Costume) -> None:
    head = root.find("head")
    for element in list(head):
        head.remove(element)
    head.append(builder.TITLE(costume.shape.browser_title.format(title=title)))
    head.append(builder.META(name="viewport", content="width=device-width, initial-scale=1"))
    head.append(builder.LINK(rel="stylesheet", href=costume.style_path))


def _rename(element: HtmlElement, addresses: Addresses) -> None:
    costume = addresses.costume
    if element.tag == "script":
        script = _STATIC / urlsplit(element.attrib.pop("src")).path.rpartition("/")[2]
        element.text = _ELEMENT_BY_ID.sub(
            lambda match: f'getElementById("{_id(match[1], costume)}")', script.read_text("utf-8")
        )
        return
    _rename_control(element, addresses)
    for tag, attribute in _URLS:
        if element.tag == tag and element.get(attribute) is not None:
            element.set(attribute, addresses.outward(element.get(attribute, "")))
    for attribute in ("id", "for", "aria-labelledby"):
        if element.get(attribute) is not None:
            element.set(attribute, _id(element.get(attribute, ""), costume))
    if element.tag == "form":
        element.set("accept-charset", "utf-8")
    if element.tag != "svg":
        _class(element)
        for attribute in set(element.attrib) - _KEPT:
            del element.attrib[attribute]


def _rename_control(element: HtmlElement, addresses: Addresses) -> None:
    """Give a field, a list with its entries, or a button the names of the disguise."""
    costume = addresses.costume
    if element.tag not in {"input", "select", "textarea", "button"}:
        return
    name = element.get("name", "")
    if action := element.attrib.pop("action", ""):
        element.set("name", costume.buttons[action])
    elif name:
        element.set("name", costume.names.get(name, name))
        for option in element.iter("option"):
            option.set("value", addresses.outer_value(name, option.get("value", "")))
    if element.get("type") in {"tel", "email"}:
        element.set("type", "text")


def _id(simulators: str, costume: Costume) -> str:
    return f"{costume.id_prefix}{crc32(simulators.encode()):x}"


def _class(element: HtmlElement) -> None:
    old = (element.attrib.pop("class", "") or "").split()
    new = [_OTHER_CLASSES.get(name, name) for name in old]
    if own := [name for name in new if name in _OWN_CLASSES | {*_OTHER_CLASSES.values()}]:
        element.set("class", " ".join(own))
