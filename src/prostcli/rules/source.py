"""What the reader and the schema find, before there are any values for a rule to look at."""

import inspect

from prostcli.diagnostic import Severity
from prostcli.rules.rule import Rule


def _found(code: str, name: str, manual: str, severity: Severity = Severity.ERROR) -> Rule:
    return Rule(code, name, severity, inspect.cleandoc(manual))


SOURCE = (
    _found("PRO001", "file-unreadable", """
        The file is there but cannot be opened: it was removed meanwhile, or its permissions forbid
        reading. Nothing in it is counted. Check the file's permissions and try again."""),
    _found("PRO002", "not-a-file", """
        A folder, a link, a pipe or a device stands where a file should, a file where a folder
        should, or a folder more than sixteen levels down. Only regular files inside the workspace
        are read, so that a check never waits for ever and never reads something else. Put the file
        itself there."""),
    _found("PRO003", "file-too-large", """
        A submission may be 256 KiB and a file of the programme 2 MiB. A larger one is not read. A
        report holds text and figures only: pictures, logs and appendices belong elsewhere."""),
    _found("PRO004", "not-utf8", """
        The file is not UTF-8 text. It may have been saved as Windows-1252 or UTF-16. Open it in the
        editor that made it and save it again with the encoding UTF-8."""),
    _found("PRO005", "forbidden-character", """
        The text holds a character that cannot be seen and can deceive: a control character, a mark
        that turns the direction of the text, a separator that some programs take for a line end.
        So are more than thirty accents on one letter. Write the line again by hand; copied text
        may carry such characters along."""),
    _found("PRO006", "yaml-syntax", """
        The file is not YAML from the marked place on. The usual causes: a colon followed by a space
        inside a text, a quotation mark that is never closed, a line indented too far or too little,
        a tab. A text after `>-` on lines of its own needs no quotation marks at all."""),
    _found("PRO007", "too-deep", """
        Values lie inside each other more than sixteen levels deep. No file needs that."""),
    _found("PRO008", "too-many-values", """
        The file holds more values than any submission needs (20,000; a file of the programme
        200,000). It is not read."""),
    _found("PRO009", "alias", """
        `&name` and `*name` (anchors and aliases) are not part of the dialect: a small file could
        stand for an enormous one. If a text begins with `*` or `&`, put it in quotation marks."""),
    _found("PRO010", "tag", """
        `!name` (a tag) is not part of the dialect. If a text begins with `!`, put it in quotation
        marks."""),
    _found("PRO011", "directive", """
        A line that begins with `%` before the document (a directive) is not part of the dialect:
        take it away."""),
    _found("PRO012", "second-document", """
        A line with only `---` starts a second document. A file holds one: what follows would be
        lost in silence. Put it in a file of its own. A line with only `...` may end the file,
        once."""),
    _found("PRO013", "repeated-key", """
        The same key stands twice in the same place. Only one of the two could count, so neither
        does. Keep one."""),
    _found("PRO014", "bad-key", """
        A key is plain text: not a list, not a number, not empty, with no invisible characters and
        no letters of another script that look like ours (a Russian о in `outcome`)."""),
    _found("PRO015", "empty-file", """
        There is nothing in the file but, perhaps, comments. An empty file is no report: fill it in
        or take it away."""),
    _found("PRO016", "long-number", """
        A number of more than eighteen digits is surely not a count. If it is an identifier, put it
        in quotation marks; if it could identify a person, take it away."""),
    _found("PRO017", "text-cut", """
        A `#` with a blank before it begins a comment, so what follows is no part of the text and is
        shown nowhere: `enligt beslut #12 och taxan` is read as "enligt beslut". Is it a part of the
        text? Put the whole text in quotation marks, or on a line of its own after `>-`. Is it a
        comment? Then two blanks stand before the `#` and one after it. Right after a key, after
        quotation marks, after `>-` and on the line below a text it is enough that a blank follows
        the `#`."""),
    _found("PRO018", "misread-letters", """
        Letters were read in another encoding than they were written in, before the file was saved:
        `UtÃ¶ka` was `Utöka`. The message has the word as it was. The file itself is UTF-8, so
        saving it again does not help: write the words as they were, or fetch the text anew."""),
    _found("PRO019", "lost-letter", """
        The mark U+FFFD stands where a program could not tell the letter. Which one it was cannot be
        seen from the file: look in the original, and write it."""),
    _found("PRO101", "unknown-key", """
        The key is not one of those that may stand there, so what it says would be lost in silence.
        A likely spelling is suggested. Keys are in English and in small letters."""),
    _found("PRO102", "missing-key", """
        A key that must be there is not."""),
    _found("PRO103", "wrong-type", """
        The value is of another kind than is wanted: a number where a text should be, a text where a
        list should be, nothing at all. A plain number, `true`, `false` or `null` is never taken for
        text: sections are written `"5.1"`, with quotation marks."""),
    _found("PRO104", "bad-date", """
        A day is written year-month-day, `2007-02-28`, and is a day that exists."""),
    _found("PRO105", "bad-id", """
        An id has small letters a-z, digits and hyphens, at most 64, and starts with a letter or a
        digit; those of sections and measures may have single dots inside."""),
    _found("PRO106", "empty-text", """
        The text or the list is there but empty. Write it, or take the key away where it may be
        left out."""),
    _found("PRO107", "value-not-allowed", """
        The value is not one of those that may stand there; the message lists them."""),
    _found("PRO108", "exactly-one", """
        Of the keys named, exactly one is to stand there. An entry of a plan has one of
        `activities`, `ongoing`, `no_activity` and `not_addressed`; an entry of a report on a
        measure has an `outcome` or `not_addressed: true`."""),
    _found("PRO109", "number-out-of-range", """
        The number is smaller or larger than can be meant."""),
    _found("PRO110", "bad-form", """
        The text does not have the form that is wanted there; the message shows it."""),
    _found("PRO111", "period-reversed", """
        The period ends before it starts."""),
    _found("PRO112", "successor-without-end", """
        A board has successors but no last day. Give it `valid: {to: DATE}`."""),
    _found("PRO113", "typographic-mark", """
        A word processor has put its own sign where YAML or the format wants a plain one: curly
        quotation marks (”), which are letters to YAML, or a hard blank (U+00A0), which looks like
        any other. In texts both are welcome; in ids, days, numbers, fixed words and keys they are
        not. Write straight marks (") or none, and a blank from the keyboard."""),
    _found("PRO116", "personal-number-as-id", """
        An id, a key, the name of a file or folder, or a number of something is the number of a
        person. All of these stand in links, tables and file names wherever the programme is told
        of, so the file is refused and counts as nothing until it is mended. No exemption helps:
        where it is something else, as a case number, another id is needed anyway."""),
    _found("PRO501", "programme-file-missing", """
        An edition has three files that all else rests on: `programme.yaml`, `boards.yaml` and
        `obligations.yaml`. Without one of them no figure is given."""),
    _found("PRO502", "wrong-kind-of-file", """
        The file says that it is another kind of file than its name."""),
    _found("PRO503", "stray-file", """
        The file's name says no board, year and kind, so it is counted as nothing. Submissions are
        named `reports/EDITION/BOARD/2007-plan.yaml`, `2007-report.yaml`, `2006-baseline.yaml`;
        a correction `2007-report-2.yaml`. Under `program/EDITION/` a file that is surely meant for
        one of the programme's own that is not there stops every figure, since without it they would
        be those of another programme: its name differs in capitals, in the ending of a YAML file or
        by the mark of a copy (`duties.yml`, `Review.yaml`, `duties.yaml.orig`), or it has no such
        ending or one or two wrong letters (`duties`, `dutys.yaml`) and its `kind` is the right one.
        What bears its name and more (`review-draft.yaml`) is a warning and stops nothing."""),
    _found("PRO508", "no-such-edition", """
        Reports are filed under an edition that has no folder under `program/`."""),
    _found("PRO512", "path-holds-nothing", """
        A path given to `validate` is not there, lies outside the workspace, or holds no file of
        the tool's. Nothing was checked there, which is not the same as finding nothing wrong."""),
    _found("PRO514", "file-name", """
        The name of a file or folder cannot be used on every computer, or says something else than
        it seems to: it has invisible or control characters, is not UTF-8, has a letter written as
        two characters (as older Macs store å), or is one that Windows does not take. The tool's
        names have only small letters a-z, digits and hyphens. Write the name again by hand."""),
    _found("PRO515", "names-clash", """
        Two files or folders have names that many computers do not tell apart: they differ only in
        case, or in how å, ä and ö are stored. Whoever fetches the repository to such a computer
        gets only one of the two, unnoticed. Rename one, or put them together."""),
    _found("PRO516", "unmerged", """
        A merge in git stopped because the same file was changed on both sides, and nobody has yet
        chosen what is to stay. Git then has more than one version of the file, and none of them is
        the one to be committed. Choose, take away the lines that begin with `<<<<<<<`, `=======`
        and `>>>>>>>`, save, and run `git add` on the file."""),
    _found("PRO517", "content-not-added", """
        With `git add -N` (`--intent-to-add`) git learns that a file is there, and not what it says.
        The next commit does not have the file, and `--staged` does not count it. Run `git add` on
        it if it is to be committed.""", Severity.WARNING),
    _found("PRO518", "lfs-pointer", """
        Git LFS is made for large files: git has a pointer of three lines, and the file itself is
        fetched from a server. Only the pointer is here, so nobody knows what the file says. Fetch
        it with `git lfs pull`. Where the pointer is what git has, keep `.yaml` out of Git LFS: a
        plan or a report is a few kilobytes."""),
)  # fmt: skip
