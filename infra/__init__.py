"""Everything that touches the outside: stores, command line, simulation, wiring."""
