"""From the files that people write to the one that machines read: strict YAML, schema, inheritance, compiler, lint."""
