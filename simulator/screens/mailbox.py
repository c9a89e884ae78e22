"""The simulator's own mailbox, to read what was received as the fiche shows it (M01)."""

from uuid import UUID

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from simulator.domain.values.spaces import PARIS
from simulator.mail.reading import read
from simulator.screens.request import request_services
from simulator.storage.mailbox import StoredMail

bp = Blueprint("mailbox", __name__)


@bp.get("/messagerie")
def show() -> ResponseReturnValue:
    """List the e-mails, newest first."""
    mails = [(stored.id, read(stored.raw)) for stored in request_services().mailbox.all()]
    return render_template("mailbox.html", mails=mails, paris=PARIS)


@bp.get("/messagerie/<uuid:mail_id>")
def read_mail(mail_id: UUID) -> ResponseReturnValue:
    """Show one e-mail."""
    stored = _stored_mail(mail_id)
    return render_template("mail.html", id=stored.id, mail=read(stored.raw), paris=PARIS)


@bp.get("/messagerie/<uuid:mail_id>/source")
def show_source(mail_id: UUID) -> ResponseReturnValue:
    """Show an e-mail as it was received, with its full header."""
    stored = _stored_mail(mail_id)
    source = stored.raw.decode("utf-8", errors="replace")
    return render_template("mail_source.html", id=stored.id, source=source)


def _stored_mail(mail_id: UUID) -> StoredMail:
    stored = request_services().mailbox.find(str(mail_id))
    if stored is None:
        abort(404)
    return stored
