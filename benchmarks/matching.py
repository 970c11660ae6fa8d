"""Measures the matcher side by side with what is commonly used, on public sets and on our own questions.

    python benchmarks/matching.py [--sets ../shared/matching] [--questions 1000] [--only stackfaq] [--phrasings 10]

Prints a Markdown table for ``docs/matching.md``. Every method gets the same phrasings and questions; each row is the
mean over draws of 5, 10 or 20 phrasings an entry (StackFAQ threads have about ten: 3, 5 and 8). A fifth of the
entries is held out entirely and their questions count as out of scope. Our own questions are measured when ``faq/``
and ``tests/questions/`` are there.
"""

import argparse
import csv
import gc
import random
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bm25s
import numpy as np
import psutil
from rapidfuzz import fuzz, process
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_union

from bot.adapters.content.findings import Findings
from bot.adapters.content.library import load_content
from bot.app.encoder import content_encoder, sentence_encoder
from bot.authoring.evaluation.questions import Labelled, area_under_curve, evaluate, format_report
from bot.domain.audience import Audience
from bot.domain.ids import DUTCH, ENGLISH, EntryId, Language
from bot.matching.corpus import Corpus
from bot.matching.entry import Entry
from bot.matching.matcher import Matcher
from bot.matching.verdict import Outcome
from bot.text.folding import fold

Pair = tuple[str, str]
Ranked = list[tuple[str, float]]
"""Entries with a score, best first."""

Ask = Callable[[str], Ranked]
HELD_OUT = 0.2


@dataclass(frozen=True)
class Task:
    """Phrasings to learn from, questions in scope and questions out of it."""

    name: str
    language: Language
    learn: list[Pair]
    inside: list[Pair]
    outside: list[str]


def best_per_entry(scores: Sequence[float], owners: Sequence[str]) -> Ranked:
    best: dict[str, float] = {}
    for owner, score in zip(owners, scores, strict=True):
        if score > best.get(owner, -1.0):
            best[owner] = float(score)
    return sorted(best.items(), key=lambda item: -item[1])[:5]


def fuzzy(scorer: Any) -> Callable[[Task], Ask]:
    def build(task: Task) -> Ask:
        phrasings = [fold(text) for text, _ in task.learn]
        owners = [owner for _, owner in task.learn]

        def ask(text: str) -> Ranked:
            return best_per_entry(process.cdist([fold(text)], phrasings, scorer=scorer)[0].tolist(), owners)

        return ask

    return build


def bm25(task: Task) -> Ask:
    owners = [owner for _, owner in task.learn]
    index = bm25s.BM25()
    index.index([fold(text).split() for text, _ in task.learn], show_progress=False)

    def ask(text: str) -> Ranked:
        return best_per_entry(index.get_scores(fold(text).split()).tolist(), owners)

    return ask


def vectors() -> Any:
    words = TfidfVectorizer(preprocessor=fold, ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"\S+")
    letters = TfidfVectorizer(preprocessor=fold, analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
    return make_union(words, letters, n_jobs=None)


def tfidf_nearest(task: Task) -> Ask:
    union = vectors()
    rows = union.fit_transform([text for text, _ in task.learn])
    owners = [owner for _, owner in task.learn]

    def ask(text: str) -> Ranked:
        return best_per_entry(np.asarray((rows @ union.transform([text]).T).todense()).ravel().tolist(), owners)

    return ask


def logistic(task: Task) -> Ask:
    """Plain logistic regression on words and letters, as in the findings this project started from."""
    union = vectors()
    union.set_params(transformer_weights={"tfidfvectorizer-1": 0.35, "tfidfvectorizer-2": 0.65})
    model = LogisticRegression(C=50, max_iter=300)
    model.fit(union.fit_transform([text for text, _ in task.learn]), [owner for _, owner in task.learn])

    def ask(text: str) -> Ranked:
        shares = model.predict_proba(union.transform([text]))[0]
        return [(str(model.classes_[place]), float(shares[place])) for place in np.argsort(-shares)[:5]]

    return ask


def corpus_of(task: Task) -> Corpus:
    phrasings: dict[str, list[str]] = defaultdict(list)
    for text, owner in task.learn:
        phrasings[owner].append(text)
    everybody = frozenset(Audience)
    return Corpus(
        entries=tuple(
            Entry(id=EntryId(owner), audiences=everybody, title={}, questions={task.language: tuple(texts)}, answer={})
            for owner, texts in phrasings.items()
        )
    )


def ours(task: Task) -> Ask:
    matcher = Matcher.prepare(corpus_of(task))

    def ask(text: str) -> Ranked:
        return [(str(candidate.id), candidate.confidence) for candidate in matcher.judge(text).candidates]

    return ask


def with_meaning(task: Task) -> Ask:
    """The matcher as it runs: words, letters and the sentence encoder together."""
    matcher = Matcher.prepare(corpus_of(task), sentence_encoder())

    def ask(text: str) -> Ranked:
        verdict = matcher.judge(text, language=task.language)
        return [(str(candidate.id), candidate.confidence) for candidate in verdict.candidates]

    return ask


def meaning_alone(task: Task) -> Ask:
    """Logistic regression on the vectors of the same sentence encoder, as the published neural few-shot rows do."""
    encoder = sentence_encoder()
    if encoder is None:
        raise SystemExit("Het taalmodel kan niet laden; zonder meet deze rij niets.")
    model = LogisticRegression(C=50, max_iter=1000)
    model.fit(encoder.encode([text for text, _ in task.learn]), [owner for _, owner in task.learn])

    def ask(text: str) -> Ranked:
        shares = model.predict_proba(encoder.encode([text]))[0]
        return [(str(model.classes_[place]), float(shares[place])) for place in np.argsort(-shares)[:5]]

    return ask


METHODS: dict[str, Callable[[Task], Ask]] = {
    "rapidfuzz WRatio": fuzzy(fuzz.WRatio),
    "rapidfuzz token_set_ratio": fuzzy(fuzz.token_set_ratio),
    "BM25 (bm25s)": bm25,
    "TF-IDF nearest phrasing": tfidf_nearest,
    "logistic regression": logistic,
    "logistic regression on meaning": meaning_alone,
    "**steunpuntbot**, words alone": ours,
    "**steunpuntbot**": with_meaning,
}


def read(path: Path) -> list[tuple[str, str, str]]:
    with path.open(encoding="utf-8") as stream:
        return [(row[0], row[1], row[2]) for row in csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)]


