"""The pure scripts of the tools to think with, run by Node beside the Python that they must agree with."""
