"""Print what a results workbook says: `python examples/show_results.py club.results.xlsx`."""

import sys

from openpyxl import load_workbook


def main(path: str) -> None:
    """Print the sheet Results label by label, and how many lines the sheet Lines has."""
    book = load_workbook(path)
    headings, *orders = ([cell.value for cell in row] for row in book["Results"].iter_rows())
    print(f"\n{path} – sheets {', '.join(book.sheetnames)}")
    for order in orders:
        for heading, value in zip(headings, order, strict=True):
            if value is not None:
                print(f"  {heading:15} {value}")
    lines = [row for row in book["Lines"].iter_rows(min_row=2, values_only=True) if any(row)]
    different = sum(1 for row in lines if row[-1])
    print(f"  {len(lines)} lines, {different} of them different from what was sent")


if __name__ == "__main__":
    main(sys.argv[1])
