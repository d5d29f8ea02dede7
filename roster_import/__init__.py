"""A coach's filled-in workbook becomes a placed order for printed shirts, and a results workbook."""

__version__ = "0.1.0"
