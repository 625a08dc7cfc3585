#!/usr/bin/env python3
"""Adds the domain's types that docs/glossary.md lacks, each with its Norwegian word and meaning from its doc comment.

Rows that are there are left as they are. Run it after adding a type, then read what it added.
"""
import pathlib
import re

root = pathlib.Path(__file__).resolve().parent.parent
page = root / "docs/glossary.md"
intro = """# Glossary

One English word in the code for each Norwegian word on screen. A row for every type of the domain; a test fails when one is missing.
The Norwegian word and the meaning come from the type's doc comment, where the whole explanation and its sources stand.
"""

text = page.read_text() if page.exists() else intro
known = set(re.findall(r"^\| `(\w+)`", text, re.M))
declaration = re.compile(r"^package (?:final )?(?:indirect )?(?:struct|enum|class|actor|protocol|typealias) (\w+)")

for area in sorted(p for p in (root / "Sources").iterdir() if (p / "Domain").is_dir()):
    rows = []
    for source in sorted((area / "Domain").rglob("*.swift")):
        comment = []
        for line in source.read_text().splitlines():
            if line.startswith("///"):
                comment.append(line[3:].strip())
                continue
            found = declaration.match(line)
            if found and found[1] not in known:
                known.add(found[1])
                paragraph = " ".join(comment).strip()
                norwegian = re.search(r"\(\*([^*]+)\*", paragraph)
                plain = re.sub(r"\s*\(\*[^)]*\)", "", paragraph)
                sentence = re.split(r"(?<=[.:;])\s", plain)[0].rstrip(".:;").replace("|", "\\|")
                rows.append(f"| `{found[1]}` | {norwegian[1] if norwegian else ''} | {sentence} |")
            if not line.startswith("@"):
                comment = []
    if not rows:
        continue
    heading = f"## {area.name}\n"
    if heading not in text:
        text = text.rstrip() + f"\n\n{heading}\n| in code | norsk | meaning |\n|---|---|---|\n"
    start = text.index(heading)
    end = text.find("\n## ", start + 1)
    end = len(text) if end < 0 else end + 1
    section = text[start:end].rstrip("\n") + "\n" + "\n".join(rows) + "\n"
    text = text[:start] + section + ("\n" if end < len(text) else "") + text[end:]

page.parent.mkdir(exist_ok=True)
page.write_text(text)
