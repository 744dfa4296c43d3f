#!/usr/bin/env python3
"""The marked HR texts of this folder as JSON lines: {"id", "text", "spans", "language", "ignore"?, "known_people"?}.

A file is blocks, each after a line that begins with "==". Behind it may stand, apart by "|", `hard` (the text holds
things that look like personal data and are none) and `known: name; name`. In the text, [KIND:value] marks a value and
[EITHER:value] one on which people may differ. Offsets are code points, [start, end).
"""
import argparse
import glob
import json
import os
import re
import sys

KINDS = ('PERSON ADDRESS POSTCODE PLACE ORGANISATION EMAIL PHONE URL IP BSN IBAN PAYMENT_CARD KVK VAT PERSONNEL_NUMBER '
         'LICENCE_PLATE PASSPORT DATE_OF_BIRTH HEALTH UNION RELIGION ORIENTATION ETHNICITY POLITICS CRIMINAL').split()
MARK = re.compile(r'\[([A-Z_]+):([^\[\]]+)\]')
TEXTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'texts')


def digits(value):
    return [int(c) for c in value if c.isdigit()]


def eleven_test(value):
    d = digits(value)
    return len(d) == 9 and sum(w * x for w, x in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), d)) % 11 == 0


def mod_97(value):
    plain = re.sub(r'[^A-Z0-9]', '', value.upper())
    return int(''.join(str(int(c, 36)) for c in plain[4:] + plain[:4])) % 97 == 1


def luhn(value):
    d = digits(value)[::-1]
    return (sum(d[0::2]) + sum(sum(divmod(2 * x, 10)) for x in d[1::2])) % 10 == 0


CHECKSUMS = {'BSN': eleven_test, 'IBAN': mod_97, 'PAYMENT_CARD': luhn}


class Wrong(Exception):
    pass


def unmark(marked, name):
    """A text without its marks, its spans, and the spans that count neither way."""
    text, spans, ignore, last = '', [], [], 0
    for m in MARK.finditer(marked):
        kind, value = m.group(1), m.group(2)
        if kind not in KINDS and kind != 'EITHER':
            raise Wrong(f'{name}: no kind {kind}')
        if value != value.strip():
            raise Wrong(f'{name}: space at the edge of [{kind}:{value}]')
        if kind in CHECKSUMS and not CHECKSUMS[kind](value):
            raise Wrong(f'{name}: {value} is no {kind}, its checksum is wrong')
        text += marked[last:m.start()]
        span = {'start': len(text), 'end': len(text) + len(value), 'type': kind}
        (ignore if kind == 'EITHER' else spans).append(span)
        text += value
        last = m.end()
    text += marked[last:]
    for kind in KINDS:
        if f'[{kind}' in text:
            raise Wrong(f'{name}: a mark is not closed')
    return text, spans, ignore


def marked_everywhere(text, spans, ignore, name):
    """A value of two words or more, or with digits, that is marked once is marked wherever it stands in its text."""
    taken = [(s['start'], s['end']) for s in spans + ignore]
    for s in spans:
        value = text[s['start']:s['end']]
        if not re.search(r'\w\W+\w|\d', value) or len(value) < 5:
            continue
        for m in re.finditer(r'(?<!\w)' + re.escape(value) + r'(?!\w)', text):
            if not any(a <= m.start() and m.end() <= b for a, b in taken):
                raise Wrong(f'{name}: "{value}" is marked once and stands bare at {m.start()}')


def blocks(path):
    head, lines = None, []
    with open(path, encoding='utf-8') as f:
        for line in f:
            if line.startswith('=='):
                if head is not None:
                    yield head, ''.join(lines).strip('\n')
                head, lines = line[2:].strip(), []
            elif head is not None:
                lines.append(line)
    if head is not None:
        yield head, ''.join(lines).strip('\n')


def rows():
    """All texts in order. `half` is `dev` for the odd ones of a file and `check` for the even ones."""
    for path in sorted(glob.glob(os.path.join(TEXTS, '*', '*.txt'))):
        language = os.path.basename(os.path.dirname(path))
        for k, (head, marked) in enumerate(blocks(path), 1):
            name = f'{language}-{os.path.basename(path)[:-4]}-{k:02d}'
            text, spans, ignore = unmark(marked, name)
            marked_everywhere(text, spans, ignore, name)
            if not text.strip():
                raise Wrong(f'{name}: no text')
            row = {'id': name, 'text': text, 'spans': spans, 'language': language}
            if ignore:
                row['ignore'] = ignore
            notes = [part.strip() for part in head.split('|') if part.strip()]
            for note in notes:
                if note.startswith('known:'):
                    row['known_people'] = [n.strip() for n in note[6:].split(';')]
                elif note != 'hard':
                    raise Wrong(f'{name}: what is "{note}"?')
            yield ('dev' if k % 2 else 'check'), 'hard' in notes, row


def counts(all_rows):
    kinds = {}
    for _, _, row in all_rows:
        for s in row['spans']:
            kinds[s['type']] = kinds.get(s['type'], 0) + 1
    for language in ('nl', 'en'):
        mine = [r for r in all_rows if r[2]['language'] == language]
        print(f'{language}: {len(mine)} texts, {sum(r[1] for r in mine)} with hard negatives, '
              f'{sum(not r[2]["spans"] for r in mine)} without personal data')
    print(', '.join(f'{k} {kinds.get(k, 0)}' for k in KINDS))


def main():
    a = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    a.add_argument('--half', choices=('dev', 'check', 'all'), default='all')
    a.add_argument('--counts', action='store_true', help='how many texts and marks, in place of the texts')
    a = a.parse_args()
    try:
        chosen = [r for r in rows() if a.half in ('all', r[0])]
    except Wrong as e:
        sys.exit(str(e))
    if a.counts:
        counts(chosen)
    else:
        for _, _, row in chosen:
            print(json.dumps(row, ensure_ascii=False))


if __name__ == '__main__':
    main()
