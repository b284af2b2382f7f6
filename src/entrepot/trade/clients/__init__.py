"""Statistics asked for from their publishers' interfaces: page by page, patiently, and nothing twice."""
