"""4ème étape: the code opens a window, and that window's request makes the space."""

from hashlib import sha256

from simulator.domain.desk import Desk
from simulator.domain.ports import Registry
from simulator.domain.texts import BLANKS
from simulator.domain.values.activation import CodeRefusal, Ticket, ticket_digest
from simulator.domain.values.registration import Registration, code_is_right
from simulator.domain.values.spaces import Access, Space


def check_code(
    desk: Desk, registry: Registry, address: str, code: str, client: str
) -> Registration | CodeRefusal:
    """Judge an address and a code; nothing is spent by it, a wrong try is counted (A-41, U-46).

    `client` is whatever tells one visitor from another to the server. Tries are counted for the
    address and the visitor together: others of that address, or behind that client, go on.
    """
    now = desk.clock.now()
    key = desk.rules.address_key(address)
    subject = _pair(key, client)
    since = now - desk.policy.wrong_code_window
    if registry.count_wrong_codes(subject, since) >= desk.policy.wrong_code_limit:
        return CodeRefusal.TOO_MANY_TRIES
    registration = registry.registration(key)
    if registration is None or not code_is_right(registration, code.strip(BLANKS)):
        registry.add_wrong_code(subject, now)
        return CodeRefusal.WRONG
    return desk.rules.activation_refusal(desk, registration) or registration


def _pair(address_key: str, client: str) -> str:
    # Each hashed by itself first, so that no two pairs read alike.
    parts = (sha256(part.encode()).hexdigest() for part in (address_key, client))
    return sha256(":".join(parts).encode()).hexdigest()


def activation_refusal(desk: Desk, registration: Registration) -> CodeRefusal | None:
    """Judge a registration whose code is right (R-2.137, R-3.039)."""
    if registration.space_id is not None:
        return CodeRefusal.ALREADY_ACTIVE
    if not desk.rules.registration_is_pending(desk, registration):
        return CodeRefusal.EXPIRED
    return None


def open_window(desk: Desk, registry: Registry, registration: Registration, session: str) -> str:
    """Return the secret of a new ticket, to be submitted by the new window (A-07, U-50)."""
    secret = desk.secrets.identifier()
    registry.add_ticket(
        Ticket(
            digest=ticket_digest(secret),
            registration_id=registration.id,
            session=session,
            expires_at=desk.clock.now() + desk.policy.ticket_lifetime,
        )
    )
    return secret


def activate(desk: Desk, registry: Registry, secret: str, session: str) -> Space | CodeRefusal:
    """Make the space, judging the 48 hours now (U-89); a used ticket gives its space again (U-35).

    The session that did it may see the confirmation and the record from then on (U-71).
    """
    now = desk.clock.now()
    ticket = registry.ticket(ticket_digest(secret))
    if ticket is None or ticket.session != session:
        return CodeRefusal.STALE_WINDOW
    registration = registry.registration_by_id(ticket.registration_id)
    if registration is None:
        return CodeRefusal.STALE_WINDOW
    if ticket.is_used and registration.space_id is not None:
        return registry.space(registration.space_id) or CodeRefusal.STALE_WINDOW
    if now > ticket.expires_at:
        return CodeRefusal.STALE_WINDOW
    refusal = desk.rules.activation_refusal(desk, registration)
    if refusal is not None:
        return refusal
    if registration.enrolment is None:
        msg = "a pending registration holds its enrolment"
        raise ValueError(msg)
    space = Space(
        id=desk.secrets.identifier(),
        number=desk.rules.new_number(desk, registry, now),
        access=Access.PASSWORD,
        address=registration.address,
        address_key=registration.address_key,
        password_hash=registration.password_hash,
        registered_at=now,
        enrolment=registration.enrolment,
    )
    registry.put_ticket(ticket.used())
    registry.add_space(space)
    registry.put_registration(registration.activated(space.id))
    registry.let_see(session, space.id)
    return space
