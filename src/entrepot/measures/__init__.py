"""law -> Measure: what was restricted, by whom, towards whom, on a date."""
