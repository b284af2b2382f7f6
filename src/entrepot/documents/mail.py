"""Mail messages (`.eml`)."""

import email
import email.policy
from dataclasses import dataclass, replace
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr

from entrepot.documents.classify import Header
from entrepot.documents.interface import Draft, ReadTask
from entrepot.documents.sniff import EMAIL
from entrepot.documents.stated_dates import published_from
from entrepot.documents.text import draft_from_text
from entrepot.errors import InputError
from entrepot.model.issue import Issue

_MAIL_FAULTS = (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
_MAX_PARTS = 1000


@dataclass(frozen=True, slots=True)
class MailReader:
    """Reads one message: its subject as title, its text part (or its HTML part) as the report."""

    media_types: frozenset[str] = frozenset({EMAIL})

    def read(self, task: ReadTask) -> Draft:
        """The message; the Date header is the evidence for its date, attachments are named but not opened."""
        try:
            message = email.message_from_bytes(task.raw, policy=email.policy.default)
            subject, header = _header(message)
            kind, body = _body(message)
            attached = _attached(message)
        except _MAIL_FAULTS as error:
            raise InputError(
                f"{task.path} is a damaged mail message ({str(error)[:120]}); save it again from the mail program."
            ) from error
        if not body.strip():
            raise InputError(
                f"{task.path} is a mail message without a text; if the report is attached, save the attachment "
                f"and read that."
            )
        return replace(_draft(subject, kind, body, header), issues=_issues(attached))


def _draft(subject: str, kind: str, body: str, header: Header) -> Draft:
    if kind == "html":
        from entrepot.documents.html import draft_from_fragment

        return draft_from_fragment(subject, body, header)
    return draft_from_text(f"{subject}\n\n{body}" if subject else body, header)


def _header(message: EmailMessage) -> tuple[str, Header]:
    subject = " ".join(str(message.get("Subject", "")).split())
    name, address = parseaddr(" ".join(str(message.get("From", "")).split()))
    stated = str(message.get("Date", ""))
    published = published_from(stated, "mail Date header") if stated else None
    return _sound(subject), Header(title=_sound(subject), byline=_sound(name or address), published=published)


def _body(message: EmailMessage) -> tuple[str, str]:
    for wanted in ("plain", "html"):
        part = message.get_body(preferencelist=(wanted,))
        if part is not None and (text := _text(part)).strip():
            return wanted, text
    return "plain", ""


def _text(part: MIMEPart) -> str:
    from entrepot.documents.decode import decode_bytes

    content = part.get_payload(decode=True)
    raw = content if isinstance(content, bytes) else b""
    return decode_bytes("the message", raw, part.get_content_charset() or "").text.replace("\0", " ")


def _attached(message: EmailMessage) -> list[str]:
    names: list[str] = []
    for part in message.iter_attachments():
        if isinstance(part, EmailMessage) and len(names) < _MAX_PARTS:
            names.append(part.get_filename() or part.get_content_type())
    return names


def _issues(attached: list[str]) -> tuple[Issue, ...]:
    if not attached:
        return ()
    named = ", ".join(_sound(name) for name in attached[:5])
    return (
        Issue(
            code="attachment_unread",
            message=f"Its attachments were not opened ({named}); save them and read them as reports.",
        ),
    )


def _sound(value: str) -> str:
    """`value` without lone surrogates, which stand for undecodable bytes in a header."""
    return value.encode("utf-8", "replace").decode("utf-8")
