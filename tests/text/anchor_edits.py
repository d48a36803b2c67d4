#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How well highlights are found again in texts that were made, and then changed, by chance.

  anchor_edits.py DISPROOF-CLI [--seed N] [--rounds N] [--show N] [--write FILE]

Nothing in the texts means anything: their words are put together from syllables of several scripts, few
of them frequent. What becomes of each word is known, so that for each passage the place is known, too.
Prints a line for each kind of change:

  good    of those that are still there: the place overlaps the right one by at least 0.8 (intersection
          over union, without what is no letter or digit at the ends)
  wrong   of those: another place
  false   of those that are gone: a place all the same
  score   (good + gone ones recognised - half of wrong and false) / all

and fails when one of the limits is not held. What nobody could decide is not asked: passages of which
some words are left, but few, or whose words went to different places."""
import argparse
import json
import random
import subprocess
import sys

LIMITS = {'good': 0.99, 'wrong': 0.004, 'false': 0.005, 'score': 0.985}
# Syllables, sign at the end, whether there are spaces between words, whether there are capitals.
SCRIPTS = {
    'en': ('ka lo mi ren tu sa vel ni dor e pas chi ste bra un ol', '.', True, True),
    'ru': ('ка ло ми рен ту са вел ни дор е пас ше ста бро ун ья', '.', True, True),
    'el': ('κα λο μι ρεν του σα βελ νι δορ ε πας χι στα ου ελ μα', '.', True, True),
    'ka': ('კა ლო მი რენ ტუ სა ველ ნი დორ ე პას ჩი სტა ბრო უნ ია', '.', True, False),
    'hy': ('կա լո մի րեն տու սա վել նի դոր ե պաս չի ստա բրո ուն իա', '։', True, True),
    'ar': ('كا لو مي رن تو سا ول ني در في باس شي ستا برو ان ال', '.', True, False),
    'he': ('קא לו מי רן תו סא ול ני דר פי בס שי סטא ברו אן אל', '.', True, False),
    'zh': ('的 一 是 不 了 在 人 有 我 他 这 个 们 中 来 上 大 为 和 国 地 到 以 说 时 要 就 出 会 可 也 你 对 生 能 而 子 那 得 于', '。', False, False),
}
GONE = -1


class Language:
    """Words of one language: some small ones that are everywhere, and thousands of others."""

    def __init__(self, tag, rand):
        syllables, self.stop, self.has_spaces, self.has_capitals = SCRIPTS[tag]
        syllables = syllables.split()
        length = (1, 1, 2, 2, 3) if not self.has_spaces else (2, 2, 3, 3, 4, 5)
        self.small = [rand.choice(syllables) + (rand.choice(syllables) if self.has_spaces and i > 8 else '') for i in range(24)]
        self.words = [''.join(rand.choice(syllables) for _ in range(rand.choice(length))) for _ in range(3000)]
        self.rand = rand
        self.copied = set()  # slots of which the new text has a copy, or something much like one

    def word(self):
        rand = self.rand
        if rand.random() < 0.35:
            return self.small[int(len(self.small) * rand.random() ** 2)]
        if rand.random() < 0.04:
            return str(rand.randrange(1, 2030))
        return self.words[int(len(self.words) * rand.random() ** 2)]

    def other(self, word):
        """What somebody puts in its place: another word, or another ending of it."""
        if self.has_spaces and len(word) > 4 and self.rand.random() < 0.4:
            return word[:-2] + self.rand.choice(self.words)[:2]
        return next(w for w in iter(self.word, None) if w != word)


class Token:
    """A word with what stands behind it. The same slot in both texts has the same number."""
    __slots__ = ('word', 'after', 'slot', 'same')

    def __init__(self, word, after, slot=GONE, same=False):
        self.word, self.after, self.slot, self.same = word, after, slot, same

    def copy(self, **changes):
        token = Token(self.word, self.after, self.slot, self.same)
        for name, value in changes.items():
            setattr(token, name, value)
        return token


def make_sentence(language, stop=None):
    rand = language.rand
    n = rand.choice((3, 5, 7, 9, 11, 13, 16, 20, 26))
    space = ' ' if language.has_spaces else ''
    tokens = [Token(language.word(), space) for _ in range(n)]
    for token in tokens[:-1]:
        if rand.random() < 0.08:
            token.after = ('，' if not language.has_spaces else ',') + space
    tokens[-1].after = stop or language.stop
    if language.has_capitals:
        tokens[0].word = tokens[0].word.capitalize()
    if rand.random() < 0.12 and language.has_spaces:
        tokens[0].word = '“' + tokens[0].word
        tokens[-1].after += '”'
    return tokens


def look_alike(language, sentence):
    """Says something else in much the same words."""
    share = language.rand.choice((0.15, 0.25, 0.4))
    tokens = [t.copy(slot=GONE, same=False, word=language.other(t.word) if language.rand.random() < share else t.word) for t in sentence]
    if all(a.word == b.word for a, b in zip(tokens, sentence)):
        at = language.rand.randrange(len(tokens))
        tokens[at].word = language.other(tokens[at].word)
    return tokens


def make_text(language):
    """Paragraphs of sentences, and some that resemble others."""
    rand = language.rand
    text = [[make_sentence(language, '')]]
    for _ in range(rand.randrange(5, 14)):
        text.append([make_sentence(language) for _ in range(rand.choice((1, 2, 3, 4, 5)))])
    for _ in range(rand.randrange(0, 4)):
        source = rand.choice(rand.choice(text))
        rand.choice(text[1:]).append(look_alike(language, source))
    return text


def number(text):
    n = 0
    for paragraph in text:
        for sentence in paragraph:
            for token in sentence:
                token.slot, token.same = n, True
                n += 1


def copy(text):
    return [[[t.copy() for t in sentence] for sentence in paragraph] for paragraph in text]


def place(language, text):
    """The text as a string; for each token where it begins and ends."""
    parts, places, at = [], [], 0
    for p, paragraph in enumerate(text):
        tokens = [t for sentence in paragraph for t in sentence]
        ends = set()
        n = 0
        for sentence in paragraph:
            n += len(sentence)
            ends.add(n - 1)
        for i, token in enumerate(tokens):
            after = token.after
            if i in ends:
                after += '\n' if i == len(tokens) - 1 else ' ' if language.has_spaces else ''
            places.append((token, at, at + len(token.word)))
            parts.append(token.word + after)
            at += len(token.word) + len(after)
    return ''.join(parts).rstrip('\n'), places


# The changes. Each takes the language and a text that it may do with what it likes.

def change_words(language, text, share):
    rand = language.rand
    for paragraph in text:
        for s, sentence in enumerate(paragraph):
            out = []
            for token in sentence:
                chance = rand.random()
                if chance >= share:
                    out.append(token)
                elif chance < share * 0.6:
                    out.append(token.copy(word=language.other(token.word), same=False))
                elif chance < share * 0.8:
                    out.append(token)
                    out.append(Token(language.word(), token.after))
                    token.after = ' ' if language.has_spaces else ''
                elif len(sentence) > 3 and out:
                    out[-1].after = token.after
                else:
                    out.append(token)
            paragraph[s] = out


def words10(language, text):
    change_words(language, text, 0.10)


def words25(language, text):
    change_words(language, text, 0.25)


def typography(language, text):
    pairs = [('“', '"'), ('”', '"'), (' ', '\u00a0'), (',', ', '), ('-', '–')]
    for a, b in language.rand.sample(pairs, 3):
        for paragraph in text:
            for sentence in paragraph:
                for token in sentence:
                    token.word, token.after = token.word.replace(a, b), token.after.replace(a, b)


def insert(language, text):
    for _ in range(language.rand.randrange(1, 6)):
        if language.rand.random() < 0.5:
            text.insert(language.rand.randrange(len(text) + 1), [make_sentence(language) for _ in range(language.rand.randrange(1, 4))])
        else:
            paragraph = language.rand.choice(text)
            paragraph.insert(language.rand.randrange(len(paragraph) + 1), make_sentence(language))


def delete(language, text):
    for _ in range(language.rand.randrange(1, 6)):
        if len(text) > 3 and language.rand.random() < 0.3:
            del text[language.rand.randrange(len(text))]
        else:
            paragraph = language.rand.choice(text)
            if len(paragraph) > 1:
                del paragraph[language.rand.randrange(len(paragraph))]


def replace(language, text):
    """Other sentences, in the place of some."""
    for _ in range(language.rand.randrange(1, 5)):
        paragraph = language.rand.choice(text)
        paragraph[language.rand.randrange(len(paragraph))] = make_sentence(language)


def swap(language, text):
    for _ in range(language.rand.randrange(1, 4)):
        a, b = language.rand.randrange(len(text)), language.rand.randrange(len(text))
        text[a], text[b] = text[b], text[a]
    paragraph = language.rand.choice(text)
    language.rand.shuffle(paragraph)


def copy_sentence(language, sentence):
    language.copied.update(t.slot for t in sentence)
    return [t.copy(slot=GONE, same=False) for t in sentence]


def duplicate(language, text):
    """A sentence is quoted once more, a paragraph stands there twice, or something much like one is new."""
    rand = language.rand
    for _ in range(rand.randrange(1, 4)):
        at = rand.randrange(len(text))
        source = rand.choice(text[at])
        # Not beside it: then nobody could tell which of the two is the copy.
        to = rand.choice([i for i in range(len(text) + 1) if i not in (at, at + 1)] or [at])
        kind = rand.random()
        if kind < 0.4:
            text.insert(to, [copy_sentence(language, source)])
        elif kind < 0.6:
            text.insert(to, [copy_sentence(language, s) for s in text[at]])
        else:
            rand.choice(text).append(look_alike(language, copy_sentence(language, source)))


def trim(language, text):
    if language.rand.random() < 0.5:
        del text[:language.rand.randrange(1, 3)]
    else:
        del text[-language.rand.randrange(1, 3):]


def advert(language, text):
    """Something stands within a sentence that is not of it."""
    for _ in range(language.rand.randrange(1, 4)):
        paragraph = language.rand.choice(text)
        at = language.rand.randrange(len(paragraph))
        cut = language.rand.randrange(1, len(paragraph[at]))
        words = make_sentence(language)[:8]
        paragraph[at][cut:cut] = [w.copy(after=' ' if language.has_spaces else '') for w in words]


def case(language, text):
    for paragraph in text[:2]:
        for token in paragraph[0]:
            token.word = token.word.upper()


def version(language, text):
    """The page as somebody wrote it anew: some of everything."""
    for change in (replace, delete, insert, words10, duplicate):
        change(language, text)
    if language.rand.random() < 0.5:
        typography(language, text)
    if language.rand.random() < 0.3:
        swap(language, text)


def mixed(language, text):
    changes = (words10, words25, typography, insert, delete, replace, swap, duplicate, trim, advert)
    for change in language.rand.sample(changes, language.rand.randrange(2, 6)):
        if len(text) > 2:
            change(language, text)


KINDS = (typography, words10, words25, insert, delete, replace, swap, duplicate, trim, advert, case, version, mixed)


# Passages.

def choose(language, text, rand):
    """Ranges of slots: sentences, some in a row, parts of one."""
    sentences = [s for paragraph in text for s in paragraph]
    chosen = set()
    for _ in range(10):
        at = rand.randrange(len(sentences))
        first, last = sentences[at][0].slot, sentences[at][-1].slot
        kind = rand.random()
        if kind < 0.15 and at + 1 < len(sentences):
            last = sentences[at + 1][-1].slot
        elif kind < 0.45 and last - first > 4:
            n = rand.randrange(2 if language.has_spaces else 4, last - first)
            first = rand.randrange(first, last - n + 1)
            last = first + n
        chosen.add((first, last))
    return sorted(chosen)


def find_gold(places, first, last, copied):
    """Where the slots are now: a place, GONE, or None when it is nobody's to say."""
    there = [i for i, (t, _, _) in enumerate(places) if first <= t.slot <= last]
    slots = [places[i][0].slot for i in there]
    n = last - first + 1
    n_same = sum(places[i][0].same for i in there)
    if not copied.isdisjoint(range(first, last + 1)):
        return None
    if not there:
        return GONE
    # Too little is left of it, or an end is gone in whose place other words may stand.
    if len(there) < 0.7 * n or n_same < max(2, 0.6 * n) or max(slots[0] - first, last - slots[-1]) > max(1, 0.15 * n):
        return None
    # It fell apart.
    if there[-1] - there[0] + 1 > 1.5 * len(there) + 10 or slots != sorted(slots):
        return None
    return places[there[0]][1], places[there[-1]][2]


