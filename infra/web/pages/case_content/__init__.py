"""What the pages about one case say, as plain data: made here, laid out by the templates in `templates/case/`."""
