"""A folder watched for a season: whatever lands in it is imported once, filed, and answered with one message.

names.py       which names are rosters, locks, unfinished copies; names beside those that are taken     pure
looking.py     what a look saw + what is remembered -> ready, or waiting and why                         pure
caps.py        how much may be ordered without a person                                                  pure
outcomes.py    the report of a file -> the folder it goes to, and why                                    pure
messages.py    the one message of a file, the digest of a day                                            pure
options.py     the tables [watch] and [notify] of the settings, read and checked                         pure
clubs.py       the settings file of a subfolder
folders.py     looking, claiming by rename, filing without ever overwriting
holding.py     what is held, by the journal and by the folder itself
writers.py     which program is writing a file
origins.py     which file an order came from
journal.py     what must outlive the process: claims, counts of the day, messages to send
notify.py      messages out: e-mail, webhook, command, chat
telling.py     log lines, the heartbeat, the metrics
status.py      whether a watch is alive, and what it waits for
intake.py      one claimed file brought to its end
loop.py        look, judge, take up, again
examining.py   what the doctor asks of the folder
"""
