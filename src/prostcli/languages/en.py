"""English. A rule's manual is its own docstring, so none stands here."""

from prostcli.language import Language, Mark, Message

MARKS = {
    "planned": Mark("▷", "P", "Planned", "An activity in a decided plan", "cyan"),
    "ongoing": Mark("↻", "L", "Ongoing work", "Continues within ordinary work", "cyan"),
    "no-activity": Mark("∅", "N", "No activity planned", "Said openly, with a reason", "yellow"),
    "not-addressed": Mark(
        "○", "B", "Not addressed", "A decided document without an answer", "yellow"
    ),
    "report-invalid": Mark("‼", "#", "Report cannot be read", "The file must be mended", "red"),
    "plan-invalid": Mark("⁇", "%", "Plan cannot be read", "The file must be mended", "red"),
    "report-overdue": Mark("!", "!", "Report missing", "The time is up", "red"),
    "plan-overdue": Mark("□", "-", "Plan missing", "The time is up", "red"),
    "report-draft": Mark("✎", "U", "Draft", "Not decided, not counted", "blue"),
    "report-received": Mark(
        "◌",
        "F",
        "Not decided by the board",
        "By the office or company alone, or only noted",
        "blue",
    ),
    "upcoming": Mark("·", ".", "Not due yet", "There is still time", "dim"),
    "not-expected": Mark(" ", " ", "Not to be reported", "Does not bind the board then", ""),
    "settled": Mark("◆", "S", "Completed earlier", "To be done once, and done", "green"),
    "written-off": Mark("/", "/", "Written off", "Ended by a decision", "dim"),
    "voluntary": Mark("+", "+", "Voluntary report", "Not counted", "dim"),
}