def make_job(kind, tag, seed):
    rand = random.Random(f'{kind.__name__} {tag} {seed}')
    language = Language(tag, rand)
    old = make_text(language)
    number(old)
    new = copy(old)
    kind(language, new)
    old_text, old_places = place(language, old)
    new_text, new_places = place(language, new)
    job = {'doc': f'{tag}-{seed}', 'lang': tag, 'kind': kind.__name__, 'old': old_text, 'new': new_text, 'quotes': []}
    golds = {}
    words = {t.slot: (start, end) for t, start, end in old_places}
    for first, last in choose(language, old, rand):
        start, end = words[first][0], words[last][1]
        exact = old_text[start:end]
        gold = find_gold(new_places, first, last, set() if kind is duplicate else language.copied)
        if gold is None:
            continue
        name = f'{kind.__name__}/{tag}/{seed}/{first}-{last}'
        job['quotes'].append({'id': name, 'start': start, 'end': end, 'exact': exact,
                              'prefix': old_text[max(0, start - 32):start], 'suffix': old_text[end:end + 32]})
        golds[name] = gold
    return job, golds


def tidy(text, start, end):
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def is_good(text, gold, answer):
    a, b = tidy(text, *gold)
    c, d = tidy(text, answer['start'], answer['end'])
    common = max(0, min(b, d) - max(a, c))
    return common >= 0.8 * max(1, (b - a) + (d - c) - common)


