"""Swedish."""

from inspect import cleandoc

from prostcli.language import Key, Language, Mark, Message

MARKS = {
    "planned": Mark("▷", "P", "Planerad", "Insats i beslutad plan", "cyan"),
    "ongoing": Mark("↻", "L", "Löpande arbete", "Fortsätter i ordinarie verksamhet", "cyan"),
    "no-activity": Mark("∅", "N", "Ingen insats planerad", "Uttalat, med skäl", "yellow"),
    "not-addressed": Mark("○", "B", "Berörs inte", "Beslutad handling utan svar", "yellow"),
    "report-invalid": Mark(
        "‼",
        "#",
        "Redovisning måste rättas",
        "Går inte att läsa, eller ändrad efter förseglingen",
        "red",
    ),
    "plan-invalid": Mark(
        "⁇", "%", "Plan måste rättas", "Går inte att läsa, eller ändrad efter förseglingen", "red"
    ),
    "report-overdue": Mark("!", "!", "Redovisning saknas", "Tiden har gått ut", "red"),
    "plan-overdue": Mark("□", "-", "Plan saknas", "Tiden har gått ut", "red"),
    "report-draft": Mark("✎", "U", "Utkast", "Obeslutat, räknas inte", "blue"),
    "report-received": Mark(
        "◌", "F", "Ej nämndbeslutad", "Endast förvaltning eller bolag, eller anmäld", "blue"
    ),
    "upcoming": Mark("·", ".", "Ännu inte aktuell", "Tiden löper", "dim"),
    "not-expected": Mark(" ", " ", "Ska inte redovisas", "Gäller inte nämnden då", ""),
    "settled": Mark("◆", "S", "Slutförd tidigare", "Engångsuppgift, redan klar", "green"),
    "written-off": Mark("/", "/", "Avskriven", "Avslutad genom beslut", "dim"),
    "voluntary": Mark("+", "+", "Frivillig redovisning", "Räknas inte", "dim"),
    "voluntary-plan": Mark("⊕", "&", "Frivillig plan", "Räknas inte", "dim"),
}

