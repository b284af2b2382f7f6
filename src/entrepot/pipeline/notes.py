"""What the user should be told of a report beyond its claims."""

from dataclasses import replace

from entrepot.model.document import Document
from entrepot.model.issue import Issue


def document_notes(document: Document) -> list[Issue]:
    """What the user should know of a report that was read, each sentence with its name; mere notes are left out."""
    return [
        replace(issue, message=f"{document.path}: {issue.message}")
        for issue in document.issues
        if issue.severity != "note"
    ]
