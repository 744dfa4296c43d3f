#!/usr/bin/env python3
"""What the shield finds in the marked HR texts of this folder, held against floors.

Of a kind's marks: `whole`, every letter lies in some finding (nothing of it would leave); `named`, every letter lies in
findings of that kind; `touched`, a finding of that kind lies on part of it. False: findings that touch no mark, a thousand
characters of text. A text that has people of the organisation in its head is asked with them.
"""
import argparse
import collections
import json
import os
import subprocess
import sys

import convert

HERE = os.path.dirname(os.path.abspath(__file__))
GROUPS = {
    'persons': ['PERSON'],
    'structured': ('POSTCODE EMAIL PHONE URL IP BSN IBAN PAYMENT_CARD KVK VAT PERSONNEL_NUMBER LICENCE_PLATE PASSPORT '
                   'DATE_OF_BIRTH').split(),
    'places': ['ADDRESS', 'PLACE', 'ORGANISATION'],
    'special': 'HEALTH UNION RELIGION ORIENTATION ETHNICITY POLITICS CRIMINAL'.split(),
}


def ask(binary, operation, cases):
    lines = ''.join(json.dumps(c, ensure_ascii=False) + '\n' for c in cases)
    done = subprocess.run([binary, 'run', operation, '--jsonl'], input=lines, capture_output=True, text=True, check=False)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if done.returncode or len(answers) != len(cases):
        sys.exit(f'{operation}: status {done.returncode}, {len(answers)} answers to {len(cases)} texts\n{done.stderr}')
    return answers


def question(row):
    return {k: row[k] for k in ('id', 'text', 'language', 'known_people') if k in row}


class Count:
    def __init__(self):
        self.marks = self.whole = self.named = self.touched = self.false = 0

    def add(self, other):
        for k, v in vars(other).items():
            setattr(self, k, getattr(self, k) + v)

    def share(self, what):
        return getattr(self, what) / self.marks if self.marks else 1.0


def judge(row, found, kinds, shown):
    """Counts one text; what is wrong is told to `shown`."""
    text = row['text']
    for mark in row['spans']:
        count = kinds[mark['type']]
        letters = {i for i in range(mark['start'], mark['end']) if not text[i].isspace()}
        under = {i for f in found for i in range(f['start'], f['end'])}
        own = {i for f in found if f['type'] == mark['type'] for i in range(f['start'], f['end'])}
        count.marks += 1
        count.whole += letters <= under
        count.named += letters <= own
        count.touched += bool(letters & own)
        if not letters <= under or not letters & own:
            as_what = ', '.join(f"{f['type']} \"{text[f['start']:f['end']]}\"" for f in found
                                if f['start'] < mark['end'] and mark['start'] < f['end'])
            shown(f"{row['id']}: {mark['type']} \"{text[mark['start']:mark['end']]}\" found as {as_what or 'nothing'}")
    for f in found:
        if not any(f['start'] < m['end'] and m['start'] < f['end'] for m in row['spans'] + row.get('ignore', [])):
            kinds[f['type']].false += 1
            shown(f"{row['id']}: false {f['type']} \"{text[f['start']:f['end']]}\" ({f.get('reason', '')})")


def round_trip(binary, rows):
    """Ids of texts that do not come back as they were."""
    hidden = ask(binary, 'privacy.pseudonymise', [{k: r[k] for k in ('id', 'text', 'language')} for r in rows])
    back = ask(binary, 'privacy.restore', [{'id': h['id'], 'text': h['text'], 'vault': h['vault']} for h in hidden])
    return [r['id'] for r, b in zip(rows, back) if b['text'] != r['text']]


def table(kinds, kilobytes):
    print(f"{'':18} marks  whole  named  touched  false")
    for kind in convert.KINDS:
        c = kinds[kind]
        if c.marks or c.false:
            print(f"{kind:18} {c.marks:5}  {c.share('whole'):.3f}  {c.share('named'):.3f}  {c.share('touched'):.3f}    {c.false:4}")
    values = {}
    for name, members in GROUPS.items():
        c = Count()
        for kind in members:
            c.add(kinds[kind])
        print(f"{name:18} {c.marks:5}  {c.share('whole'):.3f}  {c.share('named'):.3f}  {c.share('touched'):.3f}    {c.false:4}")
        values |= {f'{name}.{what}': c.share(what) for what in ('whole', 'named', 'touched')}
    false = sum(c.false for c in kinds.values())
    values['false_per_kb'] = false / kilobytes
    print(f'false findings: {false} in {kilobytes:.1f} KB, {values["false_per_kb"]:.3f} per KB')
    return values


def missed_floors(half, values):
    """Floors that are not reached; a floor on what is false is a ceiling."""
    with open(os.path.join(HERE, 'floors.json'), encoding='utf-8') as f:
        floors = json.load(f)[half]
    return [f'{name} is {values[name]:.3f}, {"at most" if name.startswith("false") else "at least"} {floor} is asked'
            for name, floor in floors.items()
            if (values[name] > floor if name.startswith('false') else values[name] < floor)]


def main():
    a = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    a.add_argument('binary', help='build/collega')
    a.add_argument('--half', choices=('dev', 'check', 'all'), default='all')
    a.add_argument('--language', choices=('nl', 'en'))
    a.add_argument('--show', action='store_true', help='also what is missed and what is false; never for the half `check` while tuning')
    a = a.parse_args()
    rows = [row for half, _, row in convert.rows()
            if a.half in ('all', half) and a.language in (None, row['language'])]
    kinds, nothing = collections.defaultdict(Count), collections.defaultdict(Count)
    show = print if a.show else (lambda line: None)
    for row, answer in zip(rows, ask(a.binary, 'privacy.find', [question(r) for r in rows])):
        counted = collections.defaultdict(Count)
        judge(row, answer['spans'], counted, show)
        for kind, count in counted.items():
            kinds[kind].add(count)
            if not row['spans']:
                nothing[kind].add(count)
    values = table(kinds, sum(len(r['text']) for r in rows) / 1000)
    clean = [r for r in rows if not r['spans']]
    values['false_per_kb_without'] = sum(c.false for c in nothing.values()) / (sum(len(r['text']) for r in clean) / 1000)
    print(f'in the {len(clean)} texts without personal data: {values["false_per_kb_without"]:.3f} per KB')
    changed = round_trip(a.binary, rows)
    print(f'restored as they were: {len(rows) - len(changed)} of {len(rows)} texts')
    wrong = [f'{name} does not come back as it was' for name in changed]
    if not a.language:
        wrong += missed_floors(a.half, values)
    if wrong:
        sys.exit('\n'.join(wrong))


if __name__ == '__main__':
    main()
