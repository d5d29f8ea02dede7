"""python-calamine: the sheet as lists of values, nothing judged."""

import json
import sys

from python_calamine import CalamineWorkbook


def main(path: str) -> None:
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name("Roster").to_python()[1:]
    print(json.dumps({"rows": len(rows), "cells": sum(value != "" for row in rows for value in row)}))


if __name__ == "__main__":
    main(sys.argv[1])
