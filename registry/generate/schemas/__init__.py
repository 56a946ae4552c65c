"""JSON Schemas (2020-12) of what `registry.check` says of request bodies, for whoever validates without Python."""
