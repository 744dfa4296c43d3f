#!/usr/bin/env python3
"""How often skills.moves finds the occupation of which somebody has most.

usage: moves.py BINARY TAXONOMY ESCO_FOLDER [--seed N]
TAXONOMY: what `collega taxonomy import ESCO_FOLDER --out TAXONOMY` made; ESCO_FOLDER holds occupation_skill.tsv (occupation, relation e or o, skill).
Three kinds of people, one an occupation: a random 60% of its essential skills; with a fifth of the optional ones and five skills of anybody; with most
of another occupation besides, which is then as right. Ends with one line of figures.
"""
import collections
import csv
import json
import os
import random
import subprocess
import sys
import time

TOP = 10
SHARE = 0.6


def asked_by_occupation(folder):
    asked = collections.defaultdict(lambda: {'e': set(), 'o': set()})
    with open(os.path.join(folder, 'occupation_skill.tsv'), encoding='utf-8', newline='') as f:
        for row in csv.DictReader(f, delimiter='\t'):
            asked[row['occupation']][row['relation']].add(row['skill'])
    return {occupation: (sorted(all_['e']), sorted(all_['o'])) for occupation, all_ in sorted(asked.items()) if len(all_['e']) > 1}


def part(rng, items, share):
    return rng.sample(items, max(1, round(share * len(items)))) if items else []


def people(asked, rng):
    """kind -> occupation -> what they have"""
    everything = sorted({skill for lists in asked.values() for skills in lists for skill in skills})
    occupations = sorted(asked)
    kinds = {'essential': {}, 'mixed': {}, 'two_jobs': {}}
    for occupation, (essential, optional) in asked.items():
        kinds['essential'][occupation] = part(rng, essential, SHARE)
        mixed = part(rng, essential, SHARE) + rng.sample(optional, round(0.2 * len(optional)))
        kinds['mixed'][occupation] = mixed + rng.sample(everything, 5)
        kinds['two_jobs'][occupation] = mixed + part(rng, asked[rng.choice(occupations)][0], 0.8)
    return kinds


def ask(binary, taxonomy, cases):
    lines = ''.join(json.dumps({'id': occupation, 'has': sorted(set(has)), 'top': TOP}) + '\n' for occupation, has in cases.items())
    begin = time.monotonic()
    answer = subprocess.run([binary, 'run', 'skills.moves', '--jsonl', '--taxonomy', taxonomy], input=lines, capture_output=True, text=True)
    seconds = time.monotonic() - begin
    if answer.returncode != 0:
        sys.exit(answer.stdout[-1000:] + answer.stderr)
    return [json.loads(line) for line in answer.stdout.splitlines()], seconds


def main():
    binary, taxonomy, folder = sys.argv[1:4]
    rng = random.Random(int(sys.argv[sys.argv.index('--seed') + 1]) if '--seed' in sys.argv else 60)
    figures = []
    for kind, cases in people(asked_by_occupation(folder), rng).items():
        answers, seconds = ask(binary, taxonomy, cases)
        places = [[one['concept'].rsplit('/', 1)[-1] for one in answer['occupations']] for answer in answers]
        found = sum(answer['id'] in place for answer, place in zip(answers, places)) / len(answers)
        first = sum(place[:1] == [answer['id']] for answer, place in zip(answers, places)) / len(answers)
        print(f'{kind:10} people={len(answers)} recall@{TOP}={found:.4f} hit@1={first:.4f} seconds={seconds:.1f}')
        figures += [f'{kind}_recall={found:.4f}', f'{kind}_hit1={first:.4f}']
    print('moves: ' + ' '.join(figures))


if __name__ == '__main__':
    main()
