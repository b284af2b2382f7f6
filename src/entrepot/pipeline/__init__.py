"""The order of the work: reports are read, claims extracted, and both kept in the case."""
