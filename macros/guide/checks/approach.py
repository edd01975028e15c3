"""The questions of «Welke aanpak past bij ons?» hang together, and its statements rest on the arguments of a step."""

from __future__ import annotations

from collections.abc import Iterator

from macros.guide import model
from macros.guide.checks.common import problem
from macros.guide.guide import Guide
from macros.guide.messages import quote, suggestion
from macros.guide.problems import Problem


def answers_lead_somewhere(guide: Guide) -> Iterator[Problem]:
    """Every answer weighs a strategy or gives advice; «weten we niet» weighs nothing and says with whom to talk first."""
    for question in guide.of("strategy-questions"):
        for index, answer in enumerate(question.answers):
            location = ("answers", index)
            if answer.unknown and (answer.effects or not answer.advice or answer.action is None):
                message = "bij «unknown» horen «advice», «step» en «action»: met wie praat je eerst? «effects» blijft leeg."
                yield problem(guide.document(question), location, message)
            elif not answer.effects and not answer.advice:
                message = "dit antwoord leidt nergens heen. Vul «effects» in, of zeg in «advice» wat je dan doet."
                yield problem(guide.document(question), location, message)


def answers_name_other_answers(guide: Guide) -> Iterator[Problem]:
    """An answer says the same as one of another question, and excludes one of its own question."""
    questions = guide.of("strategy-questions")
    for question in questions:
        own = [answer.id for answer in question.answers]
        others = [answer.id for other in questions if other is not question for answer in other.answers]
        for index, answer in enumerate(question.answers):
            named = [("same_as", answer.same_as, others, "een antwoord op een andere vraag")] if answer.same_as else []
            named += [("not_with", id, own, "een ander antwoord op deze vraag") for id in answer.not_with]
            for name, id, choices, what in named:
                choices = [choice for choice in choices if choice != answer.id]
                if id not in choices:
                    message = f"{quote(id)} is niet {what}. {suggestion(id, choices)}"
                    yield problem(guide.document(question), ("answers", index, name), message.strip())


def arguments(guide: Guide) -> dict[str, tuple[model.Option, model.Point]]:
    """By id, every argument for or against a way, with the way it is about."""
    options = (option for step in guide.steps for choice in step.choices for option in choice.options)
    return {point.id: (option, point) for option in options for point in (*option.pros, *option.cons)}


def statements_rest_on_arguments(guide: Guide) -> Iterator[Problem]:
    """A statement to weigh names what speaks for one way, and then what speaks against the other."""
    known = arguments(guide)
    if any(kind == "steps" for kind, _ in guide.unreadable):
        return
    for balance in guide.of("balances"):
        for index, id in enumerate(balance.arguments):
            location = ("arguments", index)
            if id not in known:
                message = f"geen enkele keuze heeft het argument {quote(id)}. {suggestion(id, sorted(known))}"
                yield problem(guide.document(balance), location, message.strip())
                continue
            option, point = known[id]
            speaks_for = point in option.pros
            if speaks_for != (index == 0):
                message = "eerst een argument dat voor een weg pleit, dan een dat tegen de andere weg pleit."
                yield problem(guide.document(balance), location, message)
