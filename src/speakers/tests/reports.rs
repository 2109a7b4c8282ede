//! What is reported and by whom, in sentences that need more than their cue.

use super::is_said_as_expected;

#[test]
fn a_name_tells_who_a_description_is() {
    is_said_as_expected(&[
        (
            "behind a noun of its own",
            "His co-author, the hydrologist Mei Tanaka, said the data had been sent in March.",
            &["His co-author, the hydrologist Mei Tanaka: the data had been sent in March"],
        ),
        (
            "behind hyphens",
            "Another resident, father-of-three Gavin Sykes, said the roof was leaking.",
            &["Another resident, father-of-three Gavin Sykes: the roof was leaking"],
        ),
        (
            "behind two nouns",
            "Her mother and manager, Diane Quist, said the singer would rest.",
            &["Her mother and manager, Diane Quist: the singer would rest"],
        ),
        (
            "a determiner that stands alone",
            "Two men left. Another called it ‘the dearest adjective of the year’. Some said it was a joke.",
            &[
                "Another: it ‘the dearest adjective of the year’",
                "Some: it was a joke",
            ],
        ),
    ]);
}

#[test]
fn each_report_is_of_its_own() {
    is_said_as_expected(&[
        (
            "whose speaker goes on within marks",
            "A neighbour said the door had been open all night. “I heard them go.”",
            &[
                "A neighbour: the door had been open all night",
                "A neighbour: “I heard them go.”",
            ],
        ),
        (
            "a question and its answer in one paragraph",
            "“You had never seen him before that day, had you?” Fiona Garside asked. “No,” the witness said.",
            &[
                "Fiona Garside: “You had never seen him before that day, had you?”",
                "the witness: “No,”",
            ],
        ),
        (
            "inscriptions",
            "One marcher carried a sign reading “No more dams”. Another held a banner that said “Water is life.”",
            &["a sign: “No more dams”", "a banner: “Water is life.”"],
        ),
        (
            "words that are shouted, and what is done then",
            "Members of the opposition shouted ‘Shame!’ and one, the veteran Jack Hobart, waved a bottle of brown water.",
            &["Members of the opposition: ‘Shame!’"],
        ),
        (
            "what is done with a bill or a bottle",
            "The council voted down a bill on parking. The bill passed its second reading by many votes. Hobart put it under his seat.",
            &[],
        ),
    ]);
}

#[test]
fn the_sentence_before_leads_to_its_words() {
    is_said_as_expected(&[
        (
            "without a cue",
            "Tom Reed was blunt. “No.”",
            &["Tom Reed: “No.”"],
        ),
        (
            "by somebody else than the last speaker",
            "“No,” said Tom Reed. Liv Haugen was calm. “We will see.”",
            &["Tom Reed: “No,”", "Liv Haugen: “We will see.”"],
        ),
        (
            "by a description and a name",
            "Her business partner, Bob Lane, shook his head. “He made deals that other people could not make.”",
            &["Her business partner, Bob Lane: “He made deals that other people could not make.”"],
        ),
        (
            "but a title is no sentence",
            "Tom Reed was blunt in the “Evening Post” on Monday.",
            &[],
        ),
    ]);
}

#[test]
fn an_attribution_parts_what_it_reports() {
    is_said_as_expected(&[
        (
            "before the verb",
            "What is new, says Tom Reed, is the direction. The truth, Reed said on Monday, was that he had lost.",
            &[
                "Tom Reed: What is new … is the direction",
                "Reed: The truth … was that he had lost",
            ],
        ),
        (
            "before “that”",
            "It was “unthinkable”, Tom Reed said, that the bridge would close.",
            &["Tom Reed: It was “unthinkable” … that the bridge would close"],
        ),
        (
            "but not whom a clause describes",
            "The mayor, who said the plan was wrong, was late.",
            &["who: the plan was wrong"],
        ),
        (
            "behind it all",
            "A man has been arrested in Leeds, say police. The plan will fail, say critics.",
            &[
                "police: A man has been arrested in Leeds",
                "critics: The plan will fail",
            ],
        ),
    ]);
}