TERMS = {
    "did-you-mean": "Did you mean {near}?",
    # states of a plan or a report
    "not-expected": "not expected",
    "not-due": "not due yet",
    "overdue": "missing",
    "invalid": "cannot be read",
    "draft": "draft",
    "received": "not decided by the board",
    "decided": "decided",
    # what became of a planned activity
    "done": "Done",
    "partly": "Partly done",
    "not-done": "Not done",
    "postponed": "Postponed",
    "cancelled": "Cancelled",
    "transferred": "Transferred",
    "unanswered": "Unanswered",
    # the words of the field
    "programme": "programme",
    "goal": "goal",
    "section": "section",
    "obligation": "measure",
    "board": "board",
    "company": "company",
    "group": "group",
    "partner": "partner",
    "plan": "plan",
    "report": "report",
    "baseline": "baseline",
    "duty": "other duty",
    "question": "question",
    "decision": "decision",
    "amendment": "amendment",
    "nature": "nature",
    "scale": "scale",
    "evidence": "Evidence",
    "obstacles": "Obstacles",
    "effect": "Effect",
    "reason": "Reason",
    "next_steps": "Next steps",
    "summary": "Summary",
    "unassigned": "without a responsible board",
    "voluntary": "voluntary report",
    # findings
    "severity-error": "error",
    "severity-warning": "warning",
    "severity-note": "note",
    "one-severity-error": "1 error",
    "many-severity-error": "{count} errors",
    "one-severity-warning": "1 warning",
    "many-severity-warning": "{count} warnings",
    "one-severity-note": "1 note",
    "many-severity-note": "{count} notes",
    "one-checked": "1 file checked",
    "many-checked": "{count} files checked",
    "closing": "{files}: {found}.",
    "closing-clean": "{files}: nothing to remark on.",
    # status
    "status-on": "Programme {edition}. As of {day}.",
    "fictitious": "A made-up example: the city, its boards and all that is reported are invented.",
    "status-empty": "No plan and no report has been filed yet. All that follows shows what is to be there, not what the boards have done.",
    "status-year": "Year {year}",
    "status-part": "(the programme applies {first}–{last})",
    "status-no-cells": "Nothing to show for what was chosen.",
    "status-years": "The whole term",
    "status-partly": "The programme applies to only a part of the year.",
    "status-years-note": "Overdue: plans + reports. Plans and reports are counted by board and measure. The numbers cannot be compared as they are between years when the number of boards has changed.",
    "status-due": "Due by {day} and not handed in",
    "status-has-draft": "There is a draft; it is not handed in until it is decided.",
    "status-overdue": "The time is up",
    "status-overdue-note": "Missing means that nothing has been filed here. It does not say whether the work is done.",
    "status-nothing-overdue": "No plan or report is late.",
    "status-missing": "{kind}, by {due}: {who}",
    "status-unassigned": "Measures without a responsible board (not counted)",
    "status-rests-on": "The figures rest on programme {edition} as it stood on {day}: {files}.",
    "plan-of-year": "plan {year}",
    "report-of-year": "report {year}",
    "one-everyone": "all (1 board or company)",
    "many-everyone": "all {count} boards and companies",
    "one-programme-file": "1 programme file",
    "many-programme-file": "{count} programme files",
    "one-plan-file": "1 plan",
    "many-plan-file": "{count} plans",
    "one-report-file": "1 report",
    "many-report-file": "{count} reports",
    "one-baseline-file": "1 baseline",
    "many-baseline-file": "{count} baselines",
    "one-invalid-files": "1 file cannot be read and is not counted. Run prostcli validate.",
    "many-invalid-files": "{count} files cannot be read and are not counted. Run prostcli validate.",
    "invalid-file": "Cannot be read and is not counted: {path}",
    "board-heading": "Board or company",
    "obligation-heading": "Measure",
    "share-heading": "Met",
    "states-heading": "State",
    "year-heading": "Year",
    "boards-heading": "Boards",
    "plans-decided-heading": "Planned",
    "reports-decided-heading": "Reported",
    "missing-heading": "Late",
    "share-explained": "Met n/N: n have met the measure by a decided report, of N that were to report.",
    "advisory": "should",
    "help-year": "Only this year (may be repeated).",
    "help-board": "Only this board, for example farsta (may be repeated).",
    "help-obligation": "Only this measure, for example 5.2.1 (may be repeated).",
    "help-section": "Only this section, for example 5.2 (may be repeated).",
    "help-only": "Only this status, for example report-overdue (may be repeated).",
    "help-due": "What is due by that day and has not been handed in.",
    "help-status-format": "table, markdown, json or csv.",
    # the command line
    "parser Usage:": "Usage:",
    "parser Arguments:": "Arguments:",
    "parser Options:": "Options:",
    "parser Commands:": "Commands:",
    "parser [OPTIONS]": "[OPTIONS]",
    "parser COMMAND [ARGS]...": "COMMAND ...",
    "parser Show this message and exit.": "Show this help.",
    "parser [default:": "[default:",
    "parser [required]": "[required]",
    "working": "Reading the files …",
    "help-prostcli": "Who owes what under the programme, who has planned and reported it, what came of it, and how we know.",
    "help-epilog": "Start with: prostcli status. The options above may stand before or after the command.",
    "help-root": "The folder of the workspace; else the nearest one upward that has program/.",
    "help-lang": "Language; else PROSTCLI_LANG, else the programme's.",
    "help-programme": "Which programme; else the one that applies on the day, else the latest.",
    "help-as-of": "Show how things stand on a day, for example 2008-03-31; else today.",
    "help-version": "Show the version.",
    "help-status": "Show how things stand, board by board.",
    "help-validate": "Check all files and show everything that is wrong.",
    "help-review": "Write the four-year review, or one board's annex.",
    "help-show": "Show a measure or a board, whole.",
    "help-new": "Make a file to fill in for a board and a year.",
    "help-explain": "Explain a code and how to mend what it tells.",
    "help-schema": "Write JSON Schemas for editors.",
    "help-paths": "Files or folders; else everything.",
    "help-output-format": "auto, full, concise or json.",
    "help-output-file": "Write to a file instead.",
    "help-source": "Compare all quotations with the paper (a text file).",
    "help-strict": "Warnings count as errors.",
    "help-code": "The code, for example PRO201.",
    "help-annex-board": "Only this board's annex; needs --year.",
    "help-annex-year": "The annex's year; needs --board.",
    "help-review-format": "md (Markdown).",
    "help-templates": "Templates of your own in place of the tool's, one or several.",
    "help-show-id": "Id of a measure or a board, for example 5.2.6 or sodermalm.",
    "error-internal": "internal error ({code}). Nothing has been changed. Please report the code.",
    # scaffolds: the comments in a file from `prostcli new`; schemas
    "scaffold-title-plan": "{board}: plan for {year}",
    "scaffold-title-report": "{board}: report on {year}",
    "scaffold-title-baseline": "{board}: where it stood when the programme began, {year}",
    "scaffold-programme": "{title}, programme {edition}",
    "scaffold-due": "To be decided by {day}. {basis}.",
    "scaffold-dissolved": "{board} ended on {day}. Its report is owed all the same: {heirs} decides it.",
    "scaffold-new-board": "The board is new from {day}. Has {before} already decided the plan? Then say who in the decision, as by: {id}.",
    "scaffold-how-fill": "Write on the empty line under each >-, two steps further in than the word above. The text may take several lines. No quotation marks are needed.",
    "scaffold-how-plan": "Each measure gets one of four answers: activities (what will be done), ongoing (regular work), no_activity (none, with the reason) or not_addressed: true (the decided plan is silent on it). If the answer is not activities, remove activities and all that stands under it.",
    "scaffold-how-report": "Each measure gets an outcome, a summary and whatever that outcome requires. Remove a key that is not to be filled in.",
    "scaffold-how-baseline": "Describe the work that was already there. Remove the measures with nothing to tell.",
    "scaffold-how-optional": "Lines that begin with # are explanations, or keys that may be left out. Remove # and one space to use such a key, and replace the words in CAPITALS.",
    "scaffold-how-names": "Never write the name of a person, nor anything that can point at someone. Give a unit or a function.",
    "scaffold-how-check": "Check: prostcli validate {path}",
    "scaffold-how-send": "Send in: save the file in its place, commit it and open a merge request. Without git: send the file to {owner}.",
    "scaffold-decision": "The decision. Leave it as a comment while the file is a draft. Once it is taken: remove # and one space on these lines and fill them in.",
    "scaffold-decision-how": "how: decided = by the board, delegated = by delegation, noted = only noted, office = only by the office or the company. The last two are received, not decided.",
    "scaffold-scales": "The outcomes in words. Each measure shows those that apply to it.",
    "scaffold-needs": "Requires {what}.",
    "scaffold-advisory": "The text says “{modality}”: leaving it undone is never a breach.",
    "scaffold-recurs-once": "A one-off task: once it is done it need not be reported in later years.",
    "scaffold-recurs-conditional": "Applies when what the measure presupposes occurs. Answer also when it has not.",
    "scaffold-recurs-until": "Applies through {day}.",
    "scaffold-amendment": "The measure was added by an amendment to the programme.",
    "scaffold-voluntary": "The measure does not bind the board but stands in its plan. The answer is voluntary and not counted.",
    "scaffold-successor": "Binds the board as the successor of {board} from {day}.",
    "scaffold-transferred": "Binds the board from {day}. {what}",
    "scaffold-transferred-too": "On {day} the board also takes over what {leaver} has answered for. {what}",
    "scaffold-until-transfer": "Passes to {board} on {day}. {what}",
    "scaffold-unit": "The programme names {unit}: the measure binds the board that the unit or function belongs to.",
    "scaffold-role": "The board's part: {role}.",
    "scaffold-condition": "Condition: {condition}.",
    "scaffold-assigned": "The measure was given to the board by a later decision.",
    "scaffold-bound": "The board is bound {start} to {end}; answer for that time.",
    "scaffold-last": "Last time, {year}:",
    "scaffold-last-report": "Reported {year}:",
    "scaffold-last-plan": "The plan {year}:",
    "scaffold-this-plan": "The plan {year}:",
    "scaffold-was-due": "Was due on {day}.",
    "scaffold-due-then": "Due on {day}.",
    "scaffold-covered": "Already counted under the activity {id}. Remove the whole entry if nothing more is to stand here.",
    "scaffold-also-planned": "The activity {id} counts here too. It is answered under measure {obligation}.",
    "scaffold-confirm": "The text above is taken from the plan for {year}. Change it so that it holds this year. Then write where in the decided document it stands, or remove the line place.",
    "scaffold-instead": "Instead of activities, one of these:",
    "scaffold-ask-text": "What will be done?",
    "scaffold-ask-due": "When will it be finished?",
    "scaffold-ask-unit": "Which unit or function does it? Never a person.",
    "scaffold-ask-also": "Does it count under other measures, as {example}?",
    "scaffold-ask-with": "Is it done together with other boards? Ids last in the file.",
    "scaffold-ask-ongoing": "Which regular work continues?",
    "scaffold-ask-no_activity": "Why is nothing planned?",
    "scaffold-ask-not_addressed": "Only if the decided plan is silent on the measure.",
    "scaffold-ask-not_reported": "Instead of all above, if the decided document is silent on the measure.",
    "scaffold-ask-place": "Where in the decided document? For example p. 14.",
    "scaffold-ask-outcome": "How did it go? Write one of the words on the left after outcome:",
    "scaffold-ask-summary": "What did the board do during the year, and what came of it?",
    "scaffold-ask-evidence": "How does the board know: statistics, minutes, a check? Required with {values}.",
    "scaffold-ask-obstacles": "What stood in the way? Required with {values}.",
    "scaffold-ask-reason": "Why does it not apply? Required with {values}.",
    "scaffold-ask-effect": "What did the work lead to?",
    "scaffold-ask-next_steps": "What happens next?",
    "scaffold-ask-partners": "With whom did the board work? Ids last in the file.",
    "scaffold-ask-activities": "What became of each planned activity? The words are explained last in the file. unanswered only where the decided document is silent on the activity.",
    "scaffold-ask-comment": "Anything to add?",
    "scaffold-ask-to": "Only with transferred: which board took over?",
    "scaffold-unplanned": "Was anything done that was not planned? One item for each, without id:",
    "scaffold-ask-figures": "Are there figures? Whole numbers only; counts tells what they count (see last in the file).",
    "scaffold-ask-cost": "What did it cost, in whole kronor, and how was it paid?",
    "scaffold-ask-source": "Where are the statements from? For example the consultation answer, with its number and date.",
    "scaffold-ask-entry-source": "Where in the source does it stand?",
    "scaffold-ask-then": "Which work was already there?",
    "scaffold-ask-stated_by": "Who says so? board, or office = the board's office or the company.",
    "scaffold-general": "Something that belongs to no single measure:",
    "scaffold-no-numbers": "No figures and no cost here: even a number, also zero, can reveal whether there was a case. All boards answer alike, case or no case.",
    "scaffold-no-clients": "No counts of clients, households or cases here, not even zero: they can point at someone. Other figures are welcome.",
    "scaffold-answers": "The programme's own questions. Voluntary: no answer is never a breach. Remove # at answers and at the questions that the board answers.",
    "scaffold-glossary": "Words and ids to choose from",
    "scaffold-glossary-result": "result, what became of a planned activity:",
    "scaffold-glossary-counts": "counts, what a figure counts. Write masked instead of a number of clients, households, cases or pupils below {threshold}, also for women and men each by themselves, and missing for one that is lost:",
    "scaffold-glossary-partners": "partners:",
    "scaffold-glossary-boards": "Boards and companies that existed that year:",
    "scaffold-counts-clients": "clients",
    "scaffold-counts-households": "households",
    "scaffold-counts-cases": "cases",
    "scaffold-counts-staff": "staff",
    "scaffold-counts-pupils": "pupils",
    "scaffold-counts-visits": "visits",
    "scaffold-counts-other": "neither people nor cases",
    "scaffold-in-day": "MM-DD",
    "scaffold-in-measure": "MEASURE",
    "scaffold-in-board": "BOARD",
    "scaffold-in-partner": "PARTNER",
    "scaffold-in-result": "RESULT",
    "scaffold-in-name": "NAME",
    "scaffold-in-number": "NUMBER",
    "scaffold-in-counts": "KIND",
    "help-kind": "plan, report or baseline.",
    "help-new-board": "The board's id, for example farsta.",
    "help-new-year": "The year that the plan or report is about.",
    "help-new-output": "Write to another file; - is stdout.",
    "new-next": "Fill in the file and run: prostcli validate {path}",
    "help-schema-check": "Write nothing; tell which schemas are out of date (exit status 1).",
    "schema-stale": "Schema out of date: {path}. Run prostcli schema.",
    "schema-extra": "Schema left over: {path}. Remove the file.",
    "schema-current": "All schemas are current ({count}).",
    "schema-plan": "A board's plan for a year",
    "schema-report": "A board's report on a year",
    "schema-baseline": "Where a board stood when the programme began",
    "schema-programme": "The programme",
    "schema-boards": "Boards, companies and groups",
    "schema-obligations": "The programme's measures",
    "schema-duties": "Other duties",
    "schema-review": "The owner's words in the four-year review",
    "key-kind": "Kind",
    "key-board": "Board or company",
    "key-year": "Year",
    "key-decision": "Decision",
    "key-entries": "An entry for each measure",
    "key-answers": "Answers to the programme's questions",
    "key-date": "Day",
    "key-by": "Decided by (left out: the board itself)",
    "key-how": "How it was decided",
    "key-paragraph": "Paragraph",
    "key-reference": "Register number",
    "key-dissent": "Dissent",
    "key-parties": "Parties, never names",
    "key-fingerprint": "Fingerprint (set by the tool)",
    "key-obligation": "Measure",
    "key-duty": "Other duty",
    "key-activities": "Activities",
    "key-ongoing": "Regular work",
    "key-no_activity": "Nothing planned, with the reason",
    "key-not_addressed": "Not addressed in the decided document",
    "key-place": "Place in the decided document",
    "key-id": "Id",
    "key-text": "Text",
    "key-due": "Due",
    "key-unit": "Unit",
    "key-also": "Also counts under",
    "key-with": "Together with",
    "key-outcome": "Outcome",
    "key-summary": "Summary",
    "key-evidence": "Evidence",
    "key-effect": "Effect",
    "key-obstacles": "Obstacles",
    "key-reason": "Reason",
    "key-next_steps": "Next steps",
    "key-partners": "Partners",
    "key-figures": "Figures",
    "key-cost": "Cost",
    "key-result": "Result",
    "key-to": "To",
    "key-comment": "Comment",
    "key-name": "Name",
    "key-label": "Label",
    "key-value": "Value",
    "key-counts": "What the figure counts",
    "key-women": "Women",
    "key-men": "Men",
    "key-amount": "Amount in whole kronor",
    "key-funding": "Funding",
    "key-question": "Question",
    "key-source": "Source",
    "key-stated_by": "Stated by",
    "choice-how-decided": "The board has decided",
    "choice-how-delegated": "Decided by delegation",
    "choice-how-noted": "Only noted by the board: received, not decided",
    "choice-how-office": "Only the office or the company: received, not decided",
    "choice-kind-reservation": "Reservation",
    "choice-kind-statement": "Statement",
    "choice-stated_by-board": "The board",
    "choice-stated_by-office": "The office or the company",
    "choice-value-masked": "Masked, since the number is small",
    "choice-value-missing": "The number is missing",
    # end of scaffolds, new and schema
}

