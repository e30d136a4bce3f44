"""The youth desk: a list of who searches until when, and the card of one young person."""
