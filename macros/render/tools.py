"""The tools to think with: what their scripts must know of the guide, and what their pages show."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from macros.guide import approach, budget, countdown, model, scores
from macros.guide.checks import arguments
from macros.guide.guide import Guide
from macros.render import scripts

#: Where the tools stand.
SCORES = "drempels/in-kaart"
APPROACH = "strategieen/welke-aanpak"
RULES = "strategieen/welke-aanpak/regels"

#: Where on the page of the approach somebody counts back from the start.
COUNTDOWN = "terugrekenen"

#: By the id of a step, the tools that belong to it.
OF_STEP = {"situatie-in-kaart": (SCORES,), "onderbouwde-keuze": (APPROACH, SCORES), "aanwerven-of-uitbesteden": (APPROACH, COUNTDOWN)}
#: By the id of a question in a step, where the tool stands that helps to answer it.
OF_QUESTION = {countdown.START: COUNTDOWN}


@dataclass(frozen=True)
class Plea:
    """An answer that says something about a strategy."""

    question: model.StrategyQuestion
    answer: model.StrategyAnswer
    effect: model.StrategyEffect


@dataclass(frozen=True)
class Weighing:
    """A statement with what it says for one way and against the other."""

    balance: model.Balance
    arguments: tuple[tuple[model.Option, model.Point], ...]


class Tools:
    """What the pages of the tools show of one guide."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    groups = approach.GROUPS
    rules = approach
    weights = scores.LABELS
    scoring = scores

    @property
    def questions(self) -> tuple[model.StrategyQuestion, ...]:
        return self._guide.of("strategy-questions")

    def pleas(self, strategy: str, weight: str) -> list[Plea]:
        """The answers that weigh a strategy in this way, in the order of the questions."""
        return [
            Plea(question, answer, effect)
            for question in self.questions
            for answer in question.answers
            for effect in answer.effects
            if effect.strategy == strategy and effect.weight == weight
        ]

    def answer(self, id: str) -> tuple[model.StrategyQuestion, model.StrategyAnswer]:
        return next((question, answer) for question in self.questions for answer in question.answers if answer.id == id)

    @property
    def warning(self) -> model.Point | None:
        """That one person cannot do all six."""
        return next((limit for strategy in self._guide.strategies for limit in strategy.limits if limit.id == "niet-alle-zes"), None)

    @property
    def talk(self) -> model.Point | None:
        """That one talks before one hires."""
        return self._action("situatie-in-kaart", "verkennende-gesprekken")

    @property
    def focus(self) -> model.Question | None:
        """The question of the step with which group, place or kind of youth work to begin."""
        return next((question for step in self._guide.steps for question in step.questions if question.id == approach.FOCUS), None)

    @property
    def narrow(self) -> model.Point | None:
        """That one begins somewhere."""
        return self._action(approach.STEP, approach.NARROW)

    budget = budget

    @cached_property
    def budget_questions(self) -> dict[str, model.Question]:
        """By what they stand for, the questions of the steps on which a budget is worked out."""
        return budget.questions(self._guide)

    @property
    def budget_length(self) -> model.Question:
        return next(question for step in self._guide.steps for question in step.questions if question.id == budget.LENGTH)

    @property
    def budget_advice(self) -> dict[str, model.Point | None]:
        """What the step advises on hours and on years."""
        return {"hours": self._action(budget.STEP, budget.HOURS), "years": self._action(budget.STEP, budget.YEARS)}

    @property
    def yardstick(self) -> model.Point | None:
        """What a whole project cost elsewhere."""
        step = self._guide.find("steps", budget.STEP)
        return next((tip for action in step.actions for tip in action.tips if tip.id == budget.YARDSTICK), None) if step else None

    @property
    def budget_sheet(self) -> model.WorksheetPart | None:
        """The table to fill in with a pen."""
        sheet = self._guide.find("worksheets", budget.WORKSHEET)
        return next((part for part in sheet.parts if part.columns), None) if sheet else None

    countdown = countdown

    @cached_property
    def countdown_questions(self) -> tuple[model.Question | None, model.Question | None]:
        """The questions of the steps for the start and for the way, on which counting back rests."""
        return countdown.questions(self._guide)

    @property
    def lead_times(self) -> list[tuple[str, list[model.LeadTime]]]:
        """What takes time: until the decision, after it on any way, and on each way alone; the way stands with it."""
        leads = self._guide.of("lead-times")
        parting = next((index for index, lead in enumerate(leads) if lead.decides), -1) + 1
        after = [(way, [lead for lead in leads[parting:] if (lead.way or "") == way]) for way in ("", *countdown.WAYS)]
        return [("before", list(leads[:parting])), *((way, some) for way, some in after if some)]

    def _action(self, step: str, id: str) -> model.Point | None:
        found = self._guide.find("steps", step)
        return next((action for action in found.actions if action.id == id), None) if found else None

    @cached_property
    def weighings(self) -> list[Weighing]:
        known = arguments(self._guide)
        return [Weighing(balance, tuple(known[id] for id in balance.arguments)) for balance in self._guide.of("balances")]

    #: How much a statement is true, as people say it.
    truths = {"klopt": "klopt", "beetje": "klopt een beetje", "niet": "klopt niet", scores.UNKNOWN: "weten we niet"}

    @property
    def ways(self) -> list[model.Option]:
        """The ways that the statements weigh, in the order of the step."""
        options = {option.id: option for weighing in self.weighings for option, _ in weighing.arguments}
        order = [option.id for step in self._guide.steps for choice in step.choices for option in choice.options]
        return sorted(options.values(), key=lambda option: order.index(option.id))

    @cached_property
    def scripts(self) -> dict[str, tuple[str, bytes]]:
        """By the name under which pages ask for it: the file and content of a script with data."""
        return {
            "approach-data": scripts.rules("approach-data", "approach", approach.rules(self._guide)),
            "barrier-data": scripts.rules("barrier-data", "scores", scores.rules(self._guide)),
            "countdown-data": scripts.rules("countdown-data", "countdown", countdown.rules(self._guide)),
        }