TERMS = {
    # documents
    "check-again": "{file} kan göras på nytt ur filerna, tecken för tecken: program {edition}, läget {as_of}.",
    "check-again-commit": "{file} kan göras på nytt ur arkivet, tecken för tecken: program {edition}, läget {as_of}, version {commit}. Filerna har ändrats sedan dess:",
    "check-not": "{file} kan inte göras på nytt: program {edition}, läget {as_of}.",
    "check-line": "Filerna är desamma, men dokumentet blir ett annat från rad {line}. Det kan ha ändrats efteråt, eller så vet git nu annat om filerna.",
    "check-other": "Filerna och programmens versioner är desamma, men dokumentet blir ett annat. Det kan ha ändrats efteråt, eller så vet git nu annat om filerna.",
    "check-version": "Det gjordes med {program} {then}; här finns {now}. Skillnaden kan bero på det.",
    "check-templates-missing": "Det gjordes med egna mallar, som dokumentet inte säger var de ligger. Ange mappen: prostcli review --check {file} --templates MAPP",
    "check-templates-unnamed": "Det gjordes med egna mallar, enligt dokumentet i {path}. Mallar som bara dokumentet nämner används inte. Litar du på dem, ange mappen: prostcli review --check {file} --templates MAPP",
    "check-templates-other": "Mallarna som angavs med --templates är inte de som det gjordes med.",
    "check-reference-missing": "Det gjordes med ett eget Worddokument för formatmallarna, som dokumentet inte säger var det ligger. Ange det: prostcli review --check {file} --reference FIL",
    "check-reference-unnamed": "Det gjordes med ett eget Worddokument för formatmallarna, enligt dokumentet {path}. En fil som bara dokumentet nämner används inte. Litar du på den, ange den: prostcli review --check {file} --reference FIL",
    "check-reference-other": "Worddokumentet som angavs med --reference är inte det som det gjordes med.",
    "check-unused": "Det gjordes utan egna mallar eller eget Worddokument, så det som angavs har inte använts.",
    "check-history-unnamed": "Dokumentet nämner ingen version i git att göra det ur: det gjordes ur filer som inte var införda där.",
    "check-history-no-git": "Det gjordes ur version {commit} i git, men programmet git finns inte här. Installera git och pröva igen.",
    "check-history-no-repository": "Det gjordes ur version {commit} i git, men mappen här ligger inte i något git-förråd. Klona förrådet med hela historiken och pröva där.",
    "check-history-shallow": "Git har bara en del av historiken här (en grund klon), och dokumentet gjordes ur version {commit}. Hämta resten med git fetch --unshallow och pröva igen.",
    "history-shallow": "Git har bara en del av historiken här (en grund klon), så för en del går det inte att säga vem som senast ändrade det. Hämta resten med git fetch --unshallow.",
    "history-not-fetched": "Git har inte hämtat de äldre versionerna hit (en partiell klon), så det går inte att säga vem som senast ändrade vad. Hämta dem med git fetch --refetch --no-filter.",
    "history-not-owned": "Git läser inte förrådet, eftersom mappen tillhör en annan användare, så det går inte att säga vem som senast ändrade vad. Litar du på det: git config --global --add safe.directory och mappens sökväg.",
    "history-submodule": "En del av filerna ligger i en mapp som är ett eget git-förråd (submodul), så git i det här förrådet kan inte säga vem som senast ändrade dem.",
    "history-failed": "Git svarade inte som väntat, så det går inte att säga vem som senast ändrade vad. Kör git status i mappen och se vad git säger.",
    "check-history-unknown": "Version {commit}, som det gjordes ur, finns inte i git-förrådet fast historiken är hel. Den kan ligga på en gren som inte är hämtad (pröva git fetch --all), eller så är det ett annat förråd.",
    "check-history-unread": "Version {commit}, som det gjordes ur, finns i git, men dokumentet gick inte att göra ur den.",
    "check-history-differs": "Ur version {commit}, som det säger sig vara gjort ur, blir det ett annat dokument. Det kan ha ändrats efteråt.",
    "check-changed": "  ändrad eller borta: {path}",
    "check-added": "  ny: {path}",
    "caption": "Tabell {number}. {text}",
    "source-place": "{path}, rad {line}",
    # pictures
    "part-good": "Nått",
    "part-partial": "Delvis nått",
    "part-bad": "Inte nått",
    "part-unknown": "Okänt",
    "part-untouched": "Berörs inte",
    "part-undecided": "Inte beslutat",
    "part-invalid": "Måste rättas",
    "part-silent": "Redovisning saknas",
    "part-waiting": "Tiden löper",
    "part-exempt": "Gäller inte",
    "part-closed": "Slutförd tidigare eller avskriven",
    "picture-matrix": "Läget {year}, nämnd för nämnd och åtgärd för åtgärd",
    "picture-matrix-about": "En rad för varje nämnd eller bolag och en kolumn för varje åtgärd. Tecknet i rutan säger hur det står. En tom ruta betyder att åtgärden inte gällde nämnden det året.",
    "picture-boards": "Nämnd eller bolag",
    "picture-material": "Vad nämnderna och bolagen har lämnat",
    "picture-material-about": "En rad för varje nämnd eller bolag; för varje år en ruta för planen och en för redovisningen. En tom ruta betyder att inget skulle lämnas.",
    "picture-plan": "Plan",
    "picture-report": "Redovisning",
    "picture-decided": "Beslutad",
    "picture-received": "Inkommen, inte beslutad",
    "picture-draft": "Utkast",
    "picture-invalid": "Måste rättas",
    "picture-overdue": "Saknas",
    "picture-not-due": "Tiden löper",
    "picture-activities": "Planerade insatser och vad det blev av dem",
    "picture-activities-about": "En stapel för varje år. Längden är antalet insatser i beslutade planer, delad efter vad det blev av dem.",
    "picture-year": "År",
    "picture-goal": "Mål",
    "picture-share": "Nått (n/N)",
    "picture-sections": "Åtgärderna i varje avsnitt, år för år",
    "picture-sections-about": "En stapel för varje år. Längden är antalet fall: en åtgärd hos en nämnd eller ett bolag är ett fall. Stapeln delas efter vad som är redovisat. Det som inte gäller, är slutfört eller avskrivet räknas inte i N.",
    "picture-goals": "Åtgärder kopplade till målen, {year}",
    "picture-goals-about": "En stapel för varje mål. Längden är antalet fall, delad efter vad som är redovisat. En åtgärd kan vara kopplad till flera mål. Det som inte gäller, är slutfört eller avskrivet räknas inte i N.",
    "picture-measures": "Avsnitt {section}: åtgärd för åtgärd, år för år",
    "picture-measures-about": "En ruta för varje åtgärd och en stapel för varje år. Längden är antalet nämnder och bolag som skulle redovisa, delad efter vad de redovisat. De som åtgärden inte gäller, eller som är klara eller befriade, räknas inte i N.",
    "picture-picture": "Bild",
    "picture-below": "Samma uppgifter står i tabellen under bilden.",
    "page-skip": "Till innehållet",
    "page-contents": "Innehåll",
    "site-pages": "Webbplatsens sidor",
    "site-start": "Start",
    "site-years": "År",
    "site-obligations": "Åtgärder",
    "site-boards": "Nämnder och bolag",
    "site-activities": "Planerade insatser",
    "site-review": "Uppföljningen",
    "site-sources": "Källor",
    "site-search": "Sök",
    "site-downloads": "Ladda ned",
    "site-past": "Förbi tabellen",
    "site-proposed": "Programmet är inte antaget.",
    "site-proposed-about": "Det är bara föreslaget, och ingen är skyldig något enligt det.",
    "site-nothing": "Inget är inlagt.",
    "site-nothing-about": "Saknas betyder att ingen plan eller redovisning finns inlagd här, inte att inget är gjort eller redovisat.",
    "site-fictitious": "Påhittat exempel.",
    "site-fictitious-about": "{city}, nämnderna och allt som redovisas här är uppdiktat.",
    "site-invalid": "Filer som inte går att läsa.",
    "site-invalid-about": "Det som står i dem räknas inte, och inte heller som saknat: {paths}.",
    "quoted": "”{text}”",
    "site-edited": "Filer som ändrats efter att de förseglades.",
    "site-edited-about": "Det som står i dem räknas inte, och inte heller som saknat: {paths}.",
    "site-basis": "Underlag: program {edition} så som det stod {day}.",
    "site-version": "Version {commit}.",
    "site-changed": "Version {commit} med ändringar som inte är införda i git.",
    "site-sought": "Visa bara det som innehåller",
    "site-no-hits": "Ingen träff. Pröva ett kortare ord.",
    "site-one-hit": "1 träff.",
    "site-hits": "{count} träffar.",
    "site-all-hits": "Alla {count} visas.",
    "picture-table": "Samma uppgifter som tabell",
    "picture-legend": "Tecken",
    "picture-total": "Alla",
    "picture-nothing": "Inget skulle redovisas.",
    "page-of": "Sida {page} av {pages}",
    "did-you-mean": "Menade du {near}?",
    # states of a plan or a report
    "not-expected": "ska inte lämnas",
    "not-due": "tiden löper",
    "overdue": "saknas",
    "invalid": "måste rättas",
    "draft": "utkast",
    "received": "ej nämndbeslutad",
    "decided": "beslutad",
    # what became of a planned activity
    "done": "Genomförd",
    "partly": "Delvis genomförd",
    "not-done": "Ej genomförd",
    "postponed": "Uppskjuten",
    "cancelled": "Utgår",
    "transferred": "Överförd",
    "unanswered": "Ej besvarad",
    "written-off": "Avskriven",
    "fate-invalid": "Redovisningen måste rättas",
    "fate-received": "Svar inkommet, inte beslutat",
    "fate-draft": "Svar bara i utkast",
    "fate-overdue": "Redovisning saknas",
    "fate-not-due": "Ännu inte redovisad",
    "fate-not-expected": "Ska inte redovisas",
    # the words of the field
    "programme": "program",
    "goal": "mål",
    "section": "avsnitt",
    "obligation": "åtgärd",
    "board": "nämnd",
    "company": "bolag",
    "group": "grupp",
    "partner": "samverkanspart",
    "plan": "plan",
    "report": "redovisning",
    "baseline": "nuläge",
    "duty": "övrigt uppdrag",
    "question": "fråga",
    "decision": "beslut",
    "amendment": "ändring",
    "nature": "art",
    "scale": "skala",
    "evidence": "Underlag",
    "obstacles": "Hinder",
    "effect": "Effekt",
    "reason": "Skäl",
    "next_steps": "Nästa steg",
    "summary": "Sammanfattning",
    "unassigned": "utan utpekad ansvarig",
    "voluntary": "frivillig redovisning",
    # findings
    "severity-error": "fel",
    "severity-warning": "varning",
    "severity-note": "upplysning",
    "one-severity-error": "1 fel",
    "many-severity-error": "{count} fel",
    "one-severity-warning": "1 varning",
    "many-severity-warning": "{count} varningar",
    "one-severity-note": "1 upplysning",
    "many-severity-note": "{count} upplysningar",
    "one-checked": "1 fil kontrollerad",
    "many-checked": "{count} filer kontrollerade",
    "closing": "{files}: {found}.",
    "staged-refused": "Rätta felen innan det här läggs in.",
    "closing-nothing": "Inget att kontrollera.",
    "one-more-of-a-kind": "… och 1 {code} till i samma fil.",
    "many-more-of-a-kind": "… och {count} {code} till i samma fil.",
    "more-in-summary": "… och {count} till: se sammanfattningen av körningen.",
    "one-left-out": "1 till får inte plats här. Kör prostcli validate för att se allt.",
    "many-left-out": "{count} till får inte plats här. Kör prostcli validate för att se allt.",
    "summary-severity": "Slag",
    "summary-file": "Fil",
    "summary-line": "Rad",
    "summary-code": "Kod",
    "summary-said": "Anmärkning",
    "closing-clean": "{files}: inget att anmärka på.",
    # status
    "status-on": "Program {edition}. Läget {day}.",
    "fictitious": "Påhittat exempel: kommunen, nämnderna och allt som redovisas är uppdiktat.",
    "status-empty": "Ingen plan och ingen redovisning finns inlagd ännu. Allt nedan visar vad som ska finnas, inte vad nämnderna har gjort.",
    "status-year": "År {year}",
    "status-part": "(programmet gäller {first}–{last})",
    "status-no-cells": "Inget att visa för de val som gjorts.",
    "status-elsewhere": "Inget att visa för {year} av det som valts, men väl för {others}: ange det året med --year.",
    "status-years": "Hela programtiden",
    "status-partly": "Programmet gäller bara en del av året.",
    "status-years-note": "Försenat: planer + redovisningar. Planer och redovisningar räknas per nämnd och åtgärd. Talen går inte att jämföra rakt av mellan år då antalet nämnder har ändrats.",
    "status-persisting": "Samma utfall flera år i rad",
    "status-persists": "{obligation}  {board} {first}–{last}: {outcome}. Hinder {last}: {obstacles}",
    "status-persists-untold": "{obligation}  {board} {first}–{last}: {outcome}.",
    "status-unreported": "Åtgärder som ingen nämnd har redovisat något år",
    "status-voluntary": "frivilligt: {boards}",
    "status-activities": "Planerade insatser {year}: {count}, varav {said}. Se prostcli activities.",
    "status-activities-years": "Genomförda av planerade insatser år för år: {signs} ({figures}).",
    "course-explained": "{years}: n/N varje år i programtiden, av dem som då skulle redovisa; {signs}.",
    "course-none": "ingen",
    "course-all": "alla",
    "course-silent": "ingen beslutad redovisning",
    "course-open": "tiden är inte ute för alla",
    "course-nobody": "N är 0",
    "course-unshared": "tomt där en andel inte säger något",
    "course-boards": "Bara valda nämnder.",
    "bars-explained": "Stapeln ritar talet intill: {full} n, {rest} resten av N",
    "one-ledger-done": "1 genomförd",
    "many-ledger-done": "{count} genomförda",
    "one-ledger-late": "1 försenad",
    "many-ledger-late": "{count} försenade",
    "one-ledger-unanswered": "1 ej besvarad",
    "many-ledger-unanswered": "{count} ej besvarade",
    "activities-on": "Planerade insatser. Program {edition}. Läget {day}.",
    "activities-year": "Insatser {year}",
    "activities-none": "Ingen insats finns i någon beslutad plan för {year} med de val som gjorts.",
    "activities-unplanned": "Gjort utan att ha planerats",
    "activities-years": "Hela programtiden",
    "activities-planned": "Planerade insatser",
    "activities-late": "Därav försenade",
    "activities-note": "Bara beslutade planer räknas. En insats räknas en gång, även om den gäller flera åtgärder eller görs av flera nämnder ihop. Ej besvarad betyder att den beslutade redovisningen inte säger något om insatsen. Säger nämnderna olika räknas det svar som säger minst. Försenad är en insats vars dag passerat utan att den gjorts, eller som gjordes senare; där filerna inte säger det räknas den inte.",
    "activities-drafts": "Planer som ännu inte är beslutade, och vars insatser inte är med: {plans}.",
    "activity-to": "{fate} till {to}.",
    "activity-late": "Försenad.",
    "activity-day-passed": "Dagen har passerat.",
    "activity-taken-up": "Tas upp igen i planen för {years}.",
    "activity-not-taken-up": "Nästa års plan tar inte upp den.",
    "activity-open": "Det finns ännu ingen beslutad plan för året därpå.",
    "activity-done-on": "Gjord {day}.",
    "activity-due": "Senast {day}.",
    "activity-unit": "{unit}.",
    "activity-continues": "Från planen för {year}.",
    "activity-joint": "Gemensam med {boards}.",
    "activity-with": "Tillsammans med {boards}, utan att stå i beslutad plan där.",
    "activity-voluntary": "Gäller en åtgärd som inte binder nämnden.",
    "activity-also": "räknas även under {obligations}",
    "submissions-on": "Planer och redovisningar. Program {edition}. Läget {day}.",
    "submissions-plan": "Planer för {year}",
    "submissions-report": "Redovisningar för {year}",
    "submissions-note": "Beslutad räknas; ej nämndbeslutad och utkast visas men räknas inte. Saknas betyder att inget finns inlagt här.",
    "submission-decided": "beslutad {day}",
    "submission-delegated": "beslutad på delegation {day}",
    "submission-noted": "inkommen, anmäld till nämnden {day} men inte beslutad",
    "submission-office": "inkommen från förvaltningen eller bolaget {day}, inte beslutad av nämnden",
    "submission-by": "av {board}",
    "submission-due": "(senast {day})",
    "submission-late": "(försenad: skulle ha varit klar {day})",
    "submission-sealed": "Förseglad",
    "submission-heirs": "Ska beslutas av {boards}",
    "programme-draft": "Utkast: programmet är inte antaget och ingen är skyldig något enligt det. Nedan står vad det skulle kräva.",
    "submission-silent": "Säger inget om {obligations}",
    "one-submission-superseded": "Ersätter 1 tidigare, som finns kvar",
    "many-submission-superseded": "Ersätter {count} tidigare, som finns kvar",
    "one-submission-owes": "1 åtgärd: {why}.",
    "many-submission-owes": "{count} åtgärder: {why}.",
    "submission-owes-none": "Ingen väntas.",
    "basis-named": "nämns i texten",
    "basis-group": "hör till {group}",
    "basis-successor": "efterträder {board}",
    "basis-transferred": "tog över uppdraget",
    "basis-until-transfer": "till överflyttningen",
    "basis-assigned": "genom senare beslut",
    "state-heading": "Läge",
    "owes-heading": "Svarar för",
    "file-heading": "Fil",
    "diff-on": "Från {before} till {after}. Läget {day}.",
    "diff-now": "filerna som de är nu",
    "diff-nothing": "Inget har ändrats.",
    "diff-nothing-chosen": "Inget av det som valts har ändrats.",
    "diff-programme": "Programmet",
    "diff-board": "Nämnder, grupper och överflyttningar",
    "diff-board-added": "{board}: ny i den senare upplagan",
    "diff-board-removed": "{board}: finns inte i den senare upplagan",
    "diff-obligation": "Åtgärder",
    "diff-duty": "Övriga uppdrag",
    "diff-plan": "Plan {year}, {board} ({path})",
    "diff-report": "Redovisning {year}, {board} ({path})",
    "diff-baseline": "Nuläge {year}, {board} ({path})",
    "diff-outcome": "Läget per nämnd och åtgärd",
    "diff-share": "Nått n/N, båda gångerna av dem som då skulle redovisa",
    "diff-edition-carried": "Åtgärder som förs vidare ordagrant",
    "diff-edition-changed": "Åtgärder som förs vidare med ny lydelse",
    "diff-edition-added": "Nya åtgärder",
    "diff-edition-removed": "Åtgärder som inte förs vidare",
    "diff-carried": "{id} (förut {earlier}) {text}",
    "diff-succeeds": "{id} (förut {earlier}) Förut: ”{before}” Nu: ”{after}”",
    "diff-cell": "{board} {year}, {obligation}: {before} → {after}",
    "diff-cell-added": "{board} {year}, {obligation}: ska redovisas ({after})",
    "diff-cell-removed": "{board} {year}, {obligation}: ska inte längre redovisas (förut {before})",
    "diff-share-line": "{year}: {before} → {after}",
    "diff-file-added": "Ny: {state}.",
    "diff-file-removed": "Borttagen (förut {state}).",
    "diff-decision": "{after} (förut {before}).",
    "diff-value": "{about}: {before} → {after}",
    "diff-value-added": "{about}: nytt, {after}",
    "diff-value-removed": "{about}: borttaget, förut {before}",
    "diff-area-programme": "program",
    "diff-area-board": "nämnd",
    "diff-area-obligation": "åtgärd",
    "diff-area-duty": "övrigt uppdrag",
    "diff-area-plan": "plan",
    "diff-area-report": "redovisning",
    "diff-area-baseline": "nuläge",
    "diff-area-outcome": "läge",
    "diff-area-share": "nått",
    "diff-what-heading": "Vad",
    "diff-about-heading": "Gäller",
    "diff-was-heading": "Före",
    "diff-is-heading": "Efter",
    "help-diff": "Visa vad som har ändrats mellan två lägen.",
    "help-diff-before": "Ett läge i git (märke, gren eller commit) eller en upplaga av programmet.",
    "help-diff-after": "Det läge som jämförs; annars filerna som de är nu.",
    "help-diff-format": "text, table eller json.",
    "status-due": "Ska vara inlämnat senast {day} men är det inte",
    "status-has-draft": "Ett utkast finns; det är inte inlämnat förrän det är beslutat.",
    "status-overdue": "Tiden har gått ut",
    "status-overdue-note": "Saknas betyder att inget finns inlagt här. Det säger inte om arbetet är gjort.",
    "status-nothing-overdue": "Ingen plan eller redovisning är försenad.",
    "status-missing": "{kind}, senast {due}: {who}",
    "status-unassigned": "Åtgärder utan utpekad ansvarig (räknas inte)",
    "status-rests-on": "Siffrorna vilar på program {edition} så som det stod {day}: {files}.",
    "plan-of-year": "plan {year}",
    "report-of-year": "redovisning {year}",
    "one-everyone": "alla (1 nämnd eller bolag)",
    "many-everyone": "alla {count} nämnder och bolag",
    "one-programme-file": "1 programfil",
    "many-programme-file": "{count} programfiler",
    "one-plan-file": "1 plan",
    "many-plan-file": "{count} planer",
    "one-report-file": "1 redovisning",
    "many-report-file": "{count} redovisningar",
    "one-baseline-file": "1 nulägesbeskrivning",
    "many-baseline-file": "{count} nulägesbeskrivningar",
    "one-file-beside": "Ytterligare 1 version finns och räknas inte: den är ett utkast till en rättelse eller ersatt av en senare.",
    "many-file-beside": "Ytterligare {count} versioner finns och räknas inte: de är utkast till rättelser eller ersatta av senare.",
    "one-invalid-files": "1 fil måste rättas och räknas inte. Kör prostcli validate.",
    "many-invalid-files": "{count} filer måste rättas och räknas inte. Kör prostcli validate.",
    "several-chosen": "Flera heter ”{id}”: {known}. Alla är med; ange id:t för den som menas.",
    "invalid-file": "Måste rättas och räknas inte: {path}",
    "board-heading": "Nämnd eller bolag",
    "obligation-heading": "Åtgärd",
    "share-heading": "Nått",
    "states-heading": "Läge",
    "year-heading": "År",
    "boards-heading": "Nämnder",
    "plans-decided-heading": "Planerat",
    "reports-decided-heading": "Redovisat",
    "missing-heading": "Försenat",
    "status-flagged": "Räknas trots fel (prostcli validate visar dem)",
    "status-not-yet": "Beslut med senare datum",
    "status-dated": "{path}: daterat {day}, räknas inte än",
    "one-status-dated-more": "och 1 fil till",
    "many-status-dated-more": "och {count} filer till",
    "submission-not-yet": "{path}: beslut daterat {day}, räknas inte än",
    "submission-flagged": "Räknas trots fel som prostcli validate visar: {codes}",
    "share-in-words": "i ord",
    "share-explained": "Nått n/N: n har nått åtgärden enligt beslutad redovisning, av N som skulle redovisa.",
    "advisory": "bör",
    "help-year": "Bara detta år (kan upprepas).",
    "help-board": "Bara denna nämnd, till exempel farsta (kan upprepas).",
    "help-obligation": "Bara denna åtgärd, till exempel 5.2.1 (kan upprepas).",
    "help-section": "Bara detta avsnitt, till exempel 5.2 (kan upprepas).",
    "help-only": "Bara detta läge, till exempel report-overdue (kan upprepas).",
    "help-due": "Det som ska vara inlämnat den dagen men inte är det.",
    "help-activities-due": "Det som skulle vara gjort den dagen men inte är det.",
    "help-fate": "Bara det som det gick så för, till exempel postponed eller unplanned (kan upprepas).",
    "help-activities": "Visa varje planerad insats och vad det blev av den.",
    "help-only-kind": "Bara plan eller report (kan upprepas).",
    "help-state": "Bara detta läge, till exempel draft eller overdue (kan upprepas).",
    "help-submissions": "Visa varje plan och redovisning, i vilket läge den är och vem som beslutat.",
    "help-status-format": "table, markdown, json, csv (för program) eller csv-excel (för Excel på svenska).",
    # the command line
    "parser Usage:": "Så här:",
    "parser Arguments:": "Ord:",
    "parser Options:": "Väljare:",
    "parser Commands:": "Kommandon:",
    "parser [OPTIONS]": "[VÄLJARE]",
    "parser COMMAND [ARGS]...": "KOMMANDO ...",
    "parser Show this message and exit.": "Visa den här hjälpen.",
    "parser [default:": "[annars:",
    "parser [required]": "[måste anges]",
    "working": "Läser filerna …",
    "help-prostcli": "Vem ska göra vad enligt programmet, vem har planerat och redovisat det, vad blev det och hur vet vi det.",
    "help-epilog": "Börja med: prostcli status. Väljarna ovan kan stå före eller efter kommandot.",
    "help-root": "Arkivets mapp; annars den närmaste uppåt som har program/.",
    "help-lang": "Språk; annars PROSTCLI_LANG, annars programmets.",
    "help-programme": "Vilket program; annars det som gäller på dagen, annars det senast beslutade.",
    "help-as-of": "Visa läget en viss dag, till exempel 2008-03-31; annars i dag.",
    "help-version": "Visa versionen.",
    "help-status": "Visa läget, nämnd för nämnd.",
    "help-validate": "Kontrollera alla filer och visa allt som är fel.",
    "help-site": "Gör uppföljningen till en webbplats i en mapp.",
    "help-site-output": "Mappen: en som är tom eller inte finns, eller en webbplats som gjorts förut.",
    "help-serve": "Visa webbplatsen på den här datorn, och gör om den när en fil ändras.",
    "help-serve-port": "Porten. Utelämnad: 8000, eller en ledig om den är upptagen.",
    "site-made": "{count} filer i {folder}. Börja med {start}.",
    "serve-absent": "Sidan finns inte",
    "serve-absent-about": "Webbplatsen som visas har ingen sida med den adressen.",
    "serve-absent-start": "Till startsidan",
    "serve-begins": "Webbplatsen visas på {address} – bara på den här datorn. Avsluta med Ctrl-C.",
    "serve-made": "Webbplatsen är gjord på nytt {time}. Ladda om sidan.",
    "serve-kept": "Webbplatsen kunde inte göras på nytt {time}. Den förra, från {made}, visas så länge. Det gäller också filerna att ladda ned.",
    "serve-failed": "En sida kunde inte visas ({error}): {path}",
    "serve-ends": "Avslutat.",
    "serve-stale": "Sidan är inte aktuell.",
    "serve-stale-about": "Filerna har ändrats, men webbplatsen kunde inte göras på nytt: {why} Sidorna och filerna att ladda ned är från {time}.",
    "help-review": "Skriv fyraårsuppföljningen, eller en nämnds bilaga.",
    "help-show": "Visa en åtgärd, en nämnd, ett övrigt uppdrag eller en fråga, hela.",
    "help-new": "Skapa en fil att fylla i: för en nämnd och ett år, eller för uppföljningen.",
    "help-seal": "Skriv in beslutet i en plan eller redovisning och försegla filen.",
    "help-seal-file": "Planen eller redovisningen.",
    "help-seal-date": "Dagen för beslutet.",
    "help-seal-paragraph": 'Paragrafen i protokollet, till exempel "§ 7".',
    "help-seal-reference": "Diarienumret.",
    "help-seal-by": "Id för den nämnd som beslutade, när det var en annan.",
    "help-seal-how": "decided, delegated, noted eller office; annars decided.",
    "sealed": "Beslutet den {day} står nu i filen, med ett fingeravtryck av innehållet.",
    "sealed-received": "Det som kom in den {day} står nu i filen som inkommet, inte beslutat av nämnden, med ett fingeravtryck av innehållet.",
    "sealed-only": "Inget annat i filen är ändrat. Ändra den inte mer: rättelser görs i en ny fil.",
    "sealed-next": "Nästa steg: lägg in filen i git, med git add och git commit.",
    "sealed-already": "Filen är redan förseglad (beslut den {day}), och innehållet stämmer.",
    "sealed-same": "Inget är ändrat.",
    "seal-refused": "Filen är inte ändrad. Rätta felen först och försegla den sedan.",
    "help-explain": "Förklara en felkod och hur felet rättas.",
    "help-schema": "Skriv JSON-scheman för redigerare.",
    "help-paths": "Filer eller mappar; annars allt.",
    "help-output-format": "auto, full, concise, json, github, gitlab, sarif eller junit.",
    "help-output-file": "Skriv till en fil i stället.",
    "help-source": "Jämför alla citat med underlaget (textfil).",
    "help-strict": "Varningar räknas som fel.",
    "help-exempt": "Låt något som liknar en personuppgift stå, genom beslut.",
    "help-exempt-where": "Filen och raden, så som prostcli validate anger dem.",
    "help-exempt-reason": "Varför det får stå.",
    "help-exempt-decided-by": "Vem som har beslutat: en nämnd eller en funktion, aldrig ett namn.",
    "help-exempt-expires": "Sista dagen som undantaget gäller.",
    "help-exempt-reference": "Diarienummer.",
    "help-exempt-commits": "Det står i en tidigare version, i det här spannet av commits.",
    "exempted": "Undantaget är inlagt. Låt den som äger programmet granska filen.",
    "help-staged": "Kontrollera bara det som git ska lägga in härnäst, som det då blir, och de nya fel som det ger i andra filer.",
    "help-changed-since": "Visa bara det som gäller filer som ändrats sedan grenen lämnade REF, till exempel origin/main, och de nya fel som ändringen ger i andra filer.",
    "help-commits": "Leta också i varje commit i ett spann, till exempel origin/main..HEAD: efter personuppgifter, och efter det som var beslutat och skrivits om eller tagits bort.",
    "help-code": "Felkoden, till exempel PRO201.",
    "help-annex-board": "Bara denna nämnds bilaga; kräver --year.",
    "help-annex-year": "Bilagans år; kräver --board.",
    "help-review-format": "md (Markdown), html, pdf eller docx. Utelämnad: efter filens ändelse; utan fil md.",
    "help-review-check": "Säg om ett dokument som verktyget gjort kan göras på nytt ur filerna.",
    "help-reference": "Kommunens eget Worddokument att ta formatmallarna från (docx).",
    "help-templates": "Egna mallar i stället för verktygets, en eller flera.",
    "help-show-id": "Id för en åtgärd, en nämnd, ett övrigt uppdrag eller en fråga, till exempel 5.2.6 eller sodermalm.",
    "error-internal": "internt fel ({code}). Ingenting har ändrats. Anmäl gärna koden.",
    "error-summary": "sammanfattningen till GitHub kunde inte skrivas: {reason}.",
    "error-no-summary": "sammanfattningen till GitHub kunde inte skrivas: GITHUB_STEP_SUMMARY anger ingen fil.",
    # scaffolds: the comments in a file from `prostcli new`
    "scaffold-title-plan": "{board}: plan för {year}",
    "scaffold-title-report": "{board}: redovisning av {year}",
    "scaffold-title-baseline": "{board}: läget när programmet började, {year}",
    "scaffold-programme": "{title}, program {edition}",
    "scaffold-due": "Ska vara beslutad senast den {day}. {basis}.",
    "scaffold-dissolved": "{board} upphörde den {day}. Redovisningen ska ändå lämnas: {heirs} beslutar den.",
    "scaffold-new-board": "Nämnden är ny från den {day}. Har {before} redan beslutat planen? Skriv då vem i beslutet, som by: {id}.",
    "scaffold-how-fill": "Skriv på den tomma raden under varje >-, två steg längre in än ordet ovanför. Texten får vara flera rader. Citattecken behövs inte.",
    "scaffold-how-plan": "Varje åtgärd får ett av fyra svar: activities (planerade insatser), ongoing (löpande arbete), no_activity (ingen insats, med skäl) eller not_addressed: true (den beslutade planen nämner den inte). Svarar du med något annat än activities: ta bort activities och det som står under.",
    "scaffold-how-report": "Varje åtgärd får ett utfall (outcome), en sammanfattning och det underlag som utfallet kräver. Ta bort en nyckel som inte ska fyllas i.",
    "scaffold-how-baseline": "Beskriv det arbete som redan fanns. Ta bort de åtgärder där inget finns att berätta.",
    "scaffold-how-optional": "Rader som börjar med # är förklaringar, eller nycklar som får utelämnas. Ta bort # och ett blanksteg för att använda en sådan nyckel, och byt orden med STORA BOKSTÄVER.",
    "scaffold-how-names": "Skriv aldrig namn på personer och inget som kan peka ut någon. Ange enhet eller funktion.",
    "scaffold-how-check": "Kontrollera: prostcli validate {path}",
    "scaffold-how-send": "Lämna in: spara filen på sin plats, gör en commit och en merge request. Utan git: skicka filen till {owner}.",
    "scaffold-decision": "Beslutet. Låt det stå som kommentar medan filen är ett utkast. När beslutet är fattat skriver prostcli seal in det. Eller ta bort # och ett blanksteg på raderna och fyll i.",
    "scaffold-decision-how": "how: decided = nämnden beslutade, delegated = beslut på delegation, noted = bara anmält, office = bara förvaltningen eller bolaget. De två sista räknas som inkommet, inte beslutat.",
    "scaffold-scales": "Utfallen i ord. Vid varje åtgärd står de som gäller den.",
    "scaffold-needs": "Kräver {what}.",
    "scaffold-replaced": "Till och med den {day} löd åtgärden: ”{text}”",
    "scaffold-advisory": "Texten säger ”{modality}”: att det uteblir är aldrig en brist.",
    "scaffold-recurs-once": "Engångsuppgift: när den är gjord behöver den inte redovisas fler år.",
    "scaffold-recurs-conditional": "Gäller när det som åtgärden förutsätter inträffar. Svara också när det inte har gjort det.",
    "scaffold-recurs-until": "Gäller till och med den {day}.",
    "scaffold-amendment": "Åtgärden är tillagd genom en ändring av programmet.",
    "scaffold-voluntary": "Åtgärden binder inte nämnden men står i planen. Svaret är frivilligt och räknas inte.",
    "scaffold-successor": "Gäller nämnden som efterföljare till {board} från den {day}.",
    "scaffold-transferred": "Gäller nämnden från den {day}. {what}",
    "scaffold-transferred-too": "Nämnden tar den {day} också över det som {leaver} har svarat för. {what}",
    "scaffold-until-transfer": "Går den {day} över till {board}. {what}",
    "scaffold-unit": "Programmet nämner {unit}: åtgärden binder den nämnd som enheten eller funktionen hör till.",
    "scaffold-role": "Nämndens del: {role}.",
    "scaffold-condition": "Villkor: {condition}.",
    "scaffold-assigned": "Nämnden har fått åtgärden genom ett senare beslut.",
    "scaffold-bound": "Nämnden är bunden {start} till {end}; svara för den tiden.",
    "scaffold-last": "Förra gången, {year}:",
    "scaffold-last-report": "Redovisat {year}:",
    "scaffold-last-plan": "Planen {year}:",
    "scaffold-this-plan": "Planen {year}:",
    "scaffold-was-due": "Skulle vara klart den {day}.",
    "scaffold-due-then": "Klart senast den {day}.",
    "scaffold-handed-over": "Överlämnad från {board} {year}:",
    "scaffold-take-up": "Tar planen upp den skrivs vid insatsen: continues: {year: {year}, id: {id}, board: {board}}",
    "scaffold-covered": "Räknas redan under insatsen {id}. Ta bort hela posten om inget mer ska stå här.",
    "scaffold-also-planned": "Insatsen {id} räknas också här. Den besvaras under åtgärd {obligation}.",
    "scaffold-confirm": "Texten ovan är hämtad ur planen för {year}. Ändra den så att den gäller i år. Skriv sedan var i det beslutade dokumentet den står, eller ta bort raden place.",
    "scaffold-instead": "I stället för activities, ett av dessa:",
    "scaffold-ask-text": "Vad ska göras?",
    "scaffold-ask-due": "När ska det vara klart?",
    "scaffold-ask-unit": "Vilken enhet eller funktion gör det? Aldrig en person.",
    "scaffold-ask-also": "Räknas den under fler åtgärder, som {example}?",
    "scaffold-ask-with": "Görs den ihop med andra nämnder? Id:n sist i filen.",
    "scaffold-ask-ongoing": "Vilket löpande arbete fortsätter?",
    "scaffold-ask-no_activity": "Varför planeras ingen insats?",
    "scaffold-ask-not_addressed": "Bara om den beslutade planen inte nämner åtgärden.",
    "scaffold-ask-not_reported": "I stället för allt ovan, om den beslutade handlingen inte nämner åtgärden.",
    "scaffold-ask-place": "Var i det beslutade dokumentet? Till exempel s. 14.",
    "scaffold-ask-outcome": "Hur gick det? Skriv ett av orden till vänster efter outcome:",
    "scaffold-ask-summary": "Vad gjorde nämnden under året, och vad blev det av det?",
    "scaffold-ask-evidence": "Hur vet nämnden det: statistik, protokoll, kontroll? Krävs vid {values}.",
    "scaffold-ask-obstacles": "Vad hindrade? Krävs vid {values}.",
    "scaffold-ask-reason": "Varför gäller den inte nämnden? Krävs vid {values}.",
    "scaffold-ask-effect": "Vad ledde arbetet till?",
    "scaffold-ask-next_steps": "Vad händer sedan?",
    "scaffold-ask-partners": "Vilka samverkade nämnden med? Id:n sist i filen.",
    "scaffold-ask-activities": "Vad blev det av varje planerad insats? Orden förklaras sist i filen. unanswered bara om den beslutade handlingen inte nämner insatsen.",
    "scaffold-ask-comment": "Något att tillägga?",
    "scaffold-ask-to": "Bara vid transferred: vilken nämnd tog över?",
    "scaffold-unplanned": "Gjordes något som inte var planerat? En post för varje, utan id:",
    "scaffold-ask-figures": "Finns det siffror? Bara hela tal; counts säger vad de räknar (se sist i filen).",
    "scaffold-ask-cost": "Vad kostade det, i hela kronor, och hur betalades det?",
    "scaffold-ask-source": "Varifrån är uppgifterna? Till exempel remissvaret, med diarienummer och dag.",
    "scaffold-ask-entry-source": "Var i källan står det?",
    "scaffold-ask-then": "Vilket arbete fanns redan?",
    "scaffold-ask-stated_by": "Vem säger det? board = nämnden, office = förvaltningen eller bolaget.",
    "scaffold-general": "Något som inte hör till en enda åtgärd:",
    "scaffold-no-numbers": "Inga siffror och ingen kostnad här: redan ett tal, också noll, kan röja om det har funnits ett ärende. Alla nämnder svarar likadant, vare sig det funnits ett ärende eller inte.",
    "scaffold-no-clients": "Inga antal klienter, hushåll eller ärenden här, inte heller noll: de kan peka ut någon. Andra siffror går bra.",
    "scaffold-answers": "Programmets egna frågor. Frivilliga: att inte svara är aldrig en brist. Ta bort # vid answers och vid de frågor som nämnden svarar på.",
    "scaffold-glossary": "Ord och id:n att välja bland",
    "scaffold-glossary-result": "result, vad det blev av en planerad insats:",
    "scaffold-glossary-counts": "counts, vad en siffra räknar. Skriv masked i stället för ett antal klienter, hushåll, ärenden eller elever under {threshold}, också för kvinnor och män var för sig, och missing för ett som saknas:",
    "scaffold-glossary-partners": "partners, samverkansparter:",
    "scaffold-glossary-boards": "Nämnder och bolag som fanns under året:",
    "scaffold-counts-clients": "klienter",
    "scaffold-counts-households": "hushåll",
    "scaffold-counts-cases": "ärenden",
    "scaffold-counts-staff": "personal",
    "scaffold-counts-pupils": "elever",
    "scaffold-counts-visits": "besök",
    "scaffold-counts-other": "annat än personer och ärenden",
    "scaffold-title-review": "Ägarens egna ord i uppföljningen: det som inga siffror kan säga",
    "scaffold-review-who": "Skrivs och ändras bara av programmets ägare, {owner}.",
    "scaffold-review-empty": "Skriv i vilken ordning som helst. Det som står tomt är inget fel: det visas i uppföljningen som ännu inte skrivet.",
    "scaffold-review-as-of": "Läget i kommentarerna gäller den {day}, enligt filerna när mallen skapades. Det följer inte med när något ändras: prostcli review visar läget.",
    "scaffold-review-nothing": "När mallen skapades fanns ingen plan och ingen redovisning till och med den {day}. Kommentarerna säger därför bara hur många som skulle redovisa. Det följer inte med när något ändras: prostcli review visar läget.",
    "scaffold-review-check": "prostcli validate {path} säger vad som är fel och vad som ännu inte är skrivet.",
    "scaffold-review-ask-decision": "Är uppföljningen beslutad? Ta då bort # och ett blanksteg på raderna och fyll i. Utan beslut kallas den utkast. Med ett beslut visas orden i filen först från den dagen.",
    "scaffold-review-ask-proposal": "Vad ska beslutas? En punkt i taget, i den ordning de ska stå. Fler punkter: en ny rad - >- för var och en, och texten på raden under.",
    "scaffold-review-ask-summary": "Vad är viktigast: läget per mål och avsnitt, och vilka som inte har redovisat? De räknas upp i kapitel 1 av prostcli review.",
    "scaffold-review-ask-goals": "Hur gick det med målet? Frågan är en annan än om åtgärderna är gjorda.",
    "scaffold-review-ask-sections": "Hur gick det i avsnittet? Läget åtgärd för åtgärd står vid slutsatserna.",
    "scaffold-review-ask-duties": "Vad blev det av uppdraget? Det ingår inte i den årliga uppföljningen och räknas inte i någon siffra.",
    "scaffold-review-ask-perspectives": "Vad har arbetet betytt för barn, för kvinnor och för män?",
    "scaffold-review-ask-costs": "Vad har arbetet kostat, och hur har det betalats?",
    "scaffold-review-ask-conclusions": "Vad bör det bli av programmet, och av varje åtgärd, när programmet revideras? Skriv ett av orden nedan efter proposal: och skälen i text, eller bara det ena.",
    "scaffold-review-ask-source": "Hur vet ni det?",
    "scaffold-review-costs-then": "Bedömt när programmet beslutades: {then}",
    "scaffold-review-n-of-n": "Läget skrivs n/N. N är de som skulle redovisa åtgärden det året, utom dem som slutfört den tidigare år, dem som den är avskriven för och dem som redovisat att den inte gäller dem. n är de av dem som enligt beslutad redovisning har nått den. Saknas: har inte redovisat fast tiden gått ut.",
    "scaffold-review-whole": "Programmet som helhet",
    "scaffold-review-linked": "Åtgärder som redaktionen kopplar hit: {measures}.",
    "scaffold-review-told": "Redovisat av {boards}.",
    "scaffold-review-voluntary": "Frivilligt redovisat av {boards}.",
    "scaffold-review-unassigned": "Ingen nämnd är utpekad som ansvarig: ingen väntas redovisa åtgärden.",
    "scaffold-review-nobody": "Ingen skulle redovisa åtgärden något av åren.",
    "scaffold-review-expected": "Antal som skulle redovisa: {years}.",
    "scaffold-review-so-far": "Den {day}: {years}.",
    "scaffold-review-running": "{year} tiden löper",
    "scaffold-review-missing": "{count} saknas",
    "scaffold-review-silent": "Saknas {years}: {boards}.",
    "scaffold-review-all-silent": "Saknas {years}: ingen av de {count} har redovisat.",
    "scaffold-in-date": "ÅÅÅÅ-MM-DD",
    "scaffold-in-day": "MM-DD",
    "scaffold-in-measure": "ÅTGÄRD",
    "scaffold-in-board": "NÄMND",
    "scaffold-in-partner": "PART",
    "scaffold-in-result": "RESULTAT",
    "scaffold-in-name": "NAMN",
    "scaffold-in-number": "TAL",
    "scaffold-in-counts": "SLAG",
    # the commands new and schema
    "help-kind": "plan, report (redovisning), baseline (nuläge) eller review (ägarens egna ord).",
    "help-new-board": "Nämndens id, till exempel farsta; inte för review.",
    "help-new-year": "Året som planen eller redovisningen gäller; inte för review.",
    "help-new-output": "Skriv till en annan fil; - är stdout.",
    "new-next": "Fyll i filen och kör: prostcli validate {path}",
    "help-schema-check": "Skriv inget; säg vilka scheman som är inaktuella (slutstatus 1).",
    "schema-stale": "Inaktuellt schema: {path}. Kör prostcli schema.",
    "schema-extra": "Överblivet schema: {path}. Ta bort filen.",
    "schema-current": "Alla scheman stämmer ({count}).",
    "schema-plan": "En nämnds plan för ett år",
    "schema-report": "En nämnds redovisning av ett år",
    "schema-baseline": "En nämnds läge när programmet började",
    "schema-programme": "Programmet",
    "schema-boards": "Nämnder, bolag och grupper",
    "schema-obligations": "Programmets åtgärder",
    "schema-duties": "Övriga uppdrag",
    "schema-review": "Ägarens ord i fyraårsuppföljningen",
    "choice-how-decided": "Nämnden har beslutat",
    "choice-how-delegated": "Beslut på delegation",
    "choice-how-noted": "Bara anmält till nämnden: räknas som inkommet, inte beslutat",
    "choice-how-office": "Bara förvaltningen eller bolaget: räknas som inkommet, inte beslutat",
    "choice-kind-reservation": "Reservation",
    "choice-kind-statement": "Särskilt uttalande",
    "choice-stated_by-board": "Nämnden",
    "choice-stated_by-office": "Förvaltningen eller bolaget",
    "choice-value-masked": "Dold, för att talet är litet",
    "choice-value-missing": "Uppgiften saknas",
    "choice-kind-board": "Nämnd",
    "choice-kind-company": "Bolag",
    "choice-kind-document": "Styrdokument",
    "choice-kind-law": "Lag",
    "choice-kind-repeats": "Säger samma sak som åtgärden",
    "choice-kind-narrows": "Gäller en mindre del än åtgärden",
    "choice-kind-extends": "Går längre än åtgärden",
    "choice-kind-adds-to": "Kommer till utöver åtgärden",
    "choice-counts-good": "Nått: räknas",
    "choice-counts-partial": "Delvis nått: räknas inte som nått",
    "choice-counts-bad": "Inte nått",
    "choice-counts-unknown": "Säger inget om hur det gick",
    "choice-counts-exempt": "Undantaget: räknas inte med alls",
    "choice-status-proposed": "Föreslaget",
    "choice-status-decided": "Beslutat",
    "choice-concerns-programme": "Hör till programmet",
    "choice-concerns-beside": "Står i samma handling, men hör inte till programmet",
    "choice-change-add": "Texten läggs till",
    "choice-change-replace": "Texten ersätter en annan",
    "choice-change-end": "Åtgärden upphör",
    "choice-language-sv": "Svenska",
    "choice-language-en": "Engelska",
    "choice-modality-ska": "Nämnden ska",
    "choice-modality-bör": "Nämnden bör: att det uteblir är aldrig en brist",
    "choice-modality-kan": "Nämnden kan",
    "choice-sensitive-cases": "Inga siffror och ingen kostnad alls",
    "choice-sensitive-clients": "Inga antal klienter, hushåll eller ärenden",
    "choice-origin-programme": "Programmets löpande text",
    "choice-origin-council-decision": "Kommunfullmäktiges beslut",
    "choice-origin-board-decision": "En nämnds beslut",
    "choice-origin-proposal": "Bara ett förslag",
    "choice-kinds-plan": "Ställs i planer",
    "choice-kinds-report": "Ställs i redovisningar",
    "choice-proposal-keep": "Behåll åtgärden",
    "choice-proposal-change": "Ändra åtgärden",
    "choice-proposal-drop": "Avsluta åtgärden",
    "choice-proposal-assign": "Ge åtgärden en ansvarig",
    "choice-day-last": "Månadens sista dag",
    # what an editor says of a fault where no finding has the words
    "fault-unknown-key": "Okänd nyckel. Här kan stå: {known}.",
    "fault-unknown-id": 'Det id:t finns inte i program {edition}. Ctrl+blanksteg visar dem som finns. Ett id som ser ut som ett tal, till exempel "5.1", står inom citattecken.',
    "fault-text": "{key} ska vara en text. Skriv den efter kolonet, eller på nästa rad efter >-. Är det ett tal eller true eller false: sätt det inom citattecken.",
    "fault-language": "Nyckeln är ett språk med två bokstäver: sv eller en.",
    # what an editor offers to put in
    "snippet-plan": "Ny plan",
    "snippet-report": "Ny redovisning",
    "snippet-baseline": "Ny nulägesbeskrivning",
    "snippet-about-file": "En hel fil att fylla i. Med alla åtgärder som gäller nämnden: prostcli new.",
    "snippet-planned": "Ny post: planerade insatser",
    "snippet-ongoing": "Ny post: löpande arbete fortsätter",
    "snippet-no_activity": "Ny post: ingen insats planeras",
    "snippet-not_addressed": "Ny post: åtgärden berörs inte",
    "snippet-good": "Ny post: nått",
    "snippet-short": "Ny post: delvis eller inte nått",
    "snippet-exempt": "Ny post: gäller inte nämnden",
    "snippet-unknown": "Ny post: utan besked om utfallet",
    "snippet-duty": "Ny post: övrigt uppdrag",
    "snippet-baseline-entry": "Ny post: arbete under en åtgärd",
    "snippet-general": "Ny post: arbete som inte hör till en enda åtgärd",
    "snippet-activity": "Ny insats",
    "snippet-activity-with": "Ny insats tillsammans med en annan nämnd",
    "snippet-answered": "Planerad insats: vad det blev av den",
    "snippet-transferred": "Planerad insats: överförd till en annan nämnd",
    "snippet-unplanned": "Insats som inte var planerad",
    "snippet-figure": "Ny siffra",
    "snippet-figure-by-sex": "Ny siffra, med kvinnor och män för sig",
    "snippet-decision": "Beslutet",
    "snippet-decision-by": "Beslutet, fattat av en annan nämnd",
    "snippet-cost": "Kostnaden",
    "snippet-answer": "Nytt svar",
    # end of scaffolds, new and schema
}