def draw(name: str, rows: list[tuple[str, str, str]], count: int, seed: int, most: int) -> Task:
    """Return a task with ``count`` phrasings an entry; BANKING77 keeps its own test questions."""
    chance = random.Random(seed)
    fixed = [(text, label) for text, label, part in rows if part == "test"]
    official = [(text, label) for text, label, part in rows if part == f"train_{count}"]
    pool = official or [(text, label) for text, label, part in rows if part != "test" and part != "valid"]
    groups: dict[str, list[str]] = defaultdict(list)
    for text, label in dict.fromkeys(pool):
        groups[label].append(text)
    labels = sorted(groups)
    strange = set(chance.sample(labels, round(HELD_OUT * len(labels))))
    learn: list[Pair] = []
    rest: list[Pair] = list(fixed)
    for label in labels:
        texts = groups[label]
        chance.shuffle(texts)
        kept = count if fixed or len(texts) > count else max(1, len(texts) * 2 // 3)
        if label not in strange:
            learn += [(text, label) for text in texts[:kept]]
        if not fixed:
            rest += [(text, label) for text in texts[kept:]]
    inside = [pair for pair in rest if pair[1] not in strange]
    outside = [text for text, label in rest if label in strange]
    language = DUTCH if name.startswith("Home Assistant") else ENGLISH
    inside = chance.sample(inside, min(most, len(inside)))
    return Task(name, language, learn, inside, chance.sample(outside, min(most // 2, len(outside))))


@dataclass(frozen=True)
class Figures:
    """Shares in per cent, times in milliseconds, seconds and megabytes."""

    top1: float
    top3: float
    auroc: float
    p50: float
    p95: float
    prepare: float
    memory: float


def measure(build: Callable[[Task], Ask], task: Task) -> Figures:
    gc.collect()
    before = psutil.Process().memory_info().rss
    start = time.perf_counter()
    ask = build(task)
    prepared = time.perf_counter() - start
    memory = (psutil.Process().memory_info().rss - before) / 1e6
    times: list[float] = []

    def timed(text: str) -> Ranked:
        begin = time.perf_counter()
        ranked = ask(text)
        times.append((time.perf_counter() - begin) * 1000)
        return ranked

    inside = [(label, timed(text)) for text, label in task.inside]
    outside = [timed(text) for text in task.outside]
    highest = [
        np.array([ranked[0][1] if ranked else 0.0 for ranked in group]) for group in ([r for _, r in inside], outside)
    ]
    return Figures(
        top1=100 * float(np.mean([label in [name for name, _ in ranked[:1]] for label, ranked in inside])),
        top3=100 * float(np.mean([label in [name for name, _ in ranked[:3]] for label, ranked in inside])),
        auroc=100 * area_under_curve(*highest),
        p50=float(np.percentile(times, 50)),
        p95=float(np.percentile(times, 95)),
        prepare=prepared,
        memory=max(memory, 0.0),
    )


PUBLIC = {
    "Home Assistant nl": ("homeassistant_nl.tsv", (5, 10, 20), 3),
    "StackFAQ": ("stackfaq.tsv", (3, 5, 8), 3),
    "BANKING77": ("banking77_fewshot.tsv", (5, 10, 20), 1),
}


def public(folder: Path, most: int, only: str, phrasings: int) -> None:
    for name, (file, all_counts, draws) in PUBLIC.items():
        if only and only.lower() not in name.lower():
            continue
        counts = tuple(count for count in all_counts if phrasings in (0, count))
        if not counts:
            continue
        path = folder / file
        if not path.exists():
            print(f"\n{name}: {path} is not here, so it is not measured.")
            continue
        rows = read(path)
        print(f"\n### {name}\n")
        columns = [f"{kind} @{count}" for kind in ("top-1", "top-3", "AUROC") for count in counts]
        print("| method | " + " | ".join(columns) + " | p50 / p95 ms | prepare s | MB |")
        print("|---" * (len(columns) + 4) + "|")
        tasks = {count: [draw(name, rows, count, seed, most) for seed in range(draws)] for count in counts}
        for method, build in METHODS.items():
            figures = {count: [measure(build, task) for task in tasks[count]] for count in counts}
            cells = [
                f"{np.mean([getattr(one, kind) for one in figures[count]]):.1f}"
                for kind in ("top1", "top3", "auroc")
                for count in counts
            ]
            last = figures[counts[-1]]
            p50, p95 = np.mean([one.p50 for one in last]), np.mean([one.p95 for one in last])
            prepare, memory = np.mean([one.prepare for one in last]), max(one.memory for one in last)
            print(
                f"| {method} | " + " | ".join(cells) + f" | {p50:.1f} / {p95:.1f} | {prepare:.1f} | {memory:.0f} |",
                flush=True,
            )


def own_questions(files: Sequence[Path]) -> list[Labelled]:
    questions: list[Labelled] = []
    for file in files:
        with file.open(encoding="utf-8") as stream:
            for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
                audience, language = row.get("audience"), row.get("language")
                questions.append(
                    Labelled(
                        text=row["text"],
                        expected=None if row["expected"] == "-" else EntryId(row["expected"]),
                        audience=Audience(audience) if audience in tuple(Audience) else None,
                        language=Language(language) if language else None,
                    )
                )
    return questions


def own(root: Path) -> None:
    """Print each method on our own Dutch questions, then the whole report of the matcher."""
    files = sorted((root / "tests" / "questions").glob("development_*.tsv"))
    if not files or not (root / "faq").exists():
        print("\nOur own questions are not here, so they are not measured.")
        return
    corpus = load_content(root, Findings()).corpus()
    questions = own_questions(files)
    dutch = [question for question in questions if (question.language or DUTCH) == DUTCH]
    learn = [(text, str(entry.id)) for entry in corpus.entries for text in entry.questions.get(DUTCH, ())]
    inside = [(question.text, str(question.expected)) for question in dutch if question.expected is not None]
    task = Task("own", DUTCH, learn, inside, [question.text for question in dutch if question.expected is None])
    print(f"\n### Our own questions ({len(inside)} in scope, {len(task.outside)} out of scope, Dutch)\n")
    print("| method | top-1 | top-3 | AUROC | p50 / p95 ms | prepare s | MB |\n|---|---|---|---|---|---|---|")
    whole: list[Matcher] = []

    def with_everything(_: Task) -> Ask:
        """The matcher as it runs: glossary, small talk and what is not for us included, but not knowing who asks."""
        # What visitors write is read, not remembered.
        matcher = Matcher.prepare(corpus, content_encoder()).with_encoder(sentence_encoder())
        whole.append(matcher)

        def ask(text: str) -> Ranked:
            verdict = matcher.judge(text, language=DUTCH)
            found = () if verdict.outcome == Outcome.SMALLTALK else verdict.candidates
            return [(str(candidate.id), candidate.confidence) for candidate in found]

        return ask

    for method, build in {**METHODS, "**steunpuntbot**": with_everything}.items():
        one = measure(build, task)
        print(
            f"| {method} | {one.top1:.1f} | {one.top3:.1f} | {one.auroc:.1f} | {one.p50:.1f} / {one.p95:.1f} "
            f"| {one.prepare:.1f} | {one.memory:.0f} |",
            flush=True,
        )
    print(
        f"\nThe matcher with who asks known, all languages:\n\n```\n{format_report(evaluate(whole[0], questions))}\n```"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    root = Path(__file__).resolve().parent.parent
    parser.add_argument(
        "--sets", type=Path, default=root.parent / "shared" / "matching", help="folder with the public sets"
    )
    parser.add_argument("--questions", type=int, default=800, help="at most so many questions a draw")
    parser.add_argument("--only", default="", help="part of the name of one public set")
    parser.add_argument("--phrasings", type=int, default=0, help="measure only with so many phrasings an entry")
    given = parser.parse_args()
    public(given.sets, given.questions, given.only, given.phrasings)
    if not given.only:
        own(root)


if __name__ == "__main__":
    main()
