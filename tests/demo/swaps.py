"""Who somebody is, swapped in the text of their papers: nothing that they can or have done changes.

A swap takes a paper and gives its text as it would be of somebody else, or None where it finds nothing to swap.
"""
import re
import unicodedata

GIVEN_TITLES = r'(?:curriculum vitae(?: van)?|cv|ing\.|drs\.|mr\.|dr\.|ir\.)'
PEOPLE = [('Mohammed', 'El Amrani'), ('Agnieszka', 'Kowalczyk'), ('Sharda', 'Ramdin'), ('Jan', 'Jansen'), ('Nguyễn Thị', 'Hoa'),
          ('Olena', 'Шевченко'), ('Fleur', 'van Heeckeren tot Walien'), ('Kevin', 'Kok')]

# Pairs of words in which only the sex differs. Both ways; with a capital where it had one.
SEXES = [('man', 'vrouw'), ('echtgenoot', 'echtgenote'), ('vader', 'moeder'), ('opa', 'oma'), ('oom', 'tante'), ('zoon', 'dochter'),
         ('zonen', 'dochters'), ('zoontje', 'dochtertje'), ('broer', 'zus'), ('jongen', 'meisje'), ('jongens', 'meisjes'), ('kerel', 'meid'),
         ('meneer', 'mevrouw'), ('dhr.', 'mevr.'), ('pleegvader', 'pleegmoeder'), ('stuurman', 'stuurvrouw'), ('gastheer', 'gastvrouw'),
         ('barman', 'barvrouw'), ('voorman', 'voorvrouw'), ('magazijnman', 'magazijnvrouw'), ('loonman', 'loonvrouw'),
         ('vakman', 'vakvrouw'), ('supportman', 'supportvrouw'), ('chauffeur', 'chauffeuse'), ('truckchauffeur', 'truckchauffeuse'),
         ('receptionist', 'receptioniste'), ('typist', 'typiste'), ('telefonist', 'telefoniste'), ('verkoper', 'verkoopster'),
         ('verpleger', 'verpleegster'), ('kapper', 'kapster'), ('boekhouder', 'boekhoudster'), ('medewerker', 'medewerkster'),
         ('kassamedewerker', 'kassamedewerkster'), ('administrateur', 'administratrice'), ('docent', 'docente'), ('assistent', 'assistente'),
         ('adviseur', 'adviseuse'), ('husband', 'wife'), ('father', 'mother'), ('son', 'daughter'), ('brother', 'sister'),
         ('waiter', 'waitress'), ('he', 'she')]
SEXES_OF = {'fr': [('infirmier', 'infirmière')], 'de': [('Krankenpfleger', 'Krankenschwester'), ('Entwickler', 'Entwicklerin')],
            'pl': [('opiekun', 'opiekunka'), ('Administrator', 'Administratorka')]}
PRONOUNS = {'nl': ['zij/haar', 'hij/hem', 'die/hun'], 'en': ['she/her', 'he/him', 'they/them']}
SEX_LINES = {'nl': ['Geslacht: man', 'Geslacht: vrouw', 'Geslacht: X'], 'en': ['Gender: male', 'Gender: female', 'Gender: non-binary']}
TITLES = {'nl': ['Dhr.', 'Mevr.', 'Mw.'], 'en': ['Mr', 'Mrs', 'Ms']}

SCHOOL = re.compile(r'\b(ROC|Hogeschool|Universiteit|University of|Hochschule|College|Lyceum|Academie)((?: [A-Z][\w-]+)+)')
SCHOOL_PLACES = ['Zuiderpark', 'Nova-Oost', 'Sint Lucas', 'Schilderswijk', 'Wassenaar']

