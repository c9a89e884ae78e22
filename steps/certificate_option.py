"""The option for access without certificate, and what its holder finds again."""

from dataclasses import replace

from playwright.sync_api import expect
from pytest_bdd import given, parsers, then, when

from fixtures.browser.browsers import Browsers
from fixtures.browser.window import Window
from fixtures.pages.screen import column
from fixtures.people import Person
from fixtures.site.refusals import Refusals
from fixtures.site.target import Target
from fixtures.walks import certificate_option, refused
from fixtures.walks.certificate_option import Cabinet
from fixtures.walks.refused import Answers


@given(
    parsers.parse('ces espaces avec certificat, à l\'adresse "{address}" :'),
    target_fixture="cabinet",
)
def certificate_spaces_hold(target: Target, address: str, datatable: list[list[str]]) -> Cabinet:
    return certificate_option.open_certificate_spaces(target, address, datatable)


@given(
    parsers.parse('"{name}" pré-inscrit pour un autre espace, à l\'adresse "{address}"'),
    target_fixture="applicant",
)
def holder_is_preregistered(target: Target, cabinet: Cabinet, name: str, address: str) -> Person:
    return certificate_option.preregister_with(target, cabinet[name], address)


@given(parsers.parse('l\'espace de "{name}" devenu sans certificat, à l\'adresse "{address}"'))
def holder_has_opted(
    target: Target, browsers: Browsers, cabinet: Cabinet, name: str, address: str
) -> None:
    certificate_option.have_opted(target, browsers.open(), cabinet[name], address)


@given(
    parsers.parse(
        "l'usager parvenu à l'option pour l'accès sans certificat, depuis l'adresse \"{address}\""
    )
)
def applicant_is_at_option(target: Target, window: Window, applicant: Person, address: str) -> None:
    certificate_option.have_at_option(target, window, replace(applicant, address=address))


@when(
    parsers.parse(
        "l'usager demande l'option pour l'accès sans certificat, depuis l'adresse \"{address}\""
    )
)
def applicant_reaches_option(window: Window, address: str) -> None:
    certificate_option.reach_option(window, address)


@when(
    parsers.parse("\"{name}\" opte pour l'accès sans certificat en gardant l'adresse proposée"),
    target_fixture="applicant",
)
def holder_opts_keeping_address(window: Window, cabinet: Cabinet, name: str) -> Person:
    return certificate_option.opt_keeping_address(window, cabinet[name])


@when(
    parsers.parse('"{name}" opte pour l\'accès sans certificat avec l\'adresse "{address}"'),
    target_fixture="applicant",
)
def holder_opts(window: Window, cabinet: Cabinet, name: str, address: str) -> Person:
    return certificate_option.opt(window, cabinet[name], address)


@when(
    parsers.parse(
        "ces collaborateurs optent tour à tour pour l'accès sans certificat avec l'adresse "
        '"{address}" :'
    ),
    target_fixture="answers",
)
def holders_opt_in_turn(
    window: Window, cabinet: Cabinet, address: str, datatable: list[list[str]]
) -> Answers:
    names = column(datatable)
    return certificate_option.opt_in_turn(window, {name: cabinet[name] for name in names}, address)


@then(parsers.parse('l\'adresse "{address}" lui est proposée'))
def address_is_proposed(window: Window, address: str) -> None:
    expect(window.certificate_option.address_field).to_have_value(address)


@then("seuls ces certificats peuvent être présentés :")
def certificates_are_listed(window: Window, cabinet: Cabinet, datatable: list[list[str]]) -> None:
    certificates = [cabinet[name].certificate for name in column(datatable)]
    expect(window.certificate_option.certificates).to_have_text(certificates)


@then("l'accès sans certificat lui est ouvert")
def option_is_taken(window: Window) -> None:
    expect(window.certificate_option.success).to_be_visible()


@then(parsers.parse('l\'option lui est refusée pour le motif "{reason}"'))
def option_is_refused(window: Window, refusals: Refusals, reason: str) -> None:
    assert refused.fault_of(refused.at_option(window), reason, refusals) == ""


@then(parsers.parse("ses identifiants ouvrent l'espace de \"{name}\" tel qu'il était"))
def credentials_open_former_space(
    browsers: Browsers, applicant: Person, cabinet: Cabinet, name: str
) -> None:
    assert certificate_option.content_opened_by(browsers.open(), applicant) == cabinet[name].content


@then("ses identifiants ouvrent un autre espace, vide")
def credentials_open_empty_space(browsers: Browsers, applicant: Person, cabinet: Cabinet) -> None:
    assert certificate_option.is_new_and_empty(
        certificate_option.content_opened_by(browsers.open(), applicant), cabinet
    )


@then(
    parsers.parse(
        "l'option pour l'accès sans certificat rend à \"{name}\" l'espace tel qu'il était"
    )
)
def option_gives_former_space_back(browsers: Browsers, cabinet: Cabinet, name: str) -> None:
    assert certificate_option.content_after_option(browsers, cabinet[name]) == cabinet[name].content