#[test]
fn questions_and_answers_alternate() {
    is_said_as_expected(&[
        (
            "in paragraphs of their own",
            "“And there were three men?” Ms Garside asked.\n\n“There may have been,” the witness said.\n\n“But you saw only two?”\n\n“Yes.”\n\nThe judge coughed.",
            &[
                "Ms Garside: “And there were three men?”",
                "the witness: “There may have been,”",
                "Ms Garside: “But you saw only two?”",
                "the witness: “Yes.”",
            ],
        ),
        (
            "but nobody answers whom nobody asks",
            "“It was dark,” Ms Garside said.\n\n“Very dark,” the witness said.\n\n“I could not see my own hands in front of my face.”",
            &[
                "Ms Garside: “It was dark,”",
                "the witness: “Very dark,” … “I could not see my own hands in front of my face.”",
            ],
        ),
    ]);
}

#[test]
fn who_hears_does_not_speak() {
    is_said_as_expected(&[
        (
            "a jury",
            "A jury was told on Tuesday that the builder had laughed. The men were called to the harbour after the storm. Tom Reed, who was called for the foul, sat down with a towel over his head.",
            &[],
        ),
        (
            "an agent behind the words",
            "Tom Reed was called “a liar” by Bob Lane on Monday. Ana Ruiz was described as “a friend” by Eva Stone.",
            &["Bob Lane: “a liar”", "Eva Stone: as “a friend”"],
        ),
        (
            "one who is accused, and speaks",
            "A council leader accused of selling a park “behind closed doors” has insisted that residents were consulted.",
            &["A council leader: that residents were consulted"],
        ),
        (
            "a report that opens its sentence",
            "When Ana Ruiz says the dam is safe, she means dry. If Tom Reed says “soon”, he means years.",
            &["Ana Ruiz: the dam is safe"],
        ),
        (
            "a report behind whom it is of",
            "As Ana Ruiz told the court, the gate was open.",
            &["Ana Ruiz: the gate was open"],
        ),
        (
            "a shout and when it was heard",
            "The crowd chanted “Out, out, out!” as Tom Reed left the court.",
            &["The crowd: “Out, out, out!”"],
        ),
        (
            "a name with its house",
            "“It is grim,” said the report’s author, Professor Ana Ruiz of Leeds University.",
            &["the report’s author, Professor Ana Ruiz: “It is grim,”"],
        ),
        (
            "a source whose name follows",
            "According to the team’s coach, Ana Ruiz, its first match was the best of all.",
            &["the team’s coach, Ana Ruiz: its first match was the best of all"],
        ),
        (
            "an agent",
            "The results were described by independent experts as “remarkable”.",
            &["independent experts: as “remarkable”"],
        ),
        (
            "an agent who accuses",
            "The minister was accused by farmers of lying about the floods.",
            &["farmers: of lying about the floods"],
        ),
        (
            "a cue right before the marks",
            "The truce held on Sunday, with mediators speaking of a “window of hope” and residents of the city venturing out.",
            &["mediators: “window of hope”"],
        ),
    ]);
}

#[test]
fn who_stands_behind_the_verb_of_a_whole_clause_speaks() {
    is_said_as_expected(&[
        (
            "a long description before a name",
            "The huts will be rented out, said the valley's long-serving mayor Ana Ruiz at a meeting with farmers.",
            &["the valley's long-serving mayor Ana Ruiz: The huts will be rented out"],
        ),
        (
            "a name before a trade",
            "Rents are likely to fall, said Northgate Bank economist Sue Lane in a note to clients.",
            &["Northgate Bank economist Sue Lane: Rents are likely to fall"],
        ),
        (
            "but not behind a clause about the subject",
            "The council, which is in debt, said the library would close.",
            &["The council: the library would close"],
        ),
        (
            "nor behind a name that the clause is about",
            "Tom Reed, who was late, said Ana Ruiz was wrong.",
            &["Tom Reed: Ana Ruiz was wrong"],
        ),
    ]);
}