MONTH = r'(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)'
DAY = rf'(?:\d{{1,2}} {MONTH} \d{{4}}|\d{{1,2}}-\d{{1,2}}-\d{{4}}|\d{{1,2}}-\d{{4}}|\d{{4}})'
BORN = re.compile(rf'\b((?:[Gg]eboren(?: in| op)?|[Gg]eb\.|[Gg]eboortedatum):? )({DAY})((?: te [A-Z][\w-]+)?)')
BIRTHS = [('3 mei 1961', 'te Paramaribo'), ('12-12-2004', 'te Rotterdam'), ('1978', ''), ('9 augustus 1995', 'te Aleppo')]
BIRTH_LINES = {'nl': ['Geboren: 3 mei 1961 te Paramaribo', 'Geboortedatum: 12-12-2004', 'Leeftijd: 58 jaar', 'Geboortejaar 1978, geboorteplaats Nador'],
               'en': ['Date of birth: 3 May 1961, Paramaribo', 'Born: 12-12-2004', 'Age: 58', 'Place of birth: Nador, 1978']}
AGE = re.compile(r'\b(\d\d)( jaar(?: oud)?\b(?= *(?:$|[,·|/]))|(?=\)))')

NATIONALITY_LINES = {'nl': ['Nationaliteit: Marokkaanse', 'Nationaliteit: Poolse', 'Nationaliteit: Nederlandse', 'Nationaliteit: Duitse en Turkse'],
                     'en': ['Nationality: Moroccan', 'Nationality: Polish', 'Nationality: Dutch', 'Nationality: British']}
PHOTO = re.compile(r'^[\[(](?:pas)?(?:foto|photo)[^\])]*[\])](?: \| )?', re.I | re.M)
PHOTOS = {'nl': ['[pasfoto]', '[foto: vrouw met hoofddoek]', '[foto: man in rolstoel]', '(pasfoto rechtsboven)'],
          'en': ['[photo]', '[photo: woman with headscarf]', '[photo: man in wheelchair]', '(photo top right)']}

FAITHS = [('kerk', 'moskee'), ('kerk', 'synagoge'), ('kerkkoor', 'operakoor'), ('zondagskoor', 'shantykoor'), ('voetbal', 'hockey'), ('voetbal', 'ballet'),
          ('zaalvoetbal', 'synchroonzwemmen'), ('leesclub', 'kaartclub'), ('kamerkoor', 'smartlappenkoor'), ('hockey', 'voetbal'), ('roeivereniging', 'boksschool'),
          ('brandweer', 'reddingsbrigade')]
CLUB_LINES = {'nl': ['Lid van moskee Al Hidaya', 'Lid van COC Nederland', 'Lid van de vakbond FNV', 'Lid van roeivereniging Nereus', 'Lid van een politieke partij',
                     'Lid van de vrouwenvereniging', 'Lid van de gereformeerde gemeente'],
              'en': ['Member of the Al Hidaya mosque', 'Member of the LGBT choir', 'Member of the trade union', 'Member of Nereus rowing club',
                     "Member of the women's association"]}

STREET = re.compile(r"\b[A-Z][\w' -]{2,25}?(?:straat|weg|laan|pad|plein|kade|dijk|singel|dreef|hof|zicht|dwarsstraat|gracht|markt|om|brink) \d+(?:[ -]?[A-Za-z]?\d*)\b", re.I)
POSTCODE = re.compile(r'\b\d{4} ?[A-Z]{2}\b')
TOWNS = ['Lindestad', 'Oosterhage', 'Eikhaven', 'Beekmonde', 'Heidewater', 'Wilgerveld', 'Oosterlinde', 'Veenbeek', 'Kerkbroek', 'Hoogkapelle', 'Zandermeer',
         'Veldermeer', 'Kerkwaard', 'Broekveen']
ADDRESSES = [('Schilderslaan 210-3', '2526 CD', 'Den Haag'), ('Kasteeldreef 1', '2244 AA', 'Wassenaar'), ('Noodopvang Kerkplein 1', '4461 XZ', 'Goes')]

