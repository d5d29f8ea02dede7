"""frictionless: `validate` of the resource against a Table Schema with a type and the constraints of every column."""

import json
import sys

from frictionless import Dialect, Resource, Schema, system
from frictionless.formats import ExcelControl

FIELDS = [
    {"name": "Player", "type": "string", "constraints": {"required": True}},
    {"name": "Name", "type": "string"},
    {"name": "Number", "type": "string", "constraints": {"pattern": "[0-9]+"}},
    {"name": "Size", "type": "string", "constraints": {"required": True, "enum": ["S", "M", "L", "XL"]}},
    {"name": "Quantity", "type": "integer", "constraints": {"minimum": 1}},
    {"name": "Design", "type": "string", "constraints": {"required": True}},
    {"name": "Logo", "type": "string"},
    {"name": "Storage quantity", "type": "integer"},
    {"name": "Order", "type": "string"},
]


def main(path: str) -> None:
    sheet = Dialect(controls=[ExcelControl(sheet="Roster")]) if path.endswith(".xlsx") else Dialect()
    schema = Schema.from_descriptor({"fields": FIELDS})
    with system.use_context(trusted=True):  # an absolute path is "not safe" else
        (task,) = Resource(path=path, schema=schema, dialect=sheet).validate(limit_errors=1_000_000).tasks
    faults = [error[:2] for error in task.flatten(["rowNumber", "fieldName"])]
    print(json.dumps({"rows": task.stats["rows"], "faults": faults}))


if __name__ == "__main__":
    main(sys.argv[1])
