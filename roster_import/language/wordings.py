"""The wordings of advice: what is said to somebody who can give an option, and the same for those who cannot.

`roster_import.language.advice` tells a text anew with them.
"""

from __future__ import annotations

from roster_import.language.messages import templates

# What is said to somebody who can give an option, as it is said to somebody who has a folder.
ADVICE = templates(
    {
        "On sheet {sheet} the players stand side by side, with {headings} in column {letter}. If each column beside it is a "
        'player: --map "{letter}=headings". Or copy the table, paste it transposed (in Excel: Paste Special, Transpose) on an '
        "empty sheet, and delete the old one.": "On sheet {sheet} the players stand side by side, with {headings} in column "
        "{letter}. They are read one below the other: copy the table, paste it transposed (in Excel: Paste Special, Transpose) "
        "on an empty sheet, and delete the old one.",
        "In {column} the sizes of several garments stand in one cell: {value!r} may be {parts}. If so: --map "
        '"{key}={meaning}". Or give each garment a column of its own, headed with its name.': "In {column} the sizes of several "
        "garments stand in one cell: {value!r} may be {parts}. Give each garment a column of its own, headed with its name.",
        "In {column} a name and a number stand in one cell, and no column has the numbers alone: {value!r} may be {name!r} with "
        'number {number}. If so: --map "{key}={meaning}". If the digits belong to the names: --map "{key}={own}". Or divide the '
        "cells over two columns, the second headed Number.": "In {column} a name and a number stand in one cell, and no column "
        "has the numbers alone: {value!r} may be {name!r} with number {number}. Divide the cells over two columns, the second "
        "headed Number; if the digits belong to the names, tell whoever places the order.",
        "{column} is filled in, and this row orders {title} already, in the size of another column. If one more is wanted in "
        'this size: --map "{key}=size:{title}". Or write a row of its own for it; if not, empty this cell. If nothing is ordered '
        'from the column: --map "{key}=ignored".': "{column} is filled in, and this row orders {title} already, in the size of "
        "another column. If one more is wanted in this size, write a row of its own for it; if not, empty this cell.",
        "The sizes under {column} are ladies' sizes, and {design} has none for ladies: they would be ordered as its own. Ask "
        "which of its sizes are wanted, and write those under a heading without that word. If they are its own: --map "
        '"{key}=size".': "The sizes under {column} are ladies' sizes, and {design} has none for ladies: they would be ordered as "
        "its own. Ask which of its sizes are wanted, and write those under a heading without that word.",
        "In {column} a number stands before each name, and no column has the numbers alone: {value!r} may be {name!r} with "
        'number {number}. If so: --map "{key}={meaning}". If the numbers only count the players: --map "{key}={own}". Or divide '
        "the cells over two columns, the second headed Number.": "In {column} a number stands before each name, and no column "
        "has the numbers alone: {value!r} may be {name!r} with number {number}. If the numbers are to be printed, put them in a "
        "column of their own, headed Number; if they only count the players, delete them.",
        "The order has no reference, by which it is known and never ordered twice. Fill in Reference at {place}, or give "
        "--reference.": "The order has no reference, by which it is known and never ordered twice. Fill in Reference at "
        "{place}.",
        "The order has no reference, by which it is known and never ordered twice. {label!r} at {place} is no label of the "
        "Order sheet: if that is what it means, write {heading} there, or give --reference.": "The order has no reference, by "
        "which it is known and never ordered twice. {label!r} at {place} is no label of the Order sheet: if that is what it "
        "means, write {heading} there.",
        "The ledger {address} cannot be used: {reason}. No order is begun that cannot be written down, and one that is under "
        "way is not lost: see to the database server, then roster-import resume finishes it.": "The ledger {address} cannot be "
        "used: {reason}. No order is begun that cannot be written down, and one that is under way is not lost: see to the "
        "database server, then it goes on by itself.",
        "The order has no reference, by which it is known and never ordered twice. Fill in Reference on the Order sheet, or "
        "give --reference.": "The order has no reference, by which it is known and never ordered twice. Fill in Reference on "
        "the Order sheet.",
        "The order has no reference, by which it is known and never ordered twice. Give --reference, or add a sheet Order that "
        "says Reference.": "The order has no reference, by which it is known and never ordered twice. Add a sheet called Order, "
        "with Reference in its cell A1 and what the order is called in B1.",
        'Say it for every row with --design "{title}" ({titles}), or add a column headed {column}.': "Add a column headed "
        "{column} ({titles}), or have design set in the club's roster-import.toml.",
        'By its name each may be {title}. If so, say it with --title "{sheet}={title}", or add a column headed {column}.': ""
        "By its name each may be {title}. Add a column headed {column} that says it.",
        "Say it for every row with --design and its MUL code or id, or add a column headed {column}.": "Add a column headed "
        "{column}, or have design set in the club's roster-import.toml.",
        "Names stand in {columns}, and nothing says whether they are printed on the garments. Say so with --print-name "
        "as-written, --print-name surname or --print-name none, or add a column Name on shirt with what is printed.": "Names "
        "stand in {columns}, and nothing says whether they are printed on the garments. Add a column Name on shirt with what is "
        "printed, or have print_name set in the club's roster-import.toml (as-written, surname or none).",
        "Sheets {one} and {other} both order for {count} of the same people, so these would be ordered twice. Say which one "
        'is meant with --sheet "{one}"{others} or --sheet "{other}"{others}, or bring them together on one and delete the '
        "other.": "Sheets {one} and {other} both order for {count} of the same people, so these would be ordered twice. Bring "
        "them together on one, and delete the other.",
        "Sheets {sheets} all order for the same people, so each would be ordered several times. Say which one is meant: "
        "{options}; or delete the others.": "Sheets {sheets} all order for the "
        "same people, so each would be ordered several times. Delete those that are not meant.",
        "Sheet {sheet} lists {count} people for whom sheet {other} orders already, and names no garment. If only {other} counts, "
        'say so with --sheet "{other}", or hide sheet {sheet}; what is to be different is changed on {other}.': "Sheet {sheet} "
        "lists {count} people for whom sheet {other} orders already, and names no garment. If only {other} counts, hide sheet "
        "{sheet}; what is to be different is changed on {other}.",
        "By their names, sheets {sheets} are of different seasons, or one of them was ordered before, and all of them would be "
        'ordered from. Say which is meant with --sheet "{sheet}", or delete the others; all of them are ordered from with '
        "{options}.": "By their names, sheets {sheets} are of different seasons, or one of them was ordered before, and all of "
        "them would be ordered from. Delete those that are not meant, or call them after the teams they are of.",
        "Columns {one} and {other} are both headed {heading} and say different things. Only one can be meant: rename or empty "
        'the other, or say --map "{other}=ignored".': "Columns {one} and {other} are both headed {heading} and say different "
        "things. Only one can be meant: rename or empty the other.",
        "This row does not say which order it belongs to. Fill in its Order, or give the file one Reference on the Order sheet "
        "or with --reference.": "This row does not say which order it belongs to. Fill in its Order, or give the file one "
        "Reference on the Order sheet.",
        "Reference {reference}: {trouble} Only a person can tell what became of it: look at the order system, then run "
        "roster-import settle {reference}.": "Reference {reference}: {trouble} Only a person can tell what became of it: look "
        "at the order system, then run roster-import settle {reference}, and let the file go.",
        "Reference {reference} was already used at {address} ({placed}), and the settings name {here} now: it would become a "
        "second order. Set the address it was placed at, give this order a reference of its own, or add "
        "--new-order.": "Reference {reference} was already used at {address} ({placed}), and the settings name {here} now: "
        "it would become a second order. Set the address it was placed at, or give this order a reference of its own.",
        "It may be an amendment by a colleague: look at it there. Take off the roster what it has; roster-import amend "
        "--new-order orders the rest.": "It may be an amendment by a colleague: look at it there.",
        "Order {reference} names by their ids what this roster names by codes, or the other way round: whether they are the same "
        "is not known. Once it is confirmed, roster-import amend may tell; or name them as they were ordered.": "Order "
        "{reference} names by their ids what this roster names by codes, or the other way round: whether they are the same is "
        "not known. Name them as they were ordered.",
        "Reference {reference} was already used for another order ({placed}). Different now: {lines}. Give this order a "
        "reference of its own; to order the additions only, run roster-import amend; to order all of it again, add "
        "--new-order.": "Reference {reference} was already used for another order ({placed}). Different now: {lines}. Give "
        "this order a reference of its own, and leave in it what is to be ordered now.",
        "{system} has {label}, but not in size {size}: {words}. "
        "Correct the size, or have [jtl] items corrected in {file}.": "{system} has {label}, but not in size {size}: {words}. "
        "Correct the size.",
        "{system} does not sell {label} in size {size}: {words}. Choose another design or size, or have the item released in "
        "{system}.": "{system} does not sell {label} in size {size}: {words}. Choose another design or size.",
        "{system} has no {label} in size {size}: {words}. "
        "Correct the design or the size, or have [jtl] items corrected in {file}.": "{system} has no {label} in size "
        "{size}: {words}. Correct the design or the size.",
        "{system} has not what this row orders: {words}. "
        "Correct it, or have [jtl] items corrected in {file}.": "{system} has not what this row orders: {words}. "
        "Correct it.",
        "Run the same command again, or roster-import resume.": "It is tried again by itself.",
        "What is there beyond and meant, put on the roster too: it counts as ordered. What is not meant, have taken off there. "
        "Then run the same command again: nothing is ordered twice.": "What is there beyond and meant, put on the roster too: "
        "it counts as ordered. What is not meant, have taken off there. Then put the file into the folder again: nothing is "
        "ordered twice.",
        "Once you know, run roster-import settle {reference}; roster-import resume looks again.": "Once you know, run "
        "roster-import settle {reference}; until then the watch looks again.",
        "Look at it there first. If it is another, give this order a reference of its own, or order it all the same with "
        "--new-order.": "Look at it there first. If it is another, give this order a reference of its own.",
        "Put that right, then run the same command again.": "Put that right, then send the list again.",
        "{system} has taken the order but not confirmed it yet{said}. It is not ordered again: roster-import resume, or the "
        "same command again, finishes it.": "{system} has taken the order but not confirmed it yet{said}. It is not ordered "
        "again: the watch asks until it is confirmed.",
        "Reference {reference} was already placed for {theirs} ({number}), and now it is for {mine}: it would become a second "
        "order. Correct the Organization ID, give the order a reference of its own, or add --new-order.": "Reference "
        "{reference} was already placed for {theirs} ({number}), and now it is for {mine}: it would become a second order. "
        "Correct the Organization ID, or give the order a reference of its own.",
        "Columns {one} ({first}) and {other} ({heading}) are both about placeholder {id}, and only one value can be printed. "
        'Delete one of them, or say --map "{heading}=ignored".': "Columns {one} ({first}) and {other} ({heading}) are both "
        "about placeholder {id}, and only one value can be printed. Delete one of them.",
        '{file_name} was read as a single column. Every row holds "{sign}": if that divides its columns, add --delimiter "'
        '{sign}".': '{file_name} was read as a single column. Every row holds "{sign}": if that divides its columns, save the '
        "list as a workbook (.xlsx).",
        '{file_name} does not say how its letters are coded; they were read as {encoding} ("{here}"). If "{there}" is right, '
        "add --encoding {rival}.": "{file_name} does not say how its letters are coded; they were read as {encoding} "
        '("{here}"). If "{there}" is right, save the list as a workbook (.xlsx).',
        'On sheet {sheet}, {column} may mean {one} or {other}. Say which: --map "{key}={first}" or --map "{key}={second}".': ""
        "On sheet {sheet}, {column} may mean {one} or {other}. Head it as it is meant: Player, Name, Number, Size, Quantity or "
        "Design; if it changes nothing, delete it.",
        'If it stands for several of them: --title "{text}={first}; {second}".': "If it stands for several of them, write them "
        "there with ; between.",
        'If {column} counts in no row: --map "{key}=ignored".': "If {column} counts in no row, empty it or delete that column.",
        'If it is “{rival}” instead: --map "{rival}={told}".': "If it is “{rival}” instead, head that so.",
        "On sheet {sheet}, the numbers of {column} run on from row to row ({samples} …): they may be the numbers to print, or "
        'only count the players. If they are printed: --map "{key}=number". If they only count the players: --map '
        '"{key}=ignored".': ""
        "On sheet {sheet}, the numbers of {column} run on from row to row ({samples} …): they may be the numbers to print, or "
        "only count the players. If they are printed, head the column Shirt number; if they only count the players, delete it.",
        'To take it so wherever it stands: --title "{text}={title}".': "Wherever it stands, write {title}.",
        'Or say it for every row: --title "{text}={title}".': "Do so in every row where it stands.",
        'If on none: --map "{key}=ignored".': "If on none, delete that column.",
        'If a yes orders {title} as well as what the row orders anyway: --map "{key}={meaning}".': "If a yes orders {title} as "
        "well as what the row orders anyway, make that the heading.",
        'If it only says who keeps goal, and a yes orders nothing by itself: --map "{key}={meaning}".': "If it only says who "
        "keeps goal, write the shirt of each row in a column headed Design, and delete this column.",
        'After that: --map "{key}=ignored".': "After that, delete this column.",
        'If it changes nothing: --map "{key}={meaning}".': "If it changes nothing, delete the column.",
        'If nothing of this column is to be printed: --map "{key}=ignored".': "If nothing of this column is to be printed, "
        "delete the column.",
        'If it is printed on {of!r}: --map "{key}={meaning}:{of_it}".': "If it is printed on {of!r}, name that in the heading.",
        'If a yes orders {title}: --map "{key}={meaning}".': "If a yes orders {title}, write that for those rows in a "
        "column headed Design, several with ; between, and delete this column.",
        'If a yes orders {titles}, name it, or several with ; between: --map "{key}={meaning}".': "If a yes orders {titles}, "
        "write that for those rows in a column headed Design, several with ; between, and delete this column.",
        'If a yes orders {title} besides what {column} says: --map "{key}={meaning}".': "If a yes orders {title} besides what "
        "{column} says, add that there with ; between, and delete this column.",
        'If a yes orders {titles} besides what {column} says, name it, or several with ; between: --map "{key}={meaning}".': ""
        "If a yes orders {titles} besides what {column} says, add that there with ; between, and delete this column.",
        'If it is {what}: --map "{key}={meaning}".': "If it is {what}, head it so: Name, Number, Size, "
        "Quantity or Design.",
        'If these are {what}: --map "{key}={meaning}".': "If these are {what}, give each a column of its own, headed with its "
        "name.",
        'If only rows with a yes are ordered: --map "{key}={meaning}".': "If only rows with a yes are ordered, delete the "
        "others, and the column.",
        'If rows with a yes are not ordered: --map "{key}={meaning}".': "If rows with a yes are not ordered, delete them, and "
        "the column.",
        'If the name is printed only with a yes: --map "{key}={meaning}".': "If the name is printed only with a yes, write each "
        "name that is to be printed in a column headed Name, and delete the column.",
        'If the number is printed only with a yes: --map "{key}={meaning}".': "If the number is printed only with a yes, empty "
        "the numbers of the other rows, and delete the column.",
        'If name and number are printed only with a yes: --map "{key}={meaning}".': "If name and number are printed only with "
        "a yes, write each name that is to be printed in a column headed Name, empty the numbers of the other rows, and delete "
        "the column.",
        'If the name is not printed where there is a yes: --map "{key}={meaning}".': "If the name is not printed where there is "
        "a yes, write each name that is to be printed in a column headed Name, and delete the column.",
        'If the number is not printed where there is a yes: --map "{key}={meaning}".': "If the number is not printed where there "
        "is a yes, empty the number there, and delete the column.",
        'If neither is printed where there is a yes: --map "{key}={meaning}".': "If neither is printed where there is a yes, "
        "write each name that is to be printed in a column headed Name, empty the numbers there, and delete the column.",
        "{first} and {column} are both said to be {meaning}, and a row has but one. Only one can be meant: leave one answer out, "
        'or say --map "{key}=ignored".': "{first} and {column} are both said to be {meaning}, and a row has but one. Empty the "
        "one that is not meant.",
        'Nothing is ordered from sheet "{name}": {what}, and sheet "{taken}" is the roster. If it should be ordered too, say '
        "so: {options}.": 'Nothing is ordered from sheet "{name}": {what}, and sheet "{taken}" is '
        "the roster. If it should be ordered too, put it into the folder as a file of its own.",
        "A roster is a table with a row for each player or garment under headings such as Name, Number and Size. Add the "
        "headings above your players, or copy the players into our template: roster-import template.": "A roster is a table "
        "with a row for each player or garment under headings such as Name, Number and Size. Add the headings above your "
        "players, or copy the players into our template.",
        "It is ordered again only if the roster changes, or with --new-order.": "It is ordered again only if the roster "
        "changes.",
        "{column} is filled in, but the Design of this row is {titles}, and no title of the catalogue is called {of}. Say which "
        'it is: --map "{key}={meaning}:{example}"; or that nothing is ordered from it: --map "{key}=ignored".': "{column} is "
        "filled in, but the Design of this row is {titles}, and no design is called {of}. Name what is wanted in Design, "
        'divided by ";", or empty this cell.',
        "{column} is filled in, but the Design of this row is {titles}, and the catalogue has no {of}. Add it to the Catalogue "
        'sheet if it can be ordered; if nothing is ordered from the column: --map "{key}=ignored".': "{column} is filled in, but "
        "the Design of this row is {titles}, and there is no {of}. Ask whoever places the order, or empty this cell.",
        'If nothing is ordered from the column: --map "{key}=ignored".': "If nothing is ordered from the column, delete it.",
        'Which design {column} stands for is not clear: {why}. Say which: --map "{key}={meaning}:{example}", or '
        '"{key}=ignored" to order nothing from it.': "Which design {column} stands for is not clear: {why}. Write the title "
        "of the design into its heading, such as {example}.",
    }
)
# What is said to a coach otherwise than to whoever has a folder: codes, catalogues and settings are the office's.
TO_A_COACH = templates(
    {
        "Nothing stands under {column} for {who}, while {count} of {all} rows have a size there, so none is ordered here. Fill "
        "in the size, unless none is wanted.": "{who} has no size under {column} and gets nothing from it. Fill in the size, or "
        "– for none.",
        "This row asks once more for the shirt at {spot}: {label}, size {size}, {printed}{more}. Delete what is not wanted, "
        "unless it is meant.": "This is once more the shirt at {spot}: {label}, size {size}, {printed}{more}. Is "
        "the row one too many?",
        "Number {number} is {where} for more than one person: {wearers}. Give each a number of their own, unless it is "
        "meant.": "{wearers} have the same number. Give each their own, unless it is meant.",
        "There is no number for {who}, while {count} of {all} rows of {label} have one. Fill it in, unless none is to be "
        "printed.": "{who} has no number. Fill it in, unless none is to be printed.",
        # whose file it was is no business of another club's coach
        "It was answered for another club, for {file} on {day}: {answers}. That is not taken over by itself.": "What was "
        "answered for other lists does not count for this one.",
        "As answered for another club, for {file} on {day}: {answers}. Look whether it is so here, too.": "As answered for "
        "another club: {answers}. Look whether it is so here, too.",
        "Design {value!r} is not a title of the catalogue, a MUL code or a design id. Correct it, or add it to the Catalogue "
        "sheet.": "Design {value!r} is not one of the designs that can be ordered. Write its title as it was given to you.",
        "Design {value!r} stands in the catalogue more than once with different ids. Write the MUL code or the id "
        "instead.": "There is more than one design called {value!r}. Write which one is meant, as it was given to you.",
        "Design {value!r} has neither ID nor Code in the catalogue, so it cannot be ordered. Fill one in.": "Design {value!r} "
        "cannot be ordered yet. Choose another one, or ask whoever sent you this list.",
        "Logo {value!r} is not a title of the catalogue, sku:… or a logo id. Correct it, or add it to the Catalogue "
        "sheet.": "Logo {value!r} is not one of the logos that can be ordered. Write its title as it was given to you.",
        "Logo {value!r} stands in the catalogue more than once with different ids. Write sku:… or the id instead.": "There is "
        "more than one logo called {value!r}. Write which one is meant, as it was given to you.",
        "Logo {value!r} has neither ID nor Code in the catalogue, so it cannot be ordered. Fill one in.": "Logo {value!r} "
        "cannot be ordered yet. Choose another one, or ask whoever sent you this list.",
        "{value} is the SKU of a logo of the catalogue, not its id. Write sku:{value}, or the logo's title.": "{value} may be "
        "more than one logo. Write the logo's title.",
        "There is no delivery address: {names} are missing. Fill them in on the Order sheet, or set them once under "
        "[delivery] in roster-import.toml.": "There is no delivery address: {names} are missing. Fill them in on the Order "
        "sheet.",
        "There is no delivery address: {names} are missing. Add a sheet Order that says them, or set them once under "
        "[delivery] in roster-import.toml.": "There is no delivery address: {names} are missing. Write these below each other "
        "into column A of a sheet called Order, and what they are beside them in column B.",
        "Names stand in {columns}, and nothing says whether they are printed on the garments. Say so with --print-name "
        "as-written, --print-name surname or --print-name none, or add a column Name on shirt with what is printed.": "Names "
        "stand in {columns}, and nothing says whether they are printed on the garments. Add a column Name on shirt with what is "
        "printed; leave it empty where no name is printed.",
        'Say it for every row with --design "{title}" ({titles}), or add a column headed {column}.': "Add a column headed "
        "{column} with what each row is: {titles}.",
        "Say it for every row with --design and its MUL code or id, or add a column headed {column}.": "Add a column headed "
        "{column} with what each row is.",
        "{first} and {column} are both said to be {meaning}, and a row has but one. Only one can be meant: leave one answer out, "
        'or say --map "{key}=ignored".': "{first} and {column} are both said to be {meaning}, and a row has but one. Empty the "
        "one that is not meant.",
        'Nothing is ordered from sheet "{name}": {what}, and sheet "{taken}" is the roster. If it should be ordered too, say '
        "so: {options}.": 'Nothing is ordered from sheet "{name}": {what}, and sheet "{taken}" is '
        "the roster. If it should be ordered too, send it as a file of its own.",
        'Which design {column} stands for is not clear: {why}. Say which: --map "{key}={meaning}:{example}", or '
        '"{key}=ignored" to order nothing from it.': "Which design {column} stands for is not clear: {why}. Write the title "
        "of the design into its heading.",
        "there is no catalogue to look it up in": "nothing is known of that name",
        "no title of the catalogue says just that. The catalogue has {titles}": "no design says just that. There are {titles}",
        "--reference {reference} names one order, but this file holds {count} with references of their own. Leave the option "
        "out.": "This file was sent as order {reference}, but holds {count} with references of their own. Leave one "
        "Reference on the Order sheet, or ask whoever sends it.",
        "--reference {reference} names one order, but the rows belong to {count}: {names}. Leave the option out.": "This file "
        "was sent as order {reference}, but its rows belong to {count}: {names}. Correct the rows, or ask whoever sends it.",
        "The sheet says {text!r}, the order is placed as {reference!r}, as --reference asks.": "The sheet says {text!r}, the "
        "order is placed as {reference!r}.",
        "The rows say {text!r}, the order is placed as {reference!r}, as --reference asks.": "The rows say {text!r}, the "
        "order is placed as {reference!r}.",
        "{value!r} was taken for none, as --apply-safe asks. The file itself is as it was.": "{value!r} was taken for none. The "
        "file itself is as it was.",
        "{value!r} was taken as {suggestion}, as --apply-safe asks. The file itself is as it was.": "{value!r} was taken as "
        "{suggestion}. The file itself is as it was.",
        "{text!r} stands in no catalogue of yours; the order system calls design {item} so, and that is what is "
        "ordered.": "{text!r} is taken as design {item}, which the order system calls so.",
        "{written!r} is taken for {text!r}, as was answered. That stands in no catalogue of yours; the order system calls design "
        "{item} so, and that is what is ordered.": "{written!r} is taken for {text!r}, as was answered, which the order system "
        "calls design {item}.",
        "{text!r} stands in no catalogue of yours; the order system calls logo {item} so, and that is what is "
        "ordered.": "{text!r} is taken as logo {item}, which the order system calls so.",
        "{heading} is missing. Fill it in at {where}, or set {setting} in the settings.": "{heading} is missing. Fill it in at "
        "{where}.",
        "{heading} is missing. Fill it in on the Order sheet, or set {setting} in the settings.": "{heading} is missing. Fill "
        "it in on the Order sheet.",
        "{heading} is missing. Add a sheet Order that says it, or set {setting} in the settings.": "{heading} is missing. "
        "Write {heading} into column A of a sheet called Order, and what it is beside it in column B.",
        "{text!r} is not an organization id: it is a whole number, or a name listed under [organizations] in the settings. "
        "Correct it, or leave it empty for your own.": "{text!r} is no organization that is known. Correct it, or leave it "
        "empty for your own.",
        "{text!r} is none of the organizations of the settings: {names}. Correct it, add it under [organizations], or leave it "
        "empty for your own.": "{text!r} is no organization that is known. Write one of {names}, or leave it empty for your "
        "own.",
        "{text} stands under {column}, but ordered as {text} it would be an adult's size. Write the size as the catalogue has "
        "it, such as Y{text} or 152.": "{text} stands under {column}, but ordered as {text} it would be an adult's size. Write "
        "the children's size, such as Y{text} or 152.",
        "The order system says that {entry} {says}; the catalogue says otherwise. The order system is believed. Correct the "
        "catalogue.": "The order system says that {entry} {says}, and is believed.",
        "{label} has no price, and {system} takes no order without one. Fill in the Price column, or Price on the Catalogue "
        "sheet.": "{label} has no price, and {system} takes no order without one. Add a column Price, or ask whoever sent you "
        "this list.",
        "Reference {reference}: {trouble} Only a person can tell what became of it: look at the order system, then run "
        "roster-import settle {reference}.": "Reference {reference}: {trouble} Ask whoever sends this list what became of it.",
        "Once you know, run roster-import settle {reference}; roster-import resume looks again.": "Ask whoever sends this list.",
        "Run the same command again, or roster-import resume.": "Ask whoever sends this list.",
        "Reference {reference} was already used at {address} ({placed}), and the settings name {here} now: it would become a "
        "second order. Set the address it was placed at, give this order a reference of its own, or add "
        "--new-order.": "Reference {reference} was already used ({placed}), and it would become a second order. Give this "
        "order a reference of its own.",
        "{system} has taken the order but not confirmed it yet{said}. It is not ordered again: roster-import resume, or the "
        "same command again, finishes it.": "{system} has taken the order but not confirmed it yet{said}. It is not ordered "
        "again.",
        "Check the key ({name}); roster-import doctor tries it.": "Ask whoever sends this list.",
        "Reference {reference} was not ordered yet, so there is nothing to amend. Order it first: roster-import "
        "FILE.": "Reference {reference} was not ordered yet, so there is nothing to add to it.",
        "Another roster-import is sending this order.": "This order is being sent.",
        'JTL-Wawi has no item with the SKU {skus}: correct [jtl] items in {file}, or set unknown_item = "text" there to order '
        "it as free text": "JTL-Wawi has no item {skus}",
        "the item {sku} has variants and cannot be ordered itself: name theirs by size in [jtl] items": "the item {sku} has "
        "variants and cannot be ordered itself",
        "JTL-Wawi has more than one {what} (ids {ids}): correct {setting} in the settings": "JTL-Wawi has more than one {what}",
        "JTL-Wawi has no {what}: correct {setting} in the settings": "JTL-Wawi has no {what}",
        "it does not know us: check the client id and secret, or the API key (roster-import doctor tries them)": "it does not "
        "know whoever sends this list",
    }
)

# The same for a coach who has answered before on the page itself.
ON_THE_PAGE = templates(
    {
        "As answered for {file} on {day}: {answers}.": "As you answered on {day} for {file}: {answers}.",
    }
)
