"""Claims, measures, matches, findings -> Channel: hypotheses, evidence side by side, closure estimates."""