#[test]
fn the_subject_of_a_relative_clause_speaks() {
    is_said_as_expected(&[
        (
            "of what somebody called it",
            "It began when Lane’s guards seized two boats near the pier during what the ministry called a “routine” patrol.",
            &["the ministry: a “routine” patrol"],
        ),
        (
            "of whom somebody called so",
            "Tom Reed met the coach, whom Ana Ruiz called “a liar.”",
            &["Ana Ruiz: “a liar.”"],
        ),
    ]);
}

#[test]
fn a_verb_never_speaks() {
    is_said_as_expected(&[
        (
            "a past form",
            "Neighbours, who asked not to be named, heard shouting.",
            &[],
        ),
        (
            "behind an aside",
            "Baker Liv Haugen, who lives nearby, felt shaking.",
            &[],
        ),
        (
            "of a relative clause",
            "Yesterday, who heads it, added that fares would rise.",
            &[],
        ),
        (
            "but the subject of one does",
            "Tom Reed met the coach, who fans say is a liar.",
            &["fans: is a liar"],
        ),
    ]);
}

#[test]
fn a_clause_about_somebody_ends_before_what_he_does() {
    is_said_as_expected(&[
        (
            "what is said of it",
            "The bridge, which officials said was safe for lorries, collapsed on Monday.",
            &["officials: was safe for lorries"],
        ),
        (
            "of him",
            "The coach, who fans say is a bore and a liar, left in May.",
            &["fans: is a bore and a liar"],
        ),
        (
            "what he says",
            "The mayor, who said the plan was wrong, voted for it.",
            &["who: the plan was wrong"],
        ),
        (
            "a long subject",
            "The pier, which the town's engineers said was as sound as ever, sank.",
            &["the town's engineers: was as sound as ever"],
        ),
        (
            "but a list goes on",
            "Reed, who said the hut was cold, wet and dark, was late.",
            &["who: the hut was cold, wet and dark"],
        ),
        (
            "the comma stands within the marks",
            "Reed, who called the tie “a farce,” left in May.",
            &["who: the tie “a farce,”"],
        ),
        (
            "before what is planned",
            "The guild, which said the fee was “an insult,” plans to strike.",
            &["which: the fee was “an insult,”"],
        ),
        (
            "with a verb of two words",
            "Reed, who has called the tie “a farce,” was fined.",
            &["who: the tie “a farce,”"],
        ),
        (
            "but what is said has its verb behind an aside",
            "Reed, who has said that the nurses, and the porters, should stay, left in May.",
            &["who: that the nurses, and the porters, should stay"],
        ),
        (
            "but a list in marks goes on",
            "Reed, who called it “a farce,” “a shame” and “a mess,” left in May.",
            &["who: it “a farce,” “a shame” and “a mess,”"],
        ),
        (
            "and a source behind it all says all",
            "The guard, who was 34, died at once, according to police.",
            &["police: The guard, who was 34, died at once"],
        ),
        (
            "what it does reports nothing",
            "The plan, which some find “too kind”, passed.",
            &[],
        ),
    ]);
}

#[test]
fn what_the_writer_makes_of_it_is_not_said() {
    is_said_as_expected(&[
        (
            "a record, behind the verb",
            "Eight miners were killed, inspectors said, in the worst collapse since the pit opened.",
            &["inspectors: Eight miners were killed"],
        ),
        (
            "a record, behind the words",
            "Inspectors said eight miners were killed, in the worst collapse since the pit opened.",
            &["Inspectors: eight miners were killed"],
        ),
        (
            "a verdict",
            "Ana Ruiz said the line would close, a blow to three villages.",
            &["Ana Ruiz: the line would close"],
        ),
        (
            "what it stirs",
            "Ana Ruiz said the line would close, drawing loud boos from the gallery.",
            &["Ana Ruiz: the line would close"],
        ),
        (
            "two words",
            "Tarn said orders rose, while a study by Bell & Sons put them lower.",
            &["Tarn: orders rose"],
        ),
        (
            "two words that are no clause",
            "Ana Ruiz said little else.",
            &[],
        ),
    ]);
}

#[test]
fn a_dateline_does_not_speak() {
    is_said_as_expected(&[(
        "a place",
        "VELM, May 3 (Reuters) - The river board shut two locks on Monday, saying the water was too high.",
        &["The river board: the water was too high"],
    )]);
}
