"""django-import-export: `import_data(dry_run=True)` into a model whose fields say what a row must be; SQLite in memory."""

import json
import sys
from pathlib import Path

import django
from django.conf import settings

settings.configure(
    INSTALLED_APPS=["import_export"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    USE_TZ=True,
)
django.setup()

from django.core.validators import MinValueValidator, RegexValidator  # noqa: E402 (after the set-up, as Django asks)
from django.db import connection, models  # noqa: E402
from import_export import fields, resources  # noqa: E402
from tablib import Dataset  # noqa: E402

SIZES = [(size, size) for size in ("S", "M", "L", "XL")]
HEADINGS = {
    "player": "Player", "name": "Name", "number": "Number", "size": "Size", "quantity": "Quantity", "design": "Design",
    "logo": "Logo", "storage": "Storage quantity", "order": "Order",
}  # fmt: skip


class Row(models.Model):
    """One row of a roster."""

    player = models.CharField(max_length=200)
    name = models.CharField(max_length=200, blank=True)
    number = models.CharField(max_length=20, blank=True, validators=[RegexValidator(r"^[0-9]+$")])
    size = models.CharField(max_length=10, choices=SIZES)
    quantity = models.IntegerField(validators=[MinValueValidator(1)])
    design = models.CharField(max_length=200)
    logo = models.CharField(max_length=200, blank=True)
    storage = models.IntegerField(null=True, blank=True)
    order = models.CharField(max_length=200, blank=True)

    class Meta:
        app_label = "rosters"


class RowResource(resources.ModelResource):
    """The sheet's headings and the model's fields; each instance is validated whole, and none is looked up."""

    for _name, _heading in HEADINGS.items():
        locals()[_name] = fields.Field(attribute=_name, column_name=_heading)

    class Meta:
        model = Row
        fields = tuple(HEADINGS)
        import_id_fields = ()
        force_init_instance = True
        clean_model_instances = True
        skip_diff = True
        use_bulk = True


def main(path: str) -> None:
    with connection.schema_editor() as editor:
        editor.create_model(Row)
    if path.endswith(".xlsx"):
        dataset = Dataset().load(Path(path).read_bytes(), format="xlsx")
    else:
        dataset = Dataset().load(Path(path).read_text(encoding="utf-8"), format="csv")
    result = RowResource().import_data(dataset, dry_run=True)
    broken = [(row.number + 1, HEADINGS[name]) for row in result.invalid_rows for name in row.error.message_dict]
    broken += [(number + 1, str(errors[0].error)) for number, errors in result.row_errors()]
    print(json.dumps({"rows": result.total_rows, "faults": broken}))


if __name__ == "__main__":
    main(sys.argv[1])