MESSAGES = {
    # the file and its bytes
    "PRO001": Message("Filen går inte att öppna.", "Kontrollera filen och försök igen."),
    "PRO001.gone": Message(
        "Filen finns inte längre.", "Den togs bort medan kontrollen pågick: kör igen."
    ),
    "PRO001.denied": Message("Filen får inte läsas.", "Ändra filens behörigheter."),
    "PRO002": Message(
        "Det här är ingen vanlig fil.",
        "Lägg en vanlig fil här; rör, enheter och liknande läses inte.",
    ),
    "PRO002.folder": Message(
        "Här står en mapp där det ska vara en fil.", "Byt namn på mappen eller lägg filen här."
    ),
    "PRO002.no-folder": Message(
        "Här står en fil där det ska vara en mapp.", "Byt namn på filen och lägg en mapp här."
    ),
    "PRO002.deep": Message(
        "Den här mappen ligger för djupt: inget i den läses.",
        "Lägg filerna i nämndens egen mapp, utan mappar däri.",
    ),
    "PRO002.link": Message(
        "Det här är en länk, inte en fil.", "Lägg själva filen här: länkar följs inte."
    ),
    "PRO003": Message(
        "Filen är större än {limit} KiB och läses inte.",
        "Behåll text och siffror; bilder och bilagor hör hemma någon annanstans.",
    ),
    "PRO004": Message(
        "Filen är inte UTF-8 (byte {byte}).",
        "Kanske sparad som Windows-1252? Spara om den som UTF-8.",
    ),
    "PRO004.utf16": Message("Filen är sparad som UTF-16.", "Spara om den som UTF-8."),
    "PRO005": Message(
        "Otillåtet osynligt tecken {character}.", "Ta bort tecknet, eller skriv om raden för hand."
    ),
    "PRO005.marks": Message(
        "Fler än {limit} accenter på samma bokstav.", "Skriv om texten för hand."
    ),
    "PRO006": Message(
        "Raden går inte att läsa som YAML.",
        "Jämför med raderna omkring: indrag, kolon och citattecken.",
    ),
    "PRO006.other": Message(
        "Raden går inte att läsa som YAML.",
        "Jämför med raderna omkring: indrag, kolon och citattecken.",
    ),
    "PRO006.colon": Message(
        "Ett kolon som inte går att förstå här.",
        "Innehåller texten ett kolon? Skriv den på en egen rad efter >-, eller sätt den inom citattecken. Annars: se över indraget.",
    ),
    "PRO006.no-colon": Message(
        "Raden har ingen nyckel: kolon saknas.",
        "Skriv ”nyckel: värde”, eller dra in raden så att den hör till texten ovanför.",
    ),
    "PRO006.start": Message(
        "Ett tecken som inte får stå först (tabb, @, ` eller %).",
        "Byt tabben mot blanksteg, eller sätt texten inom citattecken.",
    ),
    "PRO006.list": Message(
        "Raden är fel indragen, eller så saknas ”- ” framför en punkt i listan.",
        "Dra in den lika långt som nycklarna den hör ihop med. Är den en ny punkt: börja den med ”- ”, lika långt in som de andra.",
    ),
    "PRO006.dash": Message(
        "Ett streck först i en text läses som en punkt i en lista.",
        "Hör strecket till texten? Sätt texten inom citattecken. Står strecket för att det inte finns något: skriv det i ord, och varför.",
    ),
    "PRO006.question": Message(
        "Ett frågetecken först i en text betyder något annat i YAML.",
        "Hör det till texten? Sätt texten inom citattecken. Står det för att något inte är känt: skriv det i ord.",
    ),
    "PRO006.indent": Message(
        "Raden är fel indragen, eller så är ett citattecken fel.",
        "Dra in den lika långt som raderna den hör ihop med. Citattecken inne i en text: skriv texten efter >- i stället.",
    ),
    "PRO006.bracket": Message(
        "Hakparentesen eller klammern går inte att läsa.",
        "Skriv ] eller } där den slutar. En text som slutar med ? inom { } behöver citattecken.",
    ),
    "PRO006.bracket-hash": Message(
        "Ett # efter ett blanksteg gör resten av raden till en kommentar, så att hakparentesen eller klammern aldrig avslutas.",
        "Hör # till texten? Sätt hela texten inom citattecken. Är det en kommentar? Skriv ] eller } före den.",
    ),
    "PRO006.quote": Message(
        "Citattecknet som börjar här avslutas aldrig.",
        "Sätt ett likadant citattecken där texten slutar.",
    ),
    "PRO006.block": Message(
        "Text på samma rad som >- eller |.", "Flytta ner texten till nästa rad och dra in den."
    ),
    "PRO006.escape": Message(
        "Omvänt snedstreck inom citattecken går inte att tolka.",
        "Använd enkla citattecken, eller skriv texten efter >-.",
    ),
    "PRO006.merge": Message(
        "Filen har osammanslagna ändringar: en sammanslagning i git är inte avslutad, och raden är gits märke.",
        "Välj vad som ska stå kvar, och ta bort raderna som börjar med <<<<<<<, ======= och >>>>>>>.",
    ),
    "PRO006.blank": Message(
        "Ett hårt blanksteg ({character}) där YAML vill ha ett vanligt.",
        "Det ser ut som ett vanligt och kommer ofta från Word. Byt det, och dem bredvid, mot vanliga blanksteg.",
    ),
    "PRO006.curly": Message(
        "Texten börjar med ett typografiskt citattecken ({character}), som YAML inte räknar som citattecken.",
        'Skriv raka citattecken (") runt hela texten, eller skriv den på en egen rad efter >-.',
    ),
    "PRO006.hash": Message(
        "Raden hör inte ihop med den ovanför, där # gör resten till en kommentar.",
        "Hör # till texten? Skriv hela texten på egna rader efter >-. Annars: se över indraget.",
    ),
    "PRO006.tab": Message("Tabb går inte att använda till indrag.", "Byt den mot blanksteg."),
    "PRO007": Message("Fler än {limit} nivåer i varandra.", "Skriv om filen enklare."),
    "PRO008": Message(
        "Fler än {limit} värden i en fil.",
        "Dela upp filen eller kontrollera att rätt fil ligger här.",
    ),
    "PRO009": Message(
        "& och * framför ett namn (alias) används inte.",
        "Börjar texten med & eller *? Sätt den inom citattecken.",
    ),
    "PRO010": Message(
        "! framför ett värde (tagg) används inte.",
        "Börjar texten med !? Sätt den inom citattecken.",
    ),
    "PRO011": Message("En rad som börjar med % (direktiv) används inte.", "Ta bort raden."),
    "PRO012.end": Message(
        "Raden ... får bara stå en gång, sist i filen.", "Ta bort den här raden."
    ),
    "PRO012": Message(
        "Här börjar ett andra dokument i samma fil.",
        "Ta bort raden --- eller lägg resten i en egen fil.",
    ),
    "PRO013": Message("Nyckeln {key} finns redan här.", "Behåll en av dem."),
    "PRO014": Message("Nyckeln går inte att använda.", "En nyckel är vanlig text."),
    "PRO014.container": Message(
        "En lista eller klammer kan inte vara nyckel.", "En nyckel är vanlig text."
    ),
    "PRO014.number": Message(
        "Ett tal, true eller false eller ingenting kan inte vara nyckel.",
        "En nyckel är vanlig text.",
    ),
    "PRO014.empty": Message("Nyckeln är tom.", "Skriv en nyckel före kolon."),
    "PRO014.invisible": Message(
        "Nyckeln har ett osynligt tecken ({character}).", "Skriv den igen för hand."
    ),
    "PRO014.blank": Message(
        "Ett hårt blanksteg ({character}) i nyckeln, eller i indraget framför den.",
        "Det ser ut som ett vanligt och kommer ofta från Word. Byt det, och dem bredvid, mot vanliga blanksteg.",
    ),
    "PRO014.letter": Message(
        "Nyckeln har ett tecken som kan tas för ett annat ({character}).",
        "Skriv den igen för hand, med vanliga bokstäver a–z.",
    ),
    "PRO015": Message("Filen är tom.", "Fyll i den, eller ta bort den."),
    "PRO016": Message(
        "Talet har fler än 18 siffror.",
        "Är det en beteckning? Sätt den inom citattecken. Kan den peka på en person? Ta bort den.",
    ),
    "PRO017": Message(
        "{key} läses bara som ”{kept}”: allt från # ({lost}) blir en kommentar och syns ingenstans.",
        "Hör det till texten? Sätt hela texten inom citattecken, eller skriv den på en egen rad efter >-. Är det en kommentar? Sätt två blanksteg före # och ett efter.",
    ),
    "PRO017.all": Message(
        "Det som står efter {key} börjar med #, så det ({lost}) blir en kommentar och syns ingenstans.",
        "Hör det till texten? Sätt hela texten inom citattecken, eller skriv den på en egen rad efter >-. Är det en kommentar? Sätt två blanksteg före # och ett efter.",
    ),
    "PRO018": Message(
        "Bokstäver har lästs i fel teckenkodning: {written}.",
        "Det ska nog vara {meant}. Det hjälper inte att spara om filen: skriv om orden, eller hämta texten på nytt.",
    ),
    "PRO019": Message(
        "En bokstav har gått förlorad: {written}.",
        "Se efter i originalet vilken den var, ofta å, ä eller ö, och skriv den.",
    ),
    # the shape
    "PRO101": Message("Okänd nyckel: {key}.", "Här kan stå: {known}."),
    "PRO102": Message("Nyckeln {key} saknas.", "Skriv den här."),
    "PRO103": Message("Värdet för {key} är av fel slag."),
    "PRO103.other": Message("Värdet för {key} är av fel slag."),
    "PRO103.text": Message(
        "{key} ska vara en text.", "Skriv texten direkt efter kolonet, eller på nästa rad efter >-."
    ),
    "PRO103.text-bare": Message(
        "{key} ska vara en text, men detta läses som ett tal eller ja/nej.",
        'Sätt det inom citattecken, till exempel "5.1".',
    ),
    "PRO103.text-none": Message("{key} är inte ifyllt.", "Skriv texten."),
    "PRO103.number": Message(
        "{key} ska vara ett helt tal.",
        "Bara siffror: inga citattecken, mellanslag, decimaler eller enheter.",
    ),
    "PRO103.number-none": Message("{key} är inte ifyllt.", "Skriv ett helt tal."),
    "PRO103.truth": Message("{key} ska vara true eller false."),
    "PRO103.truth-none": Message("{key} är inte ifyllt.", "Skriv true eller false."),
    "PRO103.mapping": Message(
        "{key} ska ha nycklar under sig.", "Skriv dem på egna rader, indragna."
    ),
    "PRO103.mapping-none": Message(
        "{key} är inte ifyllt.", "Skriv nycklarna på egna rader, indragna, eller ta bort {key}."
    ),
    "PRO103.list": Message(
        "{key} ska vara en lista.", "Skriv varje punkt på en egen rad som börjar med ”- ”."
    ),
    "PRO103.list-none": Message(
        "{key} är inte ifyllt.", "Skriv en lista, [] om den är tom, eller ta bort {key}."
    ),
    "PRO103.other-none": Message(
        "{key} är inte ifyllt.", "Skriv ett värde, eller ta bort nyckeln om den får utelämnas."
    ),
    "PRO103.file": Message(
        "Filen ska bestå av nycklar med värden.", "Börja varje rad med en nyckel: kind: plan."
    ),
    "PRO104": Message("{key} är ingen dag som finns.", "Skriv år-månad-dag: 2007-02-28."),
    "PRO104.far": Message(
        "{key} har ett år före 1000 eller efter 2999.", "Rätta året: 2007-02-28."
    ),
    "PRO105": Message(
        "Det som står i {key} går inte att använda som id.",
        "Små bokstäver a–z, siffror och bindestreck; å och ä blir a, ö blir o. Id:n för avsnitt och åtgärder får ha punkter inuti.",
    ),
    "PRO106": Message(
        "{key} är inte ifyllt.", "Fyll i, eller ta bort nyckeln om den får utelämnas."
    ),
    "PRO107": Message("{key} har ett värde som inte finns.", "Välj ett av: {allowed}."),
    "PRO107.count": Message(
        "{key} ska vara ett helt tal.",
        "Bara siffror: inga mellanslag, decimaler eller enheter. Är talet litet och räknar personer: skriv masked. Saknas det: skriv missing.",
    ),
    "PRO107.only": Message(
        "{key} kan bara vara {allowed}.", "Skriv så, eller ta bort nyckeln om den får utelämnas."
    ),
    "PRO107.or-number": Message("{key} ska vara ett helt tal eller {allowed}."),
    "PRO108": Message(
        "Här ska stå exakt en av {keys}.", "Ta bort eller lägg till så att det blir en."
    ),
    "PRO108.transferred": Message(
        "En insats som är överförd ska säga till vilken nämnd, och bara då.",
        "Skriv to: NÄMND vid result: transferred.",
    ),
    "PRO109": Message("Talet för {key} är orimligt."),
    "PRO109.low": Message("Talet för {key} får vara minst {bound}."),
    "PRO109.high": Message("Talet för {key} får vara högst {bound}."),
    "PRO110": Message("{key} har inte den form som behövs."),
    "PRO110.pattern": Message("{key} har inte den form som behövs.", "Se beskrivningen av filen."),
    "PRO110.lines": Message(
        "{key} ska vara radnummer.", "Skriv L3607-3609, flera som L25-27, L404-406."
    ),
    "PRO110.recurrence": Message(
        "{key} säger inte hur ofta.", "Skriv continuous, once, conditional eller until 2008-12-31."
    ),
    "PRO110.deadline": Message(
        "Dagen finns inte alla år.", "Skriv day: last för månadens sista dag."
    ),
    "PRO111": Message("Perioden slutar innan den börjar.", "Byt plats på from och to."),
    "PRO112": Message("Nämnden har efterföljare men ingen sista dag.", "Skriv valid: {to: DAG}."),
    "PRO113": Message("{key} har ett tecken från Word ({character}).", "Skriv om det för hand."),
    "PRO113.quotes": Message(
        "{key} står inom typografiska citattecken ({character}), som YAML räknar som bokstäver.",
        'Ta bort dem, eller skriv raka (").',
    ),
    "PRO113.blank": Message(
        "I {key} står ett tecken som inte syns ({character}).",
        "Skriv om värdet för hand, utan det.",
    ),
    "PRO113.key": Message(
        "Nyckeln {key} har typografiska citattecken ({character}).", "Skriv den utan citattecken."
    ),
    "PRO114": Message(
        "Texten står inom citattecken ({character}), som följer med ut i dokumenten.",
        'Ta bort dem, eller skriv raka (") om YAML behöver dem.',
    ),
    "PRO116": Message(
        "Det som står i {key} är ett personnummer, och det kan inget id vara.",
        "Hitta på ett annat id, och ta bort numret innan filen läggs in: git glömmer inget.",
    ),
    "PRO116.key": Message(
        "Nyckeln är ett personnummer.",
        "Skriv en nyckel ur formatet, och ta bort numret innan filen läggs in: git glömmer inget.",
    ),
    "PRO116.number": Message(
        "Talet i {key} är ett personnummer.",
        "Skriv rätt tal, och ta bort numret innan filen läggs in: git glömmer inget.",
    ),
    "PRO116.name": Message(
        "Det står ett personnummer i namnet på filen eller på en mapp som den ligger i.",
        "Döp om den innan den läggs in: git glömmer inget. Filen läses inte förrän det är gjort.",
    ),
    # files
    "PRO501": Message(
        "Filen saknas i programmets mapp.",
        "Utan programme.yaml, boards.yaml och obligations.yaml kan inget räknas.",
    ),
    "PRO502": Message(
        "Filen säger sig vara {kind}, men heter något annat.", "Rätta kind eller filnamnet."
    ),
    "PRO503": Message(
        "Filnamnet säger inte vilken nämnd, vilket år och vad, så filen räknas inte.",
        "Döp den till 2007-plan.yaml, 2007-report.yaml eller 2006-baseline.yaml i nämndens mapp.",
    ),
    "PRO503.copy": Message(
        "Filen är en kopia som git eller en redigerare har lämnat efter sig ({ending}), så den räknas inte.",
        "Ta bort den när du har sett efter att inget i den behövs.",
    ),
    "PRO503.programme": Message(
        "Filen hör inte till programmets filer och läses inte.",
        "Här finns bara programme.yaml, boards.yaml, obligations.yaml, duties.yaml och review.yaml. Kontrollera namnet.",
    ),
    "PRO503.in-no-edition": Message(
        "Filen ligger inte i något programs mapp och läses inte.",
        "I program/ ligger en mapp för varje program, och exemptions.yaml. Kontrollera namnet.",
    ),
    "PRO503.misspelt": Message(
        "Filen läses inte: den ska heta {meant}.",
        "Döp om den till {meant}. Hör den inte hit, ta bort den. Till dess visas inga siffror.",
    ),
    "PRO508": Message(
        "Det finns inget program {edition} under program/.", "Flytta filerna till rätt mapp."
    ),
    "PRO512": Message(
        "{path} innehåller inget att kontrollera.",
        "Ange en fil eller mapp under program/ eller reports/.",
    ),
    "PRO512.missing": Message(
        "{path} finns inte.",
        "Kontrollera stavningen. Sökvägen gäller från den mapp du står i, annars från arkivets rot.",
    ),
    "PRO512.outside": Message(
        "{path} ligger utanför arkivet.", "Lägg filen under reports/ och ange den där."
    ),
    "PRO514": Message(
        "Namnet går inte att använda, så filen läses inte.",
        "Skriv namnet igen för hand, med små bokstäver a–z, siffror och bindestreck.",
    ),
    "PRO514.bytes": Message(
        "Namnet är inte UTF-8 (byte {byte}), så filen läses inte.",
        "Skriv namnet igen för hand, med små bokstäver a–z, siffror och bindestreck.",
    ),
    "PRO514.invisible": Message(
        "Namnet har ett tecken som inte syns ({character}), så filen läses inte.",
        "Skriv namnet igen för hand, med små bokstäver a–z, siffror och bindestreck.",
    ),
    "PRO514.decomposed": Message(
        "Namnet har en bokstav som är skriven som två tecken (NFD), så filen läses inte.",
        "Skriv namnet igen för hand, med små bokstäver a–z, siffror och bindestreck.",
    ),
    "PRO514.windows": Message(
        "Windows tar inte emot namnet {file}, så filen läses inte.", "Byt namn."
    ),
    "PRO515": Message(
        "På många datorer är det här samma sökväg som {other}, så filen läses inte.",
        "Byt namn på den ena, eller lägg ihop dem: bara små bokstäver a–z.",
    ),
    "PRO516": Message(
        "Filen har osammanslagna ändringar: en sammanslagning i git är inte avslutad, och git har mer än en version av den.",
        "Välj vad som ska stå kvar, spara filen och kör git add på den.",
    ),
    "PRO517": Message(
        "Filen kommer inte med: git känner bara till dess namn (git add -N), inte vad som står i den.",
        "Kör git add på filen om den ska läggas in.",
    ),
    "PRO518": Message(
        "Här ligger bara en pekare till Git LFS, och inte filen själv, så den räknas inte.",
        "Hämta filen med git lfs pull. Är det versionen i git som läses: låt inte Git LFS ta hand om .yaml, utan ta bort raden i .gitattributes och lägg in filen på nytt.",
    ),
    # the programme
    "PRO401": Message("Id:t {id} finns inte."),
    "PRO401.board": Message("Nämnden {id} finns inte i boards.yaml."),
    "PRO401.group": Message("Gruppen {id} finns inte i boards.yaml."),
    "PRO401.addressee": Message("Varken nämnd eller grupp heter {id}."),
    "PRO401.subject": Message("Varken avsnitt, åtgärd, nämnd, grupp eller uppdrag heter {id}."),
    "PRO401.section": Message("Avsnittet {id} finns inte i programme.yaml."),
    "PRO401.obligation": Message("Åtgärden {id} finns inte i obligations.yaml."),
    "PRO401.duty": Message("Uppdraget {id} finns inte i duties.yaml."),
    "PRO401.decision": Message("Beslutet {id} finns inte i programme.yaml."),
    "PRO401.amendment": Message("Ändringen {id} finns inte i programme.yaml."),
    "PRO401.goal": Message("Målet {id} finns inte i programme.yaml."),
    "PRO401.nature": Message("Åtgärdsarten {id} finns inte i programme.yaml."),
    "PRO401.partner": Message("Samverkansparten {id} finns inte i programme.yaml."),
    "PRO401.question": Message("Frågan {id} finns inte i programme.yaml."),
    "PRO401.outcome": Message("Utfallet {id} finns inte i någon skala."),
    "PRO402": Message("Id:t {id} används redan.", "Ge en av dem ett annat id."),
    "PRO402.group": Message(
        "Både en nämnd och en grupp har id:t {id}, så en avskrivning kan gälla vilken som helst.",
        "Ge gruppen eller nämnden ett annat id, och ändra där den nämns.",
    ),
    "PRO402.short": Message(
        "Två nämnder har kortnamnet {id}, så i en tabell går de inte att skilja åt.",
        "Ge den ena ett annat kortnamn (short), också om de inte har haft det samtidigt.",
    ),
    "PRO403": Message(
        "Ett utfall får inte heta {id}: så heter ett läge som verktyget självt sätter.",
        "Välj ett annat ord.",
    ),
    "PRO404": Message(
        "Filen säger {said} men mappen heter {folder}.", "Rätta edition eller byt namn på mappen."
    ),
    "PRO405": Message(
        "Efterföljaren {id} finns inte den {day}, dagen efter att {board} upphört.",
        "Rätta valid för den ena av dem.",
    ),
    "PRO406": Message(
        "Citatet står inte på raderna {lines} i underlaget.",
        "Jämför ord för ord. Stavfel i underlaget ska stå kvar.",
    ),
    "PRO407": Message(
        "Den angivna filen är inte det underlag som programmet är hämtat ur.",
        "Kontrollera fil och sha256.",
    ),
    "PRO408": Message("Överflyttningen går inte ihop den {day}.", "Rätta date, from eller to."),
    "PRO408.absent": Message(
        "Nämnden {id} fanns inte den {day} då uppdraget flyttades dit.", "Rätta date eller to."
    ),
    "PRO408.unbound": Message(
        "Ingen av dem som åtgärden {id} flyttas från var bunden av den dagen före den {day}.",
        "Rätta date, from eller listan över åtgärder.",
    ),
    "PRO408.ended": Message(
        "Åtgärden {id} binder inte längre någon den {day}, så det finns inget att flytta.",
        "Rätta date eller listan över åtgärder.",
    ),
    "PRO408.passed-on": Message(
        "Åtgärden {id} binder aldrig {board} från den {day}, bara andra.",
        "Rätta date eller to. Går den vidare samma dag: skriv en enda överflyttning, från den som "
        "lämnar den till den som till sist har den.",
    ),
    "PRO410": Message(
        "Åtgärden {id} nämner någon, men ingen är bunden av den under programtiden.",
        "Se över valid och successors, eller gruppens medlemmar.",
    ),
    "PRO409": Message("Skalan {id} finns inte.", "Det finns: {known}."),
    "PRO411": Message("Beslutet {id} räcker inte för en ändring under programtiden."),
    "PRO411.proposed": Message(
        "Beslutet {id} är bara ett förslag, så ändringen skulle aldrig börja gälla.",
        "Ändra status till decided när det är fattat, eller vänta med att skriva in ändringen.",
    ),
    "PRO411.undated": Message(
        "Beslutet {id} har ingen dag, så ändringen skulle aldrig börja gälla.",
        "Skriv beslutets dag i date.",
    ),
    "PRO411.unsourced": Message(
        "Beslutet {id} säger inte var det finns att läsa.",
        "Skriv diarienumret i reference, eller rader i handlingen i source.",
    ),
    "PRO412": Message(
        "Texten som ersätts är inte den som åtgärden {id} hade.",
        "Skriv den gamla texten ordagrant i replaces.",
    ),
    "PRO412.same-day": Message(
        "En annan ändring ger åtgärden {id} ny text från samma dag.",
        "Skriv dem som en ändring, eller rätta from.",
    ),
    "PRO412.same-text": Message(
        "Ändringen ger åtgärden {id} den text som den redan hade.",
        "Rätta text, eller ta bort ändringen.",
    ),
    "PRO413": Message(
        "Ingen är bunden av åtgärden {id} från den dagen, så det finns inget att skriva av.",
        "Rätta obligations, boards eller from.",
    ),
    "PRO413.activity": Message(
        "Planen för {year} från {board} har ingen insats med id {id}.",
        "Rätta board, year eller id.",
    ),
    "PRO415": Message(
        "Uppdraget ger åtgärden {id} till någon som den inte kan binda någon dag från och med den {day}.",
        "Rätta obligations, to eller from.",
    ),
    "PRO415.bound": Message(
        "Uppdraget ändrar ingenting: alla som får åtgärden {id} från och med den {day} är redan bundna av den, och lika länge.",
        "Ta bort åtgärden ur obligations, eller rätta to eller from.",
    ),
    "PRO416": Message(
        "Åtgärden {id} binder ändå ingen från och med den {day}, så det finns inget att avsluta.",
        "Rätta from, eller ta bort ändringen.",
    ),
    "PRO414": Message(
        "Det står inte på vilka rader i handlingen åtgärden {id} finns.", "Skriv raderna i lines."
    ),
    # plans, reports and baselines
    "PRO504": Message(
        "{key} är {said} i filen men {path} i sökvägen.",
        "Rätta den som är fel. Tills vidare räknas inget i filen.",
    ),
    "PRO505": Message("Nämnden {board} fanns inte {year}."),
    "PRO505.others": Message("Nämnden {board} fanns inte {year}.", "Menas {others}?"),
    "PRO506": Message(
        "Åtgärden {id} har redan en egen post i filen.", "Skriv allt om åtgärden i en post."
    ),
    "PRO507": Message(
        "Åtgärden {id} gäller inte {board} {year}.", "Posten visas som frivillig och räknas inte."
    ),
    "PRO509": Message(
        "{board} fanns inte den {day} då beslutet ska ha fattats.", "Rätta dagen eller decision.by."
    ),
    "PRO509.others": Message(
        "{board} fanns inte den {day} då beslutet ska ha fattats.",
        "Var det {others} som beslutade? Skriv det i decision.by.",
    ),
    "PRO513": Message(
        "{by} sägs ha beslutat för {board}, men är varken föregångare eller efterföljare.",
        "Stämmer decision.by? Beslutade nämnden själv: ta bort raden.",
    ),
    "PRO510": Message("Programmet gäller inte {year}.", "Det gäller {from}–{to}."),
    "PRO511": Message(
        "Beslutet saknar {keys}.", "Skriv paragraf och diarienummer så att beslutet går att hitta."
    ),
    "PRO523": Message(
        "Beslutet är daterat {day}, en dag som inte har kommit än. Det räknas inte förrän då.",
        "Kontrollera året.",
    ),
    "PRO201": Message(
        "Planen säger inget om åtgärden {id} ({label}).",
        "Skriv en post med activities, ongoing eller no_activity, eller not_addressed: true om den beslutade planen inte nämner den.",
    ),
    "PRO202": Message(
        "Insatsen ska vara klar {day}, men planen gäller {year}.", "Kontrollera året."
    ),
    "PRO203": Message("Planen för {year} är beslutad redan {day}.", "Kontrollera dagen och året."),
    "PRO204": Message(
        "Id:t {id} finns redan i planen.",
        "Ge varje planerad insats ett eget id. Gäller den flera åtgärder: använd also.",
    ),
    "PRO205": Message(
        "Planen för {year} från {board} har ingen insats med id {id}.",
        "Rätta year, id eller board.",
    ),
    "PRO205.later": Message(
        "Insatsen säger sig ta upp en insats från {year}, som inte är ett tidigare år.",
        "Rätta year.",
    ),
    "PRO206": Message(
        "Det som står i {key} säger inget.",
        "Skriv vad som planeras, eller varför inget görs. Varje post läses för sig.",
    ),
    "PRO301": Message(
        "Redovisningen säger inget om åtgärden {id} ({label}).",
        "Skriv en post med outcome, eller not_addressed: true om den beslutade redovisningen inte nämner den.",
    ),
    "PRO302": Message(
        "Utfallet {value} finns inte i skalan för åtgärden {id}.", "Välj ett av: {allowed}."
    ),
    "PRO303": Message(
        "Underlag saknas: åtgärden {id} har utfallet {value}, men hur vet nämnden det?",
        "Skriv det efter evidence: statistik, protokoll, en kontroll, vem som tillfrågats.",
    ),
    "PRO304": Message(
        "Hinder saknas: åtgärden {id} har utfallet {value}, men vad hindrade?",
        "Skriv det efter obstacles.",
    ),
    "PRO305": Message(
        "Skäl saknas: åtgärden {id} har utfallet {value}, men varför gäller den inte nämnden?",
        "Skriv det efter reason.",
    ),
    "PRO306": Message(
        "Insatsen {id} finns inte i nämndens plan för {year}.",
        "Rätta id:t. Var insatsen inte planerad: skriv text i stället för id.",
    ),
    "PRO306.no-plan": Message(
        "Insatsen {id} besvaras, men nämnden har ingen plan för {year} här.",
        "Lägg in planen, eller skriv text i stället för id.",
    ),
    "PRO306.plan-later": Message(
        "Insatsen {id} finns i en plan för {year} som beslutades den {day}, efter redovisningen.",
        "Kontrollera dagarna. En redovisning svarar på den plan som gällde när den beslutades.",
    ),
    "PRO313": Message(
        "Åtgärden {id} ska uppfyllas en gång och är redan uppfylld enligt redovisningen för {year}. Den räknas fortfarande som klar.",
        "Stämmer båda? Är den tidigare fel: rätta den med en ny fil.",
    ),
    "PRO307": Message(
        "Den planerade insatsen {id} (åtgärd {measure}) besvaras inte.",
        "Lägg till den under activities med result. Nämner den beslutade redovisningen den inte: result: unanswered.",
    ),
    "PRO308": Message(
        "Redovisningen är beslutad {day}, men perioden pågår till och med {end}.",
        "Kontrollera dagen och året.",
    ),
    "PRO309": Message("Under åtgärden {id} får inga sådana siffror stå."),
    "PRO309.cases": Message(
        "Under åtgärden {id} får inga siffror stå: redan ett tal kan peka på någon.",
        "Ta bort figures.",
    ),
    "PRO309.clients": Message(
        "Under åtgärden {id} får nämnden inte ange antal personer, hushåll eller ärenden, inte heller noll.",
        "Ta bort siffran.",
    ),
    "PRO310": Message(
        "Under åtgärden {id} får ingen kostnad stå: den kan röja att det funnits ett ärende.",
        "Ta bort cost.",
    ),
    "PRO312": Message(
        "Samma text står ord för ord i {first}.",
        "Gäller den även här? Skriv gärna vad som är nytt, eller nämndens eget.",
    ),
    "PRO312.more": Message(
        "Samma text står ord för ord i {first} och på fler ställen ({more} till).",
        "Gäller den även här? Skriv gärna vad som är nytt, eller nämndens eget.",
    ),
    "PRO318": Message(
        "Det som står i {key} säger inget.",
        "Skriv det som läsaren behöver veta. Finns inget att skriva: säg det, och varför. Varje post läses för sig.",
    ),
    "PRO319": Message(
        "Kvinnor och män är tillsammans fler än alla.",
        "Rätta value, women eller men: value är alla.",
    ),
    "PRO319.women": Message(
        "Kvinnorna är fler än alla.", "Rätta value eller women: value är alla."
    ),
    "PRO319.men": Message("Männen är fler än alla.", "Rätta value eller men: value är alla."),
    # what is decided and sealed
    "PRO701": Message(
        "Filen är ändrad sedan den förseglades, så inget i den räknas.",
        "Återställ filen som den var. Ska något rättas: skriv en ny fil, {correction}, med ett eget beslut.",
    ),
    "PRO701.known": Message(
        "Filen har ändrats sedan beslutet förseglades, så inget i den räknas. Ändrat: {changes}.",
        "Återställ filen, eller skriv rättelsen i en ny fil, {correction}.",
    ),
    "PRO701.comment": Message(
        "En kommentar i filen har ändrats sedan beslutet förseglades, så inget i den räknas.",
        "Återställ filen, eller skriv rättelsen i en ny fil, {correction}.",
    ),
    "PRO701.shallow": Message(
        "Filen är ändrad sedan den förseglades, så inget i den räknas.",
        "Återställ filen som den var. Vad som är ändrat syns när hela historiken är hämtad: git fetch --unshallow. Ska något rättas: skriv en ny fil, {correction}, med ett eget beslut.",
    ),
    "PRO701.not-fetched": Message(
        "Filen är ändrad sedan den förseglades, så inget i den räknas.",
        "Återställ filen som den var. Vad som är ändrat syns när de äldre versionerna är hämtade: git fetch --refetch --no-filter. Ska något rättas: skriv en ny fil, {correction}, med ett eget beslut.",
    ),
    "PRO702": Message(
        "Rättelsen är beslutad {day}, före det som den rättar ({before}), och räknas därför aldrig.",
        "Kontrollera dagen här och i {path}.",
    ),
    "PRO702.same-day": Message(
        "Rättelsen är beslutad samma dag, {day}, som det som den rättar.",
        "Den räknas bara för att den har högre nummer. Kontrollera dagen här och i {path}.",
    ),
    "PRO702.received": Message(
        "Rättelsen är inte beslutad av nämnden, men det är {path}. Därför räknas den aldrig.",
        "Låt nämnden besluta den, eller se över how.",
    ),
    "PRO703": Message(
        "{path} är ännu ett utkast: den behöver ingen rättelse.",
        "Ändra i utkastet i stället och ta bort den här filen.",
    ),
    "PRO703.none": Message(
        "Det finns inget att rätta: {path} saknas.",
        "Är det här den första filen? Ge den det namnet.",
    ),
    "PRO704": Message(
        "{changes} är ändrat i en fil som var förseglad.",
        "Återställ filen som den var. Ska något rättas: skriv en ny fil, {correction}, med ett eget beslut.",
    ),
    "PRO704.in-commit": Message(
        "Commit {commit} ändrade {changes} i en fil som var förseglad.",
        "Återställ filen som den var. Ska något rättas: skriv en ny fil, {correction}, med ett eget beslut.",
    ),
    "PRO704.comment": Message(
        "En kommentar är ändrad i en fil som var förseglad.",
        "Återställ filen som den var. Ska något rättas: skriv en ny fil, {correction}, med ett eget beslut.",
    ),
    "PRO704.comment-in-commit": Message(
        "Commit {commit} ändrade en kommentar i en fil som var förseglad.",
        "Återställ filen som den var. Ska något rättas: skriv en ny fil, {correction}, med ett eget beslut.",
    ),
    "PRO704.unread-in-commit": Message(
        "Filen var förseglad och går inte att läsa efter commit {commit}.",
        "Lägg tillbaka filen som den var. Ska något rättas: skriv en ny fil, {correction}, med ett eget beslut.",
    ),
    "PRO704.gone": Message(
        "Filen var förseglad och är borttagen.",
        "Lägg tillbaka filen som den var. Ska något rättas: skriv en ny fil, {correction}, med ett eget beslut.",
    ),
    "PRO704.gone-in-commit": Message(
        "Filen var förseglad och togs bort i commit {commit}.",
        "Lägg tillbaka filen som den var. Ska något rättas: skriv en ny fil, {correction}, med ett eget beslut.",
    ),
    "PRO705": Message(
        "{changes} är ändrat i en fil som var beslutad.",
        "Ska något rättas: skriv en ny fil, {correction}, med ett eget beslut. Säger filen först nu det som beslutades: försegla den.",
    ),
    "PRO705.in-commit": Message(
        "Commit {commit} ändrade {changes} i en fil som var beslutad.",
        "Ska något rättas: skriv en ny fil, {correction}, med ett eget beslut. Säger filen först nu det som beslutades: försegla den.",
    ),
    "PRO705.unread-in-commit": Message(
        "Filen var beslutad och går inte att läsa efter commit {commit}.",
        "Lägg tillbaka filen som den var. Ska något rättas: skriv en ny fil, {correction}, med ett eget beslut.",
    ),
    "PRO705.gone": Message(
        "Filen var beslutad och är borttagen.",
        "Lägg tillbaka filen som den var. Ska något rättas: skriv en ny fil, {correction}, med ett eget beslut.",
    ),
    "PRO705.gone-in-commit": Message(
        "Filen var beslutad och togs bort i commit {commit}.",
        "Lägg tillbaka filen som den var. Ska något rättas: skriv en ny fil, {correction}, med ett eget beslut.",
    ),
    "PRO706": Message(
        "Före den här rättelsen saknas {paths}.",
        "Har en rättelse tagits bort? Lägg tillbaka den. Annars: ge filen det nummer som är ledigt.",
    ),
    "PRO706.was-there": Message(
        "Före den här rättelsen saknas {paths}. Den fanns senast i commit {last}.",
        "Lägg tillbaka den: det som är beslutat tas inte bort.",
    ),
    "PRO703.was-there": Message(
        "Det finns inget att rätta: {path} saknas. Den fanns senast i commit {last}.",
        "Lägg tillbaka den: det som är beslutat tas inte bort.",
    ),
    # the owner's own words
    "PRO801": Message("En av ägarens texter är ännu inte skriven.", "Skriv den under {key}."),
    "PRO801.proposal": Message(
        "Förslaget till beslut är ännu inte skrivet.", "Skriv varje punkt under proposal."
    ),
    "PRO801.summary": Message("Sammanfattningen är ännu inte skriven.", "Skriv den under summary."),
    "PRO801.perspectives": Message(
        "Vad arbetet betytt för barn, kvinnor och män är ännu inte skrivet.",
        "Skriv det under perspectives.",
    ),
    "PRO801.costs": Message(
        "Vad arbetet har kostat är ännu inte skrivet.", "Skriv det under costs."
    ),
    "PRO802": Message("Ännu inte bedömt ({count} av {of}): {named}.", "Skriv text i varje post."),
    "PRO802.goals": Message(
        "Mål som ännu inte är bedömda ({count} av {of}): {named}.",
        "Skriv text vid varje mål under goals.",
    ),
    "PRO802.sections": Message(
        "Avsnitt som ännu inte är bedömda ({count} av {of}): {named}.",
        "Skriv text vid varje avsnitt under sections.",
    ),
    "PRO802.duties": Message(
        "Övriga uppdrag där det ännu inte står vad det blev ({count} av {of}): {named}.",
        "Skriv text vid varje uppdrag under duties.",
    ),
    "PRO803": Message("Slutsatser saknas ännu.", "Skriv text eller proposal under conclusions."),
    "PRO803.whole": Message(
        "Slutsatsen om programmet som helhet är ännu inte skriven.",
        "Skriv den under conclusions, i en post utan obligation.",
    ),
    "PRO803.measures": Message(
        "Åtgärder som ännu inte har någon slutsats ({count} av {of}): {named}.",
        "Skriv text eller proposal vid varje åtgärd under conclusions.",
    ),
    "PRO803.both": Message(
        "Programmet som helhet har ännu ingen slutsats, och inte heller dessa åtgärder ({count} av {of}): {named}.",
        "Skriv text eller proposal i varje post under conclusions. Den om helheten har ingen obligation.",
    ),
    "PRO804": Message(
        "Uppföljningen har inget beslut, så den kallas utkast.",
        "Skriv dagen under decision när ägaren har beslutat.",
    ),
    # personal data
    "PRO601": Message(
        "Ett personnummer eller samordningsnummer.",
        "Ta bort det innan filen läggs in: git glömmer inget. Är det något annat? Skriv det så att det inte kan förväxlas, eller se prostcli explain PRO601.",
    ),
    "PRO602": Message(
        "En e-postadress till en person.", "Skriv enhetens adress, eller bara enhetens namn."
    ),
    "PRO602.perhaps": Message(
        "En e-postadress som kan tillhöra en person.",
        "Skriv enhetens adress, eller bara enhetens namn.",
    ),
    "PRO603": Message(
        "Ett telefonnummer.",
        "Skriv enheten i stället. Är det en växel som är offentlig: se prostcli explain PRO603.",
    ),
    "PRO604": Message(
        "En gatuadress intill ord om ett ärende eller en bostad.",
        "Ta bort numret eller gatan: tillsammans kan de peka ut någon.",
    ),
    "PRO605": Message(
        "Det här ser ut som ett namn på en person.", "Skriv enheten eller funktionen i stället."
    ),
    "PRO606": Message(
        "Ett tal under {threshold} som räknar personer eller ärenden.",
        "Skriv masked i stället för talet.",
    ),
    "PRO607": Message(
        "Det maskerade talet går att räkna ut av de andra två.",
        "Maskera två av de tre, eller ta bort uppdelningen på kvinnor och män.",
    ),
    "PRO607.left-out": Message(
        "Det tal som inte står med går att räkna ut, och är mindre än {threshold}.",
        "Ta bort uppdelningen på kvinnor och män, eller maskera båda.",
    ),
    "PRO608": Message(
        "Ett litet antal personer eller ärenden i löpande text.",
        "Skriv ”några få”: så små tal kan peka ut någon. Gäller det inte enskilda som nämnden möter kan texten stå kvar.",
    ),
    "PRO609": Message(
        "Personuppgift i en tidigare version (commit {commit}).",
        "Den finns kvar i historiken även när filen ändras. Gör om grenen utan den innan den slås samman: se prostcli explain PRO609.",
    ),
    "PRO609.personal-number": Message(
        "Ett personnummer eller samordningsnummer i en tidigare version (commit {commit}).",
        "Det finns kvar i historiken även när filen ändras. Gör om grenen utan det innan den slås samman: se prostcli explain PRO609.",
    ),
    "PRO609.e-mail-address": Message(
        "En e-postadress till en person i en tidigare version (commit {commit}).",
        "Den finns kvar i historiken även när filen ändras. Gör om grenen utan den innan den slås samman: se prostcli explain PRO609.",
    ),
    "PRO609.message": Message(
        "Ett personnummer eller samordningsnummer i det som skrivits om commit {commit}.",
        "Skriv om meddelandet innan grenen slås samman: se prostcli explain PRO609.",
    ),
    "PRO610": Message(
        "Undantaget gällde till {day} och gäller inte längre.",
        "Ta bort det, eller låt besluta om det igen.",
    ),
    "PRO611": Message("Undantaget behövs inte: inget i filerna passar.", "Ta bort det."),
    "PRO612": Message(
        "Filen går inte att söka igenom efter personuppgifter: den är för stor eller packad.",
        "Se efter själv att den inte innehåller några.",
    ),
    "PRO612.version": Message(
        "En version går inte att söka igenom efter personuppgifter: den är för stor eller packad (commit {commit}).",
        "Se efter själv att den inte innehåller några.",
    ),
}

