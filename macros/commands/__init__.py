"""The verbs of ``python -m macros``: one module per verb, and what they share.

What runs before the virtual environment exists imports with the standard library alone (a
test keeps it so); ``check`` and ``generate``, which need more, are imported when asked for.
"""
