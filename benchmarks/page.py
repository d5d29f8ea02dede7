from pathlib import Path

RECORD = Path("x")


def write_page(r):
    pass
