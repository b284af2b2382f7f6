"""What Schemathesis makes of the description brings about no fault of the program."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from entrepot.store import CaseFile
from entrepot.web import Desk, WebOptions, create_app

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
"""No fault, and no answer that the description does not tell of."""
NAMES = {"host": "localhost"}


def ask_much_of(operation: Any, mode: GenerationMode) -> None:
    """Requests that the description allows, or that it does not, and what is to be held of the answers."""

    @given(operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=25,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def asked(request: Any) -> None:
        request.validate_response(request.call(headers=NAMES), checks=CHECKS)

    asked()


@pytest.mark.slow
def test_no_request_brings_about_a_fault(listed_case: CaseFile, desk: Desk) -> None:
    app = create_app(desk, WebOptions(hosts=("localhost",)))
    schema = schemathesis.openapi.from_asgi("/openapi.json", app, headers=NAMES)
    faults = []
    operations = [result.ok() for result in schema.get_all_operations()]
    for operation in operations:
        for mode in GenerationMode:
            try:
                ask_much_of(operation, mode)
            except Unsatisfiable:
                continue  # Nothing about it can be put wrongly.
            except Exception as error:  # noqa: BLE001 - all of them are told together
                faults.append(f"{operation.label} ({mode.value}): {error!r}")
    assert len(operations) > 20
    assert not faults, "\n\n".join(faults)
