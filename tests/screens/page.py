"""A page as a person meets it: words with blanks collapsed (A-44), fields by their labels."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin

_VOID = frozenset({"area", "base", "br", "hr", "img", "input", "link", "meta", "source", "wbr"})
_INLINE = frozenset({"a", "em", "span", "strong"})
_UNREAD = frozenset({"head", "noscript", "script", "select", "style"})


@dataclass
class Node:
    """An element."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Node | str]" = field(default_factory=list)

    def all(self, *tags: str) -> "Iterator[Node]":
        """Yield the elements of these names below this one, in the order of the page."""
        for child in self.children:
            if isinstance(child, Node):
                if not tags or child.tag in tags:
                    yield child
                yield from child.all(*tags)

    @property
    def is_shown(self) -> bool:
        return not (
            self.tag in _UNREAD
            or "hidden" in self.attributes
            or self.attributes.get("aria-hidden") == "true"
        )

    @property
    def text(self) -> str:
        """What is read of it, in one line."""
        return " ".join("".join(self.pieces()).split())

    def pieces(self) -> Iterator[str]:
        """Yield what is read of it, with blanks around all that is not within a line."""
        edge = "" if self.tag in _INLINE else " "
        yield edge
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.is_shown:
                yield from child.pieces()
        yield edge


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.root = Node("")
        self._open = [self.root]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        while tag in {node.tag for node in self._open[1:]} and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


@dataclass(frozen=True)
class Link:
    text: str
    href: str
    opens_window: bool


@dataclass(frozen=True)
class Field:
    """A control with its label; `errors` is what stands beside it as its fault."""

    label: str
    name: str
    kind: str
    value: str
    is_ticked: bool
    options: tuple[tuple[str, str], ...]
    errors: str
    help: str
    attributes: dict[str, str]

    @property
    def short_label(self) -> str:
        """The label without its star and its colon."""
        return self.label.strip("* ").rstrip(" :")

    @property
    def choices(self) -> list[str]:
        return [text for _, text in self.options]


@dataclass(frozen=True)
class Button:
    text: str
    name: str
    value: str


@dataclass(frozen=True)
class Form:
    action: str
    target: str
    hidden: dict[str, str]
    fields: tuple[Field, ...]
    buttons: tuple[Button, ...]


class Page:
    """What an answer shows at an address."""

    def __init__(self, html: str, url: str) -> None:
        self.html = html
        self.url = url
        self.root = _Reader(html).root
        self.nodes = list(self.root.all())
        self._by_id = {node.attributes.get("id"): node for node in self.nodes}
        self.forms = [self._form(node) for node in self.root.all("form")]

    @property
    def title(self) -> str:
        return " ".join("".join(map(str, next(self.root.all("title")).children)).split())

    @property
    def headings(self) -> list[str]:
        return self.texts("h1", "h2")

    @property
    def text(self) -> str:
        return self.root.text

    @property
    def main(self) -> str:
        """What stands between the frame's header and its footer."""
        return next(self.root.all("main")).text

    def texts(self, *tags: str) -> list[str]:
        return [node.text for node in self.root.all(*tags)]

    @property
    def alerts(self) -> list[str]:
        """The lines of the block that says what is wrong."""
        return [
            line.text
            for block in self.nodes
            if block.attributes.get("role") == "alert" and block.is_shown
            for line in block.all("li")
        ]

    @property
    def links(self) -> list[Link]:
        return [self._link(node) for node in self.root.all("a")]

    def links_under(self, heading: str) -> list[Link]:
        """Those between a heading of the first or second level and the next one."""
        links = []
        above = ""
        for node in self.root.all("h1", "h2", "a"):
            if node.tag != "a":
                above = node.text
            elif above == heading:
                links.append(self._link(node))
        return links

    def link(self, text: str) -> Link:
        [link] = {link for link in self.links if link.text == text}
        return link

    @property
    def recap(self) -> list[tuple[str, str]]:
        """The labels and values of a list of what was entered."""
        return list(zip(self.texts("dt"), self.texts("dd"), strict=True))

    @property
    def form(self) -> Form:
        """The form that a person sees, which is the only one."""
        [form] = [form for form in self.forms if not form.target]
        return form

    @property
    def labels(self) -> list[str]:
        return [field.label for field in self.form.fields]

    @property
    def buttons(self) -> list[str]:
        return [button.text for button in self.form.buttons]

    def field(self, short_label: str) -> Field:
        [found] = [field for field in self.form.fields if field.short_label == short_label]
        return found

    @property
    def values(self) -> dict[str, str]:
        """What the text, password and list fields hold."""
        return {field.short_label: field.value for field in self.form.fields}

    @property
    def errors(self) -> dict[str, str]:
        """The fault beside each field that has one."""
        return {field.short_label: field.errors for field in self.form.fields if field.errors}

    def _link(self, node: Node) -> Link:
        return Link(
            node.text,
            urljoin(self.url, node.attributes["href"]),
            node.attributes.get("target") == "_blank",
        )

    def _form(self, form: Node) -> Form:
        inputs = list(form.all("input", "select", "textarea"))
        is_hidden = "hidden" in form.attributes
        return Form(
            action=urljoin(self.url, form.attributes.get("action", "")),
            target=form.attributes.get("target", "") or ("hidden" if is_hidden else ""),
            hidden={
                node.attributes["name"]: node.attributes.get("value", "")
                for node in inputs
                if node.attributes.get("type") == "hidden"
            },
            fields=tuple(
                self._field(form, node)
                for node in inputs
                if node.attributes.get("type") != "hidden"
            ),
            buttons=tuple(
                Button(node.text, node.attributes.get("name", ""), node.attributes.get("value", ""))
                for node in form.all("button")
                if node.is_shown
            ),
        )

    def _field(self, form: Node, control: Node) -> Field:
        attributes = control.attributes
        [label] = [
            node for node in form.all("label") if node.attributes.get("for") == attributes["id"]
        ]
        notes = attributes.get("aria-describedby", "").split()
        options = [(node.attributes["value"], node) for node in control.all("option")]
        chosen = [value for value, node in options if "selected" in node.attributes]
        first = [value for value, _ in options]
        return Field(
            label=label.text,
            name=attributes["name"],
            kind=attributes.get("type", control.tag),
            value=next(iter(chosen + first), "") if options else attributes.get("value", ""),
            is_ticked="checked" in attributes,
            options=tuple((value, node.text) for value, node in options),
            errors=" ".join(self._by_id[note].text for note in notes if note.endswith("-error")),
            help=" ".join(self._by_id[note].text for note in notes if note.endswith("-help")),
            attributes=attributes,
        )
