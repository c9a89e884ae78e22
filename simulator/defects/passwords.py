"""The password: its form, its two writings, and where it is not to be found."""

from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import replace
from string import ascii_letters, digits
from typing import TYPE_CHECKING

from simulator.defects.changes import (
    all_of,
    instead_of,
    with_answer,
    with_form,
    with_method,
    with_policy,
    with_rule,
)
from simulator.defects.model import Defect
from simulator.domain.values.faults import Fault

if TYPE_CHECKING:
    from simulator.domain.policy import Policy
    from simulator.services import Page

_FIELDS = ("password", "password_again")
_SEE_OTHER = 303


def _trimmed(typed: Mapping[str, str]) -> Mapping[str, str]:
    return {**typed, **{name: typed.get(name, "").strip() for name in _FIELDS}}


def _cut_at_20(typed: Mapping[str, str]) -> Mapping[str, str]:
    return {**typed, **{name: typed.get(name, "")[:20] for name in _FIELDS}}


def _same_but_for_case(typed: Mapping[str, str]) -> Mapping[str, str]:
    password, again = (typed.get(name, "") for name in _FIELDS)
    return {**typed, "password_again": password} if password.lower() == again.lower() else typed


def _any_letter(
    sound: Callable[..., Fault | None], password: str, policy: "Policy"
) -> Fault | None:
    has_length = policy.password_min_length <= len(password) <= policy.password_max_length
    return None if has_length and password.isalnum() else sound(password, policy)


def _both_sorts(
    sound: Callable[..., Fault | None], password: str, policy: "Policy"
) -> Fault | None:
    is_of_one_sort = password.isalpha() or password.isdigit()
    return Fault.PASSWORD_FORM if is_of_one_sort else sound(password, policy)


def _with_a_capital(
    sound: Callable[..., Fault | None], password: str, policy: "Policy"
) -> Fault | None:
    return sound(password, policy) if password.lower() != password else Fault.PASSWORD_FORM


def _remembered(page: "Page") -> "Page":
    """Leave the password to the browser, so as to fill it in one day."""
    if page.status != _SEE_OTHER:
        return page
    kept = b64encode(page.typed.get("password", "").encode()).decode()
    return replace(page, headers=(*page.headers, ("Set-Cookie", f"acces={kept}; Path=/")))


def _shown_again(page: "Page") -> "Page":
    shown = page.html
    for name in _FIELDS:
        typed = page.typed.get(name, "")
        shown = shown.replace(
            f'name="{name}" type="password" value=""',
            f'name="{name}" type="password" value="{typed}"',
        )
    return replace(page, html=shown)


DEFECTS = (
    Defect(
        "mot-de-passe-dans-un-temoin",
        "R-2.031",
        "Le navigateur garde le mot de passe dans un témoin de connexion, en base64.",
        with_answer("credentials", _remembered),
    ),
    Defect(
        "mot-de-passe-confirmation-ignoree",
        "R-2.032",
        "La seconde saisie du mot de passe n'est pas comparée à la première.",
        with_form(
            "credentials",
            lambda typed: {**typed, "password_again": typed.get("password", "")},
        ),
    ),
    Defect(
        "mot-de-passe-confirme-sans-casse",
        "R-2.033",
        "Les deux mots de passe sont comparés sans égard aux majuscules.",
        with_form("credentials", _same_but_for_case),
    ),
    Defect(
        "mot-de-passe-avec-tirets",
        "R-2.037",
        "Un mot de passe qui contient un trait d'union ou un tiret bas est accepté.",
        with_policy(password_alphabet=ascii_letters + digits + "-_"),
    ),
    Defect(
        "mot-de-passe-rogne",
        "R-2.038",
        "Les espaces autour du mot de passe sont ôtées sans rien dire.",
        with_form("credentials", _trimmed),
    ),
    Defect(
        "mot-de-passe-accentue",
        "R-2.039",
        "Un mot de passe accentué est accepté : toute lettre passe pour une lettre.",
        with_rule("password_fault", _any_letter),
    ),
    Defect(
        "mot-de-passe-7-caracteres",
        "R-2.040",
        "Un mot de passe de 7 caractères est accepté.",
        with_policy(password_min_length=7),
    ),
    Defect(
        "mot-de-passe-tronque",
        "R-2.041",
        "Un mot de passe de plus de 20 caractères est coupé sans rien dire.",
        with_form("credentials", _cut_at_20),
    ),
    Defect(
        "mot-de-passe-19-caracteres",
        "R-2.041",
        "Un mot de passe de 20 caractères est refusé : « < » a été écrit pour « <= ».",
        with_policy(password_max_length=19),
    ),
    Defect(
        "mot-de-passe-lu-a-moitie",
        "R-2.040",
        "Seuls les 6 premiers caractères du mot de passe comptent : qui les devine entre.",
        all_of(
            with_method("passwords", "hash", lambda sound, password: sound(password[:6])),
            with_method(
                "passwords",
                "verify",
                lambda sound, password_hash, password: sound(password_hash, password[:6]),
            ),
        ),
    ),
    Defect(
        "mot-de-passe-chiffres-et-lettres-exiges",
        "R-2.042",
        "Un mot de passe fait de chiffres seuls, ou de lettres seules, est refusé.",
        with_rule("password_fault", _both_sorts),
    ),
    Defect(
        "mot-de-passe-majuscule-exigee",
        "A-06",
        "Le mot de passe doit contenir une majuscule, ce que rien ne dit.",
        with_rule("password_fault", _with_a_capital),
    ),
    Defect(
        "mot-de-passe-revient-rempli",
        "R-2.045",
        "Après un refus, les mots de passe reviennent tout remplis, lisibles dans la page.",
        with_answer("credentials", _shown_again),
    ),
    Defect(
        "mot-de-passe-refuse-dit-vide",
        "U-06",
        "Un mot de passe mal formé est refusé par le message d'un champ vide.",
        with_rule("password_fault", instead_of(Fault.PASSWORD_FORM, Fault.REQUIRED)),
    ),
)
