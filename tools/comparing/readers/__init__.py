"""What each peer says about models, in the vocabulary of `comparing.answers`; one file a peer.

A reader is given the folder of the installed packages and yields (model, field, value). It runs in the peers' own
environment and imports the standard library, or its peer. `id` with the value True says that the peer knows a name.
"""
