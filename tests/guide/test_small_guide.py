"""The guide that other tests break must itself be whole: what it leaves out, they cannot see."""

from macros.guide import model
from macros.guide.guide import walk
from macros.guide.kinds import KINDS


def test_it_has_no_problems_and_something_of_every_kind(small):
    assert small.report() == []
    assert [kind.name for kind in KINDS if not small.guide().of(kind.name)] == []


def test_every_field_of_every_model_is_filled_in_somewhere(small):
    used, filled = set(), set()
    for document in small.guide().documents:
        for node in walk(document):
            used.add(type(node.owner))
            if node.value not in (None, ()):
                filled.add(defined(type(node.owner), node.name))
    assert sorted({defined(owner, name) for owner in used for name in owner.model_fields} - filled) == []
    assert sorted(owner.__name__ for owner in leaves(model.Base) if owner not in used) == []


def defined(owner, name):
    """A field by the model that declares it: what many models inherit, one of them fills in."""
    return next(f"{base.__name__}.{name}" for base in owner.__mro__ if name in base.__annotations__)


def leaves(owner):
    """The models that no other model is made from."""
    children = owner.__subclasses__()
    return {leaf for child in children for leaf in leaves(child)} if children else {owner}