_MANUALS = {
    "PRO001": """
        Filen finns men går inte att öppna: den togs bort medan kontrollen pågick, eller
        så tillåter behörigheterna inte att den läses.

        Inget i filen räknas. Kontrollera behörigheterna och kör igen.
        """,
    "PRO002": """
        Där det ska vara en fil står en mapp, en länk, ett rör eller en enhet; eller så
        står en fil där det ska vara en mapp, eller ligger en mapp mer än sexton nivåer
        ner.

        Verktyget läser bara vanliga filer som ligger i arkivet. Annars skulle en
        kontroll kunna bli stående för alltid, eller läsa något som inte hör hit.
        Lägg själva filen på platsen, i stället för länken eller mappen.
        """,
    "PRO003": """
        En plan eller redovisning får vara 256 KiB och en av programmets egna filer
        2 MiB. En större fil läses inte alls.

        Det räcker till hundratals sidor text. Är filen större har något annat hamnat i
        den: bilder, loggar eller en bilaga. Låt sådant ligga i diariet och hänvisa dit.
        """,
    "PRO004": """
        Filen är inte text i kodningen UTF-8. Det vanligaste är att den har sparats som
        Windows-1252 (då är å, ä och ö fel) eller som UTF-16.

        Öppna filen i det program som den skrevs i, välj Spara som och kodningen UTF-8.
        Kontrollera att å, ä och ö ser rätt ut efteråt.
        """,
    "PRO005": """
        I texten finns ett tecken som inte syns men som kan lura den som läser: ett
        styrtecken, ett tecken som vänder textens riktning, eller en radskiljare som
        bara vissa program ser. Det gäller också tecken som är skrivna som \\e eller
        \\x9b inom citattecken, och fler än trettio accenter på samma bokstav.

        Sådana tecken följer ofta med text som klistras in från webben eller ett
        kalkylblad. Radera raden och skriv den för hand.
        """,
    "PRO006": """
        Från det markerade stället går filen inte att läsa som YAML. Inget i filen
        räknas förrän det är rättat. De vanligaste orsakerna:

        - ett kolon följt av blanksteg inne i en text
        - ett citattecken som aldrig avslutas, eller som står inne i en text
        - en rad som är för långt eller för lite indragen
        - en tabb i stället för blanksteg
        - en text som slutar med ? inom { }

        Så här blir det fel:

            summary: Vi gjorde två saker: vi städade och räknade.

        Så här blir det rätt. En text efter >- på egna rader behöver inga citattecken:

            summary: >-
              Vi gjorde två saker: vi städade och räknade.
        """,
    "PRO007": """
        Värdena ligger i varandra i fler än sexton nivåer. Ingen av verktygets filer
        behöver så många. Troligen är en rad för långt indragen, eller så har en
        massa hakparenteser hamnat i filen. Skriv om den enklare.
        """,
    "PRO008": """
        Filen innehåller fler värden än någon plan eller redovisning behöver: 20 000, i
        programmets egna filer 200 000. Den läses inte.

        Kontrollera att rätt fil ligger på platsen. En redovisning är text och några få
        siffror, inte ett register.
        """,
    "PRO009": """
        I YAML kan &namn och *namn låta ett ställe i filen hänvisa till ett annat. Det
        används inte här: en liten fil skulle kunna stå för något enormt.

        Oftast är det bara en text som råkar börja med * eller &. Så här blir det fel:

            comment: *viktigt* att fortsätta

        Så här blir det rätt:

            comment: "*viktigt* att fortsätta"
        """,
    "PRO010": """
        I YAML är !namn framför ett värde en tagg. Taggar används inte här.

        Oftast är det bara en text som råkar börja med ett utropstecken. Sätt den inom
        citattecken.
        """,
    "PRO011": """
        En rad som börjar med % före dokumentet är ett direktiv till YAML. Direktiv
        används inte här. Ta bort raden.
        """,
    "PRO012": """
        En rad med bara --- börjar ett nytt dokument i samma fil. En fil har ett enda:
        det som följer skulle annars försvinna utan att någon märkte det.

        Ta bort raden, eller lägg det som följer i en egen fil. En rad med bara ... får
        avsluta filen, men bara en gång.
        """,
    "PRO013": """
        Samma nyckel står två gånger på samma ställe. Bara den ena skulle kunna gälla,
        och ingen vet vilken. Behåll en av dem.

        Handlar det om två punkter i en lista saknas ett streck. Så här blir det fel:

            entries:
              - obligation: 5.2.4
                outcome: partly
                obligation: 5.3.3

        Så här blir det rätt:

            entries:
              - obligation: 5.2.4
                outcome: partly
              - obligation: 5.3.3
        """,
    "PRO014": """
        Det som står före kolonet är ingen nyckel. En nyckel är vanlig text: ingen
        lista, inget tal, inte tom, utan osynliga tecken och utan bokstäver från andra
        alfabet som ser ut som våra (ett ryskt о i outcome). Nycklarna i verktygets
        filer är alla på engelska och med små bokstäver.
        """,
    "PRO015": """
        I filen finns ingenting, eller bara kommentarer. En tom fil är ingen
        redovisning. Fyll i den, eller ta bort den tills det finns något att skriva.
        """,
    "PRO016": """
        Ett tal med fler än arton siffror räknar ingenting. Troligen är det en
        beteckning: sätt den då inom citattecken.

        Kan den peka på en person ska den inte stå här alls. Ta bort den.
        """,
    "PRO017": """
        Ett # med blanksteg framför börjar en kommentar i YAML. Det som står efter hör då
        inte till texten och syns ingenstans:

            summary: Utökat enligt beslut #12 och taxan.

        läses som "Utökat enligt beslut". Hör det till texten: sätt hela texten inom
        citattecken, eller skriv den på en egen rad.

            summary: >-
              Utökat enligt beslut #12 och taxan.

        Är det en kommentar ska det stå två blanksteg före # och ett efter:

            summary: Utökat.  # efter samråd med kontoret

        Direkt efter en nyckel, efter citattecken, efter >- och på raden under en text
        räcker det med ett blanksteg efter #.
        """,
    "PRO018": """
        Bokstäver har lästs i en annan teckenkodning än de skrevs i, innan filen
        sparades: UtÃ¶ka var Utöka. Det händer när text går genom ett program som tar
        fel på UTF-8 och Windows-1252, eller mellan Mac och Windows. Meddelandet säger
        vad ordet troligen var.

        Filen i sig är UTF-8, så det hjälper inte att spara om den. Skriv orden som de
        var, eller hämta texten på nytt där den kom ifrån.
        """,
    "PRO019": """
        Ett program har satt tecknet U+FFFD där det inte kunde tyda bokstaven. Vilken
        den var går inte att se i filen. Leta i originalet, och skriv den.
        """,
    "PRO101": """
        Nyckeln är ingen av dem som får stå på det stället, så det den säger skulle
        försvinna utan att någon märkte det. Meddelandet föreslår den som liknar mest
        och räknar upp dem som finns.

        Kontrollera stavningen. Kontrollera också indraget: en rätt nyckel på fel nivå
        är okänd där. Så här blir det fel, eftersom evidence hör till åtgärden:

            entries:
              - obligation: 5.2.4
                outcome: fulfilled
            evidence: Mottagningens statistik.

        Så här blir det rätt:

            entries:
              - obligation: 5.2.4
                outcome: fulfilled
                evidence: Mottagningens statistik.
        """,
    "PRO102": """
        En nyckel som måste finnas saknas. Markeringen står på den första nyckeln i det
        stycke där den ska stå. Lägg till den där, lika långt indragen.
        """,
    "PRO103": """
        Värdet är av ett annat slag än det ska vara: ett tal där det ska stå en text, en
        text där det ska stå en lista, eller ingenting alls.

        Ett tal, true, false eller null utan citattecken tas aldrig för text. Det
        gäller också avsnitt och åtgärder som ser ut som decimaltal. Så här blir det
        fel:

            section: 5.1
            partners: polisen

        Så här blir det rätt:

            section: "5.1"
            partners: [polisen]
        """,
    "PRO104": """
        Ett datum skrivs år-månad-dag med siffror, och dagen ska finnas: den 30 februari
        gör det inte. Så här blir det fel:

            date: 14/2 2008

        Så här blir det rätt:

            date: 2008-02-14
        """,
    "PRO105": """
        Ett id har små bokstäver a–z, siffror och bindestreck, högst 64 tecken, och
        börjar med en bokstav eller siffra. Å och ä skrivs a, ö skrivs o. I id:n för
        avsnitt och åtgärder får det finnas enstaka punkter inuti.

        Id:n används i filnamn och hänvisningar och ska därför se likadana ut överallt. Så här blir det fel:

            id: Öppettider 2007

        Så här blir det rätt:

            id: oppettider-2007
        """,
    "PRO106": """
        Nyckeln finns, men texten eller listan är tom. Fyll i den. Får nyckeln utelämnas
        kan den tas bort i stället.

        En fil som prostcli new har skapat är full av sådana ställen: det är de som du
        ska skriva på.
        """,
    "PRO107": """
        Värdet är inget av dem som får stå där. Meddelandet räknar upp dem. De är ord på
        engelska, alltid med små bokstäver.

        Där det ska stå ett antal personer får det i stället för ett tal stå masked
        (talet är så litet att det kan peka ut någon) eller missing (talet saknas).
        """,
    "PRO108": """
        Av de nycklar som meddelandet räknar upp ska exakt en stå på det stället.

        En post i en plan har en av activities, ongoing, no_activity och not_addressed.
        En post i en redovisning av en åtgärd har outcome eller not_addressed: true. En
        insats har id om den var planerad, annars text. Så här blir det fel:

            - obligation: 5.3.3
              ongoing: Fältgruppens arbete fortsätter.
              not_addressed: true

        Så här blir det rätt:

            - obligation: 5.3.3
              ongoing: Fältgruppens arbete fortsätter.

        En insats med result: transferred har också to, och ingen annan har det.
        """,
    "PRO109": """
        Talet är mindre eller större än det kan vara. Meddelandet säger var gränsen går.
        Kontrollera att det inte har fallit bort eller kommit till en siffra.
        """,
    "PRO110": """
        Texten har inte den form som den ska ha på det stället.

        - radnummer i underlaget skrivs L3607-3609, flera L25-27, L404-406
        - recurrence är continuous, once, conditional eller until 2008-12-31
        - språk skrivs med två bokstäver: sv, en
        - partier skrivs med partiets beteckning i små bokstäver: s, m, fp, aldrig namn
        - en sista inlämningsdag finns alla år: skriv last för månadens sista
        """,
    "PRO111": """
        Perioden slutar innan den börjar. Byt plats på from och to, eller rätta året.
        """,
    "PRO112": """
        Nämnden har efterföljare men ingen sista dag. Utan den går det inte att säga när
        efterföljaren tar över. Så här blir det rätt:

            - id: vantor
              valid: {to: 2006-12-31}
              successors: [enskede-arsta-vantor]
        """,
    "PRO113": """
        Word byter tecknen på tangentbordet mot sina egna. I texter är de välkomna, men
        inte i id:n, dagar, tal, fasta ord och nycklar. Typografiska citattecken (”) är
        bokstäver för YAML, så ”5.2.4” är inget id. Ett hårt blanksteg (U+00A0) ser ut
        som ett vanligt men är ett annat tecken.

        Skriv raka citattecken (") eller inga, och blanksteg från tangentbordet.
        """,
    "PRO114": """
        En paragraf, ett diarienummer, en enhet eller ett ställe står inom typografiska
        citattecken. De hör då till texten, och dokumenten skriver ”§ 9” med dem. Ta bort
        dem. Behöver YAML citattecken är de raka: "§ 9".
        """,
    "PRO523": """
        Ett beslut är daterat efter i dag. En plan eller en redovisning finns inte förrän den
        dag den beslutas, och det gör inte heller en ändring under programtiden eller det
        programmets ägare har skrivit till uppföljningen.

        Kontrollera året: ofta är det ett skrivfel.
        """,
    "PRO116": """
        Ett id, en nyckel, ett fil- eller mappnamn eller ett antal är ett personnummer. Allt sådant
        står i länkar, tabeller och filnamn överallt där programmet redovisas. Filen underkänns
        därför och räknas inte förrän det är rättat. Inget undantag hjälper: är det något annat,
        till exempel ett ärendenummer, behövs ändå ett annat id. Så här blir det fel:

            - id: "ÅÅMMDD-NNNN"

        Så här blir det rätt:

            - id: oppettider
        """,
    "PRO201": """
        Planen har ingen post för en åtgärd som gäller nämnden det året.

        Tystnad får aldrig se ut som att något är gjort. En beslutad plan säger därför
        något om varje åtgärd: activities (planerade insatser), ongoing (arbete som
        fortsätter), no_activity (ingen insats, med skäl) eller not_addressed: true (den
        beslutade planen nämner den inte). Det räcker också att en insats på ett annat
        ställe har åtgärden under also.

        I ett utkast är det bara en varning. Så här kan en post se ut:

            - obligation: 5.4.2
              no_activity: Ny samverkansgrupp bildas först 2008.
        """,
    "PRO202": """
        En insats i årets plan ska vara klar ett annat år. Kanske är årtalet felskrivet.
        Är det meningen att insatsen ska ta längre tid kan dagen stå kvar, men ta då upp
        insatsen i nästa års plan också.
        """,
    "PRO203": """
        Planen är beslutad tidigare än året före det år som den gäller. En plan för 2007
        beslutas under 2006, eller för sent. Kontrollera dagen och året, både i
        decision och i filens namn.
        """,
    "PRO204": """
        Två insatser i samma plan har samma id. Då kan redovisningen inte säga vilken
        den besvarar. Ge den ena ett annat id.

        En insats som räknas under flera åtgärder skrivs bara en gång:

            - obligation: 5.2.4
              activities:
                - id: oppettider
                  text: Öppet fyra dagar i veckan.
                  also: [5.4.1]
        """,
    "PRO205": """
        En insats säger sig ta upp en insats i en tidigare plan, men där finns ingen med
        det året och det id:t. Då syns det inte att det som sköts upp har tagits upp
        igen.

        I continues står året för den tidigare planen och det id som insatsen har där.
        Var planen en föregångares eller en annan nämnds skrivs också board.
        """,
    "PRO206": """
        En text i planen är bara ett tecken eller ett ord som står i stället för en text:
        -, x, se ovan. Skriv vad som planeras, eller varför inget görs.

        Varje post läses för sig, bredvid andra nämnders. Det som står "ovan" finns inte
        där.
        """,
    "PRO301": """
        Redovisningen har ingen post för en åtgärd som gäller nämnden det året.

        Tystnad får aldrig se ut som att något är gjort. En beslutad redovisning har
        därför en post med outcome för varje åtgärd, eller not_addressed: true där den
        beslutade handlingen inte nämner den. I ett utkast är det bara en varning.

            - obligation: 5.4.2
              not_addressed: true
        """,
    "PRO302": """
        Utfallet finns inte i den skala som åtgärden bedöms efter.

        Skalorna står i programme.yaml och är olika för olika slags åtgärder: ett förbud
        efterlevs (complied), en rutin finns (in-place), en insats uppfylls (fulfilled).
        Välj ett av dem som meddelandet räknar upp.
        """,
    "PRO303": """
        Utfallet är gott, men det står inte hur nämnden vet det.

        Den som läser uppföljningen ska kunna se vad en uppgift vilar på. Skriv det
        efter evidence: statistik, protokoll, en kontroll som gjorts, vem som
        tillfrågats. Skriv aldrig något som pekar på en enskild.

            outcome: fulfilled
            evidence: Mottagningens statistik och schema.
        """,
    "PRO304": """
        Utfallet säger att åtgärden nåtts bara delvis eller inte alls, men inte vad som
        hindrade. Det är just det som nästa program behöver veta.

            outcome: partly
            obstacles: Lokalbrist.
        """,
    "PRO305": """
        Utfallet tar bort åtgärden ur räkningen för nämnden, men det står inte varför
        den inte gäller. Skriv skälet efter reason.

            outcome: not-applicable
            reason: Nämnden har inga skolor sedan den 1 juli 2007.
        """,
    "PRO306": """
        Redovisningen besvarar en insats med ett id som inte finns i nämndens plan för
        året. Rätta id:t: det ska vara samma som i planen.

        Gjordes något som inte var planerat skrivs det med text och utan id:

            activities:
              - id: oppettider
                result: partly
              - text: Föreläsning för personalen på två skolor.
                result: done
        """,
    "PRO313": """
        En åtgärd som ska uppfyllas en gång är klar när en beslutad redovisning säger det.
        Den här redovisningen säger, för ett senare år, att den inte är uppfylld. Åtgärden är
        fortfarande klar: inget mer krävs, och inga siffror ändras.

        Kontrollera vilken av de två som är rätt. Är den tidigare fel rättas den med en ny
        fil (2007-report-2.yaml). Uppföljningen berättar om det.
        """,
    "PRO307": """
        I planen finns en insats som redovisningen inte säger något om. Varje planerad
        insats ska få ett svar, annars vet ingen vad det blev av den.

        Besvara den med dess id under åtgärden. Är den beslutade redovisningen tyst om
        den skrivs result: unanswered. I ett utkast är det bara en varning.

            activities:
              - id: oppettider
                result: postponed
                comment: Väntar på ny lokal.
        """,
    "PRO308": """
        Redovisningen är beslutad innan den tid som den berättar om var slut. Tiden
        slutar med året, med programmet eller med nämnden, vilket som kommer först.

        Kontrollera dagen och året, både i decision och i filens namn.
        """,
    "PRO309": """
        Under en åtgärd där redan ett tal kan peka på någon står det siffror.

        Är åtgärden märkt sensitive: cases får inga siffror alls stå: om en nämnd skriver
        ett och en annan noll vet alla var det hänt något. Är den märkt sensitive:
        clients får inga antal klienter, hushåll eller ärenden stå, inte heller noll.
        Undantagna är de nämnder som åtgärden räknar upp i client_counts_from.

        Ta bort siffrorna. De ska inte heller stå i texten, i en kommentar eller i
        meddelandet till en commit. Har de redan kommit in i git: säg till den som
        förvaltar arkivet.
        """,
    "PRO310": """
        Under en åtgärd som är märkt sensitive: cases står det en kostnad. Redan den kan
        röja att det har funnits ett ärende. Ta bort cost.
        """,
    "PRO312": """
        Samma text står ord för ord i en fil från ett tidigare år eller i en annan nämnds
        fil. Det kan vara riktigt: en del arbete fortsätter som förut. Men den som läser
        undrar om någon har tänkt igenom det. Skriv gärna vad som är nytt i år, och vad
        som är nämndens eget.

        Bara texter på minst fyrtio tecken jämförs. Det här jämförs inte: en rättelse
        med det som den rättar, en nämnds plan med dess redovisning av samma år, det som
        flera nämnder planerar ihop (samma id, och var och en nämner den andra under
        with) och en insats som säger vad den fortsätter (continues).
        """,
    "PRO401": """
        Filen nämner ett id som inte finns: av en nämnd, grupp, åtgärd, ett avsnitt,
        beslut, en samverkanspart, fråga eller något annat. Meddelandet föreslår det som
        liknar mest.

        Åtgärder står i obligations.yaml, nämnder och grupper i boards.yaml, övriga
        uppdrag i duties.yaml och resten i programme.yaml. prostcli show visar dem.
        """,
    "PRO402": """
        Två saker av samma slag har samma id, så att ingen kan veta vilken som menas.
        Ge den ena ett annat id, och ändra där den nämns. Detsamma gäller nämndernas
        kortnamn (short), också ett som en nämnd bara har haft en tid. En nämnd och en
        grupp får inte heller dela id, eftersom en avskrivning nämner båda i samma lista.
        """,
    "PRO403": """
        En skala har ett utfall med samma namn som ett läge som verktyget självt sätter,
        till exempel planned, upcoming eller report-overdue. De skulle inte gå att
        skilja åt. Välj ett annat ord.
        """,
    "PRO404": """
        I programme.yaml står ett annat program (edition) än mappens namn. Planer och
        redovisningar hör ihop med programmet genom mappens namn. Byt namn på mappen
        eller rätta edition.
        """,
    "PRO405": """
        Nämndens efterföljare finns inte dagen efter nämndens sista dag. Då skulle dess
        åtgärder inte gälla någon. Rätta valid för den ena av dem.

            - id: vantor
              valid: {to: 2006-12-31}
              successors: [enskede-arsta-vantor]
            - id: enskede-arsta-vantor
              valid: {from: 2007-01-01}
        """,
    "PRO406": """
        En text som ska vara ord för ord ur underlaget står inte på de rader som anges.
        Avstavningar i slutet av rader och antalet blanksteg spelar ingen roll, allt
        annat gör det. Stavfel i underlaget ska stå kvar.

        Det kontrolleras bara med prostcli validate --source FIL.
        """,
    "PRO407": """
        Den fil som angavs är inte det underlag som programmet är hämtat ur: dess
        kontrollsumma (SHA-256) är inte den som står i programme.yaml. Då går det inte
        att lita på något radnummer.

        Det kontrolleras bara med prostcli validate --source FIL.
        """,
    "PRO408": """
        Ett uppdrag byter nämnd, men en av de två finns inte där för att lämna eller ta
        emot det. Nämnden som uppdraget går till ska finnas den dagen, och någon av dem
        som det lämnar ska ha varit bunden dagen före. Annars upphör uppdraget i tysthet,
        eller så dubbleras det. Ett uppdrag som går i två led på en och samma dag skrivs
        som en enda överflyttning.

        Rätta date, from eller to för överflyttningen i boards.yaml.
        """,
    "PRO410": """
        Åtgärden nämner nämnder eller grupper, men ingen av dem är bunden någon dag under
        programtiden. Då skulle ingen följa upp den, utan att det syns att den saknar
        ansvarig.

        Kanske har en nämnd upphört utan successors, eller så har gruppen inga medlemmar.
        """,
    "PRO409": """
        Ett slags åtgärd (natures) anger en skala som inte finns. Då går det inte att
        bedöma den. Rätta namnet, eller lägg till skalan under scales i programme.yaml.
        """,
    "PRO411": """
        En ändring under programtiden vilar på ett beslut som bara är ett förslag, som
        saknar dag eller som inte går att hitta. En ändring med from, en tilldelning och
        en avskrivning är kända från beslutets dag. Utan den skulle de aldrig börja
        gälla, och ingen skulle få veta det.

        Ge beslutet sin date, och skriv var det finns: diarienumret i reference eller
        rader i handlingen i source.
        """,
    "PRO412": """
        En ändring säger att den ersätter en annan text än den som åtgärden hade. Texter
        sparas ordagrant, så att alla kan se vad som gällde när en plan eller redovisning
        skrevs.

        I replaces ska stå texten i obligations.yaml, eller texten från ändringen före. En
        ändring till den text som åtgärden redan har ändrar ingenting, och är bara en
        varning.
        """,
    "PRO413": """
        Ett beslut skriver av något som ingen är skyldig från den dagen, eller en insats
        som inte finns i någon plan. Då skulle inget ändras, utan att det märks. Det är vem
        som är bunden som avgör, aldrig vad nämnderna har redovisat. Att ingen plan har
        insatsen är bara en varning: det hänger på vad nämnden har lämnat in.

        Rätta åtgärderna, nämnderna eller from. För en planerad insats: nämnden, året och
        det id som den har i planen.
        """,
    "PRO414": """
        En åtgärd i programmet så som det antogs saknar uppgift om var i handlingen den
        står. Då kan ingen kontrollera citatet.

        Bara en åtgärd som läggs till genom ett senare beslut (vars amendment har from)
        saknar rader. Skriv annars raderna i lines.
        """,
    "PRO415": """
        Ett beslut ger en åtgärd till en nämnd som den inte kan binda någon dag därefter:
        åtgärden, nämnden eller programtiden är slut. Eller så är alla som får åtgärden
        redan bundna av den den dagen, och lika länge. Då skulle inget ändras, utan att det
        märks.

        Rätta åtgärderna, to eller from. En grupp får ges det som några i den redan har.
        Det som bara ger vad alla redan har är en varning, eftersom det kan bekräfta det,
        och hindrar inga siffror.
        """,
    "PRO416": """
        Ett beslut avslutar en åtgärd som ändå inte skulle binda någon från den dagen: dess
        tid eller programtiden är slut, eller så har ett annat beslut avslutat den tidigare.

        Rätta from, eller ta bort ändringen. En åtgärd som aldrig har haft någon ansvarig
        nämnd får avslutas vilken dag som helst under programtiden.
        """,
    "PRO501": """
        Ett program har tre filer som allt annat vilar på: programme.yaml, boards.yaml
        och obligations.yaml. Saknas en av dem visas inga siffror alls.

        Kontrollera att filen ligger i rätt mapp och är rätt stavad.
        """,
    "PRO502": """
        Filen säger med kind att den är något annat än dess namn säger. I boards.yaml
        ska det stå kind: boards. Rätta det som är fel.
        """,
    "PRO503": """
        Filnamnet säger inte vilken nämnd, vilket år och vad filen är, så den räknas
        inte. En redovisning med fel namn är ingen redovisning.

        Så här ska namnen se ut, med nämndens id som mapp:

            reports/2006-2010/farsta/2007-plan.yaml
            reports/2006-2010/farsta/2007-report.yaml
            reports/2006-2010/farsta/2007-report-2.yaml
            reports/2006-2010/farsta/2006-baseline.yaml

        Den tredje är en rättelse. Under program/2006-2010/ finns bara programmets egna
        filer. En README.md får ligga var som helst.

        Saknas en av programmets egna filer, och är en annan tydligt menad som den, visas
        inga siffror, eftersom siffrorna annars skulle gälla ett program utan den filen.
        Så är det om namnet bara skiljer sig i stora bokstäver, i ändelsen eller i märket
        för en kopia (Review.yaml, duties.yml, duties.yaml.orig). Så är det också om ändelsen
        saknas, eller högst två bokstäver är fel, och kind säger den filen (duties,
        dutys.yaml). En review-draft.yaml är bara en varning och stoppar inget.
        """,
    "PRO504": """
        Filen säger en annan nämnd, ett annat år eller ett annat slag än dess sökväg.
        Då vet ingen vad den är, och inget i den räknas.

        I reports/2006-2010/farsta/2007-plan.yaml ska det stå:

            kind: plan
            board: farsta
            year: 2007

        Kopierade du förra årets fil? Ändra year.
        """,
    "PRO505": """
        Nämnden fanns inte någon dag det år som filen gäller. Nämnder slås ihop och
        läggs ned: boards.yaml säger när. Efterföljaren svarar för åren därefter.

        Flytta filen till den nämnd som fanns och rätta board. Samma sak gäller en nämnd
        som en insats görs tillsammans med eller har förts över till.
        """,
    "PRO506": """
        Samma åtgärd har två egna poster i samma fil, och de kan säga olika saker.
        Skriv allt om åtgärden i en post.

        Görs en insats för flera åtgärder skrivs den en gång i planen, med de andra
        åtgärderna under also.
        """,
    "PRO507": """
        Posten handlar om en åtgärd som inte gäller nämnden det året.

        Det är inget fel. Posten visas som frivillig och räknas aldrig. Kontrollera bara
        att det inte var en annan åtgärd som skulle stå där.
        """,
    "PRO508": """
        Planen eller redovisningen ligger under ett program som inte finns: mappen
        saknas under program/. Flytta filen till rätt mapp.
        """,
    "PRO509": """
        Den nämnd som ska ha beslutat fanns inte den dagen.

        En ny nämnds plan kan ha beslutats av en föregångare, och en nedlagd nämnds
        sista redovisning beslutas av efterföljaren. Skriv då vem efter by:

            decision:
              date: 2007-02-15
              by: enskede-arsta-vantor
              paragraph: "§ 7"
        """,
    "PRO510": """
        Programmet gäller inte någon dag det år som filen gäller. Kontrollera året, och
        att filen ligger under rätt program.
        """,
    "PRO513": """
        En annan nämnd sägs ha beslutat, men den är varken föregångare eller efterföljare.
        En nämnd beslutar sina egna planer och redovisningar.

        Kontrollera att decision.by är rätt. Beslutade nämnden själv: ta bort raden.
        """,
    "PRO511": """
        Beslutet har en dag men ingen paragraf eller inget diarienummer. Då kan den som
        läser uppföljningen inte hitta det. Så här blir det helt:

            decision:
              date: 2008-02-14
              paragraph: "§ 7"
              reference: Dnr 1.2-61/2008
        """,
    "PRO512": """
        En sökväg som gavs till validate finns inte, ligger utanför arkivet eller
        innehåller ingen av verktygets filer. Inget kontrollerades där, och det är inte
        samma sak som att inget var fel.

        Sökvägen gäller från den mapp du står i, annars från arkivets rot. En mapp
        betyder alla filer i den.
        """,
    "PRO514": """
        Namnet på en fil eller mapp går inte att använda på alla datorer, eller säger
        något annat än det ser ut att säga: det har osynliga tecken eller styrtecken,
        är inte UTF-8, har en bokstav som är skriven som två tecken (så som äldre
        Mac-datorer sparar å) eller är ett namn som Windows inte tar emot.

        Verktygets namn har bara små bokstäver a–z, siffror och bindestreck, som i
        reports/2006-2010/farsta/2007-plan.yaml. Skriv namnet igen för hand: det som är
        inklistrat kan bära med sig det osynliga.
        """,
    "PRO515": """
        Två filer eller mappar heter så lika att många datorer inte skiljer dem åt:
        bara stora och små bokstäver skiljer, eller hur å, ä och ö är sparade. Den som
        hämtar arkivet till en sådan dator får bara den ena, utan att det märks.

        Byt namn på den ena, eller lägg ihop dem.
        """,
    "PRO516": """
        En sammanslagning i git stannade för att samma fil var ändrad på två håll, och ingen har ännu
        valt vad som ska gälla. Git har då flera versioner av filen, och ingen av dem är den som ska
        läggas in.

        Öppna filen, välj vad som ska stå kvar, ta bort raderna som börjar med <<<<<<<, ======= och
        >>>>>>>, spara och kör git add på filen.
        """,
    "PRO517": """
        Med git add -N (eller --intent-to-add) får git veta att filen finns men inte vad som står i
        den. Det som läggs in härnäst har då inte filen, och den räknas inte i kontrollen med --staged.

        Kör git add på filen om den ska komma med.
        """,
    "PRO518": """
        Git LFS är gjort för stora filer: git har bara en pekare på tre rader, och filen själv hämtas
        från en server. Här finns bara pekaren, så ingen vet vad filen säger.

        Hämta filen med git lfs pull. Står pekaren i git är det bättre att filen inte sköts av Git LFS
        alls: en plan eller redovisning är några kilobyte. Ta bort raden om .yaml i .gitattributes
        och lägg in filen på nytt.
        """,
    "PRO601": """
        Ett personnummer eller samordningsnummer står i ett värde, en nyckel, en kommentar eller ett
        filnamn: tio eller tolv siffror med en födelsedag och rätt kontrollsiffra, vilka tecken,
        mellanslag och radbrytningar som än står emellan, även osynliga, ord som "sista fyra" och det
        som är skrivet som HTML eller procentkod. Git behåller det som en gång lagts in: ta bort
        numret innan filen läggs in.

        Ungefär ett av tvåhundra godtyckliga tal av formen 123456-7890 är ett giltigt nummer av en slump. Är
        det ett ärendenummer, skriv det med ordet dnr och året efter ett snedstreck. Går det inte finns
        undantag: `prostcli exempt FIL:RAD:KOLUMN`. Gör aldrig undantag för ett riktigt nummer.
        """,
    "PRO602": """
        En e-postadress som tillhör en person: förnamn och efternamn före @. Skriv enhetens adress eller
        enhetens namn: den består när människor byts ut. Är det osäkert om adressen är en persons är det
        bara en varning. Är adressen en funktions och offentlig: `prostcli exempt FIL:RAD:KOLUMN`. Under
        `contact` hos en nämnd och `publisher` i programme.yaml står en funktions adress, och den sägs
        inget om, och inte heller om en brevlåda som heter som en nämnd i `boards.yaml`.
        """,
    "PRO603": """
        Ett telefonnummer. Det kan gå till en växel, och det kan gå till en person. Skriv enhetens namn i
        stället. Under `contact` hos en nämnd och `publisher` i programme.yaml sägs inget om det, och inte
        heller efter dnr, bankgiro och andra ord för andra nummer. Är numret offentligt och behövs:
        `prostcli exempt FIL:RAD:KOLUMN`.
        """,
    "PRO604": """
        En gata med nummer står intill ord om ett ärende, en klient eller en bostad. Tillsammans kan de
        peka ut någon. Ta bort numret eller gatan. Är det en verksamhets adress: `prostcli exempt
        FIL:RAD:KOLUMN`.
        """,
    "PRO605": """
        Där en enhet, en funktion eller en finansiering ska stå, står något som ser ut som namnet på en
        person. Skriv enheten eller funktionen: den består när människor byts ut, och git behåller namn för
        alltid. Nämnders och samarbetspartners namn, och enheter som programmet nämner, ger ingen varning.
        """,
    "PRO606": """
        Ett antal klienter, hushåll, ärenden eller elever ligger mellan noll och gränsen för små tal. Så få
        kan peka ut någon. Skriv `masked` i stället för talet; dokumentet visar "..". Gränsen är
        `small_numbers` i `programme.yaml`; kvinnor och män prövas var för sig. Noll får skrivas, och det
        får antal anställda och besök.
        """,
    "PRO607": """
        Ett av talen för alla, kvinnor och män är maskerat eller utelämnat, men de andra två avslöjar
        det: alla minus kvinnor är män. Maskera två av de tre, eller ta bort uppdelningen.
        """,
    "PRO608": """
        Ett litet antal personer eller ärenden står i löpande text ("tre kvinnor"). Tal under gränsen för
        små tal (`small_numbers` i `programme.yaml`) kan peka ut någon: skriv "några få". Ordet "en" ger
        ingen varning, eftersom det oftast inte är ett antal.
        """,
    "PRO609": """
        En tidigare commit i det som granskas innehåller personuppgifter, i en fil eller i sitt meddelande.
        Det hjälper inte att ta bort dem i en senare commit: git behåller varje version, och den som hämtar
        grenen får alla. Gör om grenen utan dem innan den slås samman (`git rebase -i`, eller en ny commit
        från utgångsläget) och underrätta den som svarar för personuppgifter.

        `validate --commits BAS..HEAD` går igenom alla versioner av filerna i `program/` och `reports/`, och
        letar efter personnummer i alla andra filer.
        """,
    "PRO610": """
        Ett undantag i `program/exemptions.yaml` gäller inte längre, så det som det ursäktade sägs igen. Ta
        bort det, eller låt besluta om det igen med en senare dag.
        """,
    "PRO318": """
        En text i redovisningen är bara ett tecken eller ett ord som står i stället för en
        text: -, x, saknas, se ovan.

        Underlag, hinder och skäl efterfrågas för att den som läser ska se vad ett utfall
        vilar på. Finns det inget: skriv det, och varför. Varje post läses för sig,
        bredvid andra nämnders, så det som står "ovan" finns inte där. "Inga" är ett svar
        där inget hinder efterfrågas.
        """,
    "PRO319": """
        En uppgift har fler kvinnor och män än den har sammanlagt. value är alla, så varken
        kvinnorna eller männen kan vara fler, och inte heller båda tillsammans. Är ett tal
        maskerat, saknat eller utelämnat antas bara att det inte är under noll.
        Färre än alla är inget fel: för några är det kanske inte känt.
        """,
    "PRO701": """
        Filen är ändrad sedan beslutet skrevs in med seal. Då går det inte att veta vad
        nämnden har beslutat, och inget i filen räknas.

        Det som är beslutat ändras inte, inte ens en kommentar. Återställ filen som den
        var, till exempel med git. Ska något rättas: skriv en hel ny fil bredvid, som
        2007-report-2.yaml, med ett eget beslut. Indrag, citattecken och radslut får
        skilja sig, och decision hör inte till det förseglade. Ta aldrig bort
        fingeravtrycket för att bli av med felet.
        """,
    "PRO702": """
        En rättelse är inte beslutad efter det som den rättar, så dagen säger inte vilken
        av dem som räknas.

        Är den beslutad tidigare räknas den aldrig, och inte heller om den bara är
        inkommen och den andra är beslutad. Samma dag räknas den med högst nummer.
        Kontrollera dagarna, och att filerna inte har fått varandras namn.
        """,
    "PRO703": """
        Filen heter som en rättelse, men det finns ingen beslutad fil som den rättar.

        Bara det som är beslutat eller inlämnat rättas med en ny fil. Ett utkast ändrar
        du direkt, och en första fil har inget nummer i namnet.
        """,
    "PRO704": """
        En plan eller redovisning som var förseglad är ändrad eller borttagen av det som
        kontrolleras: i en commit (`--commits`), sedan grenen gjordes (`--changed-since`)
        eller i det som git ska lägga in (`--staged`). Det hjälper inte att försegla den
        på nytt: det som en nämnd har beslutat står fast, även kommentarerna och beslutet.

        Bara det som saknades i beslutet (paragraf, diarienummer, reservationer) får
        fyllas i efteråt, och filen får flyttas som den är till en annan plats där den
        räknas.

        Lägg tillbaka filen som den var: `git checkout COMMIT^ -- FIL` hämtar den som den
        var före den commit som meddelandet nämner. Ska något rättas skriver du en ny,
        hel fil bredvid, som `2007-report-2.yaml`, med ett eget beslut. En ändring som
        görs ogjord igen före spannets slut är inget fel.

        Får det som beslutades inte finnas kvar, till exempel för att det pekar ut någon,
        får den som svarar för arkivet släppa igenom ändringen för hand, och bör skriva
        upp varför.
        """,
    "PRO705": """
        En plan eller redovisning som var beslutad, men inte förseglad, säger något annat
        efter den ändring som kontrolleras, eller är borttagen.

        Det som är beslutat ändras inte: en rättelse är en ny, hel fil, som
        `2007-report-2.yaml`, med ett eget beslut. Var filen fel inskriven, och säger den
        först nu det som beslutades, är det som det ska: försegla den då med
        `prostcli seal`, så att den förblir sådan.

        Kommentarer och uppställning får ändras så länge filen inte är förseglad, och det
        som saknades i beslutet får fyllas i.
        """,
    "PRO706": """
        Det finns en rättelse men ingen med numret före: `2007-report-3.yaml` och ingen
        `-2`. Antingen hoppades ett nummer över, och då ska filen ha nästa lediga, eller
        så har en beslutad rättelse tagits bort.

        Den som läser kan inte se vilket, och vad den som saknas rättade syns inte. Fanns
        den i git sägs det, och `git log -- FIL` visar vad som hände: lägg tillbaka den.
        """,
    "PRO801": """
        En av ägarens texter i review.yaml är ännu inte skriven: förslaget till beslut,
        sammanfattningen, vad arbetet betytt för barn, kvinnor och män eller vad det
        har kostat.

        Uppföljningen går att skriva ut ändå och visar texten som ännu inte skriven av
        ägaren. Skriv den under sin nyckel, eller låt den stå tom tills ni vet.
        """,
    "PRO802": """
        Ägaren har ännu inte i review.yaml bedömt något av målen eller avsnitten, eller
        inte skrivit vad det blev av ett övrigt uppdrag.

        Ingen siffra säger om ett mål är nått eller vad det blev av ett uppdrag: det kan
        bara ägaren. Till dess säger uppföljningen att det inte är skrivet. Varje post
        har id:t och en text; med tom text räknas den som om den inte fanns.
        """,
    "PRO803": """
        Någon åtgärd, eller programmet som helhet, har ännu ingen slutsats i review.yaml.

        Inför revideringen säger ägaren vad varje åtgärd bör bli: behållas, ändras, utgå
        eller få en ansvarig. En slutsats har text, proposal eller båda; utan dem räknas
        den som om den inte fanns. Den som inte har obligation gäller hela programmet.
        """,
    "PRO804": """
        review.yaml har inget beslut om uppföljningen, så den kallar sig utkast.

        När ägaren har beslutat: skriv dagen under decision, gärna med paragraf och
        diarienummer. Därefter visas orden i en uppföljning per den dagen eller senare,
        inte per en tidigare dag.
        """,
    "PRO611": """
        Ett undantag i `program/exemptions.yaml` ursäktar inget som står i filerna. Det som inte behövs tas
        bort, så att listan förblir kort nog att granska.
        """,
    "PRO612": """
        En fil som ska läggas in, eller en tidigare version av en fil, är för stor för att sökas
        igenom efter personuppgifter, eller packad (en PDF, ett dokument från ett kontorsprogram).
        Inget är känt om den, och det är inte samma sak som att inget hittats.
        """,
}