MESSAGES = {
    # the file and its bytes
    "PRO001": Message("The file cannot be opened.", "Check the file and try again."),
    "PRO001.gone": Message(
        "The file is no longer there.", "It was removed while the check was running: run it again."
    ),
    "PRO001.denied": Message("The file may not be read.", "Change its permissions."),
    "PRO002": Message(
        "This is no ordinary file.",
        "Put an ordinary file here; pipes, devices and the like are not read.",
    ),
    "PRO002.folder": Message(
        "A folder stands where a file should.", "Rename the folder or put the file here."
    ),
    "PRO002.no-folder": Message(
        "A file stands where a folder should.", "Rename the file and put a folder here."
    ),
    "PRO002.deep": Message(
        "This folder lies too deep: nothing in it is read.",
        "Put the files in the board's own folder, with no folders in it.",
    ),
    "PRO002.link": Message(
        "This is a link, not a file.", "Put the file itself here: links are not followed."
    ),
    "PRO003": Message(
        "The file is larger than {limit} KiB and is not read.",
        "Keep text and figures; pictures and appendices belong elsewhere.",
    ),
    "PRO004": Message(
        "The file is not UTF-8 (byte {byte}).",
        "Perhaps saved as Windows-1252? Save it again as UTF-8.",
    ),
    "PRO004.utf16": Message("The file is saved as UTF-16.", "Save it again as UTF-8."),
    "PRO005": Message(
        "Forbidden invisible character {character}.",
        "Take the character away, or write the line again by hand.",
    ),
    "PRO005.marks": Message(
        "More than {limit} accents on the same letter.", "Write the text again by hand."
    ),
    "PRO006": Message(
        "The line cannot be read as YAML.",
        "Compare with the lines around it: indentation, colons and quotation marks.",
    ),
    "PRO006.other": Message(
        "The line cannot be read as YAML.",
        "Compare with the lines around it: indentation, colons and quotation marks.",
    ),
    "PRO006.colon": Message(
        "A colon that makes no sense here.",
        "Is there a colon in the text? Write it on a line of its own after >-, or put it in quotation marks. Otherwise: look at the indentation.",
    ),
    "PRO006.no-colon": Message(
        "The line has no key: the colon is missing.",
        "Write “key: value”, or indent the line so that it belongs to the text above.",
    ),
    "PRO006.start": Message(
        "A character that may not come first (a tab, @, ` or %).",
        "Replace the tab with spaces, or put the text in quotation marks.",
    ),
    "PRO006.list": Message(
        "The line is wrongly indented, or “- ” is missing before an item of the list.",
        "Indent it as far as the keys it belongs with. Is it a new item: begin it with “- ”, as far in as the others.",
    ),
    "PRO006.indent": Message(
        "The line is wrongly indented, or a quotation mark is wrong.",
        "Indent it as far as the lines it belongs with. Quotation marks inside a text: write the text after >- instead.",
    ),
    "PRO006.bracket": Message(
        "The bracket or brace cannot be read.",
        "Write ] or } where it ends. A text that ends in ? inside { } needs quotation marks.",
    ),
    "PRO006.quote": Message(
        "The quotation mark that starts here is never closed.",
        "Put the same kind of quotation mark where the text ends.",
    ),
    "PRO006.block": Message(
        "Text on the same line as >- or |.", "Move the text down to the next line and indent it."
    ),
    "PRO006.escape": Message(
        "A backslash inside quotation marks cannot be understood.",
        "Use single quotation marks, or write the text after >-.",
    ),
    "PRO006.tab": Message("A tab cannot be used for indentation.", "Replace it with spaces."),
    "PRO007": Message("More than {limit} levels inside each other.", "Write the file more simply."),
    "PRO008": Message(
        "More than {limit} values in one file.",
        "Split the file, or check that the right file is here.",
    ),
    "PRO009": Message(
        "& and * before a name (aliases) are not used.",
        "Does the text begin with & or *? Put it in quotation marks.",
    ),
    "PRO010": Message(
        "! before a value (a tag) is not used.",
        "Does the text begin with !? Put it in quotation marks.",
    ),
    "PRO011": Message(
        "A line that begins with % (a directive) is not used.", "Take the line away."
    ),
    "PRO012.end": Message(
        "The line ... may stand only once, last in the file.", "Take this line away."
    ),
    "PRO012": Message(
        "A second document starts here in the same file.",
        "Take away the line --- or put the rest in a file of its own.",
    ),
    "PRO013": Message("The key {key} is already here.", "Keep one of them."),
    "PRO014": Message("The key cannot be used.", "A key is plain text."),
    "PRO014.container": Message("A list or a brace cannot be a key.", "A key is plain text."),
    "PRO014.number": Message(
        "A number, true or false, or nothing cannot be a key.", "A key is plain text."
    ),
    "PRO014.empty": Message("The key is empty.", "Write a key before the colon."),
    "PRO014.invisible": Message(
        "The key has an invisible character ({character}).", "Write it again by hand."
    ),
    "PRO014.letter": Message(
        "The key has a character that may be taken for another ({character}).",
        "Write it again by hand, in plain letters a-z.",
    ),
    "PRO015": Message("The file is empty.", "Fill it in, or take it away."),
    "PRO016": Message(
        "The number has more than 18 digits.",
        "Is it an identifier? Put it in quotation marks. Could it point at a person? Take it away.",
    ),
    # the shape
    "PRO101": Message("Unknown key: {key}.", "Here may stand: {known}."),
    "PRO102": Message("The key {key} is missing.", "Write it here."),
    "PRO103": Message("The value of {key} is of the wrong kind."),
    "PRO103.other": Message("The value of {key} is of the wrong kind."),
    "PRO103.text": Message(
        "{key} should be a text.", "Write the text after the colon, or on the next line after >-."
    ),
    "PRO103.text-bare": Message(
        "{key} should be a text, but this reads as a number or yes/no.",
        'Put it in quotation marks, for example "5.1".',
    ),
    "PRO103.text-none": Message("{key} is not filled in.", "Write the text."),
    "PRO103.number": Message(
        "{key} should be a whole number.",
        "Digits only: no quotation marks, spaces, decimals or units.",
    ),
    "PRO103.number-none": Message("{key} is not filled in.", "Write a whole number."),
    "PRO103.truth": Message("{key} should be true or false."),
    "PRO103.truth-none": Message("{key} is not filled in.", "Write true or false."),
    "PRO103.mapping": Message(
        "{key} should have keys under it.", "Write them on lines of their own, indented."
    ),
    "PRO103.mapping-none": Message(
        "{key} is not filled in.",
        "Write its keys on lines of their own, indented, or take {key} away.",
    ),
    "PRO103.list": Message(
        "{key} should be a list.", "Write each item on a line of its own that begins with “- ”."
    ),
    "PRO103.list-none": Message(
        "{key} is not filled in.", "Write a list, [] if it is empty, or take {key} away."
    ),
    "PRO103.other-none": Message(
        "{key} is not filled in.", "Write a value, or take the key away if it may be left out."
    ),
    "PRO103.file": Message(
        "The file should consist of keys with values.", "Begin each line with a key: kind: plan."
    ),
    "PRO104": Message("{key} is no day that exists.", "Write year-month-day: 2007-02-28."),
    "PRO105": Message(
        "What stands in {key} cannot be used as an id.",
        "Small letters a–z, digits and hyphens; å and ä become a, ö becomes o. Ids of sections and measures may have dots inside.",
    ),
    "PRO106": Message(
        "{key} is not filled in.", "Fill it in, or take the key away if it may be left out."
    ),
    "PRO107": Message("{key} has a value that does not exist.", "Choose one of: {allowed}."),
    "PRO107.count": Message(
        "{key} should be a whole number.",
        "Is the number small and does it count people: write masked. Is it not known: write missing.",
    ),
    "PRO107.only": Message(
        "{key} can only be {allowed}.", "Write that, or take the key away if it may be left out."
    ),
    "PRO107.or-number": Message("{key} should be a whole number or {allowed}."),
    "PRO108": Message(
        "Exactly one of {keys} should stand here.", "Take away or add so that there is one."
    ),
    "PRO108.transferred": Message(
        "An activity that is transferred says to which board, and no other does.",
        "Write to: BOARD at result: transferred.",
    ),
    "PRO109": Message("The number of {key} makes no sense."),
    "PRO109.low": Message("The number of {key} may be {bound} at the least."),
    "PRO109.high": Message("The number of {key} may be {bound} at the most."),
    "PRO110": Message("{key} does not have the form that is needed."),
    "PRO110.pattern": Message(
        "{key} does not have the form that is needed.", "See the description of the file."
    ),
    "PRO110.lines": Message(
        "{key} should be line numbers.", "Write L3607-3609, several as L25-27, L404-406."
    ),
    "PRO110.recurrence": Message(
        "{key} does not say how often.", "Write continuous, once, conditional or until 2008-12-31."
    ),
    "PRO110.deadline": Message(
        "The day does not exist in every year.", "Write day: last for the last day of the month."
    ),
    "PRO111": Message("The period ends before it starts.", "Swap from and to."),
    "PRO112": Message("The board has successors but no last day.", "Write valid: {to: DAY}."),
    # files
    "PRO501": Message(
        "The file is missing from the programme's folder.",
        "Without programme.yaml, boards.yaml and obligations.yaml nothing can be counted.",
    ),
    "PRO502": Message(
        "The file says that it is {kind}, but is named otherwise.", "Correct kind or the file name."
    ),
    "PRO503": Message(
        "The file's name does not say which board, which year and what, so it is not counted.",
        "Name it 2007-plan.yaml, 2007-report.yaml or 2006-baseline.yaml in the board's folder.",
    ),
    "PRO503.programme": Message(
        "The file is none of the programme's and is not read.",
        "Here stand only programme.yaml, boards.yaml, obligations.yaml, duties.yaml and review.yaml. Check the name.",
    ),
    "PRO508": Message(
        "There is no programme {edition} under program/.", "Move the files to the right folder."
    ),
    "PRO512": Message(
        "{path} holds nothing to check.", "Give a file or a folder under program/ or reports/."
    ),
    "PRO512.missing": Message(
        "{path} does not exist.",
        "Check the spelling. The path is looked for from the folder you are in, then from the workspace's root.",
    ),
    "PRO512.outside": Message(
        "{path} lies outside the workspace.", "Put the file under reports/ and give it there."
    ),
    "PRO514": Message(
        "The name cannot be used, so the file is not read.",
        "Write the name again by hand, in small letters a-z, digits and hyphens.",
    ),
    "PRO514.bytes": Message(
        "The name is not UTF-8 (byte {byte}), so the file is not read.",
        "Write the name again by hand, in small letters a-z, digits and hyphens.",
    ),
    "PRO514.invisible": Message(
        "The name has a character that cannot be seen ({character}), so the file is not read.",
        "Write the name again by hand, in small letters a-z, digits and hyphens.",
    ),
    "PRO514.decomposed": Message(
        "The name has a letter that is written as two characters (NFD), so the file is not read.",
        "Write the name again by hand, in small letters a-z, digits and hyphens.",
    ),
    "PRO514.windows": Message(
        "Windows does not take the name {file}, so the file is not read.", "Rename it."
    ),
    "PRO515": Message(
        "On many computers this is the same path as {other}, so the file is not read.",
        "Rename one of them, or put them together: only small letters a-z.",
    ),
    # the programme
    "PRO401": Message("The id {id} does not exist."),
    "PRO401.board": Message("The board {id} is not in boards.yaml."),
    "PRO401.group": Message("The group {id} is not in boards.yaml."),
    "PRO401.addressee": Message("Neither a board nor a group is called {id}."),
    "PRO401.subject": Message("No section, measure, board, group or duty is called {id}."),
    "PRO401.section": Message("The section {id} is not in programme.yaml."),
    "PRO401.obligation": Message("The measure {id} is not in obligations.yaml."),
    "PRO401.duty": Message("The duty {id} is not in duties.yaml."),
    "PRO401.decision": Message("The decision {id} is not in programme.yaml."),
    "PRO401.amendment": Message("The amendment {id} is not in programme.yaml."),
    "PRO401.goal": Message("The goal {id} is not in programme.yaml."),
    "PRO401.nature": Message("The nature {id} is not in programme.yaml."),
    "PRO401.partner": Message("The partner {id} is not in programme.yaml."),
    "PRO401.question": Message("The question {id} is not in programme.yaml."),
    "PRO401.outcome": Message("The outcome {id} is in no scale."),
    "PRO402": Message("The id {id} is already used.", "Give one of them another id."),
    "PRO403": Message(
        "An outcome may not be called {id}: a status that the tool itself sets is called that.",
        "Choose another word.",
    ),
    "PRO404": Message(
        "The file says {said} but the folder is called {folder}.",
        "Correct edition or rename the folder.",
    ),
    "PRO405": Message(
        "The successor {id} does not exist on {day}, the day after {board} ended.",
        "Correct valid of one of them.",
    ),
    "PRO406": Message(
        "The quotation does not stand on lines {lines} of the paper.",
        "Compare word for word. Misspellings of the paper are to stay.",
    ),
    "PRO407": Message(
        "The file given is not the paper that the programme was taken from.",
        "Check the file and sha256.",
    ),
    "PRO408": Message("The transfer does not fit on {day}.", "Correct date, from or to."),
    "PRO408.absent": Message(
        "The board {id} did not exist on {day}, when the duty went to it.", "Correct date or to."
    ),
    "PRO408.unbound": Message(
        "None of those whom measure {id} leaves was bound by it on the day before {day}.",
        "Correct date, from or the list of measures.",
    ),
    "PRO410": Message(
        "Measure {id} names someone, but nobody is bound by it during the term.",
        "Look at valid and successors, or at the group's members.",
    ),
    "PRO409": Message("The scale {id} does not exist.", "There are: {known}."),
    # plans, reports and baselines
    "PRO504": Message(
        "{key} is {said} in the file but {path} in its path.",
        "Correct the one that is wrong. Until then nothing in the file is counted.",
    ),
    "PRO505": Message("The board {board} did not exist in {year}."),
    "PRO505.others": Message("The board {board} did not exist in {year}.", "Is it {others}?"),
    "PRO506": Message(
        "The measure {id} already has an entry of its own in the file.",
        "Write everything about the measure in one entry.",
    ),
    "PRO507": Message(
        "The measure {id} does not bind {board} in {year}.",
        "The entry is shown as voluntary and not counted.",
    ),
    "PRO509": Message(
        "{board} did not exist on {day}, when the decision is said to have been taken.",
        "Correct the day or decision.by.",
    ),
    "PRO509.others": Message(
        "{board} did not exist on {day}, when the decision is said to have been taken.",
        "Was it {others} that decided? Write it in decision.by.",
    ),
    "PRO513": Message(
        "{by} is said to have decided for {board}, but is neither its predecessor nor its successor.",
        "Is decision.by right? If the board decided itself, take the line away.",
    ),
    "PRO510": Message("The programme does not cover {year}.", "It covers {from}–{to}."),
    "PRO511": Message(
        "The decision lacks {keys}.",
        "Write the paragraph and the register number, so that the decision can be found.",
    ),
    "PRO201": Message(
        "The plan says nothing of measure {id} ({label}).",
        "Write an entry with activities, ongoing or no_activity, or not_addressed: true if the decided plan does not mention it.",
    ),
    "PRO202": Message(
        "The activity is due on {day}, but the plan is for {year}.", "Check the year."
    ),
    "PRO203": Message(
        "The plan for {year} was decided as early as {day}.", "Check the day and the year."
    ),
    "PRO204": Message(
        "The id {id} is already in the plan.",
        "Give each planned activity an id of its own. If it counts under several measures: use also.",
    ),
    "PRO301": Message(
        "The report says nothing of measure {id} ({label}).",
        "Write an entry with outcome, or not_addressed: true if the decided report does not mention it.",
    ),
    "PRO302": Message(
        "The outcome {value} is not in the scale of measure {id}.", "Choose one of: {allowed}."
    ),
    "PRO303": Message(
        "Evidence is missing: measure {id} has the outcome {value}, but how does the board know?",
        "Write it after evidence: statistics, minutes, a check, who was asked.",
    ),
    "PRO304": Message(
        "Obstacles are missing: measure {id} has the outcome {value}, but what stood in the way?",
        "Write it after obstacles.",
    ),
    "PRO305": Message(
        "A reason is missing: measure {id} has the outcome {value}, but why does it not apply to the board?",
        "Write it after reason.",
    ),
    "PRO306": Message(
        "The activity {id} is not in the board's plan for {year}.",
        "Correct the id. If the activity was not planned: write text instead of id.",
    ),
    "PRO306.no-plan": Message(
        "The activity {id} is answered, but the board has no plan for {year} here.",
        "File the plan, or write text instead of id.",
    ),
    "PRO307": Message(
        "The planned activity {id} (measure {measure}) is not answered.",
        "Add it under activities with a result. If the decided report does not mention it: result: unanswered.",
    ),
    "PRO308": Message(
        "The report was decided on {day}, but the period lasts through {end}.",
        "Check the day and the year.",
    ),
    "PRO309": Message("Under measure {id} no such figures may stand."),
    "PRO309.cases": Message(
        "Under measure {id} no figures may stand: even a number can point at someone.",
        "Take figures away.",
    ),
    "PRO309.clients": Message(
        "Under measure {id} the board may not give numbers of persons, households or cases, zero included.",
        "Take the figure away.",
    ),
    "PRO310": Message(
        "Under measure {id} no cost may stand: it can tell that there was a case.",
        "Take cost away.",
    ),
}