def judge(job, golds, answers, show):
    counts = dict.fromkeys(('there', 'good', 'wrong', 'gone', 'false'), 0)
    for quote in job['quotes']:
        gold, answer = golds[quote['id']], answers[quote['id']]
        verdict = None
        if answer['status'] in ('exact', 'moved') and job['new'][answer['start']:answer['end']] != quote['exact']:
            sys.exit(f"{quote['id']}: {answer['status']}, and yet it is another text")
        if answer['status'] == 'exact' and answer['start'] != quote['start']:
            sys.exit(f"{quote['id']}: exact, and yet in another place")
        if gold == GONE:
            counts['gone'] += 1
            verdict = 'false' if answer['start'] is not None else None
        else:
            counts['there'] += 1
            if answer['start'] is None:
                verdict = 'lost'
            else:
                good = is_good(job['new'], gold, answer)
                counts['good'] += good
                verdict = None if good else 'wrong'
        if verdict in counts:
            counts[verdict] += 1
        if verdict and show[0] > 0:
            show[0] -= 1
            print(f"{verdict} {quote['id']} ({answer['status']})\n  old  {quote['exact']!r}")
            if gold != GONE:
                print(f"  gold {job['new'][gold[0]:gold[1]]!r}")
            if answer['start'] is not None:
                print(f"  got  {job['new'][answer['start']:answer['end']]!r}")
    return counts


