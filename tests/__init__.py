"""The tests mirror the project; ``site`` looks at the built site, ``browser`` uses it."""
