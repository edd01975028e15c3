"""The cards of a workshop on paper are those of its page."""

from macros.export.sheets import CARDS_ON_A_PAGE, Sheets
from macros.guide import model, workshops
from macros.guide.guide import walk


def test_every_card_of_a_sheet_is_printed(small):
    guide = small.guide()
    found = [node.owner for document in guide.documents for node in walk(document) if node.name == "blank_cards"]
    sheets = [sheet for sheet in found if sheet.kind is model.SheetKind.CARDS]
    printed = [[(face["title"], face["text"]) for face in Sheets(guide).cards_of(sheet)["faces"]] for sheet in sheets]
    shown = [[(card.title, card.text) for card in workshops.cards(guide, sheet)] for sheet in sheets]
    assert sheets
    for sheet, faces, cards in zip(sheets, printed, shown, strict=True):
        # A barrier's card on paper is its text alone. Where there are blank ones, they fill the last page.
        assert [text for _, text in faces[: len(cards)]] == [text for _, text in cards]
        more = faces[len(cards) :]
        assert set(more) <= {("", "")} and len(more) == (-len(cards) % CARDS_ON_A_PAGE if sheet.blank_cards else 0)
