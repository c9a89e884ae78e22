"""What any screen shows, for ``features/ecrans/`` alone: texts, fields, buttons and links."""

from playwright.sync_api import expect
from pytest_bdd import parsers, then, when

from fixtures.browser.window import Window
from fixtures.pages import shown
from fixtures.pages.finding import every, field
from fixtures.pages.screen import column, fault_of_top_right, quit_last


@when(parsers.parse('l\'usager suit le lien "{link}"'))
def applicant_follows_link(window: Window, link: str) -> None:
    window.follow(link)


@when(parsers.parse('l\'usager appuie sur le bouton "{button}"'))
def applicant_presses_button(window: Window, button: str) -> None:
    window.screen.press(button)


@then(parsers.parse('l\'écran a pour titre "{title}"'))
def screen_is_titled(window: Window, title: str) -> None:
    expect(window.titled(title)).to_be_visible()


@then("l'écran montre ces textes, dans cet ordre :")
def screen_shows_texts(window: Window, datatable: list[list[str]]) -> None:
    assert shown.fault_of(window.screen.content, column(window.texts(datatable))) == ""


@then("l'écran montre ces champs, dans cet ordre :")
def screen_shows_fields(window: Window, datatable: list[list[str]]) -> None:
    expect(window.screen.fields).to_have_count(len(datatable))
    assert window.field_names(datatable) == column(datatable)


@then("tous ces champs sont vides")
def fields_are_empty(window: Window) -> None:
    assert {field.input_value() for field in window.screen.fields.all()} == {""}


@then("aucun de ces champs n'est un champ de mot de passe")
def no_field_is_for_password(window: Window) -> None:
    expect(window.screen.password_fields).to_have_count(0)


@then("l'écran montre ces boutons, dans cet ordre :")
def screen_shows_buttons(window: Window, datatable: list[list[str]]) -> None:
    buttons = column(window.texts(datatable))
    assert shown.fault_of_names(window.content, "boutons", buttons) == ""


@then("l'écran montre ces liens, dans cet ordre :")
def screen_shows_every(window: Window, datatable: list[list[str]]) -> None:
    links = column(quit_last(window.texts(datatable)))
    assert shown.fault_of_names(window.content, "liens", links, is_whole=False) == ""


@then("l'écran n'a aucun champ")
def screen_has_no_field(window: Window) -> None:
    expect(window.screen.fields).to_have_count(0)


@then(parsers.parse('l\'écran ne montre pas "{text}"'))
def screen_does_not_show(window: Window, text: str) -> None:
    expect(window.screen.content).not_to_contain_text(text, use_inner_text=True)


@then(parsers.parse('la rubrique "{section}" montre ces textes, dans cet ordre :'))
def section_shows_texts(window: Window, section: str, datatable: list[list[str]]) -> None:
    assert shown.fault_of(window.section(section), column(window.texts(datatable))) == ""


@then("la barre de navigation montre ces liens, dans cet ordre :")
def bar_shows_every(window: Window, datatable: list[list[str]]) -> None:
    assert shown.fault_of_names(window.home.navigation, "liens", column(datatable)) == ""


@then(parsers.parse('la rubrique "{section}" montre ces liens, dans cet ordre :'))
def section_shows_every(window: Window, section: str, datatable: list[list[str]]) -> None:
    links = column(window.texts(datatable))
    assert (
        shown.fault_of_names(window.content, "liens", links, heading=window.heading(section)) == ""
    )


@then("l'écran a pour seules rubriques :")
def screen_has_sections(window: Window, datatable: list[list[str]]) -> None:
    expect(window.procedure_choice.mode_titles).to_have_text(column(datatable))


@then("l'écran énumère ces seuls éléments :")
def screen_lists_items(window: Window, datatable: list[list[str]]) -> None:
    expect(window.screen.items).to_contain_text(column(datatable))


@then(parsers.parse('la rubrique "{section}" porte une icône'))
def section_has_icon(window: Window, section: str) -> None:
    expect(every(window.under(section), "icônes").first).to_be_visible()


@then(parsers.parse('la rubrique "{section}" est en haut à droite de l\'écran'))
def section_is_at_top_right(window: Window, section: str) -> None:
    assert fault_of_top_right(window.under(section)) == ""


@then(parsers.parse('la case "{label}" n\'est pas cochée'))
def box_is_not_ticked(window: Window, label: str) -> None:
    expect(field(window.content, label)).not_to_be_checked()


@then(parsers.parse('la nouvelle fenêtre a pour titre "{title}"'))
def new_window_is_titled(window: Window, title: str) -> None:
    expect(window.opened().titled(title)).to_be_visible()


@then("la nouvelle fenêtre montre ces textes, dans cet ordre :")
def new_window_shows_texts(window: Window, datatable: list[list[str]]) -> None:
    assert shown.fault_of(window.opened().content, column(window.texts(datatable))) == ""


@then(
    parsers.parse('la nouvelle fenêtre énumère, dans la rubrique "{section}", ces seuls éléments :')
)
def new_window_lists_items(window: Window, section: str, datatable: list[list[str]]) -> None:
    expect(every(window.opened().under(section), "lignes")).to_contain_text(column(datatable))


@then("la page d'accueil lui est présentée")
def home_page_is_shown(window: Window) -> None:
    expect(window.home.create_or_activate_link).to_be_visible()
