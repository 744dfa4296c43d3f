#!/usr/bin/env python3
"""What the generator of organisations promises, seen through the files it writes.

usage: organisation_test.py BINARY
"""
import collections
import csv
import datetime
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import unittest

BINARY = sys.argv[1]
FROM, TO = datetime.date(2023, 11, 1), datetime.date(2026, 10, 31)
EVER = datetime.date.max
DAY = datetime.timedelta(days=1)
SIZES = (10, 60, 1200, 4000)


def generate(folder, people, seed=1, *more):
    command = [BINARY, '--people', str(people), '--seed', str(seed), '--from', str(FROM), '--to', str(TO), '--out', folder, *more]
    return subprocess.run(command, capture_output=True, text=True)


def digest(folder, name):
    with open(os.path.join(folder, name), 'rb') as f:
        return hashlib.sha256(f.read()).hexdigest()


def day(text):
    return datetime.date.fromisoformat(text) if text else EVER


def overlap(first, last, other_first, other_last):
    return max(0, (min(last, other_last) - max(first, other_first)).days + 1)


class Organisation:
    """The files of one run, read as anybody would."""

    def __init__(self, folder):
        self.folder = folder
        self.rows = self.read('medewerkers.csv', ';')
        self.units = self.read('afdelingen.csv', ';')
        self.leaders = self.read('leidinggevenden.csv', ';')
        self.employees = self.read('employees.csv', ',')
        self.spells = self.read('spells.csv', ',')
        with open(os.path.join(folder, 'truth.json'), encoding='utf-8') as f:
            self.truth = json.load(f)
        self.contracts = collections.defaultdict(list)
        for row in self.rows:
            self.contracts[row['Personeelsnummer'], row['Dienstverband'], row['Datum in dienst']].append(row)
        self.service = collections.defaultdict(list)
        for (number, _, begin), rows in self.contracts.items():
            self.service[number].append((day(begin), day(rows[0]['Datum uit dienst'])))

    def read(self, name, separator):
        with open(os.path.join(self.folder, name), encoding='utf-8', newline='') as f:
            rows = list(csv.DictReader(f, delimiter=separator, strict=True))
        assert all(None not in row and None not in row.values() for row in rows), name
        return rows

    def headcount(self, on):
        return sum(any(begin <= on <= last for begin, last in service) for service in self.service.values())

    def unit_versions(self, on):
        return {u['Afdelingscode']: u for u in self.units if day(u['Ingangsdatum']) <= on <= day(u['Einddatum'])}

    def managers(self):
        managers = collections.defaultdict(list)
        for leader in self.leaders:
            if leader['Rol'] == 'Leidinggevende':
                managers[leader['Afdelingscode']].append((day(leader['Ingangsdatum']), day(leader['Einddatum']), leader['Personeelsnummer']))
        return {code: sorted(rows) for code, rows in managers.items()}


class OrganisationTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.all = {}
        for size in SIZES:
            folder = os.path.join(cls.temporary.name, str(size))
            more = ['--pay', '--messy'] if size == 1200 else []
            run = generate(folder, size, 1, *more)
            assert run.returncode == 0, run.stderr
            cls.all[size] = Organisation(folder)
        cls.lindehof = cls.all[1200]

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(self):
        again, other = (os.path.join(self.temporary.name, name) for name in ('again', 'other'))
        generate(again, 60)
        generate(other, 60, 2)
        for name in sorted(os.listdir(again)):
            self.assertEqual(digest(again, name), digest(self.all[60].folder, name), name)
        self.assertNotEqual(digest(other, 'medewerkers.csv'), digest(again, 'medewerkers.csv'))

    def test_pay_lines_and_mistakes_change_nothing_else(self):
        bare = os.path.join(self.temporary.name, 'bare')
        generate(bare, 1200)
        for name in ('medewerkers.csv', 'afdelingen.csv', 'leidinggevenden.csv', 'employees.csv', 'spells.csv'):
            self.assertEqual(digest(bare, name), digest(self.lindehof.folder, name), name)

    def test_a_wrong_call_is_refused(self):
        self.assertEqual(generate(self.temporary.name, 9).returncode, 2)
        self.assertEqual(generate(self.temporary.name, 50001).returncode, 2)
        self.assertEqual(generate(self.temporary.name, 2001, 1, '--pay').returncode, 2)

    def test_it_begins_with_as_many_people_as_asked_and_keeps_about_so_many(self):
        for size, organisation in self.all.items():
            self.assertEqual(organisation.headcount(FROM), size)
            for count in organisation.truth['headcount']:
                self.assertEqual(organisation.headcount(day(count['date'])), count['people'])
                self.assertLessEqual(abs(count['people'] - size), max(3, size * 0.04), count)

    def test_lindehof_has_sixty_teams(self):
        teams = [code for code in self.lindehof.unit_versions(FROM) if code.startswith('T')]
        self.assertEqual(len(teams), 60)

    def test_every_number_passes_its_check_and_belongs_to_one_person(self):
        for organisation in self.all.values():
            persons = {row['Personeelsnummer']: row for row in organisation.rows}
            for row in persons.values():
                weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
                self.assertEqual(sum(w * int(c) for w, c in zip(weights, row['BSN'], strict=True)) % 11, 0)
                self.assertTrue(row['BSN'].startswith('99'))
                digits = ''.join(str(int(c, 36)) for c in row['IBAN'][4:] + row['IBAN'][:4])
                self.assertEqual(int(digits) % 97, 1)
                self.assertEqual((len(row['IBAN']), row['IBAN'][4:8]), (18, 'LIND'))
                self.assertRegex(row['E-mail'], r'^[a-z0-9.-]+@lindehof\.example$')
                self.assertRegex(row['Postcode'], r'^9999 [A-W][A-Z]$')
                self.assertRegex(row['Telefoon'], r'^06-000\d{5}$')
            for column in ('BSN', 'E-mail'):
                self.assertEqual(len({row[column] for row in persons.values()}), len(persons), column)

    def test_every_contract_lies_inside_a_working_life(self):
        for organisation in self.all.values():
            for (_, _, begin_text), rows in organisation.contracts.items():
                begin, last, birth = day(begin_text), day(rows[0]['Datum uit dienst']), day(rows[0]['Geboortedatum'])
                self.assertLessEqual(begin, last)
                self.assertGreaterEqual((begin - birth).days, 16 * 365)
                self.assertLess((begin - birth).days, 72 * 365)
                self.assertEqual({row['Datum uit dienst'] for row in rows}, {rows[0]['Datum uit dienst']})
                changes = [day(row['Ingangsdatum']) for row in rows]
                self.assertEqual(changes, sorted(set(changes)))
                self.assertIn(changes[0], (begin, FROM))
                self.assertTrue(begin <= changes[0] and changes[-1] <= last)

    def test_contracts_of_one_employment_follow_each_other(self):
        for organisation in self.all.values():
            employments = collections.defaultdict(list)
            for (number, employment, begin), rows in organisation.contracts.items():
                employments[number, employment].append((day(begin), day(rows[0]['Datum uit dienst'])))
            for contracts in employments.values():
                contracts.sort()
                for (_, last), (begin, _) in zip(contracts, contracts[1:]):
                    self.assertEqual(last + DAY, begin)

    def test_the_units_are_one_tree_on_every_day(self):
        for organisation in self.all.values():
            for on in {max(day(u['Ingangsdatum']), FROM) for u in organisation.units} | {FROM, TO}:
                units = organisation.unit_versions(on)
                self.assertEqual([c for c, u in units.items() if not u['Bovenliggende afdeling']], ['LH'])
                for code in units:
                    steps = 0
                    while code != 'LH':
                        code = units[code]['Bovenliggende afdeling']
                        steps += 1
                        self.assertLess(steps, 5)

    def test_people_work_in_units_that_are_there(self):
        for organisation in self.all.values():
            on_day = {}
            for row in organisation.rows:
                on = row['Ingangsdatum']
                if on not in on_day:
                    on_day[on] = organisation.unit_versions(day(on))
                unit = on_day[on][row['Afdelingscode']]
                self.assertEqual((row['Afdeling'], row['Bovenliggende afdeling']), (unit['Afdeling'], unit['Bovenliggende afdeling']))

    def test_nobody_stays_in_a_team_that_is_merged(self):
        merged = next(c for c in self.lindehof.truth['reorganisations'] if c['kind'] == 'merged')
        after = [e for e in self.lindehof.employees if e['team'] == merged['unit'] and day(e['to']) >= day(merged['from'])]
        self.assertEqual(after, [])

    def test_every_unit_has_one_manager_on_every_day_who_is_in_service(self):
        for organisation in self.all.values():
            managers = organisation.managers()
            for code in {u['Afdelingscode'] for u in organisation.units}:
                versions = [u for u in organisation.units if u['Afdelingscode'] == code]
                expected = max(FROM, min(day(u['Ingangsdatum']) for u in versions))
                for begin, last, person in managers[code]:
                    self.assertEqual(begin, expected, code)
                    for on in (begin, max(begin, min(last, TO))):
                        self.assertTrue(any(a <= on <= b for a, b in organisation.service[person]), (code, person, on))
                    expected = last + DAY if last < EVER else EVER
                self.assertEqual(expected, EVER if versions[-1]['Einddatum'] == '' else day(versions[-1]['Einddatum']) + DAY)

    def test_a_row_names_who_leads_on_its_day_and_nobody_leads_themself(self):
        for organisation in self.all.values():
            managers = organisation.managers()
            for row in organisation.rows:
                on, code, found = day(row['Ingangsdatum']), row['Afdelingscode'], ''
                while on >= FROM and code and not found:
                    leader = next((p for begin, last, p in managers[code] if begin <= on <= last), '')
                    found = '' if leader == row['Personeelsnummer'] else leader
                    code = organisation.unit_versions(on)[code]['Bovenliggende afdeling']
                self.assertEqual(row['Leidinggevende'], found)

    def test_spells_lie_inside_service_and_their_parts_follow_each_other(self):
        for organisation in self.all.values():
            spells = collections.defaultdict(list)
            for segment in organisation.spells:
                spells[segment['spell_id']].append(segment)
            for segments in spells.values():
                first, last = day(segments[0]['start']), day(segments[-1]['end'])
                self.assertEqual(first, day(segments[0]['spell_start']))
                self.assertTrue(any(a <= first for a, _ in organisation.service[segments[0]['employee']]))
                self.assertTrue(any(a <= min(last, TO) <= b for a, b in organisation.service[segments[0]['employee']]))
                self.assertLessEqual(first, TO)
                self.assertGreaterEqual(last, FROM)
                for part, following in zip(segments, segments[1:]):
                    self.assertEqual(day(part['end']) + DAY, day(following['start']))
                    self.assertGreater(float(part['fraction']), float(following['fraction']))

    def test_a_person_has_one_spell_at_a_time(self):
        for organisation in self.all.values():
            parts = collections.defaultdict(list)
            for segment in organisation.spells:
                parts[segment['employee']].append((day(segment['start']), day(segment['end'])))
            for own in parts.values():
                own.sort()
                for (_, last), (first, _) in zip(own, own[1:]):
                    self.assertLess(last, first)

    def test_absence_is_about_that_of_care(self):
        for size in (1200, 4000):
            organisation = self.all[size]
            rows = collections.defaultdict(list)
            available = sick = 0
            for row in organisation.employees:
                hours = float(row['contract_hours'])
                rows[row['employee']].append((day(row['from']), day(row['to']), hours))
                available += hours * overlap(day(row['from']), day(row['to']), FROM, TO)
            for segment in organisation.spells:
                if segment['kind'] == 'absence':
                    for first, last, hours in rows[segment['employee']]:
                        days = overlap(max(first, day(segment['start'])), min(last, day(segment['end'])), FROM, TO)
                        sick += days * hours * float(segment['fraction'])
            self.assertTrue(0.065 < sick / available < 0.095, sick / available)

    def test_what_is_planted_is_in_the_spells(self):
        for size in (1200, 4000):
            organisation = self.all[size]
            shares = collections.defaultdict(list)
            for signal in organisation.truth['signals']:
                start = day(signal['from'])
                begins = [day(s['start']) for s in organisation.spells
                          if s['segment'] == '1' and s['kind'] == 'absence' and s['team_at_start'] == signal['team'] and day(s['start']) >= FROM]
                before = sum(b < start for b in begins) / (start - FROM).days
                after = sum(b >= start for b in begins) / (TO - start).days
                shares[signal['kind']].append(after / before)
            self.assertGreater(min(shares['rise']), 1.4)
            self.assertLess(max(shares['fall']), 0.8)

    def test_lindehof_has_every_case_that_a_register_must_bear(self):
        for case, numbers in self.lindehof.truth['cases'].items():
            self.assertTrue(numbers, case)
        self.assertEqual({c['kind'] for c in self.lindehof.truth['reorganisations']}, {'merged', 'split', 'renamed', 'moved'})
        self.assertEqual({r['Soort contract'] for r in self.lindehof.rows},
                         {'Onbepaalde tijd', 'Bepaalde tijd', 'Oproep', 'Stage', 'Inhuur'})

    def test_turnover_is_about_fifteen_percent_a_year(self):
        for size in (1200, 4000):
            left = 0
            for service in self.all[size].service.values():
                left += sum(FROM <= last < TO and not any(a <= last + DAY <= b for a, b in service) for _, last in service)
            self.assertTrue(0.10 < left / size / 3 < 0.20, left / size / 3)

    def test_a_payslip_adds_up_to_the_cent(self):
        totals = collections.defaultdict(lambda: collections.defaultdict(int))
        for line in self.lindehof.read('lines.csv', ','):
            cents = int(line['amount_eur'].replace('.', ''))
            slip = totals[line['employee'], line['month']]
            slip['net'] += cents if line['kind'] != 'total' else 0
            slip['gross'] += cents if line['kind'] == 'gross' else 0
            slip[line['component']] = cents
        for key, slip in totals.items():
            self.assertEqual((slip['net'], slip['gross']), (slip['9100'], slip['9000']), key)
        self.assertGreater(len(self.lindehof.truth['payslips']), 100)
        for truth in self.lindehof.truth['payslips']:
            year, month = map(int, truth['month'].split('-'))
            before = f'{year - (month == 1)}-{(month - 2) % 12 + 1:02}'
            delta = totals[truth['employee'], truth['month']]['9100'] - totals[truth['employee'], before]['9100']
            self.assertEqual(truth['delta_net_cents'], delta)

    def test_mistakes_stand_on_the_lines_that_the_truth_names(self):
        with open(os.path.join(self.lindehof.folder, 'medewerkers.csv'), 'rb') as f:
            clean = f.read().split(b'\n')
        with open(os.path.join(self.lindehof.folder, 'medewerkers-met-fouten.csv'), 'rb') as f:
            messy = f.read().split(b'\n')
        errors = {e['line']: e for e in self.lindehof.truth['errors']}
        at = 0
        number = 1
        while number <= len(messy):
            error = errors.pop(number, None)
            line = messy[number - 1]
            if error is None:
                self.assertEqual(line, clean[at], number)
                at += 1
            elif error['kind'] == 'quoted_line_break':
                number += 1
                at += 1
            elif error['kind'] in ('duplicate_exact', 'duplicate_conflict', 'empty_line', 'separators_only', 'total_row'):
                pass
            else:
                self.assertNotEqual(line, clean[at], error)
                at += 1
            number += 1
        self.assertEqual((errors, at), ({}, len(clean)))
        self.assertEqual({e['expect'] for e in self.lindehof.truth['errors']}, {'read', 'notice', 'refuse'})


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
