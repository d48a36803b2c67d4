#!/usr/bin/python3
# test-cli.py: the command line, as a shell sees it
#
# SPDX-License-Identifier: GPL-3.0-or-later

"""usage: test-cli.py DISPROOF-CLI    (TAP on standard output)"""

import http.server
import json
import locale
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import traceback

PROGRAM = os.path.abspath(sys.argv[1])
UUID = re.compile(r"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Unrest on order</title>
<meta name="author" content="Ann Author"><meta property="og:site_name" content="The Daily Example">
<meta property="article:published_time" content="2022-01-08"></head><body><nav><a href="/">Start</a></nav>
<article><h1>Unrest on order</h1>
<p>The protests in Kazakhstan were planned abroad, an official said on Friday. The people in the squares
were trained for it. Nobody in the squares agreed with the official about that, “not one” of those asked.</p>
<h2>What is known</h2>
<p>The price of gas had doubled in the west of the country. The people in the squares spoke of that first.
It was the coldest week of the year, and the offices stayed closed until the end of it.</p>
<blockquote><p>We came for the price, and we stayed for the rest of it, said one who was there.</p></blockquote>
</article></body></html>
"""


class Failure(Exception):
    pass


class Absent(Exception):
    """this machine lacks what the test is about"""


def check(condition, *what):
    if not condition:
        raise Failure(" ".join(str(w) for w in what))


def run(*arguments, stdin=b"", env=None, cwd=None):
    """(code, output, errors) of one command"""
    if isinstance(stdin, str):
        stdin = stdin.encode()
    environment = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="")
    environment.update(env or {})
    done = subprocess.run([PROGRAM, *arguments], input=stdin, capture_output=True, env=environment, cwd=cwd, timeout=60)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def ok(*arguments, **more):
    """the output of a command that must work, and say nothing on standard error"""
    code, output, errors = run(*arguments, **more)
    check(code == 0 and errors == "", arguments, "gave", code, errors)
    return output


def fails(code, pattern, *arguments, **more):
    """a command must end with that code and message, and print nothing"""
    got, output, errors = run(*arguments, **more)
    check(got == code, arguments, "gave", got, "and not", code, errors)
    check(output == "", arguments, "printed", output)
    check(re.search(pattern, errors), arguments, "said", errors)
    check(errors.startswith("disproof-cli: "), arguments, "said", errors)


def ok_json(*arguments, **more):
    return json.loads(ok(*arguments, **more))


def read(*path):
    with open(os.path.join(*path), "rb") as file:
        return file.read()


def write(content, *path):
    path = os.path.join(*path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())
    return path


def make_case(top, name="case"):
    page = write(PAGE, top, "page.html")
    return ok_json("new", os.path.join(top, name), "--file", page, "--url", "https://example.org/unrest")["folder"]


# What is wrong with the command line itself: code 2.

def test_usage(top):
    fails(2, "Say a verb")
    fails(2, "no verb “frobnicate”", "frobnicate")
    fails(2, "no verb", "--frobnicate")
    check(ok("--version").startswith("disproof-cli "))
    verbs = re.findall(r"^  (?!disproof)([a-z-]+) ", ok("--help"), re.M)
    for verb in ("anchor", "extract", "sentences", "new", "highlight", "tag", "evidence", "write", "show", "validate"):
        check(verb in verbs, verb, "is not in the help")
    check(ok("-h") == ok("--help"))
    for verb in verbs:
        help_text = ok(verb, "--help")
        check("disproof-cli " + verb in help_text, help_text)
        fails(2, "--frobnicate", verb, "--frobnicate")
    for verb in ("new", "highlight", "tag", "evidence", "references", "relate", "write", "show", "validate", "extract", "ranking", "diff", "comment", "submit", "approve", "withdraw"):
        fails(2, "missing", verb)
    fails(2, "Too much", "show", "a", "b")
    fails(2, "Too much", "sentences", "a")
    fails(2, "Try “disproof-cli show --help”", "show")


# The case that everything is about, step by step.

def test_whole_case(top):
    page = write(PAGE, top, "page.html")
    folder = os.path.join(top, "library", "case")
    os.makedirs(os.path.join(top, "library"))
    made = ok_json("new", folder, "--file", page, "--url", "https://example.org/unrest", "--title", "Unrest on order?", "--lang", "en-GB")
    check(made["folder"] == folder and UUID.match(made["id"]) and UUID.match(made["article"]), made)
    fails(1, "", "new", folder, "--file", page)

    first = ok("highlight", folder, "--quote", "The protests in Kazakhstan were planned abroad").strip()
    second = ok("highlight", folder, "--sentence", "3").strip()
    third = ok("highlight", folder, "--start", "20", "--end", "28").strip()
    for identifier in (first, second, third):
        check(UUID.match(identifier), identifier)
    check(ok("highlight", folder, "--sentence", "3").strip() == second, "one passage, two highlights")

    check(ok("tag", folder, first, "unrest/colour-revolution") == "unrest/colour-revolution\n")
    label = json.loads(ok("show", "--json", folder))["narratives"][0]["label"]
    check(ok("tag", folder, second[:8], label.upper()) == "unrest/colour-revolution\n")

    source = ok_json("evidence", folder, "source", "--link", "https://example.org/statement", "--title", "Statement on the events",
                     "--publisher", "Office of Examples", "--author", "B. Speaker", "--date", "2022-01-08", "--quote", "We follow “closely”.",
                     "--archive", "https://example.net/archived", "--kind", "official", "--undermines", first, "--context", second, "--key", "statement")
    check(source["key"] == "statement" and UUID.match(source["id"]), source)
    ranking = ok_json("evidence", folder, "ranking", "kazakhstan", "democracy", "2020", "--undermines", first)
    check("128" in ranking["heading"] and "167" in ranking["heading"], ranking)
    exact = ok_json("evidence", folder, "ranking", "--index", "cpi", "--edition", "2020", "--country", "Kazakhstan", "--supports", third)
    check("94" in exact["heading"] and "180" in exact["heading"], exact)

    ok("write", folder, "--summary", "-", stdin="The outlet says that it was **planned**.\n")
    disproof = write("It began over the price of gas [@statement].\n\nSee [@%s; @%s].\n" % (ranking["key"], exact["key"]), top, "disproof.md")
    ok("write", folder, "--disproof", disproof, "--verdict", "false", "--lang", "en")

    others = {}
    for number, kind in enumerate(("repeats", "contradicts", "see-also")):
        other = make_case(os.path.join(top, "library"), "other-%d" % number)
        others[json.loads(ok("show", "--json", other))["id"]] = kind
        ok("relate", folder, kind, other)
    ok("relate", folder, "see-also", folder + "/../other-2/case.json")

    shown = ok("show", folder)
    for text in ("Unrest on order?", "Draft", "The Daily Example", "Ann Author", "2022-01-08", first, label, "[@statement]", "Undermines",
                 "It began over the price of gas", "Related cases"):
        check(text in shown, text, "is not in", shown)

    case = json.loads(ok("show", "--json", folder))
    check(case == json.loads(read(folder, "case.json")), "what is shown is not what is saved")
    check(case["id"] == made["id"] and case["state"] == "draft" and case["verdict"] == "false" and case["title"] == "Unrest on order?", case)
    check(len(case["highlights"]) == 3 and len(case["evidence"]) == 3 and len(case["relations"]) == 3, case)
    check({r["case"]: r["kind"] for r in case["relations"]} == others, case["relations"])
    check(case["summary"] == "The outlet says that it was **planned**.", case["summary"])
    sealed = case["articles"][0]["sealed"]
    check(read(folder, "sealed", sealed["sha256"]) == PAGE.encode(), "the sealed copy is not the page")

    result = ok_json("validate", folder)
    check(result == {"case": folder, "ok": True, "problems": []}, result)
    check(ok_json("validate", os.path.join(folder, "case.json"))["ok"])


def test_new(top):
    page = write(PAGE, top, "page.html")
    fails(2, "one of --file", "new", os.path.join(top, "a"))
    fails(2, "one of --file", "new", os.path.join(top, "a"), "--file", page, "--text", "-")
    fails(2, "--url", "new", os.path.join(top, "a"), "--link", "https://example.org", "--url", "https://example.org")
    fails(2, "--url is no link", "new", os.path.join(top, "a"), "--file", page, "--url", "no link")
    fails(2, "--lang", "new", os.path.join(top, "a"), "--file", page, "--lang", "!!")
    fails(1, "", "new", os.path.join(top, "a"), "--file", os.path.join(top, "missing.html"))
    fails(1, "", "new", os.path.join(top, "missing", "a"), "--file", page)
    fails(1, "", "new", os.path.join(top, "a"), "--text", "-", stdin=b"")
    fails(1, "byte 3", "new", os.path.join(top, "a"), "--text", "-", stdin=b"abc\xff")
    fails(1, "", "new", os.path.join(top, "a"), "--link", "ftp://example.org/x")
    fails(1, "", "new", os.path.join(top, "a"), "--file", write(b"\x89PNG\r\n\x1a\n" + bytes(200), top, "image.html"))
    check(not os.path.exists(os.path.join(top, "a")), "a case that was not made is there")

    made = ok_json("new", "text", "--text", "-", "--title", "Words", stdin="First paragraph.\n\nSecond — „Absatz“.\n", cwd=top)
    case = json.loads(read(made["folder"], "case.json"))
    check(case["title"] == "Words" and "Absatz" in json.dumps(case["articles"][0], ensure_ascii=False), case)
    check(ok_json("validate", made["folder"])["ok"])

    # Without any locale words beyond ASCII pass all the same.
    identifier = ok("highlight", made["folder"], "--quote", "„Absatz“", env={"LC_ALL": "C"}).strip()
    check(UUID.match(identifier), identifier)


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path != "/page":
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(PAGE.encode())

    def log_message(self, *arguments):
        pass


def test_link(top):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        link = "http://127.0.0.1:%d/" % server.server_address[1]
        fails(1, "404|not", "new", os.path.join(top, "a"), "--link", link + "missing")
        made = ok_json("new", os.path.join(top, "a"), "--link", link + "page")
        article = json.loads(read(made["folder"], "case.json"))["articles"][0]
        check(article["link"] == link + "page" and article["sealed"]["status"] == 200, article)
        check(ok_json("validate", made["folder"])["ok"])
    finally:
        server.shutdown()
        server.server_close()


def test_highlight(top):
    folder = make_case(top)
    before = read(folder, "case.json")
    fails(2, "--quote", "highlight", folder)
    fails(2, "--quote", "highlight", folder, "--quote", "abroad", "--sentence", "1")
    fails(2, "go together", "highlight", folder, "--start", "1")
    fails(2, "empty", "highlight", folder, "--quote", "")
    fails(2, "", "highlight", folder, "--sentence", "three")
    fails(1, "does not say", "highlight", folder, "--quote", "never said")
    fails(1, r"3 times, at \d+, \d+, \d+", "highlight", folder, "--quote", "in the squares")
    fails(1, "UTF-8", "highlight", folder, "--quote", b"\xff")
    fails(1, "no sentence 99", "highlight", folder, "--sentence", "99")
    fails(1, "no sentence 0", "highlight", folder, "--sentence", "0")
    fails(1, "no passage", "highlight", folder, "--start", "5", "--end", "5")
    fails(1, "no passage", "highlight", folder, "--start", "0", "--end", "1000000")
    fails(1, "no article", "highlight", folder, "--article", "2", "--sentence", "1")
    fails(1, "no case", "highlight", os.path.join(top, "nowhere"), "--sentence", "1")
    check(read(folder, "case.json") == before, "a mistake changed the case")
    check(UUID.match(ok("highlight", folder, "--article", "1", "--sentence", "1").strip()))


def test_tag(top):
    folder = make_case(top)
    highlight = ok("highlight", folder, "--sentence", "2").strip()
    fails(2, "missing", "tag", folder, highlight)
    fails(1, "no highlight", "tag", folder, "abc", "unrest")
    fails(1, "no narrative “nonsense”", "tag", folder, highlight, "unrest", "nonsense")
    check(json.loads(read(folder, "case.json"))["highlights"][0].get("narratives", []) == [], "tagged in part")
    check(ok("tag", folder, highlight, "unrest", "unrest/colour-revolution") == "unrest\nunrest/colour-revolution\n")
    check(ok("tag", "--untag", folder, highlight, "unrest") == "unrest/colour-revolution\n")
    check(ok("tag", "--untag", folder, highlight, "unrest/colour-revolution") == "")
    check(ok("tag", folder, highlight, "T0023", "unrest") == "unrest\nT0023 Distort Facts\n")
    check("Techniques: T0023 Distort Facts" in ok("show", folder))
    check(ok("tag", "--untag", folder, highlight, "T0023", "unrest") == "")
    ok("narratives", "merge", "media", "unrest", "--library", top)
    fails(1, "no longer used: use “unrest”", "tag", folder, highlight, "media")

    # The library's own narratives are those beside the case; broken, they are not passed over.
    write("{", top, "narratives.json")
    fails(1, "narratives.json", "tag", folder, highlight, "unrest")


def test_references(top):
    folder = make_case(top)
    before = read(folder, "case.json")
    ris = "TY  - NEWS\r\nAU  - Berg, Anna\r\nTI  - The count\r\nDA  - 2022/01/08\r\nER  - \r\nTY  - THES\r\nTI  - Votes\r\nER  - \r\n"
    fails(1, r"Line 4 \(/1\): ", "references", folder, stdin='[{"type": "book",\n"title": "A"}\n,\n{"type": "book"}]')
    fails(1, "Line 3: ", "references", folder, stdin="TY  - NEWS\nTI  - A\nDA  - 2022/02/30\nER  - \n")
    fails(1, "no reference", "references", folder, stdin=" ")
    fails(1, "", "references", folder, os.path.join(top, "absent.ris"))
    check(read(folder, "case.json") == before, "a mistake changed the case")

    lines = [json.loads(line) for line in ok("references", folder, write(ris, top, "list.ris")).splitlines()]
    more = ok_json("references", folder, "-", stdin='{"type": "webpage", "title": "The count", "URL": "https://example.org/a"}')
    pieces = json.loads(read(folder, "case.json"))["evidence"]
    check([p["id"] for p in pieces] == [l["id"] for l in lines + [more]], pieces)
    check([p["title"] for p in pieces] == ["The count", "Votes", "The count"], pieces)
    check(pieces[0]["author"] == "Anna Berg" and pieces[0]["date"] == "2022-01-08", pieces)
    check(len({p["key"] for p in pieces}) == 3 and all(p["key"] for p in pieces), pieces)
    ok("validate", folder)


def test_evidence(top):
    folder = make_case(top)
    highlight = ok("highlight", folder, "--sentence", "2").strip()
    before = read(folder, "case.json")
    link = ("--link", "https://example.org/x")
    fails(2, "missing", "evidence", folder)
    fails(2, "source", "evidence", folder, "rumour", *link)
    fails(2, "--link or --title", "evidence", folder, "source")
    fails(2, "--kind", "evidence", folder, "source", *link, "--kind", "gossip")
    fails(2, "--date", "evidence", folder, "source", *link, "--date", "10/01/2022")
    fails(2, "key", "evidence", folder, "source", *link, "--key", "not a key")
    fails(2, "no query", "evidence", folder, "source", "words", *link)
    fails(2, "one way", "evidence", folder, "source", *link, "--supports", highlight, "--undermines", highlight)
    fails(1, "no highlight", "evidence", folder, "source", *link, "--supports", "abcdef")
    fails(2, "query", "evidence", folder, "ranking")
    fails(2, "query", "evidence", folder, "ranking", "--index", "cpi")
    fails(2, "query", "evidence", folder, "ranking", "words", "--index", "cpi", "--edition", "2020", "--country", "KAZ")
    fails(1, "No ranking", "evidence", folder, "ranking", "xyzzy")
    fails(1, "More than one(.|\n)*--index", "evidence", folder, "ranking", "kazakhstan")
    fails(1, "no index", "evidence", folder, "ranking", "--index", "xyzzy", "--edition", "2020", "--country", "KAZ")
    fails(1, "no country", "evidence", folder, "ranking", "--index", "cpi", "--edition", "2020", "--country", "Atlantis")
    fails(1, "editions", "evidence", folder, "ranking", "--index", "cpi", "--edition", "1848", "--country", "KAZ")
    fails(2, "", "evidence", folder, "ranking", "kazakhstan", "cpi", "2020", "--rank", "first")
    check(read(folder, "case.json") == before, "a mistake changed the case")

    first = ok_json("evidence", folder, "source", *link, "--key", "x", "--date", "2022-01")
    fails(1, "key “x”", "evidence", folder, "source", *link, "--key", "x")
    corrected = ok_json("evidence", folder, "ranking", "--index", "cpi", "--edition", "2020", "--country", "KZ", "--rank", "95", "--total", "181", "--score", "37")
    check("95" in corrected["heading"] and "181" in corrected["heading"], corrected)
    evidence = json.loads(read(folder, "case.json"))["evidence"]
    check([e["id"] for e in evidence] == [first["id"], corrected["id"]] and evidence[0]["date"] == "2022-01", evidence)


def test_write(top):
    folder = make_case(top)
    before = read(folder, "case.json")
    fails(2, "nothing", "write", folder)
    fails(2, "Only one", "write", folder, "--summary", "-", "--disproof", "-")
    fails(2, "--state", "write", folder, "--state", "approved")
    fails(2, "--lang", "write", folder, "--lang", "!!")
    fails(1, "byte 1", "write", folder, "--summary", "-", stdin=b"a\xff")
    fails(1, "", "write", folder, "--summary", os.path.join(top, "missing.md"))
    fails(1, "no case", "write", top, "--title", "T")
    check(read(folder, "case.json") == before, "a mistake changed the case")
    ok("write", folder, "--title", "„Neu“", "--summary", "-", stdin="")
    case = json.loads(read(folder, "case.json"))
    check(case["title"] == "„Neu“" and case.get("summary", "") == "", case)

    # Members that this version does not know stay.
    case["future"] = {"kept": [1, 2.5]}
    write(json.dumps(case), folder, "case.json")
    ok("write", folder, "--title", "Again")
    check(json.loads(read(folder, "case.json"))["future"] == {"kept": [1, 2.5]}, "an unknown member is gone")


def test_relate(top):
    folder = make_case(top)
    other = make_case(top, "other")
    fails(2, "KIND", "relate", folder, "hates", other)
    fails(1, "itself", "relate", folder, "repeats", folder)
    fails(1, "no case", "relate", folder, "repeats", os.path.join(top, "nowhere"))
    ok("relate", folder, "repeats", other)
    ok("relate", folder, "updates", other)
    relations = json.loads(read(folder, "case.json"))["relations"]
    check(len(relations) == 1 and relations[0]["kind"] == "updates", relations)


# Files that are no cases: a message, code 1, and not a byte changed.

def test_broken_cases(top):
    good = read(make_case(top, "good"), "case.json")
    case = json.loads(good)
    broken = {
        "empty": b"",
        "cut": good[:len(good) // 2],
        "deep": b"[" * 100000,
        "twice": b'{"format":"disproof-case","format":"disproof-case"}',
        "nul": good.replace(b"Unrest", b"Unr\\u0000", 1),
        "bytes": good.replace(b"Unrest", b"Unr\xff\xfe", 1),
        "list": b"[]",
        "other": b'{"some":"thing"}',
        "future": json.dumps(dict(case, version=99)).encode(),
        "type": json.dumps(dict(case, title=7)).encode(),
        "number": json.dumps(dict(case, version=2 ** 60)).encode(),
    }
    paths = []
    for name, content in broken.items():
        write(content, top, name, "case.json")
        paths.append(os.path.join(top, name))
        fails(1, ".", "show", paths[-1])
        fails(1, ".", "write", paths[-1], "--title", "T")
        check(read(top, name, "case.json") == content, name, "was changed")
    paths.append(os.path.join(top, "nowhere"))
    code, output, errors = run("validate", *paths, os.path.join(top, "good"))
    lines = [json.loads(line) for line in output.splitlines()]
    check(code == 1 and errors == "", code, errors)
    check([line["case"] for line in lines] == paths + [os.path.join(top, "good")], output)
    check([line["ok"] for line in lines] == [False] * len(paths) + [True], output)
    check(all(line["problems"] for line in lines[:-1]), output)


def test_validate(top):
    folder = make_case(top)

    def problem(pattern, change):
        case = json.loads(read(folder, "case.json"))
        change(case)
        write(json.dumps(case), top, "changed", "case.json")
        shutil.copytree(os.path.join(folder, "sealed"), os.path.join(top, "changed", "sealed"), dirs_exist_ok=True)
        code, output, _ = run("validate", os.path.join(top, "changed"))
        check(code == 1 and re.search(pattern, output), pattern, "is not in", output)

    ok("highlight", folder, "--sentence", "2")
    ok("evidence", folder, "source", "--link", "https://example.org/x", "--key", "x")
    problem("@gone", lambda case: case.update(disproof="So it is [@x; @gone]."))
    problem("@gone", lambda case: case.update(summary="So it is [@gone]."))
    problem("no id|case", lambda case: case.update(relations=[{"kind": "repeats", "case": "that other one", "title": "T"}]))
    problem("related to itself", lambda case: case.update(relations=[{"kind": "repeats", "case": case["id"], "title": "T"}]))

    sealed = os.path.join(folder, "sealed", json.loads(read(folder, "case.json"))["articles"][0]["sealed"]["sha256"])
    os.chmod(sealed, 0o600)
    write(PAGE.replace("abroad", "at home"), sealed)
    code, output, _ = run("validate", folder)
    check(code == 1 and json.loads(output)["problems"], output)
    os.unlink(sealed)
    code, output, _ = run("validate", folder)
    check(code == 1 and json.loads(output)["problems"], output)


def test_sentences(top):
    text = "Dr. Who came at 5 p.m. yesterday.  Nobody saw it? 我们走了。他们来了。 😀 is one. End"
    offsets = json.loads(ok("sentences", "--offsets", "--lang", "en", stdin=text))
    lines = ok("sentences", "--lang", "en", stdin=text).splitlines()
    check([text[a:b] for a, b in offsets] == lines and len(lines) > 4, offsets, lines)
    check(ok("sentences", stdin="") == "" and ok("sentences", "--offsets", stdin=" \n ") == "[]\n")
    lines = ok("sentences", stdin="One\r\ntwo three.\u2028Four.").splitlines()
    check("".join(lines).replace(" ", "") == "Onetwothree.Four.", lines)
    fails(1, "byte 4", "sentences", stdin=b"Good\xc3(")
    fails(1, "byte 4", "sentences", stdin=b"Good\x00(")
    fails(2, "--lang", "sentences", "--lang", "???", stdin="A.")


def test_anchor(top):
    old = "One thing was said. Another — “quite another” — was done."
    new = "Yes: one thing was said. Another - \"quite another\" - was never done."

    def job(**more):
        quotes = [{"id": str(i), "start": old.index(q), "end": old.index(q) + len(q), "exact": q, "prefix": "", "suffix": ""}
                  for i, q in enumerate(("thing was said", "“quite another”", "was done", "One"))]
        return json.dumps({"doc": "d", "old": old, "new": new, "quotes": quotes, **more}) + "\n"

    answers = [json.loads(line) for line in ok("anchor", stdin=job() + "\n" + job(new=old)).splitlines()]
    check([a["id"] for a in answers] == ["0", "1", "2", "3"] * 2, answers)
    found = [a["start"] is not None and new[a["start"]:a["end"]] for a in answers[:4]]
    check(found[:3] == ["thing was said", "\"quite another\"", "was never done"], found)
    check([a["status"] for a in answers[:3]] == ["moved", "changed", "changed"], answers)
    check(answers[1]["score"] == 1 and 0 < answers[2]["score"] < 1, answers)
    check(all(a["status"] == "exact" and a["score"] == 1 for a in answers[4:]), answers)
    gone = [json.loads(line) for line in ok("anchor", stdin=job(new="")).splitlines()]
    check(all(a["start"] is None and a["end"] is None and a["status"] == "lost" for a in gone), gone)
    alone = [json.loads(line) for line in ok("anchor", stdin=job(old=None, new=old)).splitlines()]
    check(len(alone) == 4 and alone[0]["status"] == "exact", alone)
    check(ok("anchor", stdin="") == "")
    fails(1, "Job 2", "anchor", stdin="\n{}\n")
    fails(1, "not an array", "anchor", stdin=job(quotes=None))
    fails(1, "JSON object", "anchor", stdin="[]\n")
    fails(1, "JSON object", "anchor", stdin=job(quotes=[1]))
    fails(1, "exact", "anchor", stdin=job(quotes=[{"id": "a"}]))
    fails(1, "start", "anchor", stdin=job(quotes=[{"exact": "a", "start": -1}]))
    fails(1, "start", "anchor", stdin=job(quotes=[{"exact": "a", "start": "1"}]))
    fails(1, "old", "anchor", stdin=job(old=1))
    fails(1, "Job 1", "anchor", stdin=b"{\"new\": \"\xc3(\"}\n")


def test_extract(top):
    page = write(PAGE, top, "page.html")
    found = ok_json("extract", page, "https://example.org/unrest")
    check(set(found) >= {"title", "byline", "published", "modified", "site", "lang", "dir", "canonical", "text", "blocks"}, found)
    check(set(found) >= {"description", "section", "image", "headings", "quotes", "links", "candidates", "dropped"}, found)
    check([c for c in found["candidates"]["title"] if c.get("chosen") and c["value"] == found["title"] and c["from"]], found["candidates"])
    check([d for d in found["dropped"] if "Start" in d["text"] and d["reason"] == "navigation"], found["dropped"])
    check(found["title"] == "Unrest on order" and found["published"].startswith("2022-01-08") and found["lang"] == "en", found)
    check("coldest week" in found["text"] and "Start" not in found["text"], found["text"])
    old = write("<html><body><article><p>%s</p></article></body></html>" % ("Погода была холодной весь день. " * 20), top, "old.html")
    write(read(old).decode().encode("windows-1251"), old)
    check("Погода была" in ok_json("extract", "--charset", "windows-1251", old)["text"])
    plain = write("A title\n\nA paragraph with <b> in it.\n", top, "page.txt")
    check("<b>" in ok_json("extract", plain)["text"])
    fails(1, ".", "extract", os.path.join(top, "missing.html"))
    fails(1, ".", "extract", top)
    fails(1, "URL", "extract", page, b"http://\xff/")
    fails(2, "--batch", "extract", "--batch", page)


def test_batch(top):
    page = write(PAGE, top, "page.html")
    requests = [
        json.dumps({"id": 1, "path": page, "url": "https://example.org/x", "charset": None}),
        json.dumps({"id": "missing", "path": os.path.join(top, "missing.html")}),
        json.dumps({"id": ["no path"]}),
        json.dumps({"id": 4, "path": 5}),
        "{broken",
        "[]",
        "",
        "[" * 100000,
        json.dumps({"id": "last", "path": page, "charset": "utf-8"}),
    ]
    answers = [json.loads(line) for line in ok("extract", "--batch", stdin="\n".join(requests)).split("\n")[:-1]]
    check([a["id"] for a in answers] == [1, "missing", ["no path"], 4, None, None, None, "last"], answers)
    check([("error" in a) for a in answers] == [False] + [True] * 6 + [False], answers)
    check(answers[0]["headings"] == ["What is known"] and len(answers[0]["quotes"]) == 1, answers[0])

    # Each answer comes before the next question is asked.
    with subprocess.Popen([PROGRAM, "extract", "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        # One that keeps its answers to itself would keep this test waiting.
        watch = threading.Timer(30, process.kill)
        watch.daemon = True
        watch.start()
        for number in range(3):
            process.stdin.write(json.dumps({"id": number, "path": page}).encode() + b"\n")
            process.stdin.flush()
            check(json.loads(process.stdout.readline())["id"] == number)
        process.stdin.close()
        check(process.wait(30) == 0)
        watch.cancel()


# The review: nobody approves their own work, and nothing but what was approved goes out.

ANN = {"DISPROOF_NAME": "Ann Author", "DISPROOF_EMAIL": "ann@example.org"}
ROB = "Rob Reviewer <rob@example.org>"


def change(folder, edit):
    """an edit of the case by hand"""
    case = json.loads(read(folder, "case.json"))
    edit(case)
    write(json.dumps(case), folder, "case.json")


def make_ready(top):
    """a case with all that a check could block on"""
    folder = make_case(os.path.join(top, "library"))
    passage = ok("highlight", folder, "--sentence", "2", env=ANN).strip()
    ok("tag", folder, passage, "unrest/colour-revolution", env=ANN)
    ok("evidence", folder, "source", "--link", "https://example.org/prices", "--title", "Prices", "--publisher", "Office", "--key", "prices",
       "--undermines", passage, env=ANN)
    ok("write", folder, "--title", "Unrest on order", "--lang", "en", "--verdict", "false", "--summary", "-", stdin="It was planned.", env=ANN)
    ok("write", folder, "--disproof", "-", stdin="The price of gas had doubled [@prices].", env=ANN)
    change(folder, lambda case: case.update(claims=[{"id": "claim", "text": "They were planned abroad.", "language": "en", "highlights": [passage]}]))
    return folder


def test_check(top):
    folder = make_case(top)
    code, output, errors = run("check", "--json", folder)
    report = json.loads(output)
    found = {finding["check"]: finding for finding in report["findings"]}
    check(code == 1 and errors == "" and not report["ok"], report)
    check({"claim", "disproof", "summary", "case-verdict"} <= set(found), found)
    check(found["summary"]["place"] == "/summary" and found["summary"]["severity"] == "blocks", found)
    table = ok_json("check", "--list")
    check(len(table) >= 40 and len({line["check"] for line in table}) == len(table), len(table))
    check(all(line["title"] and line["why"] and line["mend"] and line["authority"] for line in table), table)
    fails(2, "--list", "check")
    fails(2, "--list", "check", "--list", folder)
    fails(1, "no case", "check", top)

    ready = make_ready(top)
    report = ok_json("check", "--json", ready)
    check(report["ok"] and report["ledger"]["carried"] == 1 and report["ledger"]["uncovered"] == 0, report)
    ok("write", ready, "--disproof", "-", stdin="The price had doubled [@prices]. So it was. Kazakhstan ranked 12th of 167 in the Democracy Index 2020 [@nothing].")
    code, output, errors = run("check", "--json", ready)
    report = json.loads(output)
    checks = [finding["check"] for finding in report["findings"]]
    check(code == 1 and report["ledger"]["uncovered"] == 2, report["ledger"])
    check("disproof-citation" in checks and "disproof-rank" in checks, checks)
    uncovered = [finding for finding in report["findings"] if finding["check"] == "disproof-uncovered"]
    check(uncovered[0]["detail"] == "So it was." and uncovered[0]["span"][0] == len("The price had doubled [@prices]. "), uncovered)

    # A house's policy; a mistake in it is told with its line, and the checks stay as they are.
    policy = os.path.join(top, "library", "policy.json")
    rules = {"format": "disproof-policy", "version": 1, "checks": [{"check": "disproof-uncovered", "severity": "hints", "reason": "We trust our writers"}]}
    write(json.dumps(rules, indent=1), policy)
    report = json.loads(run("check", "--json", ready)[1])
    check({f["severity"] for f in report["findings"] if f["check"] == "disproof-uncovered"} == {"hints"}, report["findings"])
    rules["checks"][0]["check"] = "disproof-covered"
    write(json.dumps(rules, indent=1), policy)
    code, output, errors = run("check", "--json", ready)
    check("line 6" in errors and "disproof-covered" in errors and "defaults" in errors, errors)
    check({f["severity"] for f in json.loads(output)["findings"] if f["check"] == "disproof-uncovered"} == {"blocks"}, output)
    os.unlink(policy)

    # A check that does not apply, with its reason.
    fails(1, "no check", "waive", ready, "no-such-check", "Because")
    for name in ("disproof-uncovered", "disproof-citation", "disproof-rank"):
        ok("waive", ready, name, "It is a sample", env=ANN)
    report = ok_json("check", "--json", ready)
    check(report["ok"] and {f.get("waived") for f in report["findings"] if f["check"] == "disproof-rank"} == {"It is a sample"}, report)
    ok("waive", ready, "disproof-rank")
    check(run("check", ready)[0] == 1)


def merged_cases(folder):
    """Two copies go different ways, as with a shared folder, and become one again."""
    paths = {}
    for name in ("base", "ours", "theirs"):
        paths[name] = os.path.join(os.path.dirname(folder), name)
        shutil.copytree(folder, paths[name])
    files = [os.path.join(paths[name], "case.json") for name in ("base", "ours", "theirs")]
    ok("comment", paths["ours"], "From here.", env=ANN)
    ok("comment", paths["theirs"], "From there.", "--as", ROB)
    ok("write", paths["theirs"], "--lang", "de", "--as", ROB)
    out = os.path.join(paths["base"], "merged.json")
    check(ok_json("merge", *files, "-o", out, "--json") == [], "conflicts")
    os.replace(out, files[1])
    merged = json.loads(read(paths["ours"], "case.json"))
    check([c["text"] for c in merged["comments"]][-2:] in (["From here.", "From there."], ["From there.", "From here."]), merged["comments"])
    check(merged["language"] == "de", merged["language"])
    check(ok_json("validate", paths["ours"])["ok"], ok("validate", paths["ours"]))

    ok("write", paths["ours"], "--title", "Ours", env=ANN)
    ok("write", paths["theirs"], "--title", "Theirs", "--as", ROB)
    code, output, errors = run("merge", *files, "-o", out)
    check(code == 1 and errors == "" and "/title" in output and "1 place was changed on both sides" in output, code, output, errors)
    check(json.load(open(out))["title"] == "Ours")
    ok("merge", *files, "-o", out, "--take", "/title=theirs")
    check(json.load(open(out))["title"] == "Theirs")
    fails(2, "what to take", "merge", *files, "--take", "/title")
    with open(out, "w") as f:
        f.write('{"format": "something"}')
    fails(1, "is no case", "merge", files[0], files[1], out)


def test_review(top):
    folder = make_ready(top)
    fails(1, "who you are", "submit", folder)
    fails(1, "address", "submit", folder, "--as", "Ann <nowhere>")
    done = ok_json("submit", folder, "--json", env=ANN)
    check(done["state"] == "in-review" and done["who"]["email"] == "ann@example.org" and len(done["content"]) == 64, done)
    fails(1, "their own work", "approve", folder, env=ANN)
    fails(1, "their own work", "approve", folder, "--as", "A. Author <ANN@example.org>")
    fails(1, "words", "request-changes", folder, "--as", ROB)
    check("asked for changes" in ok("request-changes", folder, "Which price?", "--as", ROB))
    fails(1, "state", "approve", folder, "--as", ROB)

    # Somebody who gave evidence meanwhile does not approve it either.
    ok("evidence", folder, "source", "--link", "https://example.net/cap", "--title", "The cap", "--publisher", "Ministry", "--key", "cap", "--as", "Eve <eve@example.org>")
    ok("write", folder, "--disproof", "-", stdin="The price of gas had doubled [@prices; @cap].", env=ANN)
    ok("submit", folder, env=ANN)
    fails(1, "gave evidence", "approve", folder, "--as", "Eve <eve@example.org>")
    fails(1, "not what you read", "approve", folder, "--read", "0" * 64, "--as", ROB)
    comment = ok_json("comment", folder, "And the date?", "--json", "--as", ROB)
    check(comment["author"] == "Rob Reviewer", comment)
    ok("comment", folder, "It is in the note.", "--reply-to", comment["id"][:8], "--resolve", comment["id"], env=ANN)
    words = ("comment", folder, "Whose?", "--json", "--as", ROB)
    check(ok_json(*words, "--on-evidence", "cap")["evidence"], "no evidence")
    check(ok_json(*words, "--on-disproof", "had doubled")["passage"] == "had doubled", "no passage")
    check(ok_json(*words, "--on-summary", "planned")["part"] == "summary", "no part")
    fails(1, "key “none”", *words, "--on-evidence", "none")
    fails(1, "not have these words", *words, "--on-summary", "elsewhere")
    fails(1, "more than once", *words, "--on-disproof", "a")
    fails(2, "one thing", *words, "--on-disproof", "had", "--on-evidence", "cap")
    fails(1, "no comment", "comment", folder, "So?", "--reply-to", "zzz", env=ANN)
    threads = json.loads(read(folder, "case.json"))["comments"]
    check(threads[0]["resolved"] and threads[1]["reply_to"] == threads[0]["id"], threads)
    ok("comment", folder, "--reopen", comment["id"], env=ANN)
    check("resolved" not in json.loads(read(folder, "case.json"))["comments"][0], "not reopened")
    fails(2, "--reopen", "comment", folder, "--reopen", comment["id"], "--resolve", comment["id"], env=ANN)
    ok("approve", folder, "--as", ROB)
    fails(1, "nothing to correct", "correct", folder, "We were wrong", env=ANN)

    # A change voids the approval, and taking it back brings it back.
    approved = read(folder, "case.json")
    ok("write", folder, "--summary", "-", stdin="It was planned, they say.", env=ANN)
    fails(1, "void", "publish", folder, env=ANN)
    check("{+, they say+}" in ok("diff", folder + "@approved", folder), ok("diff", folder + "@approved", folder))
    write(approved, folder, "case.json")
    check(ok("diff", folder + "@approved", folder) == "")
    check(ok_json("publish", folder, "--json", env=ANN)["version"] == "1")
    check(ok_json("validate", folder)["ok"], ok("validate", folder))

    ok("write", folder, "--title", "Unrest to order", env=ANN)
    ok("submit", folder, env=ANN)
    ok("approve", folder, "--as", ROB)
    fails(1, "published before", "publish", folder, env=ANN)
    corrected = ok_json("correct", folder, "The title was wrong.", "--json", env=ANN)
    check(corrected["state"] == "corrected" and corrected["version"] == "2", corrected)
    changes = ok_json("diff", folder + "@1", folder + "@2", "--json")
    check([c["place"] for c in changes] == ["/title"] and changes[0]["old"] == "Unrest on order", changes)
    fails(1, "no version “3”", "diff", folder + "@3", folder)
    merged_cases(folder)
    ok("withdraw", folder, "The source took it back.", env=ANN)
    check(json.loads(read(folder, "versions", "1.json"))["title"] == "Unrest on order")
    check(ok_json("validate", folder)["ok"], ok("validate", folder))


def test_cross_check(top):
    folder = make_ready(top)
    library = os.path.dirname(folder)
    sam = ("--as", "Sam Second <sam@example.org>")
    verdict = json.loads(read(folder, "case.json"))["verdict"]
    write(json.dumps({"format": "disproof-policy", "version": 1, "second_verdict": True}), library, "policy.json")
    check("No case" in ok("agreement", library), ok("agreement", library))
    ok("submit", folder, env=ANN)
    fails(1, "second verdict", "approve", folder, "--as", ROB)
    fails(1, "no verdict “sort-of”", "cross-check", folder, "I think so", "--verdict", "sort-of", *sam)
    fails(1, "“medium”", "cross-check", folder, "I think so", "--verdict", verdict, "--confidence", "9", *sam)
    fails(2, "cross-check only", "approve", folder, "--confidence", "high", "--as", ROB)
    fails(1, "their own work", "cross-check", folder, "I think so", "--verdict", verdict, env=ANN)

    # Not by somebody who read it; and one that is another sends it back.
    ok("read", folder, "--as", ROB)
    fails(1, "know its verdict", "cross-check", folder, "I think so", "--verdict", verdict, "--as", ROB)
    done = ok_json("cross-check", folder, "It is open", "--verdict", "unproven", "--confidence", "low", "--json", *sam)
    check(done["state"] == "changes-requested" and done["confidence"] == "low" and done["case_verdict"] == verdict, done)
    ok("submit", folder, env=ANN)
    ok("cross-check", folder, "We talked", "--verdict", verdict, "--confidence", "high", *sam)

    # Read, and changed since.
    ok("write", folder, "--title", "Another title", env=ANN)
    ok("submit", folder, env=ANN)
    ok("cross-check", folder, "Still so", "--verdict", verdict, *sam)
    fails(1, "not what you read", "approve", folder, "--as", ROB)
    ok("read", folder, "--as", ROB)
    ok("approve", folder, "--as", ROB)
    check(ok_json("validate", folder)["ok"], ok("validate", folder))

    # The first verdict of each counts.
    figures = ok_json("agreement", library, "--json")
    check(figures["cases"] == 1 and figures["verdicts"] == 1 and figures["agree"] == 0 and figures["percent"] == 0, figures)
    check(abs(figures["alpha"]) < 1e-9, figures)
    check("0 agree (0 %)" in ok("agreement", library), ok("agreement", library))
    fails(1, "", "agreement", os.path.join(top, "nowhere"))


def test_tampering(top):
    folder = make_ready(top)
    ok("submit", folder, env=ANN)
    ok("approve", folder, "--as", ROB)
    ok("publish", folder, env=ANN)
    sound = read(folder, "case.json")

    def found(pattern, edit):
        write(sound, folder, "case.json")
        change(folder, edit)
        code, output, errors = run("validate", folder)
        check(code == 1 and errors == "" and re.search(pattern, output), pattern, "is not in", output)

    found("does not follow", lambda case: case["history"][0]["who"].update(name="Eve"))
    found("does not follow", lambda case: case["history"].pop(1))
    found("ends otherwise", lambda case: case["history"].pop())
    found("ends in “draft”", lambda case: (case.pop("history"), case.pop("history_digest")))
    found("“withdrawn”", lambda case: case.update(state="withdrawn"))
    fails(1, "tampered", "comment", folder, "Well", env=ANN)
    write(sound, folder, "case.json")
    version = read(folder, "versions", "1.json")
    write(version.replace(b"doubled", b"halved"), folder, "versions", "1.json")
    check("not what was published" in run("validate", folder)[1])
    os.unlink(os.path.join(folder, "versions", "1.json"))
    check("is gone" in run("validate", folder)[1])


def test_people(top):
    folder = make_ready(top)
    people = os.path.join(top, "library", "people.json")
    rules = {"format": "disproof-people", "version": 1, "people": [
        {"name": "Ann Author", "email": "ann@example.org", "may": ["write"]}, {"name": "Rob Reviewer", "email": "rob@example.org", "may": ["review", "publish"]}]}
    write(json.dumps(rules), people)
    fails(1, "these may: Ann Author", "submit", folder, "--as", ROB)
    fails(1, "does not know you", "submit", folder, "--as", "Eve <eve@example.org>")
    ok("submit", folder, env=ANN)
    ok("approve", folder, "--as", ROB)
    fails(1, "these may: Rob Reviewer", "publish", folder, env=ANN)
    write("{\n \"format\": \"disproof-people\",\n \"version\": 1,\n \"people\": [{\"name\": \"\"}]\n}", people)
    code, output, errors = run("publish", folder, env=ANN)
    check(code == 0 and "people.json, line 4" in errors and "defaults" in errors, errors)


def test_scale(top):
    folder = make_ready(top)
    write("{\"format\": \"disproof-ratings\", \"version\": 1, \"ratings\": [{\"id\": \"pants\", \"label\": \"On fire\", \"definition\": \"Wholly made up.\"}]}",
          top, "library", "ratings.json")
    check("case-verdict-known" in run("check", folder)[1])
    ok("write", folder, "--verdict", "pants")
    check("case-verdict-known" not in run("check", folder)[1])
    write("{\"format\": \"disproof-ratings\", \"version\": 1,\n\"ratings\": []}", top, "library", "ratings.json")
    code, output, errors = run("check", folder)
    check("ratings.json, line 2" in errors and "case-verdict-known" in output, errors)


def test_narratives(top):
    library = os.path.join(top, "library-n")
    os.mkdir(library)
    def call(*words):
        return ok_json("narratives", "--json", "--library", library, *words, "--as", ROB)
    added = call("add", "Machines are turned", "--under", "elections/rigged", "--definition", "Votes change sides.")
    check(added[0]["id"] == "own/machines-are-turned" and added[0]["parent"] == "elections/rigged", added)
    check(call("rename", "elections/rigged", "The vote is fixed")[0]["label"] == "The vote is fixed")
    shown = call("show", "elections/rigged")
    check(shown["former"][0]["text"] == "Elections are rigged" and len(shown["labels"]) >= 6 and shown["passages"] == [], shown)
    fails(1, "under it", "narratives", "--library", library, "merge", "elections/rigged", "own/machines-are-turned")
    fails(1, "still stands under", "narratives", "--library", library, "retire", "elections/rigged")
    fails(1, "under itself", "narratives", "--library", library, "move", "elections", "elections/rigged")
    fails(1, "no narrative", "narratives", "--library", library, "merge", "elections/rigged", "nothing")
    fails(2, "--library", "narratives", "add", "Something")
    fails(2, "other words", "narratives", "--library", library, "rename", "elections/rigged")
    check(call("merge", "own/machines-are-turned", "media")[0]["replaced_by"] == "media")
    check(call("search", "machines turned")[0]["id"] == "media")
    check(call("move", "elections/rigged")[0].get("parent") is None)
    history = ok("narratives", "history", "--library", library).splitlines()
    check(len(history) == 4 and "Rob Reviewer" in history[0] and "Merge" in history[1], history)
    for _ in history:
        ok("narratives", "undo", "--library", library)
    fails(1, "no change of the library to undo", "narratives", "undo", "--library", library)
    check(not os.path.exists(os.path.join(library, "narratives.json")))
    check(all("(undone)" in line for line in ok("narratives", "history", "--library", library).splitlines()))
    ok("narratives", "redo", "--library", library)
    check(call("show", "own/machines-are-turned")["label"] == "Machines are turned")
    write("{\"format\": \"disproof-narratives\", \"version\": 1, \"narratives\": [\n{\"id\": \"own/a\"}]}", library, "narratives.json")
    fails(1, "narratives.json, line 2", "narratives", "list", "--library", library)

    write("id,name\nH-1,House\nH-1,Again\n", top, "house.csv")
    fails(1, "house.csv: line 3", "techniques", "import", os.path.join(top, "house.csv"), "--library", library)
    write("id,name,group\nH-1,Invented quote,Text\n", top, "house.csv")
    check(ok("techniques", "import", os.path.join(top, "house.csv"), "--library", library) == "house\thouse\t1\n")
    check(ok("techniques", "invented", "--library", library) == "H-1\tInvented quote\tText\n")


def test_look_ups(top):
    check("unrest/colour-revolution\t" in ok("narratives", "colour"), "no narrative")
    check(ok("narratives", "xyzzy") == "")
    check(ok("techniques", "T0023.001") == "T0023.001\tReframe Context\tTA06 Develop Content\n")
    check(ok_json("techniques", "--json", "distort facts")[0]["id"] == "T0023")
    found = ok_json("ranking", "kazakhstan", "corruption", "2020")
    check(found[0]["rank"] == 94 and found[0]["total"] == 180 and found[0]["citation"], found)
    check(ok_json("ranking", "xyzzy") == [])
    check(len(found[0]["neighbours"]) == 5 and found[0]["neighbours"][2]["iso3"] == "KAZ", found[0]["neighbours"])
    check(found[0]["course"][0]["edition"] == "1999" and "1999" in found[0]["course_words"] and "2012" in found[0]["compare"], found[0])
    other = ok_json("ranking", "--lang", "ru", "коррупция", "казахстан")
    check([other[0]["iso3"], other[0]["index"], other[0]["edition"]] == ["KAZ", "cpi", "2024"] and "88-е место из 180" in other[0]["citation"], other[0])
    check(ok_json("ranking", "polen", "korruption", "2022")[0]["rank"] == 45)


def test_check_ranking(top):
    right = ok_json("check-ranking", "Kazakhstan was 94th of 180 in the Corruption Perceptions Index 2020.")
    check([right["claims"][0][key] for key in ("index", "edition", "iso3", "rank", "total", "score", "verdict", "belongs_to")] == ["cpi", "2020", "KAZ", 94, 180, None, "confirmed", None], right)
    lines = ok("check-ranking", "--lang", "ru", stdin="Россия набрала 36 баллов в Индексе восприятия коррупции за 2023 год.\n\nЭто не то.\n".encode()).splitlines()
    wrong = json.loads(lines[0])["claims"][0]
    check(len(lines) == 2 and json.loads(lines[1])["claims"] == [], lines)
    check(wrong["verdict"] == "contradicted" and wrong["belongs_to"]["what"] == "country" and "UKR" in [wrong["belongs_to"]["iso3"]] + wrong["belongs_to"]["others"], wrong)


def test_table(top):
    good, bad, tables = (os.path.join(top, name) for name in ("good.csv", "bad.csv", "tables"))
    with open(good, "wb") as file:
        file.write("Land;Rang;Note\r\nIsland;1;1,1\r\nTürkei;=2;2,5\r\nTCD;=2;2,5\r\n".encode("utf-16"))
    with open(bad, "w", encoding="utf-8") as file:
        file.write("Country,Rank\nNorway,0\n")
    said = ok_json("table", good, "--index", "gpi", "--edition", "1990", "--take", tables)
    check(said["rows"] == 2 + ("Island" not in json.dumps(said["warnings"])) and said["delimiter"] == ";" and not said["refused"], said)
    found = ok_json("ranking", "--tables", tables, "chad peace 1990")
    check((found[0]["rank"], found[0]["score"], found[0]["publisher"]) == (2, "2.5", "Institute for Economics & Peace"), found)
    done = subprocess.run([PROGRAM, "table", bad, "--index", "gpi", "--edition", "1990", "--take", tables], capture_output=True, timeout=60)
    said = json.loads(done.stdout)
    check(done.returncode == 1 and said["refused"] and (said["warnings"][0]["line"], said["warnings"][0]["column"]) == (2, 2), said)
    check(ok_json("ranking", "--tables", tables, "chad peace 1990") == found)
    fails(2, "--index", "table", good)


def test_german(top):
    try:
        locale.setlocale(locale.LC_MESSAGES, "de_DE.UTF-8")
    except locale.Error:
        raise Absent("no German locale here") from None
    german = {"LC_ALL": "de_DE.UTF-8"}
    folder = make_case(top)
    ok("highlight", folder, "--sentence", "2")
    check("Aufruf:" in ok("--help", env=german))
    check("Einem Fall eine Quelle" in ok("evidence", "--help", env=german))
    shown = ok("show", folder, env=german)
    check(re.search("^Status: Entwurf$", shown, re.M), shown)
    check(re.search("^  \u2068„.*“\u2069$", shown, re.M), shown)
    fails(2, "Es gibt kein Verb „sing“", "sing", env=german)


def test_full_disk(top):
    folder = make_case(top)
    with open("/dev/full", "wb") as full:
        done = subprocess.run([PROGRAM, "show", folder], stdout=full, stderr=subprocess.PIPE, timeout=60)
    check(done.returncode == 1 and b"Standard output" in done.stderr, done)


def main():
    tests = [(name, function) for name, function in globals().items() if name.startswith("test_")]
    print("1..%d" % len(tests), flush=True)
    failed = 0
    for number, (name, function) in enumerate(tests, 1):
        top = tempfile.mkdtemp(prefix="disproof-cli-")
        try:
            function(top)
            print("ok %d %s" % (number, name), flush=True)
        except Absent as absent:
            print("ok %d %s # SKIP %s" % (number, name, absent), flush=True)
        except Exception:
            failed += 1
            print("not ok %d %s" % (number, name))
            print("".join("# %s\n" % line for line in traceback.format_exc().splitlines()), flush=True)
        finally:
            shutil.rmtree(top)
    return failed > 0


sys.exit(main())
