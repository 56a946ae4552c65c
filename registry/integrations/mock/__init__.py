"""A local server that answers like the API: `registry mock`, the pytest fixture `registry_mock`, or `running()`.

What the catalogue says would be refused gets the API's error; what it says would be taken gets a well-formed answer
that depends on nothing but the request. It knows no keys, reaches no network, and remembers what it was sent.
"""
