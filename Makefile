# Every target calls the same verb of `python3 -m macros`, which also works without make.
# Further words: make quick ARGS="-k title". Another Python: make test PYTHON=python3.13.

PYTHON ?= python3
VERBS := help setup serve check new import generate site offline documents quick test bench proof addresses schemas pins

.DEFAULT_GOAL := help
.PHONY: $(VERBS)

$(VERBS):
	@$(PYTHON) -m macros $@ $(ARGS)

# A mistyped word gets the same answer as without make.
.DEFAULT:
	@$(PYTHON) -m macros $@
