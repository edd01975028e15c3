"""The sentences that say what is wrong with a story, as data: the command line and the form on the site say the same.

``{…}`` is filled in by ``say`` here, and by the function of that name in the form's script.
"""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # one value
    "missing": "vul dit nog in. {help}",
    "cannot": "{given} kan hier niet.",
    "cannot_choose": "{given} kan hier niet. {suggestion}",
    "wrong_form": "schrijf {given} anders. {hint}",
    "slug": "Gebruik kleine letters en cijfers, met koppeltekens ertussen: «een-kort-voorbeeld».",
    "too_long": "maak de tekst korter: hoogstens {most} tekens. Nu zijn het er {count}.",
    "too_few": "zet er minstens {least} in. Nu zijn het er {count}.",
    "too_small": "{given} is te klein. Het kleinste is {least}.",
    "no_number": "{given} is geen geheel getal. Schrijf alleen cijfers.",
    "no_date": "{given} is geen bestaande datum. Schrijf jaar, maand en dag: «2026-03-01».",
    "with_value": "{message}. Er staat {given}.",
    "as_is": "{message}.",
    "day": "een datum schrijf je als jjjj-mm-dd, bijvoorbeeld 2026-03-01",
    "web_address": "een adres begint met https:// en bevat geen spaties",
    "line_break": "houd dit op één regel. Haal de regeleinden weg",
    "line_markup": "HTML is hier niet toegestaan. Schrijf gewone tekst",
    "invisible": "onzichtbaar teken U+{code} in de tekst. Typ de tekst opnieuw, zonder te plakken",
    "too_large": "het bestand is groter dan {most} kB. Maak de teksten korter",
    # long text
    "html_block": "HTML is hier niet toegestaan. Schrijf gewone tekst",
    "html_inline": "HTML is hier niet toegestaan. Schrijf gewone tekst",
    "image": "een afbeelding kan hier niet. Beschrijf in woorden wat erop staat",
    "fence": "een codeblok kan hier niet. Schrijf gewone tekst",
    "code_block": "een ingesprongen regel wordt een codeblok. Haal de spaties aan het begin van de regel weg",
    "code_inline": "`code` kan hier niet. Gebruik *nadruk* of «aanhalingstekens»",
    "blockquote": "een citaatblok (>) kan hier niet. Zet een uitspraak bij «Meningen en uitspraken» (views)",
    "hr": "een scheidingslijn kan hier niet. Laat ze weg",
    "hardbreak": "een gedwongen regeleinde kan hier niet. Begin een nieuwe alinea met een lege regel",
    "other_markup": "deze opmaak kan hier niet. Schrijf gewone tekst",
    "heading_level": "gebruik alleen kopjes met drie hekjes: «### Kopje»",
    "heading_empty": "een kopje is leeg. Vul het in, of haal de hekjes weg",
    "list_item_empty": "een punt van een lijst is leeg. Vul het in, of haal het weg",
    "list_too_deep": "een lijst in een lijst in een lijst kan hier niet. Splits de tekst",
    "marks_too_deep": "de nadruk is te diep genest. Gebruik *nadruk* of **vet**, niet in elkaar",
    "link_empty": "de link naar «{target}» heeft geen tekst. Schrijf [tekst]({target})",
    "link_target": "de link «{target}» kan niet. Schrijf een adres dat met https:// begint, of een verwijzing in de gids: {kinds}",
    # a story among the rest of the guide
    "did_you_mean": "Bedoelde je «{near}»?",
    "choose_from": "Kies uit: {choices}.",
    "unknown_id": "{given} bestaat niet ({label}). {suggestion}",
    "link": "de link {target}: {message}",
    "link_page": "die pagina bestaat niet. {suggestion}",
    "link_item": "dat bestaat niet. {suggestion}",
    "link_part": "dat onderdeel bestaat niet. {suggestion}",
    "link_unpublished": "dat verhaal {said}. Haal weg wat hier daaruit komt.",
    "withdrawn": "is ingetrokken",
    "invented": "is verzonnen",
    "no_source": "er staat niet bij waar dit vandaan komt. Noem de bron (sources), of zeg dat het een aanvulling is (ours: true).",
    "source_unused": "geen enkel item noemt de bron {given}. Noem ze ergens, of haal ze weg.",
    "checked_early": "{checked} ligt voor de dag waarop het verhaal geschreven is ({written}).",
    "personal": "{given} lijkt op {label}. Mag dit online staan?",
    "unprinted": "ons lettertype kent dit niet: {letters}. Schrijf het met gewone letters, of in woorden.",
    "twice": "{given} staat al op regel {line}. Voeg ze samen.",
    "figure_without_source": "een cijfer heeft een bron nodig. Noem ze bij «Waar dit staat» (sources). Staat het document nog niet in de gids, zet het dan bij «Eigen bronnen» (own_sources).",
    "view_without_document": (
        "noem het gepubliceerde document bij «Waar dit staat» (sources). Is er geen, vraag dan toestemming en zeg dat bij «Toestemming» (consent: gegeven)."
    ),
}  # fmt: skip


def say(name: str, **values: object) -> str:
    """The sentence of that name, filled in."""
    return SENTENCES[name].format(**values)
