"""Our catalogue beside other people's word: one vocabulary of fields, and the differences that are explained."""
