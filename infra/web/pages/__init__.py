"""The pages in Danish: server-rendered on Det Fælles Designsystem, and whole without JavaScript."""
