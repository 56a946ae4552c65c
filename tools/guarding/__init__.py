"""What the scripts about guards share: environments with the real clients, and what is run in them."""
