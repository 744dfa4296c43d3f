#!/usr/bin/env python3
"""The swapped-identity audit: in every paper of the demo somebody else's name, sex, school, birth, nationality, photo, clubs, address and gaps.

usage: swapped.py BINARY DEMO_FOLDER [--details]
Lays each swapped paper beside its vacancy by hiring.match_files, once on the criteria set beforehand and once on what is read from the vacancy, and
fails when a score, a group or a judgement differs from that of the paper as it was. A control proves that the audit would see it: without
their driving licence candidates must move.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from swaps import MOVES_PLACE, SWAPS, Paper

ON = '2026-11-22'  # the day on which the truths count durations
FEWEST = 10        # a kind of swap that changes fewer papers audits nothing


def run(binary, operation, inputs):
    lines = ''.join(json.dumps(one) + '\n' for one in inputs)
    answer = subprocess.run([binary, 'run', operation, '--jsonl'], input=lines, capture_output=True, text=True)
    if answer.returncode != 0:
        sys.exit(f'{operation}: {answer.stdout[-2000:]}{answer.stderr}')
    return [json.loads(line) for line in answer.stdout.splitlines()]


def papers_of(binary, demo):
    """vacancy -> candidate -> what their papers say, CV and letter: (file name, Paper)."""
    with open(os.path.join(demo, 'truth.jsonl'), encoding='utf-8') as f:
        truths = [json.loads(line) for line in f]
    wanted = []
    for truth in truths:
        wanted.append((truth, 'cv', os.path.join(demo, 'text', 'cvs', truth['candidate'] + '_cv.txt')))
        if truth.get('letter_file'):
            wanted.append((truth, 'brief', os.path.join(demo, truth['letter_file'])))
    read = run(binary, 'documents.read', [{'path': path} for _, _, path in wanted])
    papers = {}
    for (truth, kind, path), document in zip(wanted, read):
        number, slug = truth['candidate'].split('-', 1)
        text = document['text']
        if kind == 'cv':
            with open(path, encoding='utf-8') as f:  # with the marks of its headings
                text = f.read()
        papers.setdefault(truth['vacancy'], {}).setdefault(number, []).append((f'{number}_{kind}.txt', Paper(text, document['language'], slug)))
    return papers


class Vacancy:
    def __init__(self, demo, name):
        self.name = name
        folder = os.path.join(demo, 'text', 'vacancies')
        self.path = next(os.path.join(folder, n) for n in os.listdir(folder) if n.startswith(name + '.'))
        with open(os.path.join(demo, 'criteria', name + '.json'), encoding='utf-8') as f:
            self.criteria = json.load(f)

    def requests(self, folder, aside_place):
        """On criteria and, where nobody's place is swapped, on what the vacancy's own words ask."""
        asked = [c for c in self.criteria if c['type'] != 'place' or not aside_place]
        request = {'vacancy': self.path, 'folder': folder, 'on': ON}
        return [{**request, 'criteria': asked}] + [request] * (not aside_place)


def outcomes(answers):
    """(which request, candidate) -> all that may not move."""
    found = {}
    for which, answer in enumerate(answers):
        for one in answer['ranking']:
            key = which, one['name'].split('_')[0]
            found[key] = {'score': one['score'], 'group': one.get('group'), **{r['label']: (r['met'], r['ground']) for r in one['requirements']}}
    return found


def write(folder, papers, swap):
    """The papers of each candidate after the swap; how many it changed."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    count = 0
    for files in papers.values():
        for name, paper in files:
            text = swap(paper)
            count += text is not None
            with open(os.path.join(folder, name), 'w', encoding='utf-8') as f:
                f.write(text or paper.text)
    return count


class Audit:
    def __init__(self, binary, demo, details):
        self.binary, self.details = binary, details
        self.papers = papers_of(binary, demo)
        self.vacancies = {name: Vacancy(demo, name) for name in self.papers}
        self.work = tempfile.TemporaryDirectory(prefix='collega-swapped-')
        self.before = {aside: self.match(lambda paper: None, aside)[0] for aside in (False, True)}

    def match(self, swap, aside_place):
        requests, count, spans = [], 0, []
        for name, papers in self.papers.items():
            folder = os.path.join(self.work.name, name)
            count += write(folder, papers, swap)
            own = self.vacancies[name].requests(folder, aside_place)
            spans.append((name, len(requests), len(requests) + len(own)))
            requests += own
        answers = run(self.binary, 'hiring.match_files', requests)
        found = {}
        for name, begin, end in spans:
            found.update({(name, *key): value for key, value in outcomes(answers[begin:end]).items()})
        return found, count

    def moved(self, swap, aside_place):
        after, count = self.match(swap, aside_place)
        before = self.before[aside_place]
        assert before.keys() == after.keys(), 'a candidate came or went'
        moves = []
        for key, was in before.items():
            moves += [(*key, label, was[label], after[key][label]) for label in was if after[key].get(label) != was[label]]
        return moves, count


def main():
    binary, demo = sys.argv[1:3]
    audit = Audit(binary, demo, '--details' in sys.argv)
    faults, pairs, all_moved = [], 0, set()
    print(f'{"swapped":14}{"swaps":>6}{"papers":>8}{"moved":>7}')
    for kind, swaps in SWAPS.items():
        papers, moves = 0, []
        for number, swap in enumerate(swaps):
            found, count = audit.moved(swap, kind in MOVES_PLACE)
            papers += count
            moves += [(number, *move) for move in found]
        candidates = {(n, vacancy, which, candidate) for n, vacancy, which, candidate, *_ in moves}
        print(f'{kind:14}{len(swaps):6}{papers:8}{len(candidates):7}')
        pairs += papers
        all_moved |= {(kind, *one) for one in candidates}
        faults += [f'{kind}: only {papers} papers have anything to swap'] * (papers < FEWEST)
        if audit.details:
            for number, vacancy, which, candidate, label, was, now in moves:
                print(f'  {kind} {number} {vacancy} {candidate} {"read" if which else "criteria"} [{label}] {was} -> {now}')
    control, _ = audit.moved(lambda paper: re.sub(r'(?i)(auto)?rijbewijs|rbw\.|driving licen[cs]e', 'xx', paper.text), False)
    print(f'swapped_papers={pairs} changed={len(all_moved)} control_changed={len({m[:3] for m in control})}')
    faults += [f'{len(all_moved)} matches of swapped papers moved'] * bool(all_moved)
    faults += ['without a driving licence nobody moved: the audit sees nothing'] * (not control)
    print('\n'.join(faults))
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
