"""The advance: what is needed, the proposal, the decision by somebody else, and the list of what is due."""
