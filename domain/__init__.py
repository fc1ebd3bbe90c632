"""The law: facts in, explained days out. Pure; no I/O, no clock, no framework."""