def report(name, c):
    there, gone = c['there'] or 1, c['gone'] or 1
    figures = {'good': c['good'] / there, 'wrong': c['wrong'] / there, 'false': c['false'] / gone,
               'score': (c['good'] + c['gone'] - c['false'] - 0.5 * (c['wrong'] + c['false'])) / ((c['there'] + c['gone']) or 1)}
    print(f"{name:12} {c['there']:6} there  good {figures['good']:.4f}  wrong {figures['wrong']:.4f}   "
          f"{c['gone']:5} gone  false {figures['false']:.4f}   score {figures['score']:.4f}")
    return figures


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('cli')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--rounds', type=int, default=6)
    parser.add_argument('--show', type=int, default=0)
    parser.add_argument('--write')
    arguments = parser.parse_args()

    jobs, golds = [], {}
    for seed in range(arguments.seed, arguments.seed + arguments.rounds):
        for tag in SCRIPTS:
            for kind in KINDS:
                job, gold = make_job(kind, tag, seed)
                jobs.append(job)
                golds.update(gold)
    lines = ''.join(json.dumps(job, ensure_ascii=False) + '\n' for job in jobs)
    if arguments.write:
        with open(arguments.write, 'w', encoding='utf-8') as f:
            f.write(lines)
    done = subprocess.run([arguments.cli, 'anchor'], input=lines.encode(), capture_output=True, check=True)
    answers = {}
    for line in done.stdout.decode().splitlines():
        answer = json.loads(line)
        answers[answer['id']] = answer

    show = [arguments.show]
    all_counts, by_kind = {}, {}
    for job in jobs:
        counts = judge(job, golds, answers, show)
        for into in (by_kind.setdefault(job['kind'], {}), all_counts):
            for name, n in counts.items():
                into[name] = into.get(name, 0) + n
    for kind, counts in by_kind.items():
        report(kind, counts)
    figures = report('all', all_counts)
    failed = [name for name, limit in LIMITS.items()
              if (figures[name] > limit if name in ('wrong', 'false') else figures[name] < limit)]
    if failed:
        sys.exit(f"limits not held: {', '.join(failed)}")


if __name__ == '__main__':
    main()
