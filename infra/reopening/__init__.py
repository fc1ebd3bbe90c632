"""The list of cases to reopen: those whose days change under another reading of the law."""
