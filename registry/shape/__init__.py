"""The wire shape of each endpoint's body: compiled for a model, walked with every request."""
