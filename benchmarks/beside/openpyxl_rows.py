"""openpyxl, read-only: every row iterated over, every cell's value taken, nothing judged."""

import json
import sys

from openpyxl import load_workbook


def main(path: str) -> None:
    sheet = load_workbook(path, read_only=True, data_only=True)["Roster"]
    rows = cells = 0
    for row in sheet.iter_rows(min_row=2, values_only=True):
        rows += 1
        cells += sum(value is not None for value in row)
    print(json.dumps({"rows": rows, "cells": cells}))


if __name__ == "__main__":
    main(sys.argv[1])
