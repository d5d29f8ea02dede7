"""Print what a results workbook says: `python examples/show_results.py club.results.xlsx`."""

import sys
from datetime import datetime, time

from openpyxl import load_workbook


def shown(value: object) -> object:
    """A day without a time of the day."""
    return value.date() if isinstance(value, datetime) and value.time() == time() else value


def main(path: str) -> None:
    """Print the sheet Results label by label, and how many lines the sheet Lines has."""
    book = load_workbook(path)
    results, lines_sheet = book.worksheets[-2:]  # whatever they are called in the workbook's language
    headings, *orders = ([cell.value for cell in row] for row in results.iter_rows())
    print(f"\n{path} – sheets {', '.join(book.sheetnames)}")
    for order in orders:
        for heading, value in zip(headings, order, strict=True):
            if value is not None:
                print(f"  {heading:15} {shown(value)}")
    lines = [row for row in lines_sheet.iter_rows(min_row=2, values_only=True) if any(row)]
    different = sum(1 for row in lines if row[-1])
    print(f"  {len(lines)} lines, {different} of them different from what was sent")


if __name__ == "__main__":
    main(sys.argv[1])
