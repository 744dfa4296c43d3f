#!/usr/bin/env python3
"""Holds the product against the demo's planted truths: every candidate's papers, every criterion, as a careful reader read them.

usage: truth.py BINARY DEMO_FOLDER [--details]
Fails when the share of right judgements falls under the floors below, or when something that must never happen happens.
"""
import json
import os
import subprocess
import sys

ON = '2026-11-22'  # the day on which the truths count durations

# Measured shares less a small margin: a change that makes matching worse must be seen. Raise them when it gets better.
FLOOR_RIGHT = 0.93
FLOOR_MUSTS = 0.945
FLOOR_CLAIMED = 0.955  # of what the papers show, the share found in full or in part
CEILING_FALSE_NO = 0.005 # of what the papers show, the share called "no": the mistake that harms a candidate most
CEILING_FALSE_YES = 0.01 # of what they do not show in full, the share called "yes"


def lines(path):
    with open(path, encoding='utf-8') as f:
        return [json.loads(line) for line in f]


def match(binary, demo, vacancy, truths):
    with open(os.path.join(demo, 'criteria', vacancy + '.json'), encoding='utf-8') as f:
        criteria = json.load(f)
    if isinstance(criteria, dict):
        criteria = criteria['criteria']
    files = [os.path.join(demo, t[key]) for t in truths for key in ('cv_file', 'letter_file') if t.get(key)]
    folder = os.path.join(demo, 'vacancies')
    request = {'vacancy': next(os.path.join(folder, n) for n in sorted(os.listdir(folder)) if n.startswith(vacancy + '.')),
               'candidates': files, 'criteria': criteria, 'on': ON}
    answer = subprocess.run([binary, 'run', 'hiring.match_files'], input=json.dumps(request), capture_output=True, text=True)
    if answer.returncode != 0:
        sys.exit(f'{vacancy}: {answer.stdout}{answer.stderr}')
    return json.loads(answer.stdout)


def main():
    binary, demo = sys.argv[1:3]
    details = '--details' in sys.argv
    by_vacancy = {}
    for truth in lines(os.path.join(demo, 'truth.jsonl')):
        by_vacancy.setdefault(truth['vacancy'], []).append(truth)
    table, faults, by_kind = {}, [], {'must': [0, 0], 'wish': [0, 0]}
    for vacancy, truths in sorted(by_vacancy.items()):
        answer = match(binary, demo, vacancy, truths)
        if answer['refused']:
            faults.append(f'{vacancy}: refused {answer["refused"]}')
        found = {r['name']: r for r in answer['ranking']}
        for truth in truths:
            result = found.get(truth['candidate'])
            if result is None:
                faults.append(f'{truth["candidate"]}: not in the ranking')
                continue
            if any('hidden' in p for p in truth['plants']) and not result['notices']:
                faults.append(f'{truth["candidate"]}: something is hidden in the papers and not reported')
            for requirement in result['requirements']:
                want, got = truth['met'][requirement['label']], requirement['met']
                table[want, got] = table.get((want, got), 0) + 1
                by_kind[requirement['kind']][0] += 1
                by_kind[requirement['kind']][1] += want == got
                if details and want != got:
                    quotes = ' '.join('«' + e['quote'] + '»' for e in requirement['evidence'])
                    print(f'{truth["candidate"]} [{requirement["label"]}] {want} -> {got} ({requirement["ground"]}) {quotes}')
    kinds = ('yes', 'partly', 'no', 'unknown')
    print('truth \\ found' + ''.join(f'{k:>9}' for k in kinds))
    for want in kinds:
        print(f'{want:13}' + ''.join(f'{table.get((want, got), 0):9}' for got in kinds))
    count = sum(table.values())
    right = sum(n for (want, got), n in table.items() if want == got) / count
    yes = sum(n for (want, _), n in table.items() if want == 'yes')
    claimed = (table.get(('yes', 'yes'), 0) + table.get(('yes', 'partly'), 0)) / yes
    false_no = table.get(('yes', 'no'), 0) / yes
    false_yes = sum(table.get((want, 'yes'), 0) for want in kinds[1:]) / (count - yes)
    print('; '.join(f'{kind}: {n} judgements, right={hit / max(n, 1):.3f}' for kind, (n, hit) in by_kind.items()))
    print(f'judgements={count} right={right:.3f} shown_found={claimed:.3f} shown_called_no={false_no:.3f} not_shown_called_yes={false_yes:.3f}')
    faults += [f'right {right:.3f} is under {FLOOR_RIGHT}'] * (right < FLOOR_RIGHT)
    musts = by_kind['must'][1] / max(by_kind['must'][0], 1)
    faults += [f'musts right {musts:.3f} is under {FLOOR_MUSTS}'] * (musts < FLOOR_MUSTS)
    faults += [f'shown_found {claimed:.3f} is under {FLOOR_CLAIMED}'] * (claimed < FLOOR_CLAIMED)
    faults += [f'shown_called_no {false_no:.3f} is over {CEILING_FALSE_NO}'] * (false_no > CEILING_FALSE_NO)
    faults += [f'not_shown_called_yes {false_yes:.3f} is over {CEILING_FALSE_YES}'] * (false_yes > CEILING_FALSE_YES)
    print('\n'.join(faults))
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