MANUALS = {code: cleandoc(text) for code, text in _MANUALS.items()}

ERRORS = {
    "no-workspace": Message(
        "Här finns inget program: varken {folder} eller någon mapp ovanför har en mapp program/.",
        "Gå till arkivets mapp, eller ange den med --root.",
    ),
    "no-programme": Message(
        "Det finns inget program i {folder}/program/.",
        "Ett program är en mapp med programme.yaml, boards.yaml och obligations.yaml.",
    ),
    "programme-linked": Message(
        "Mappen {folder}/program är en länk till en annan mapp. Sådana följs inte.",
        "Lägg själva mappen där, eller peka ut den mapp där den ligger med --root.",
    ),
    "no-folder": Message("Mappen {folder} finns inte."),
    "no-edition": Message("Programmet {edition} finns inte.", "Det finns: {known}."),
    "no-language": Message("Språket {lang} finns inte.", "Det finns: {known}."),
    "no-format": Message("Formatet {format} finns inte.", "Det finns: {known}."),
    "no-form": Message(
        "Namnet {file} säger inte vilken form dokumentet ska ha.",
        "Låt det sluta på {others} eller {last}, eller ange --format.",
    ),
    "form-differs": Message(
        "{file} slutar på .{ending}, men --format är {format}.",
        "Ändra det ena, eller utelämna --format.",
    ),
    "site-not-ours": Message(
        "{folder} är inte tom och ingen webbplats som prostcli har gjort.",
        "Ange en mapp som är tom eller inte finns: det som ligger där rörs inte.",
    ),
    "site-in-the-way": Message(
        "{file} finns redan i mappen och har inte gjorts av prostcli.",
        "Flytta den, eller ange en annan mapp.",
    ),
    "site-changed": Message(
        "{file} har ändrats sedan prostcli skrev den, och skrivs inte över.",
        "Flytta den om den behövs, annars ta bort den; eller ange en annan mapp.",
    ),
    "site-old": Message(
        "Webbplatsen i {folder} är gjord av en äldre version av prostcli.",
        "Ta bort mappen, och gör webbplatsen på nytt.",
    ),
    "site-odd": Message(
        "{file} är ingen vanlig fil.",
        "prostcli läser och skriver bara vanliga filer i mappen, inga länkar. Ta bort den, eller ange en annan mapp.",
    ),
    "site-misplaced": Message(
        "En webbplats kan inte ligga i {folder}.",
        "Där ligger programmets filer. Ange en annan mapp, till exempel public/.",
    ),
    "port-taken": Message(
        "Porten {port} är upptagen.", "Ange en annan, eller utelämna --port så väljs en ledig."
    ),
    "port-closed": Message(
        "Porten {port} får du inte använda på den här datorn.",
        "Ange en annan, eller utelämna --port så väljs en ledig.",
    ),
    "bad-port": Message("{port} är ingen port.", "Ange ett tal mellan 0 och 65535."),
    "extra-missing": Message(
        "{format} kräver ett tillägg som inte är installerat.", "Installera det med: {command}"
    ),
    "no-source": Message("Underlaget {file} går inte att läsa."),
    "no-range": Message(
        "{range} är inget spann av commits.",
        "Skriv det äldre först och det nyare sist, till exempel origin/main..HEAD.",
    ),
    "empty-range": Message(
        "Det finns inga commits i {range}: {last} är äldre än {first} eller ingår i den.",
        "Skriv det äldre först: {last}..{first}. Är {last} rätt gren, och hämtad?",
    ),
    "empty-range.same": Message(
        "Det finns inga commits i {range}: {first} och {last} är samma commit.",
        "Inget har ändrats mellan dem. Ange något äldre först, till exempel origin/main..HEAD.",
    ),
    "output-ours": Message(
        "{file} ligger bland redovisningarna.",
        "Välj ett annat ställe: en fil där skrivs aldrig över.",
    ),
    "exempt-person": Message(
        "Skäl och beslutsfattare får inte innehålla personuppgifter.",
        "Skriv nämnden eller funktionen, aldrig ett namn.",
    ),
    "exempt-already": Message(
        "Undantaget finns redan och gäller till {day}.",
        "Ange en senare dag i --expires om det ska gälla längre.",
    ),
    "exempt-where": Message(
        "{where} är ingen fil och rad.",
        "Skriv som prostcli validate: reports/…/2007-report.yaml:31.",
    ),
    "exempt-nothing": Message(
        "På {where} står inget som ett undantag kan gälla.",
        "Kör prostcli validate och se på vilken rad det är. Undantag finns för PRO601 till PRO604.",
    ),
    "exempt-many": Message(
        "På {where} står mer än ett som kan undantas.",
        "Ange kolumnen också, ett i taget: {places}.",
    ),
    "exempt-why": Message("Skäl och beslutsfattare behövs.", "Skriv --reason och --decided-by."),
    "exempt-past": Message("Den {day} har redan varit.", "Ange en senare dag i --expires."),
    "exemptions-faulty": Message(
        "{file} går inte att läsa.", "Kör prostcli validate och rätta den först."
    ),
    "exemptions-form": Message(
        "Undantagen i program/exemptions.yaml står inte sist i filen, en post per stycke.",
        "Lägg in undantaget för hand, eller flytta listan sist.",
    ),
    "no-how": Message("Så kan ett beslut inte vara fattat: {how}.", "Det finns: {known}."),
    "seal-no-file": Message(
        "{file} är ingen fil bland programmets och nämndernas.", "Ange filen med dess sökväg."
    ),
    "seal-one-file": Message("{file} är en mapp.", "Försegla en fil i taget."),
    "seal-no-submission": Message(
        "{file} är varken en plan eller en redovisning.", "Bara sådana beslutas och förseglas."
    ),
    "seal-differs": Message(
        "I filen står redan {key}: {there}, inte {given}.",
        "Rätta det som är fel: raden i filen eller det du skrev.",
    ),
    "seal-sealed": Message(
        "Filen är redan förseglad, och beslutet säger inget om det du anger. Inget är ändrat.",
        "Ska något rättas: skriv en ny fil med ett eget beslut.",
    ),
    "seal-incomplete": Message(
        "Det går inte att hitta beslutet utan {options}.", "Ange det som saknas."
    ),
    "seal-future": Message(
        "Den {day} har inte varit än.", "Försegla filen när beslutet är fattat."
    ),
    "seal-form": Message(
        "Filen är skriven på ett sätt där beslutet inte går att skjuta in. Inget är ändrat.",
        "Skriv decision för hand, med date, paragraph och reference på egna rader, och försegla sedan.",
    ),
    "not-together": Message("{options} går inte att använda tillsammans.", "Välj en av dem."),
    "no-programme-then": Message("Det fanns inget program i {ref}.", "Ange ett senare läge."),
    "no-git": Message(
        "Programmet git finns inte.",
        "Installera git. Det behövs för diff mot git, --staged, --changed-since och --commits.",
    ),
    "no-repository": Message(
        "Mappen {folder} ligger inte i något git-förråd.",
        "Det behövs för diff mot git, --staged, --changed-since och --commits.",
    ),
    "no-ref": Message(
        "Git känner inte till ”{ref}”.",
        "Är grenen hämtad? Pröva git fetch; i CI behövs hela historiken (fetch-depth: 0).",
    ),
    "no-ref-shallow": Message(
        "Git känner inte till ”{ref}”, och har bara en del av historiken här (en grund klon).",
        "Hämta resten med git fetch --unshallow; i CI med fetch-depth: 0 (GitLab: GIT_DEPTH: 0).",
    ),
    "shallow": Message(
        "Git har bara en del av historiken här (en grund klon), och det som efterfrågas går längre tillbaka.",
        "Hämta resten med git fetch --unshallow; i CI med fetch-depth: 0 (GitLab: GIT_DEPTH: 0).",
    ),
    "not-fetched": Message(
        "Git har inte hämtat allt innehåll hit (en partiell klon), och det som saknas behövs här.",
        "Hämta det med git fetch --refetch --no-filter. prostcli hämtar aldrig något själv.",
    ),
    "not-owned": Message(
        "Git läser inte förrådet i {folder}: mappen tillhör en annan användare.",
        "Litar du på det: git config --global --add safe.directory {folder}",
    ),
    "missing-object": Message(
        "En fil som git ska ha finns inte i förrådet.",
        "Kör git fsck. Förrådet kan vara skadat: klona det på nytt.",
    ),
    "left-out": Message(
        "Mappen saknar filer som finns i git, eftersom bara en del är utcheckad (sparse checkout eller skip-worktree). Antal: {count}, bland dem {path}.",
        "Hämta fram dem med git sparse-checkout disable.",
    ),
    "not-checked-out": Message(
        "Mappen saknar filer som finns i git: de har aldrig checkats ut, eller så avbröts utcheckningen. Antal: {count}, bland dem {path}.",
        "Hämta fram dem med git checkout HEAD -- . i förrådets översta mapp. Filer som du har ändrat skrivs över; kopiera dem först.",
    ),
    "submodule": Message(
        "Mappen {path} är ett eget git-förråd (submodul), så git i det här förrådet vet inget om filerna i den.",
        "Det som frågar git (diff, --staged, --changed-since och --commits) behöver program/ och reports/ i ett och samma förråd. Är det inte meningen att mappen ska vara ett eget: flytta undan {path}/.git, kör git rm --cached {path} och git add {path}, och gör en commit.",
    ),
    "submodule-not-there": Message(
        "Mappen {path} är ett eget git-förråd (submodul), och det som ligger där är inte hämtat.",
        "Hämta det med git submodule update --init.",
    ),
    "nested-not-there": Message(
        "Mappen {path} lades till i git som ett eget förråd, så filerna i den finns inte i det här förrådet, och git vet inte varifrån de kan hämtas.",
        "Be den som har filerna att flytta undan {path}/.git, köra git rm --cached {path} och git add {path}, göra en commit och skicka den (git push); kör sedan git pull här.",
    ),
    "git-odd": Message(
        "Git svarade med något som prostcli inte förstår.",
        "Kör git --version: är det äldre än 2.30, installera en nyare version. Kör annars git fsck.",
    ),
    "broken-repository": Message(
        "I {folder} finns .git, men git kan inte läsa det som ett förråd.",
        "Kör git status där och se vad git säger. Är mappen ett länkat arbetsträd och förrådet flyttat: kör git worktree repair i förrådet.",
    ),
    "git-failed": Message(
        "Git svarade inte som väntat: {reason}", "Kör git status i mappen och se vad git säger."
    ),
    "no-code": Message("Koden {code} finns inte.", "Koderna står i docs/rules.md."),
    "no-board": Message("Det finns ingen nämnd och inget bolag {board}."),
    "several-boards": Message("{board} kan avse flera nämnder: {known}.", "Ange nämndens id."),
    "no-obligation": Message("Det finns ingen åtgärd {id}."),
    "no-section": Message("Det finns inget avsnitt {id}.", "Det finns: {known}."),
    "no-status": Message("Det finns inget läge {status}.", "Det finns: {known}."),
    "no-year": Message("Programmet gäller inte {year}.", "Det gäller {from}–{to}."),
    "bad-year": Message("{year} är inget årtal."),
    "bad-day": Message("{day} är ingen dag som finns.", "Skriv år-månad-dag: 2008-03-31."),
    "withheld": Message(
        "Ingenting skrevs: det skulle visa {count} filer där det står personuppgifter.",
        "Ta bort uppgifterna, eller gör undantag för det som är ofarligt (prostcli exempt). På skärmen visas ett utkast med uppgifterna dolda.",
    ),
    "withheld-one": Message(
        "Ingenting skrevs: det skulle visa en fil där det står personuppgifter.",
        "Ta bort uppgifterna, eller gör undantag för det som är ofarligt (prostcli exempt). På skärmen visas ett utkast med uppgifterna dolda.",
    ),
    "programme-faulty": Message(
        "Programmet {edition} har fel (antal: {count}), så inga siffror kan visas.",
        "Rätta filerna ovan; kör prostcli validate för allt.",
    ),
    "show-section": Message("{id} är ett avsnitt.", "Dess åtgärder: {held}."),
    "show-group": Message("{id} är en grupp.", "I den ingår: {held}."),
    "show-several": Message("Flera heter ”{id}”: {known}.", "Ange id:t för den som menas."),
    "show-nothing": Message("Ingen åtgärd, nämnd, fråga och inget övrigt uppdrag heter ”{id}”."),
    "no-template": Message(
        "Mallen {template} hänvisar på rad {line} till mallen {wanted}, som inte finns.",
        "En mall som en annan hänvisar till ligger bland de egna, eller är en av verktygets.",
    ),
    "bad-template": Message(
        "Mallen {template} gör på rad {line} något som inte går med värdet som står där.",
        "Värdet har fel slag för det som görs med det. Skriv en lista med for, pröva med if. Jämför med verktygets egen mall: {ours}",
    ),
    "bad-template.name": Message(
        "Mallen {template} frågar på rad {line} efter {name}, som inte finns.",
        "Namnen som finns visar verktygets egen mall: {ours}",
    ),
    "bad-template.unsafe": Message(
        "Mallen {template} frågar på rad {line} efter {name}, som mallar inte kommer åt.",
        "Namnen som går att använda visar verktygets egen mall: {ours}",
    ),
    "bad-template.filter": Message(
        "Mallen {template} använder på rad {line} {name}, som mallar inte har.",
        "Filtren som finns visar verktygets egen mall: {ours}",
    ),
    "bad-template.test": Message(
        "Mallen {template} prövar på rad {line} med is {name}, som mallar inte har.",
        "Pröva med ==, in eller if. Jämför med verktygets egen mall: {ours}",
    ),
    "bad-template.call": Message(
        "Mallen {template} anropar på rad {line} något som inte går att anropa så.",
        "Ett makro anropas med just de värden som det tar emot; ett värde anropas inte. Jämför med verktygets egen mall: {ours}",
    ),
    "bad-template.tag": Message(
        "Mallen {template} har på rad {line} {% {name} %}, som inte kan stå där.",
        "Det som öppnas sist avslutas först: {% if %} med {% endif %}, {% for %} med {% endfor %}.",
    ),
    "bad-template.sum": Message(
        "Mallen {template} använder på rad {line} {name}, som mallar inte kan använda.",
        "Det som ska räknas ut räknar verktyget. Jämför med verktygets egen mall: {ours}",
    ),
    "bad-template.depth": Message(
        "Mallen {template} har på rad {line} för mycket inom vartannat.",
        "Dela upp det: lägg en del för sig med {% set %}, eller i ett makro.",
    ),
    "bad-template.unclosed": Message(
        "Mallen {template} är slut på rad {line} utan att {% {name} %} är avslutad.",
        "Skriv {% end{name} %} där den ska sluta.",
    ),
    "bad-template.sign": Message(
        "Mallen {template} går inte att läsa på rad {line}, vid ”{name}”.",
        "Se efter att det som börjar med {{, {% eller {# är rätt skrivet och avslutat, och att varje citattecken är avslutat.",
    ),
    "bad-template.syntax": Message(
        "Mallen {template} går inte att läsa på rad {line}.",
        "Se efter att det som börjar med {{, {% eller {# är rätt skrivet och avslutat, och att varje citattecken är avslutat.",
    ),
    "bad-template.encoding": Message(
        "Mallen {template} är inte sparad som UTF-8: på rad {line} står ett tecken som inte går att läsa.",
        "Spara den på nytt som UTF-8.",
    ),
    "template-steps": Message(
        "Mallen {template} kommer inte fram: på rad {line} har den tagit fler steg än en mall får.",
        "Se efter om en slinga eller ett makro går för många varv.",
    ),
    "template-characters": Message(
        "Mallen {template} skriver för mycket: på rad {line} har den skrivit fler tecken än en mall får."
    ),
    "template-time": Message(
        "Mallen {template} tar för lång tid: på rad {line} har den hållit på i mer än {seconds} sekunder."
    ),
    "template-depth": Message(
        "Mallen {template} anropar på rad {line} sig själv, direkt eller genom andra, fler gånger än en mall får."
    ),
    "template-number": Message(
        "Mallen {template} räknar på rad {line} med ett större tal än en mall får."
    ),
    "template-held": Message(
        "Mallen {template} lägger på rad {line} mer i en lista än en mall får."
    ),
    "template-link": Message(
        "Mallen {template} är en länk till något utanför mallmappen, och läses inte.",
        "Lägg en vanlig fil i länkens ställe.",
    ),
    "template-large": Message("Mallen {template} är större än {limit} kB, och läses inte."),
    "typst-own": Message(
        "{file} används inte: hur en PDF sätts går inte att byta ut.",
        "Ta bort filen ur mallmappen. Ord och ordning i PDF:en kommer ur de andra mallarna, som går att byta.",
    ),
    "no-templates": Message(
        "Mappen {folder} innehåller ingen mall.",
        "Egna mallar heter som verktygets, till exempel sv/review.md.j2, sv/review/goals.md.j2, sv/annex.md.j2, document.html.j2 eller style.css. Verktygets ligger i {ours}.",
    ),
    "unfit-templates": Message(
        "Mallarna i {folder} skriver något som inte kan stå i ett dokument: {sign}",
        "Ta bort tecknet ur mallen. En bild skrivs med picture, som i verktygets egna mallar.",
    ),
    "unfit-picture": Message(
        "Det som mallen {template} skriver är inte HTML som går att läsa: felet står på rad {line} i det som den skriver.",
        "Varje element ska avslutas, och varje attribut stå inom citattecken.",
    ),
    "usage-option": Message("Väljaren {option} finns inte.", "Se {command} --help."),
    "usage-beside": Message(
        "{option} kan inte stå tillsammans med {beside}.",
        "Dokumentet säger självt hur det är gjort.",
    ),
    "binary-to-terminal": Message(
        "{format} kan inte visas i en terminal.", "Skriv till en fil: -o uppfoljning.{format}"
    ),
    "no-document": Message(
        "{file} går inte att läsa.", "Ge en vanlig fil som finns, på högst {limit} MB."
    ),
    "reference-beside": Message(
        "--reference gäller bara Word (docx), men dokumentet görs som {format}.",
        "Utelämna --reference, eller gör dokumentet i Word: --format docx.",
    ),
    "bad-reference": Message(
        "{file} är inget Worddokument.", "Ge ett dokument som är sparat i Word som .docx."
    ),
    "reference-unfit": Message(
        "Worddokumentet gick inte att göra med formatmallarna i {file}.",
        "Spara filen på nytt i Word som .docx, eller utelämna --reference.",
    ),
    "word-failed": Message("Worddokumentet gick inte att göra ({reason})."),
    "no-recipe": Message(
        "Filen är inget dokument som prostcli har gjort, eller så är det som behövs för att göra om det borta.",
        "Bara dokument från prostcli review kan kontrolleras.",
    ),
    "usage-missing": Message("{what} saknas.", "Se {command} --help."),
    "usage-value": Message("Väljaren {option} behöver ett värde.", "Se {command} --help."),
    "usage-choice": Message("{option} har ett värde som inte finns.", "Välj ett av: {allowed}."),
    "usage-bad": Message("{option} går inte att förstå ({why}).", "Se {command} --help."),
    "usage-command": Message("Kommandot {wanted} finns inte.", "Det finns: {known}."),
    "usage-extra": Message("För många ord på kommandoraden: {extra}.", "Se {command} --help."),
    "usage-other": Message("{why}", "Se {command} --help."),
    # writing, new and schema
    "write-link": Message(
        "{file} skrivs inte: en länk på vägen leder någon annanstans.",
        "Lägg en vanlig fil eller mapp i länkens ställe, eller ange ett annat ställe.",
    ),
    "output-lost": Message("Resultatet kunde inte skrivas: {reason}."),
    "write-changed": Message(
        "Någon annan har just ändrat {file}. Inget har skrivits.",
        "Se efter vad som är ändrat och kör igen.",
    ),
    "write-exists": Message(
        "{file} finns redan och skrivs inte över.",
        "Fyll i den som finns, eller skriv till en annan fil med -o. En beslutad plan eller redovisning rättas med en ny fil: 2007-plan-2.yaml, 2007-report-2.yaml och så vidare.",
    ),
    "write-full": Message(
        "{file} kunde inte skrivas: disken är full eller filen för stor. Inget har ändrats."
    ),
    "write-denied": Message(
        "{file} får inte skrivas. Inget har ändrats.", "Ändra mappens eller filens behörigheter."
    ),
    "write-folder": Message("{file} är en mapp.", "Ange en fil."),
    "write-no-folder": Message(
        "{file} kan inte skrivas: mappen den ska ligga i finns inte, eller är ingen mapp."
    ),
    "write-long-name": Message("Filnamnet i {file} är för långt."),
    "write-other": Message("{file} kunde inte skrivas ({reason}). Inget har ändrats."),
    "baseline-that-year": Message(
        "Ett nuläge beskriver hur det var när programmet började: {first}, inte {year}.",
        "Skriv {first} som år.",
    ),
    "board-not-that-year": Message("{board} fanns inte {year}."),
    "board-not-that-year-others": Message("{board} fanns inte {year}.", "Menade du {others}?"),
    "no-plan-that-year": Message("Ingen plan för {year} väntas.", "{why}"),
    "no-report-that-year": Message("Ingen redovisning av {year} väntas.", "{why}"),
    "nothing-expected-plan": Message(
        "Ingen åtgärd ska planeras av {board} {year}.", "Se prostcli show för nämndens alla år."
    ),
    "nothing-expected-report": Message(
        "Ingen åtgärd ska redovisas av {board} {year}.", "Se prostcli show för nämndens alla år."
    ),
    "nothing-expected-baseline": Message(
        "Ingen åtgärd binder {board} {year}.", "Se prostcli show för nämndens alla år."
    ),
    "review-whole": Message(
        "Uppföljningen gäller hela programmet: new review tar ingen nämnd och inget år.",
        "Skriv prostcli new review. En nämnds redovisning av ett år: prostcli new report NÄMND ÅR.",
    ),
    "review-exists": Message(
        "{file} finns redan och skrivs inte över.",
        "Skriv vidare i den: prostcli validate säger vad som ännu inte är skrivet. En ny mall att hämta ur visas med -o -.",
    ),
    "no-kind": Message("Det finns inget slags fil som heter {kind}.", "Det finns: {known}."),
    # end of writing, new and schema
}

