"""How many tokens a request is: its words as the model reads them, its formats, pictures, sounds and files.

What a model reads differs by generation: the numbers are facts (`tokens:` in the catalogue), how to count stands here.
"""