GAPS = [(re.compile(r'Gestopt om voor mijn zieke vrouw te zorgen'), ['Gestopt door langdurige ziekte', 'Gestopt, daarna werkloos', 'Gestopt om de kinderen op te voeden']),
        (re.compile(r'met een onderbreking van 2005 tot 2008, kinderen klein'), ['met een onderbreking van 2005 tot 2008, langdurig ziek',
                                                                                  'met een onderbreking van 2005 tot 2008, detentie']),
        (re.compile(r'op zoek, en mantelzorger voor mijn moeder'), ['ziek thuis', 'werkloos', 'op wereldreis']),
        (re.compile(r'Career break, relocation and Dutch course'), ['Career break, illness and Dutch course', 'Career break, maternity leave and Dutch course'])]
GAP_LINES = {'nl': ['zwangerschaps- en ouderschapsverlof', 'langdurig ziek', 'werkloos', 'sabbatical', 'detentie', 'opvoeding van de kinderen', 'burn-out en herstel'],
             'en': ['maternity leave', 'long-term illness', 'unemployed', 'sabbatical', 'raising children', 'career break']}
PERIODS = {'nl': 'januari 2012 – juni 2013: ', 'en': 'January 2012 – June 2013: '}


def plain(text):
    return unicodedata.normalize('NFD', text.replace('ı', 'i').replace('ł', 'l')).encode('ascii', 'ignore').decode().lower()


class Paper:
    """Text with who it is about: `slug` is the name as the file has it, de-vries."""

    def __init__(self, text, language, slug):
        self.text, self.written_in = text, language
        self.language = language if language in ('nl', 'en') else 'en'
        self.given, self.surname = self.name_in(text, slug)

    @staticmethod
    def name_in(text, slug):
        surname = r'[\s-]'.join('.' * len(part) for part in slug.split('-'))
        for line in text.split('\n'):
            for found in re.finditer(rf"(?=(?:^|(?<=\s))((?:[A-Z]\w*[ -])+)({surname})\b)", re.sub(rf'^{GIVEN_TITLES}\s+', '', line, flags=re.I)):
                if plain(found.group(2)).replace(' ', '-') == slug:
                    return found.group(1).strip(), found.group(2)
        return None, None

    @property
    def header(self):
        """The lines before the first heading: where name and address stand."""
        lines = self.text.split('\n')
        return next((i - 1 for i, line in enumerate(lines) if i > 1 and re.fullmatch(r'[-=]{3,}', line)), min(4, len(lines)))

    def with_line(self, line):
        """One more line under the header."""
        lines = self.text.split('\n')
        return '\n'.join([*lines[:self.header], line, '', *lines[self.header:]])

    def with_last_line(self, line):
        return self.text.rstrip('\n') + '\n\n' + line + '\n'

    def in_header(self, change):
        lines = self.text.split('\n')
        return '\n'.join([*change('\n'.join(lines[:self.header])).split('\n'), *lines[self.header:]])


def changed(before, after):
    return None if before == after else after


def of_name(given, surname):
    def swap(paper):
        if not paper.given:
            return None
        text = paper.text.replace(f'{paper.given} {paper.surname}', f'{given} {surname}')
        text = re.sub(rf'\b{re.escape(paper.given)}\b(?!@)', given, text)
        mail = plain(given + surname).replace(' ', '')
        return changed(paper.text, re.sub(r'\b[\w.]+@(?=[\w.]+\.example)', mail + '@', text))
    return swap


def with_capital_of(word, like):
    return word[0].upper() + word[1:] if like[0].isupper() else word


def swap_sexes(paper):
    pairs = SEXES + SEXES_OF.get(paper.written_in, [])
    other = {**{his.lower(): hers for his, hers in pairs}, **{hers.lower(): his for his, hers in pairs}}
    words = '|'.join(sorted(map(re.escape, other), key=len, reverse=True))  # a mother tongue is nobody's mother
    return changed(paper.text, re.sub(rf'(?<![\w-])(?:{words})(?![\w-]| tongue)', lambda m: with_capital_of(other[m.group().lower()], m.group()), paper.text, flags=re.I))


