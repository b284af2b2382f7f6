"""Questions to customs records, a module each; every answer is a finding with its alternatives."""
