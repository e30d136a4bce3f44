"""Where this PC keeps the device secret: the key store of the operating system, or a file named on purpose.

Deliberately absent: any choice by configuration or environment, and any fall-back. A store that does not give
its secret is an error to explain; it is never a reason to make a new key.
"""
