"""Letters of a klant: what can be made, the preview inside the window, printing and printing later."""