ERRORS = {
    "no-workspace": Message(
        "There is no programme here: neither {folder} nor any folder above has a folder program/.",
        "Go to the workspace's folder, or name it with --root.",
    ),
    "no-programme": Message(
        "There is no programme in {folder}/program/.",
        "A programme is a folder with programme.yaml, boards.yaml and obligations.yaml.",
    ),
    "no-folder": Message("The folder {folder} does not exist."),
    "no-edition": Message("The programme {edition} does not exist.", "There are: {known}."),
    "no-language": Message("The language {lang} does not exist.", "There are: {known}."),
    "no-format": Message("The format {format} does not exist.", "There are: {known}."),
    "no-source": Message("The paper {file} cannot be read."),
    "no-code": Message("The code {code} does not exist.", "The codes are in docs/rules.md."),
    "no-board": Message("There is no board and no company {board}."),
    "no-obligation": Message("There is no measure {id}."),
    "no-section": Message("There is no section {id}.", "There are: {known}."),
    "no-status": Message("There is no status {status}.", "There are: {known}."),
    "no-year": Message("The programme does not cover {year}.", "It covers {from}–{to}."),
    "bad-year": Message("{year} is no year."),
    "bad-day": Message("{day} is no day that exists.", "Write year-month-day: 2008-03-31."),
    "programme-faulty": Message(
        "The programme {edition} has errors (number: {count}), so no figures can be shown.",
        "Mend the files above; run prostcli validate for all of it.",
    ),
    "show-section": Message("{id} is a section.", "Its measures: {held}."),
    "show-group": Message("{id} is a group.", "Its members: {held}."),
    "show-duty": Message("{id} is a duty beside the measures.", "prostcli review takes it up."),
    "show-nothing": Message("Neither a measure nor a board is called “{id}”."),
    "no-template": Message("There is no template {template}."),
    "bad-template": Message("The template {template} has a mistake: {why}"),
    "usage-option": Message("There is no option {option}.", "See {command} --help."),
    "usage-missing": Message("{what} is missing.", "See {command} --help."),
    "usage-value": Message("The option {option} needs a value.", "See {command} --help."),
    "usage-choice": Message(
        "{option} has a value that does not exist.", "Choose one of: {allowed}."
    ),
    "usage-bad": Message("{option} cannot be understood ({why}).", "See {command} --help."),
    "usage-command": Message("There is no command {wanted}.", "There are: {known}."),
    "usage-extra": Message("Too many words on the command line: {extra}.", "See {command} --help."),
    "usage-other": Message("{why}", "See {command} --help."),
    # writing, new and schema
    "write-link": Message(
        "{file} is not written: a link on the way leads elsewhere.",
        "Put an ordinary folder in the place of the link, or name a file with -o.",
    ),
    "output-lost": Message("The result could not be written: {reason}."),
    "write-exists": Message(
        "{file} is there already and is not overwritten.",
        "Fill in the one that is there, or write to another file with -o. A decided file is corrected by a new one, for example 2007-report-2.yaml.",
    ),
    "write-full": Message(
        "{file} could not be written: the disk is full or the file too large. Nothing was changed."
    ),
    "write-denied": Message(
        "{file} may not be written. Nothing was changed.",
        "Change the permissions of the folder or the file.",
    ),
    "write-folder": Message("{file} is a folder.", "Name a file."),
    "write-no-folder": Message(
        "{file} cannot be written: the folder it belongs in does not exist, or is no folder."
    ),
    "write-long-name": Message("The file name in {file} is too long."),
    "write-other": Message("{file} could not be written ({reason}). Nothing was changed."),
    "baseline-that-year": Message(
        "A baseline tells how it was when the programme began: {first}, not {year}.",
        "Write {first} for the year.",
    ),
    "board-not-that-year": Message("{board} did not exist in {year}."),
    "board-not-that-year-others": Message(
        "{board} did not exist in {year}.", "Did you mean {others}?"
    ),
    "no-plan-that-year": Message("No plan for {year} is expected.", "{why}"),
    "no-report-that-year": Message("No report on {year} is expected.", "{why}"),
    "nothing-expected-plan": Message(
        "No measure is to be planned by {board} in {year}.", "See prostcli show for all its years."
    ),
    "nothing-expected-report": Message(
        "No measure is to be reported by {board} in {year}.", "See prostcli show for all its years."
    ),
    "nothing-expected-baseline": Message(
        "No measure binds {board} in {year}.", "See prostcli show for all its years."
    ),
    "no-kind": Message("There is no kind of file called {kind}.", "There are: {known}."),
    # end of writing, new and schema
}

LANGUAGE = Language(
    code="en",
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    and_word="and",
    decimal=".",
    marks=MARKS,
    terms=TERMS,
    messages=MESSAGES,
    errors=ERRORS,
)  # fmt: skip