# the keys of the files, for editors: by key, or by MODEL.KEY where it means something of its own
KEYS = {
    # every file
    "kind": Key("Slag", "Vad filen är: samma ord som i filnamnet."),
    "board": Key("Nämnd eller bolag", "Id för nämnden eller bolaget, så som det står i boards.yaml."),
    "year": Key("År", "Året som filen gäller: samma som i filnamnet."),
    "entries": Key("Poster", "En post för varje åtgärd som gäller nämnden det året."),
    "Baseline.entries": Key("Poster", "En post för varje åtgärd där det redan fanns arbete att berätta om."),
    "answers": Key("Svar på programmets frågor", "Frivilliga svar på det som programmet frågar efter; att inte svara är aldrig en brist."),
    "obligation": Key("Åtgärd", "Id för den åtgärd i programmet som posten gäller, till exempel `5.2.4`."),
    "duty": Key("Övrigt uppdrag", "Id för ett uppdrag utanför åtgärderna; det tas upp i uppföljningen men räknas inte."),
    "id": Key("Id", "Ett kort namn att hänvisa till: små bokstäver a–z, siffror och bindestreck."),
    "text": Key("Text", "Texten, med egna ord."),
    "note": Key("Anmärkning", "Något läsaren behöver veta."),
    "label": Key("Benämning", "Några ord att visa i tabeller."),
    "source": Key("Källa", "Rader i underlaget, till exempel `L25-27, L404-406`."),
    # the decision
    "decision": Key("Beslut", "Beslutet bakom filen; utan det är filen ett utkast och räknas inte."),
    "date": Key("Dag", "Dagen för beslutet, skriven `2007-02-28`."),
    "by": Key("Beslutat av", "Vem som beslutade, när det inte var nämnden själv."),
    "how": Key("Hur beslutet fattades", "Utelämnas när nämnden beslutade; anmält, eller bara förvaltningens, räknas som inkommet."),
    "paragraph": Key("Paragraf", 'Paragrafen i protokollet, till exempel `"§ 7"`.'),
    "reference": Key("Diarienummer", "Numret i diariet, så att beslutet går att hitta."),
    "dissent": Key("Avvikande mening", "Reservationer och särskilda uttalanden, med partier och aldrig namn."),
    "parties": Key("Partier", "Partiernas förkortningar med små bokstäver, aldrig namn på personer."),
    "Dissent.kind": Key("Slag", "Reservation eller särskilt uttalande."),
    "fingerprint": Key("Fingeravtryck", "Sätts av `prostcli seal`; skriv inget här själv."),
    # a plan
    "activities": Key("Planerade insatser", "Det som ska göras under året, en punkt för varje insats."),
    "ongoing": Key("Löpande arbete", "Det arbete som redan görs och som fortsätter."),
    "no_activity": Key("Ingen insats planerad", "Varför ingen insats planeras."),
    "not_addressed": Key("Berörs inte", "Bara `true`, och bara om den beslutade handlingen inte nämner åtgärden."),
    "place": Key("Plats i handlingen", "Var i den beslutade handlingen det står, till exempel s. 14."),
    "Activity.id": Key("Insatsens id", "Ett eget namn på insatsen, som redovisningen svarar på: små bokstäver, siffror och bindestreck."),
    "Activity.text": Key("Vad som ska göras", "Skriv så att det efteråt går att säga om det blev gjort."),
    "due": Key("Klart senast", "Dagen då det ska vara klart, skriven `2007-09-30`; får utelämnas."),
    "unit": Key("Enhet", "Enheten eller funktionen som gör det, aldrig en person."),
    "also": Key("Räknas också under", "Andra åtgärder som insatsen räknas under; de behöver då ingen egen post i planen."),
    "with": Key("Tillsammans med", "Andra nämnder som insatsen görs ihop med."),
    "continues": Key("Tar upp igen", "Insatsen i en tidigare plan som den här tar upp igen: en som sköts upp eller blev ogjord."),
    "Earlier.year": Key("År", "Året för den tidigare planen."),
    "Earlier.id": Key("Insatsens id", "Det id som insatsen har i den tidigare planen."),
    "Earlier.board": Key("Nämnd", "Vems plan det var, när den var en föregångares eller en annan nämnds; utelämnad: nämndens egen."),
    # a report
    "outcome": Key("Utfall", "Hur det gick, med ett av orden i åtgärdens skala."),
    "summary": Key("Sammanfattning", "Vad nämnden gjorde under året, och vad det blev av det."),
    "evidence": Key("Underlag", "Hur nämnden vet det: statistik, protokoll, en kontroll; krävs när utfallet är gott."),
    "effect": Key("Effekt", "Vad arbetet ledde till, skilt från vad nämnden gjorde."),
    "obstacles": Key("Hinder", "Vad som hindrade; krävs när åtgärden bara delvis eller inte är nådd."),
    "reason": Key("Skäl", "Varför åtgärden inte gäller nämnden; krävs vid ej tillämpligt."),
    "next_steps": Key("Nästa steg", "Vad som händer sedan."),
    "ReportEntry.activities": Key("Insatser", "Vad det blev av varje planerad insats, och det som gjordes utan att vara planerat."),
    "partners": Key("Samverkansparter", "Id för dem som arbetet gjordes tillsammans med."),
    "figures": Key("Siffror", "Frivilliga siffror; små antal människor skrivs aldrig ut, utan som `masked`."),
    "cost": Key("Kostnad", "Vad det kostade, och hur det betalades."),
    "Done.id": Key("Insatsens id", "Id:t i planen för den insats som besvaras; utelämnas när insatsen inte var planerad."),
    "Done.text": Key("Vad som gjordes", "Det som gjordes utan att vara planerat; skrivs i stället för id."),
    "result": Key("Resultat", "Vad det blev av insatsen."),
    "Done.to": Key("Överförd till", "Nämnden som tog över; skrivs bara vid `transferred`."),
    "Done.date": Key("Genomförd den", "Dagen då den genomfördes, skriven `2007-10-15`; får utelämnas."),
    "comment": Key("Kommentar", "Något att tillägga."),
    "name": Key("Namn", "Namnet, så som det ska visas."),
    "Figure.name": Key("Siffrans id", "Ett kort namn på siffran, samma år från år: små bokstäver, siffror och bindestreck."),
    "Figure.label": Key("Benämning", "Vad siffran heter när den visas, till exempel Besök."),
    "value": Key("Värde", "Ett helt tal, `masked` när det är litet och räknar människor, eller `missing` när det saknas."),
    "Figure.unit": Key("Enhet", "Vad som räknas, förkortat: st, kr, procent."),
    "counts": Key("Vad siffran räknar", "Avgör om talet måste döljas när det är litet."),
    "women": Key("Kvinnor", "Hur många av dem som är kvinnor; ett litet tal skrivs `masked`."),
    "men": Key("Män", "Hur många av dem som är män; ett litet tal skrivs `masked`."),
    "amount": Key("Belopp", "Hela kronor, med bara siffror."),
    "funding": Key("Finansiering", "Hur det betalades, till exempel egen budget."),
    "question": Key("Fråga", "Id för den fråga i programmet som besvaras."),
    "Answer.text": Key("Svar", "Nämndens svar."),
    # a baseline
    "Baseline.source": Key("Källa", "Varifrån uppgifterna är, till exempel remissvaret med diarienummer och dag."),
    "BaselineEntry.source": Key("Plats i källan", "Var i källan det står."),
    "BaselineEntry.summary": Key("Sammanfattning", "Arbetet som redan fanns när programmet började."),
    "stated_by": Key("Sagt av", "Vem som säger det: nämnden, eller förvaltningen eller bolaget."),
    # programme.yaml
    "edition": Key("Program", "Programmets beteckning: samma som mappens namn, till exempel `2006-2010`."),
    "title": Key("Rubrik", "Rubriken, ordagrant."),
    "Programme.title": Key("Programmets namn", "Hela namnet, ordagrant."),
    "short_title": Key("Kort namn", "Det korta namn som visas, på varje språk."),
    "city": Key("Kommun", "Kommunens namn."),
    "language": Key("Språk", "Språket som verktyget talar när inget annat väljs."),
    "owner": Key("Ägare", "Nämnden som äger programmet och följer upp det."),
    "fictitious": Key("Påhittat exempel", "`true` för ett exempel: då säger varje sida det."),
    "paper": Key("Underlag", "Handlingen som programmet är hämtat ur; dess text kopieras inte hit."),
    "Paper.title": Key("Handlingens rubrik", "Rubriken, ordagrant."),
    "Paper.reference": Key("Diarienummer", "Handlingens nummer i diariet."),
    "sha256": Key("Kontrollsumma", "SHA-256 av handlingens hela text, som citat och rader hänvisar till."),
    "term": Key("Programtid", "Första och sista dagen; båda räknas."),
    "from": Key("Från och med", "Första dagen; utelämnas den finns ingen början."),
    "to": Key("Till och med", "Sista dagen; utelämnas den finns inget slut."),
    "about": Key("Om programmet", "Vad programmet är, i några meningar för en läsare."),
    "forge": Key("Arkivet på webben", "Adressen till en rad i en fil, med `{commit}`, `{path}` och `{line}` där de ska stå."),
    "Reading.about": Key("Gäller", "Id för de avsnitt, åtgärder, nämnder eller uppdrag som läsningen gäller."),
    "numbering": Key("Numrering", "Vem som har numrerat åtgärderna."),
    "decisions": Key("Beslut om programmet", "Besluten, också de som bara är föreslagna."),
    "body": Key("Beslutande organ", "Vem som beslutade, med namn."),
    "ProgrammeDecision.date": Key("Dag", "Utelämnas när den inte är känd; den gissas aldrig."),
    "date_note": Key("Om dagen", "Varför dagen saknas, eller vad den vilar på."),
    "ProgrammeDecision.how": Key("Hur", "Hur beslutet fattades."),
    "status": Key("Läge", "Om det är beslutat eller bara föreslaget."),
    "concerns": Key("Gäller", "Om det hör till programmet eller bara står i samma handling."),
    "ProgrammeDecision.summary": Key("Sammanfattning", "Beslutet i en mening."),
    "ProgrammeDecision.text": Key("Beslutspunkter", "Punkterna i beslutet, ordagrant."),
    "amendments": Key("Ändringar", "Vad ett beslut ändrar i programmets tryckta text."),
    "Amendment.decision": Key("Beslut", "Id för beslutet som gör ändringen."),
    "Amendment.obligation": Key("Åtgärd", "Id för åtgärden vars text ersätts, eller som upphör."),
    "Amendment.from": Key("Från och med", "Första dagen som ändringen gäller; vid `end` den första dagen som åtgärden inte längre binder. Utelämnad: ändringen hör till programmet så som det antogs."),
    "change": Key("Slag av ändring", "Om text läggs till, ersätter en annan eller om en åtgärd upphör."),
    "target": Key("Var", "Vad texten läggs till eller ersätter."),
    "replaces": Key("Ersatt text", "Den text som ersätts, ordagrant."),
    "replaces_source": Key("Den ersatta textens rader", "Rader i underlaget, till exempel `L25-27`."),
    "Amendment.text": Key("Ny text", "Den nya texten, ordagrant."),
    "assignments": Key("Tilldelningar", "Senare beslut om att en nämnd ska svara för åtgärder som texten inte ger någon."),
    "Assignment.decision": Key("Beslut", "Id för beslutet som tilldelar dem."),
    "Assignment.obligations": Key("Åtgärder", "Id för åtgärderna."),
    "Assignment.to": Key("Till", "Nämnden eller gruppen som ska svara för dem."),
    "Assignment.from": Key("Från och med", "Första dagen som det binder; utelämnad: dagen för beslutet."),
    "write_offs": Key("Avskrivningar", "Beslut som avslutar åtgärder, eller planerade insatser, innan de är uppfyllda."),
    "WriteOff.decision": Key("Beslut", "Id för beslutet som skriver av dem."),
    "WriteOff.obligations": Key("Åtgärder", "Id för åtgärderna som skrivs av."),
    "WriteOff.boards": Key("Nämnder", "Nämnder och grupper som de inte längre binder; utelämnat: alla."),
    "WriteOff.activities": Key("Planerade insatser", "De planerade insatser som skrivs av, med nämnd, år och id."),
    "WriteOff.from": Key("Från och med", "Första dagen som inget mer krävs; utelämnad: dagen för beslutet."),
    "WriteOff.reason": Key("Skäl", "Varför de skrivs av."),
    "PlannedActivity.board": Key("Nämnd", "Vems plan den står i."),
    "PlannedActivity.year": Key("År", "Planens år."),
    "PlannedActivity.id": Key("Insatsens id", "Det id som den har i planen."),
    "previous": Key("Föregående upplaga", "Den upplaga av programmet som den här kommer efter."),
    "succeeds": Key("För vidare", "Id för de åtgärder i föregående upplaga som den för vidare."),
    "ProgrammeDecision.reference": Key("Diarienummer", "Beslutets diarienummer, när handlingen inte berättar om det."),
    "ProgrammeDecision.paragraph": Key("Paragraf", "Paragrafen i protokollet."),
    "goals": Key("Mål", "Programmets mål, ordagrant."),
    "Goal.text": Key("Målets text", "Ordagrant."),
    "indicators": Key("Indikatorer", "Vad som är beslutat om indikatorer."),
    "sections": Key("Avsnitt", "Kapitlen med åtgärder."),
    "Section.id": Key("Avsnittets id", 'Avsnittets nummer inom citattecken, till exempel `"5.1"`.'),
    "Section.label": Key("Benämning", "Rubriken som en läsare vill se den."),
    "background": Key("Bakgrund", "Styrdokument och lagar som programmet nämner."),
    "Background.kind": Key("Slag", "Styrdokument eller lag."),
    "decided": Key("Beslutat", "Vem som beslutade det och när, som underlaget säger."),
    "natures": Key("Arter av åtgärder", "De olika slagen av åtgärder, och skalan som hör till."),
    "scale": Key("Skala", "Skalan som arten bedöms med."),
    "share": Key("Andel", "`false` där en andel inte skulle säga något."),
    "scales": Key("Skalor", "Skalorna efter namn, var och en med sina utfall."),
    "Outcome.value": Key("Utfallets id", "Ordet som redovisningarna skriver."),
    "Outcome.counts": Key("Räknas som", "Om utfallet är gott, delvis, dåligt, okänt eller undantaget."),
    "glyph": Key("Tecken", "Ett enda tecken som visar utfallet."),
    "ascii": Key("Reservtecken", "Ett enda tecken av det enklaste slaget, där det andra inte går att visa."),
    "meaning": Key("Betydelse", "Vad utfallet betyder, med några ord."),
    "calendar": Key("Redovisningsåret", "När planer och redovisningar ska vara beslutade."),
    "plan": Key("Planen", "När årets plan ska vara beslutad."),
    "report": Key("Redovisningen", "När årets redovisning ska vara beslutad."),
    "Season.due": Key("Sista dag", "Dagen räknad från det år som planen eller redovisningen gäller."),
    "first_year": Key("Första år", "Det första år som det önskas en för; utelämnat är det programmets första."),
    "last_year": Key("Sista år", "Det sista år som det önskas en för; utelämnat är det programmets sista."),
    "why": Key("Varför", "Varför det är så."),
    "years": Key("År", "`-1` är året före, `1` året efter."),
    "month": Key("Månad", "1 till 12."),
    "day": Key("Dag", "1 till 31, eller `last` för månadens sista dag."),
    "new_board_months": Key("Månader för en ny nämnd", "Så många månader efter starten får en ny nämnds första plan komma."),
    "basis": Key("Stöd", "Vad det vilar på, och hur vi vet det."),
    "small_numbers": Key("Små tal", "Hur små antal människor döljs."),
    "threshold": Key("Gräns", "Antal under gränsen skrivs aldrig ut."),
    "Programme.partners": Key("Samverkansparter", "De som arbetar tillsammans med nämnderna men inte står i registret."),
    "questions": Key("Programmets frågor", "Det som en plan eller redovisning får svara på."),
    "Question.text": Key("Frågan", "Frågan i ord, på varje språk."),
    "kinds": Key("Ställs i", "Om frågan ställs i planer, i redovisningar eller i båda."),
    "Question.boards": Key("Ställs till", "Nämnder och grupper som frågan ställs till; utelämnat är det alla."),
    "readings": Key("Läsningar", "Där underlaget lämnar rum, och hur det läses här."),
    "Reading.text": Key("Läsningen", "Hur texten läses, på varje språk."),
    "Reading.source": Key("Källa", "Var i underlaget det står."),
    "costs": Key("Kostnader", "Vad som sades om kostnader."),
    "costs_source": Key("Kostnadernas rader", "Rader i underlaget, till exempel `L25-27`."),
    # boards.yaml
    "groups": Key("Grupper", "Nämnder som programmet vänder sig till tillsammans."),
    "boards": Key("Nämnder och bolag", "Nämnderna och bolagen i den ordning de ska visas."),
    "transfers": Key("Överflyttningar", "Uppdrag som byter nämnd under programtiden."),
    "one": Key("En medlem", "Vad en enda medlem kallas."),
    "everyone": Key("Alla", "`true` när varje nämnd i registret hör till gruppen."),
    "Board.kind": Key("Slag", "Nämnd eller bolag; utelämnat är det en nämnd."),
    "short": Key("Kort namn", "Ett kort namn för tabeller."),
    "names": Key("Namn", "Vad nämnden har hetat, och när."),
    "genitive": Key("Genitiv", "Namnet i genitiv, när det inte bara får ett s."),
    "Name.short": Key("Kort namn", "Namnet i tabeller medan nämnden heter så; utelämnat: nämndens eget `short`."),
    "Board.also": Key("Andra stavningar", "Andra sätt att skriva namnet som någon kan söka efter."),
    "Board.groups": Key("Grupper", "Id för de grupper som nämnden hör till."),
    "valid": Key("Giltighet", "Dagarna som det gäller; den som utelämnas är öppen."),
    "successors": Key("Efterföljare", "Nämnderna som tog över när den här upphörde."),
    "fact": Key("Belägg", "Varifrån uppgiften kommer, när den inte står i underlaget."),
    "Fact.source": Key("Källa", "Var uppgiften är hämtad."),
    "confirmed": Key("Bekräftad", "`false` när ingen källa har hittats."),
    "Transfer.date": Key("Dag", "Första dagen hos den nya nämnden."),
    "Transfer.obligations": Key("Åtgärder", "Id för åtgärderna som flyttas."),
    "Transfer.from": Key("Från", "Nämnden eller gruppen som lämnar uppdraget."),
    "Transfer.to": Key("Till", "Nämnden som tar över uppdraget."),
    "what": Key("Vad", "Vad som flyttas, med ord."),
    "group": Key("Grupp", "Id för gruppen, så som det står i boards.yaml."),
    # obligations.yaml and duties.yaml
    "obligations": Key("Åtgärder", "Åtgärderna, i underlagets ordning."),
    "section": Key("Avsnitt", 'Id för avsnittet, inom citattecken: `"5.1"`.'),
    "Obligation.id": Key("Åtgärdens id", "Avsnittet och ett ordningstal, till exempel `5.2.4`."),
    "Obligation.text": Key("Åtgärdens text", "Ordagrant, med stavfel och allt."),
    "Obligation.source": Key("Plats i underlaget", "Rubriken, punkten under den och raderna."),
    "heading": Key("Rubrik ovanför", "Rubriken som texten står under."),
    "bullet": Key("Punkt", "Vilken punkt i ordningen under rubriken, från 1."),
    "lines": Key("Rader", "Rader i underlaget, till exempel `L3607-3609`."),
    "nature": Key("Art", "Vilket slags åtgärd det är; arten avgör skalan."),
    "modality": Key("Ska, bör eller kan", "Verbet i texten; att ett bör uteblir är aldrig en brist."),
    "recurrence": Key("Hur ofta", "`continuous`, `once`, `conditional` eller `until 2008-12-31`."),
    "addressed_as": Key("Vem texten nämner", "Den som texten vänder sig till, ordagrant."),
    "addressees": Key("Adressater", "Nämnderna och grupperna som är bundna; utan någon har åtgärden ingen utpekad ansvarig."),
    "Addressee.unit": Key("Enhet", "Enheten som texten nämner."),
    "role": Key("Roll", "Nämndens del, där flera gör var sin."),
    "condition": Key("Villkor", "När nämnden är bunden, om det inte är alltid."),
    "Obligation.partners": Key("Samverkansparter", "Id för dem som texten nämner att arbetet görs med."),
    "sensitive": Key("Känslig", "Vilka siffror som kan peka ut någon och därför inte tas emot."),
    "client_counts_from": Key("Får räkna klienter", "Nämnder som ändå får ange antal klienter, för att de arbetar för hela staden."),
    "Obligation.amendment": Key("Tillagd genom", "Id för ändringen som lägger till åtgärden."),
    "interpretation": Key("Tolkning", "Vilka mål åtgärden tjänar: redaktionens tolkning, och så visas den."),
    "GoalLink.goals": Key("Mål", "Id för målen."),
    "duties": Key("Övriga uppdrag", "Uppdragen, i den ordning de ska tas upp."),
    "Duty.text": Key("Uppdragets text", "Ordagrant."),
    "origin": Key("Ursprung", "Om uppdraget står i programmet, i ett beslut eller bara i ett förslag."),
    "Duty.decision": Key("Beslut", "Id för beslutet som uppdraget kommer ur."),
    "Duty.partners": Key("Samverkansparter", "Id för dem som texten nämner att arbetet görs med."),
    "other": Key("Någon annan", "Den som har uppdraget, i ord, när det inte är en nämnd i registret."),
    "relations": Key("Samband", "Hur uppdraget hör ihop med åtgärder."),
    "Relation.kind": Key("Slag av samband", "Hur uppdraget förhåller sig till åtgärden."),
    # review.yaml
    "ReviewWords.decision": Key("Beslut om uppföljningen", "Ägarens beslut; utan det är uppföljningen ett utkast."),
    "proposal": Key("Förslag", "Vad som bör ske med åtgärden i nästa program."),
    "ReviewWords.proposal": Key("Förslag till beslut", "Punkterna som ägaren ska besluta."),
    "ReviewWords.summary": Key("Sammanfattning", "Det viktigaste, i några meningar."),
    "ReviewWords.goals": Key("Om målen", "Ägarens bedömning av varje mål."),
    "goal": Key("Mål", "Id för målet."),
    "ReviewWords.sections": Key("Om avsnitten", "Ägarens bedömning av varje avsnitt."),
    "ReviewWords.duties": Key("Om de övriga uppdragen", "Vad det blev av varje uppdrag."),
    "perspectives": Key("Barn, kvinnor och män", "Vad arbetet har betytt för dem."),
    "ReviewWords.costs": Key("Kostnader", "Vad programmet har kostat."),
    "conclusions": Key("Slutsatser", "Vad som bör ske i nästa program, åtgärd för åtgärd eller för det hela."),
    "GoalWords.source": Key("Källa", "Vad bedömningen vilar på."),
    "DutyWords.source": Key("Källa", "Vad uppgiften vilar på."),
}  # fmt: skip

LANGUAGE = Language(
    code="sv",
    months=(
        "januari", "februari", "mars", "april", "maj", "juni",
        "juli", "augusti", "september", "oktober", "november", "december",
    ),
    and_word="och",
    decimal=",",
    thousands="\u00a0",
    marks=MARKS,
    terms=TERMS,
    messages=MESSAGES,
    manuals=MANUALS,
    errors=ERRORS,
    keys=KEYS,
)  # fmt: skip
