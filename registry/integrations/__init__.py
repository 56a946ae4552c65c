"""Guards for the libraries that calls are made with, and a server that answers like the API.

Each module needs its library, and imports it only when it is itself imported: the extra of the same name installs it.
"""
