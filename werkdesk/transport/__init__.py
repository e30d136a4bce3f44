"""The line to the register: HTTP over TLS with limits on everything that is read. The one home of httpx."""
