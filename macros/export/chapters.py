"""The whole guide as chapters of building blocks, in the order in which a reader meets them on the site."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

from macros.export import blocks as b
from macros.export.blocks import Block
from macros.guide import labels, model
from macros.guide.checks import LINKED_KINDS
from macros.guide.guide import Guide
from macros.guide.relations import Relations
from macros.guide.richtext import Link, RichText
from macros.render import dutch
from macros.render.story_chapters import CHAPTERS

_SIDES = ((model.Side.DEMAND, "Bij kinderen en gezinnen"), (model.Side.SUPPLY, "Bij aanbieders"))
_SOURCE_KINDS = (("document", "Documenten"), ("parlement", "Vlaams Parlement"), ("webpagina", "Webpagina’s"))


def anchor(kind: str, id: str, part: str | None = None) -> str:
    """The name of a place inside a document."""
    return f"{kind}/{id}#{part}" if part else f"{kind}/{id}"


def guide_chapters(guide: Guide, on_site_alone: int = 0) -> list[Block]:
    """Every chapter; links lead to other places in the same document."""
    everything = Chapters(guide)
    return Chapters(guide, everything.anchors_of(everything.all())).all(on_site_alone)


class Chapters:
    """Writes chapters. Only links to ``anchors``, the places that the document has, become links."""

    def __init__(self, guide: Guide, anchors: frozenset[str] = frozenset()) -> None:
        self.guide = guide
        self.relations = Relations(guide)
        self.anchors = anchors

    @staticmethod
    def anchors_of(blocks: Iterable[Block]) -> frozenset[str]:
        return frozenset(block["id"] for block in blocks if block.get("id"))

    def all(self, on_site_alone: int = 0) -> list[Block]:
        """Every chapter. ``on_site_alone`` is the number of stories that are not printed."""
        guide = self.guide
        found: list[Block] = [*self.article("wat-is"), *self._roles()]
        for step in guide.steps:
            found += self.step(step)
        found += self._strategies() + self._barriers() + self._seven_bs()
        found += [b.heading(1, "Praktijkverhalen", "page/praktijkverhalen")]
        if on_site_alone:
            more = "nog 1 ander verhaal" if on_site_alone == 1 else f"nog {on_site_alone} andere verhalen"
            found.append(b.line(f"Hier staan de verhalen waar deze gids naar verwijst, en de laatst nagekeken verhalen. Op de site lees je {more}."))
        for story in guide.stories:
            found += self.story(story, 2)
        found += self.article("voor-ambassadeurs")
        found += self._questions()
        found += [*self.article("achtergrond"), *self._timeline(), *self._actors()]
        found += self._networks() + self._helpdesks() + self._glossary() + self._sources()
        return found

    # --- shared pieces ---

    def resolve(self, link: Link) -> dict[str, str]:
        target = link.internal
        if not target:
            return {"url": link.target}
        kind = "page" if target["kind"] == "pagina" else LINKED_KINDS[target["kind"]]
        for place in (anchor(kind, target["id"], target["part"]), anchor(kind, target["id"])):
            if place in self.anchors:
                return {"to": place}
        return {}

    def prose(self, text: RichText, level: int) -> Block:
        return b.prose(text, self.resolve, level)

    def source(self, block: model.Sourced) -> list[Block]:
        return b.source(self.guide, block, self.anchors)

    def point(self, point: model.Point, level: int, owner: str, title: str | None = None) -> list[Block]:
        head = b.heading(level, title or point.title, f"{owner}#{point.id}")
        return [head, self.prose(point.text, level + 1), *self.source(point)]

    def points(self, points: Iterable[model.Point], level: int, owner: str) -> list[Block]:
        return [block for point in points for block in self.point(point, level, owner)]

    def entry(self, title: str, text: str, sourced: model.Sourced, note: str = "") -> list[Block]:
        """One line of a list: what it is about, why, and where that comes from."""
        return [b.entry(title, text, note), *self.source(sourced)]

    def article(self, id: str) -> list[Block]:
        article = self.guide.get("articles", id)
        owner = anchor("page", id)
        found = [b.heading(1, article.title, owner), b.lead(article.summary)]
        for section in article.sections:
            found.append(b.heading(2, section.title, f"{owner}#{section.id}", listed=True))
            if section.text:
                found += [self.prose(section.text, 3), *self.source(section)]
            found += self.points(section.points, 3, owner)
        return found

    # --- steps ---

    def step(self, step: model.Step) -> list[Block]:
        owner = anchor("steps", step.id)
        found = [
            b.heading(1, f"Stap {step.number}: {step.title}", owner),
            *([b.small(f"KdG noemt deze stap: {step.official_title}")] if step.official_title != step.title else []),
            b.box("kort", [b.bullets(step.in_short)], "In het kort"),
            b.heading(2, "Waar het om gaat"),
            self.prose(step.purpose.text, 3),
            *self.source(step.purpose),
            *self.points(step.why, 3, owner),
        ]
        if step.needs:
            found.append(b.heading(2, "Wat je uit eerdere stappen nodig hebt"))
            found.append(b.bullets(f"Stap {self.guide.get('steps', need.step).number}: {need.what}" for need in step.needs))
        found.append(b.heading(2, "Wat je doet"))
        for action in step.actions:
            found += self.point(action, 3, owner)
            found += self.points(action.tips, 4, owner)
        if step.tips:
            found += [b.heading(2, "Tips"), *self.points(step.tips, 3, owner)]
        found += [b.heading(2, "Let op"), *self.points(step.cautions, 3, owner)]
        for choice in step.choices:
            found += self._choice(choice, owner)
        found += [b.heading(2, "Checklist"), self._checklist(step), b.small("° Onze aanvulling: geen bron zegt dit zo.")]
        found += [b.heading(2, "Vragen om uit te werken"), b.facts((q.label, _question_help(q)) for q in step.questions)]
        found += [b.heading(2, "Zo ging het elders"), *self._elsewhere(step)]
        found += self._that_play_a_part(step)
        found += self.point(step.for_organisations, 2, owner, "Ben je een organisatie, geen lokaal bestuur?")
        found += self.point(step.halfway, 2, owner, "Stap je hier halfweg in?")
        found += [b.together([b.heading(2, "Wat je dan hebt"), b.bullets(step.yields)])]
        return found

    def _choice(self, choice: model.Choice, owner: str) -> list[Block]:
        found = [b.heading(2, choice.title, f"{owner}#{choice.id}"), self.prose(choice.text, 3), *self.source(choice)]
        for option in choice.options:
            found += [b.heading(3, option.title), b.line(option.summary), *self.source(option)]
            for label, arguments in (("Dit pleit ervoor", option.pros), ("Dit pleit ertegen", option.cons)):
                if arguments:
                    found.append(b.kicker(label))
                for argument in arguments:
                    found += [b.strong(argument.title), self.prose(argument.text, 5), *self.source(argument)]
        return found

    def _checklist(self, step: model.Step) -> Block:
        document = self.guide.document(step)
        items = [
            {
                "number": item.number, "text": item.text, "ours": item.ours,
                "place": f"{document.file.path}:{document.line(('checklist', index))}",
            }
            for index, item in enumerate(step.checklist)
        ]  # fmt: skip
        return b.checklist(items)

    def _elsewhere(self, step: model.Step) -> list[Block]:
        found: list[Block] = []
        told = {example.story for example in step.examples}
        for example in step.examples:
            found += self.entry(self.guide.get("stories", example.story).title, example.text, example)
        for story, entry in self.relations.step_in_stories(step.id):
            if story.id not in told:
                found += self.entry(story.title, entry.how, entry)
        findings = self.relations.findings_for(step.id)
        if findings:
            found.append(b.heading(3, "Eerste bevindingen uit de lerende netwerken"))
        for finding, entry in findings:
            found += self.entry(f"{finding.title} ({finding.kind})", entry.reason, entry)
        return found

    def _that_play_a_part(self, step: model.Step) -> list[Block]:
        named = {entry.id for entry in step.barriers}
        found: list[Block] = [b.heading(2, "Strategieën en drempels die hier meespelen")]
        for entry in step.strategies:
            found += self.entry(self.guide.get("strategies", entry.id).title, entry.reason, entry, "strategie")
        for entry in step.barriers:
            found += self.entry(self.guide.get("barriers", entry.id).title, entry.reason, entry, "drempel")
        for helped in self.relations.helped_by("step", step.id):
            if helped.barrier.id not in named:
                found += self.entry(helped.barrier.title, helped.help.reason, helped.help, "drempel")
        return found if len(found) > 1 else []

    # --- strategies, barriers, B's ---

    def _strategies(self) -> list[Block]:
        found = [b.heading(1, "Zes strategieën op één lijn", "page/strategieen"), {"b": "line-picture", "strategies": stops(self.guide)}]
        for strategy in self.guide.strategies:
            owner = anchor("strategies", strategy.id)
            found += [
                b.heading(2, f"Strategie {strategy.number}: {strategy.title}", owner, listed=True),
                b.side(strategy.side),
                b.lead(strategy.summary),
                b.small(f"Officiële naam: {strategy.official_title}"),
                *self.point(strategy.definition, 3, owner, "Wat het is"),
                b.heading(3, "Hoe dat er in de praktijk uitziet"),
                *self.points(strategy.looks_like, 4, owner),
                b.heading(3, "Wanneer het past"),
                *self.points(strategy.suits, 4, owner),
                b.heading(3, "Grenzen, en wat je eerst regelt"),
                *self.points(strategy.limits, 4, owner),
                *self.point(strategy.profile, 3, owner, f"Wie heb je nodig? {strategy.profile.title}"),
                b.heading(3, "In de praktijkverhalen"),
            ]
            for story, entry in self.relations.strategy_in_stories(strategy.id):
                found += [b.heading(4, story.title), b.line(f"{labels.USES[entry.use]}.", keep=True), self.prose(entry.how, 5), *self.source(entry)]
            helped = self.relations.helped_by("strategy", strategy.id)
            if helped:
                found.append(b.heading(3, "Tegen welke drempels het helpt"))
            for entry in helped:
                found += self.entry(entry.barrier.title, entry.help.reason, entry.help, labels.STRENGTHS[entry.help.strength])
            if strategy.combines:
                found.append(b.heading(3, "Samen met"))
            for entry in strategy.combines:
                found += self.entry(self.guide.get("strategies", entry.id).title, entry.reason, entry)
        return found

    def _barriers(self) -> list[Block]:
        found = [b.heading(1, "Drempels aan beide kanten", "page/drempels")]
        for side, title in _SIDES:
            found += [b.heading(2, title, listed=True), b.side(side)]
            for barrier in self.guide.barriers:
                if barrier.side is side:
                    found += self._barrier(barrier)
        return found

    def _barrier(self, barrier: model.Barrier) -> list[Block]:
        origin = (
            f"Nummer {barrier.number} in de lijst van KdG."
            if barrier.origin == "kdg"
            else "Staat niet in de lijst van KdG, wel in het verhaal van Kortrijk."
        )
        found = [
            b.heading(3, barrier.title, anchor("barriers", barrier.id)),
            b.lead(barrier.summary),
            b.small(origin),
            self.prose(barrier.text, 4),
            *self.source(barrier),
        ]
        if barrier.helps:
            found.append(b.heading(4, "Wat kan helpen"))
        for entry in barrier.helps:
            found += self.entry(self._helper(entry), entry.reason, entry, labels.STRENGTHS[entry.strength])
        if barrier.gap:
            asked = b.line(f"Vraag aan je partners: {barrier.gap.ask}")
            found.append(b.box("leeg", [b.line(barrier.gap.text), asked], "Waar onze bronnen geen antwoord op geven"))
        return found

    def _helper(self, entry: model.Help) -> str:
        if entry.strategy:
            return f"Strategie: {self.guide.get('strategies', entry.strategy).title}"
        if entry.step:
            step = self.guide.get("steps", entry.step)
            action = next((action.title for action in step.actions if action.id == entry.action), step.title)
            return f"Stap {step.number}: {action}"
        return f"Verhaal: {self.guide.get('stories', entry.story).title}"

    def _seven_bs(self) -> list[Block]:
        found = [b.heading(1, "De 7 B’s van toegankelijkheid", "page/zeven-bs")]
        for seven in self.guide.seven_bs:
            touching = [barrier.title for barrier, _ in self.relations.barriers_touching(seven.id)]
            found += [b.heading(2, f"{seven.number}. {seven.title}", anchor("seven-bs", seven.id)), b.lead(seven.question)]
            found += [self.prose(seven.text, 3), *self.source(seven)]
            if touching:
                found.append(b.small(f"Drempels die dit raken (onze lezing): {'; '.join(touching)}."))
        return found

    # --- stories ---

    def story(self, story: model.Story, level: int) -> list[Block]:
        """A story under a heading of ``level``; with 1 it is a document of its own."""
        owner = anchor("stories", story.id)
        found = [
            b.heading(level, story.title, owner, listed=True),
            b.lead(story.summary),
            b.box("kort", [b.facts((("Context", story.card.context), ("Aanpak", story.card.approach), ("Geleerd", story.card.learned)))]),
        ]
        for chapter in CHAPTERS:
            points = getattr(story, chapter.name)
            if points:
                found += [b.heading(level + 1, chapter.title), *self.points(points, level + 2, owner)]
        if story.views:
            found.append(b.heading(level + 1, "Hoe betrokkenen het zien"))
            found.append(b.line("Dit zijn meningen, in onze woorden weergegeven. Het zijn geen bevindingen van onderzoek.", keep=True))
        for view in story.views:
            found += [self.prose(view.text, level + 2), b.small(view.role, keep=True), *self.source(view)]
        if story.strategies:
            found.append(b.heading(level + 1, "Welke strategieën"))
        for entry in story.strategies:
            strategy = self.guide.get("strategies", entry.strategy)
            found += [b.heading(level + 2, strategy.title), b.line(f"{labels.USES[entry.use]}.", keep=True), self.prose(entry.how, level + 3), *self.source(entry)]
        sightings = self.relations.sightings(story=story.id)
        if sightings:
            found.append(b.heading(level + 1, "Welke drempels je hier ziet"))
        for seen in sightings:
            found += self.entry(seen.barrier.title, seen.text, seen.sourced)
        found += self._story_facts(story, level + 1)
        made = [b.heading(level + 1, "Hoe dit verhaal gemaakt is"), *([b.line(story.evidence_note)] if story.evidence_note else [])]
        made.append(b.small(f"Geschreven op {dutch.day(story.written)}, laatst nagekeken op {dutch.day(story.last_checked)}."))
        return [*found, b.together([*made, *self.source(story)])]

    def _story_facts(self, story: model.Story, level: int) -> list[Block]:
        rows = [("Gemeente", story.municipality)]
        if story.project:
            rows.append(("Project", story.project))
        if story.period:
            rows.append(("Periode", f"{story.period.start} tot {story.period.end}" if story.period.end else f"vanaf {story.period.start}"))
        if story.employment:
            rows.append(("In dienst", story.employment))
        if story.share:
            rows.append(("Deel van voltijds", story.share))
        if story.partners:
            rows.append(("Partners", ", ".join(partner.name for partner in story.partners)))
        rows += [(amount.label, f"{dutch.euro(amount.amount)}{f'. {amount.note}' if amount.note else ''}") for amount in story.budget]
        rows += [(figure.label, f"{figure.value}{f'. {figure.note}' if figure.note else ''}") for figure in story.figures]
        found = [b.heading(level, "Feiten"), b.facts(rows)]
        if story.unknown:
            found.append(b.box("leeg", [b.bullets(story.unknown)], "Wat we niet weten"))
        return found

    # --- lists ---

    def _roles(self) -> list[Block]:
        found = [b.heading(2, "Wat is het verschil met …")]
        for role in self.guide.of("roles"):
            found += [b.heading(3, role.title, anchor("roles", role.id))]
            found += [b.facts((("Doet", role.does), ("Verschil", role.differs), ("Samen", role.together))), *self.source(role)]
        return found

    def _questions(self) -> list[Block]:
        found = [b.heading(1, "Veelgestelde vragen", "page/vragen")]
        for group, questions in self.guide.grouped_questions:
            found.append(b.heading(2, group.label, listed=True))
            for question in questions:
                found += [b.heading(3, question.question, anchor("questions", question.id)), b.lead(question.short)]
                found.append(self.prose(question.answer, 4))
                if question.ask:
                    found.append(b.line(f"Vraag het aan: {question.ask}"))
                found += self.source(question)
        return found

    def _timeline(self) -> list[Block]:
        found = [b.heading(2, "Tijdlijn", "page/achtergrond#tijdlijn", listed=True)]
        for event in self.guide.timeline:
            when = dutch.moment(event.start) + (f" tot {dutch.moment(event.end)}" if event.end else "")
            found += [b.heading(3, f"{when}: {event.title}", anchor("timeline", event.id)), self.prose(event.text, 4), *self.source(event)]
        return found

    def _actors(self) -> list[Block]:
        found = [b.heading(2, "Wie is wie", listed=True), b.line("De rollen gelden voor de tijd van de bron.")]
        return [*found, b.facts((actor.name, actor.role) for actor in self.guide.of("actors"))]

    def _networks(self) -> list[Block]:
        networks = self.guide.networks
        owner = anchor("learning-networks", networks.id)
        found = [b.heading(1, networks.title, "page/lerend-netwerk"), b.lead(networks.summary)]
        found.append(b.heading(2, "Vier bijeenkomsten in het voorjaar van 2022"))
        columns = ("Datum", "Plaats", "Onderwerp", "Deelnemers")
        rows = [(dutch.day(m.date), m.place, m.subject, str(m.participants)) for m in networks.meetings]
        found += [b.table(columns, rows, height=0), *self.source(networks.meetings[0])]
        found += [b.heading(2, "Hoe het ging"), *self.points(networks.about, 3, owner)]
        for kind, title in (("knelpunt", "Eerste bevindingen: knelpunten"), ("succes", "Eerste bevindingen: successen")):
            found.append(b.heading(2, title))
            found += self.points((finding for finding in networks.findings if finding.kind == kind), 3, owner)
        found.append(b.heading(2, "Daarna gepland"))
        for planned in networks.planned:
            found += [b.heading(3, planned.title), self.prose(planned.text, 4), *self.source(planned)]
        other = networks.diversity_network
        found += [b.heading(2, f"{other.title}: een andere reeks"), b.lead(other.summary), *self.source(other)]
        found.append(
            b.facts(
                (
                    ("Datum en uur", f"{dutch.day(other.date)}, {other.hours}"),
                    ("Georganiseerd door", ", ".join(other.organisers)),
                    ("Voor wie", "; ".join(other.audience)),
                    ("Prijs", "; ".join(f"{tariff.name}: {dutch.euro(tariff.euro)}" for tariff in other.tariffs)),
                )
            )
        )
        found += self.points(other.points, 3, owner)
        found.append(b.heading(3, "Aangekondigde sessies"))
        for session in other.sessions:
            title = f"{session.title} ({session.speaker})" if session.speaker else session.title
            found += [b.heading(4, title), self.prose(session.text, 5), *self.source(session)]
        return found

    def _helpdesks(self) -> list[Block]:
        found = [b.heading(1, "Waar vind je hulp?", "page/hulp")]
        found.append(b.line("Geen van deze organisaties is partner van deze gids. Of er ergens subsidie is, vraag je zelf na."))
        for desk in self.guide.of("helpdesks"):
            found += [b.linked_entry(desk.name, desk.for_what, desk.url, f"nagekeken op {dutch.day(desk.checked)}"), *self.source(desk)]
        return found

    def _glossary(self) -> list[Block]:
        found = [b.heading(1, "Woordenlijst", "page/woordenlijst")]
        for term in sorted(self.guide.glossary, key=lambda term: _folded(term.term)):
            name = f"{term.term} ({term.full})" if term.full else term.term
            found.append(b.term(name, term.definition, anchor("glossary", term.id)))
        return found

    def _sources(self) -> list[Block]:
        found = [b.heading(1, "Bronnen", "page/bronnen")]
        for kind, title in _SOURCE_KINDS:
            sources = [source for source in self.guide.sources if source.kind == kind]
            if sources:
                found.append(b.heading(2, title))
            for source in sources:
                found.append(b.heading(3, source.short, anchor("sources", source.id)))
                found.append(b.reference(reference(source), source.url))
                if source.note:
                    found.append(self.prose(source.note, 4))
        return found


def stops(guide: Guide) -> list[dict[str, Any]]:
    """The six strategies on their line."""
    return [{"side": s.side, "number": s.number, "title": s.title} for s in guide.strategies]


def reference(source: model.Source) -> str:
    """A full reference in words."""
    author = source.author if source.author.endswith(".") else f"{source.author}."
    publisher = f" {source.publisher}," if source.publisher and source.publisher != source.author else ""
    read = f" Gelezen op {dutch.day(source.accessed)}." if source.accessed else ""
    return f"{author} {source.title}.{publisher} {source.date}.{read}"


def _question_help(question: model.Question) -> str:
    parts = [question.help]
    if question.options:
        parts.append(f"Kies uit: {dutch.listed(part.label for part in question.options)}")
    if question.columns:
        parts.append(f"Een tabel met: {dutch.listed(part.label for part in question.columns)}")
    if question.about_people:
        parts.append("Schrijf hier geen namen of verhalen van kinderen of gezinnen op.")
    return " ".join(parts)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode().casefold()


