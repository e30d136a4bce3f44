"""Meldingen that come on paper, by post or by e-mail: one JSON object a line, each saved or refused alone."""