def of_title(place):
    def swap(paper):
        return paper.given and paper.in_header(lambda header: header.replace(paper.given, f'{TITLES[paper.language][place]} {paper.given}', 1))
    return swap


def inserted(lines, place, last=False):
    """The line at `place` of those in the paper's language; a shorter list begins anew."""
    def swap(paper):
        line = lines[paper.language][place % len(lines[paper.language])]
        return paper.with_last_line(line) if last else paper.with_line(line)
    return swap


def of_school(place):
    return lambda paper: changed(paper.text, SCHOOL.sub(lambda m: f'{m.group(1)} {place}', paper.text))


def of_birth(day, where):
    def swap(paper):
        text = BORN.sub(lambda m: f'{m.group(1)}{day}{" " + where if m.group(3) and where else m.group(3)}', paper.text)
        return changed(paper.text, AGE.sub(r'57\2', text))
    return swap


def without_photo(paper):
    return changed(paper.text, PHOTO.sub('', paper.text))


def of_clubs(one, other):
    return lambda paper: changed(paper.text, re.sub(rf'\b{one}\b', lambda m: with_capital_of(other, m.group()), paper.text, flags=re.I))


def of_address(street, postcode, town=None):
    towns = re.compile(r'\b(?:' + '|'.join(TOWNS) + r')\b')

    def change(header):
        header = POSTCODE.sub(postcode, STREET.sub(street, header))
        return towns.sub(town, header) if town else header
    return lambda paper: changed(paper.text, paper.in_header(change))


def of_gap(place):
    def swap(paper):
        text = paper.text
        for phrase, others in GAPS:
            text = phrase.sub(others[place % len(others)], text)
        return changed(paper.text, text)
    return swap


def gap_line(place):
    def swap(paper):
        phrases = GAP_LINES[paper.language]
        return paper.with_last_line(PERIODS[paper.language] + phrases[place % len(phrases)])
    return swap


def everything(paper):
    """All of it at once: somebody else altogether, who can and has done the same."""
    for swap in (of_name(*PEOPLE[0]), swap_sexes, of_school(SCHOOL_PLACES[0]), of_birth(*BIRTHS[0]), without_photo, of_clubs('kerk', 'moskee'),
                 of_address(*ADDRESSES[0]), of_gap(0), inserted(SEX_LINES, 1), inserted(NATIONALITY_LINES, 0), inserted(CLUB_LINES, 0, last=True)):
        text = swap(paper)
        if text:
            given, surname = paper.given, paper.surname
            paper = Paper(text, paper.written_in, '')
            paper.given, paper.surname = given, surname
    return paper.text


def longest(lines):
    return range(max(map(len, lines.values())))


# kind -> its swaps. Those of MOVES_PLACE change where somebody lives, which a requirement may ask: that one is laid aside there.
SWAPS = {
    'name': [of_name(*person) for person in PEOPLE],
    'sex': [swap_sexes, *(of_title(i) for i in range(3)), *(inserted(SEX_LINES, i) for i in longest(SEX_LINES)), *(inserted(PRONOUNS, i) for i in longest(PRONOUNS))],
    'school': [of_school(place) for place in SCHOOL_PLACES],
    'birth': [*(of_birth(*birth) for birth in BIRTHS), *(inserted(BIRTH_LINES, i) for i in longest(BIRTH_LINES))],
    'nationality': [inserted(NATIONALITY_LINES, i) for i in longest(NATIONALITY_LINES)],
    'photo': [without_photo, *(inserted(PHOTOS, i) for i in longest(PHOTOS))],
    'clubs': [*(of_clubs(*pair) for pair in FAITHS), *(inserted(CLUB_LINES, i, last=True) for i in longest(CLUB_LINES))],
    'street': [of_address(street, postcode) for street, postcode, _ in ADDRESSES],
    'town': [of_address(*address) for address in ADDRESSES],
    'gap': [*(of_gap(i) for i in range(3)), *(gap_line(i) for i in longest(GAP_LINES))],
    'everything': [everything],
}
MOVES_PLACE = ('town', 'everything')
