//! Whose the verb of a report is: subjects with words of their own behind them, and subjects that are nobody.

use super::is_said_as_expected;

#[test]
fn a_subject_is_told_from_what_hangs_on_it() {
    is_said_as_expected(&[
        (
            "a participle and its words",
            "A boatbuilder accused of stealing £9,000 from a sailing charity told a jury that he had “never opened” its accounts.",
            &["A boatbuilder: that he had “never opened” its accounts"],
        ),
        (
            "a clause that “after” opens",
            "This comes after police said the men had fled. The vote came before doctors said it was safe. Shares fell after officials said they would go.",
            &[
                "police: the men had fled",
                "doctors: it was safe",
                "officials: they would go",
            ],
        ),
        (
            "a time that “after” opens",
            "The mayor after the vote said the hut was safe. He left after lunch and said it was late.",
            &["The mayor: the hut was safe", "He: it was late"],
        ),
        (
            "a number of two words",
            "Fifty-one percent say that the deal was wrong. Twenty-two councillors said they would resign.",
            &[
                "Fifty-one percent: that the deal was wrong",
                "Twenty-two councillors: they would resign",
            ],
        ),
        (
            "a verb and its words before whoever speaks",
            "The mayor hoped for a deal critics said was dead.",
            &[],
        ),
        (
            "a clause before a person's name",
            "A surveyor hired by the council, Ana Ruiz, said the bridge would hold.",
            &["A surveyor hired by the council, Ana Ruiz: the bridge would hold"],
        ),
        (
            "a clause before a body's name",
            "The institute that paid for the work, the Polar Research Council, said it hoped for more.",
            &[
                "The institute that paid for the work, the Polar Research Council: it hoped for more",
            ],
        ),
        (
            "a verb that looks like a noun",
            "Ford cut its forecast on Monday and said it would close two plants.",
            &["Ford: it would close two plants"],
        ),
        (
            "a verb that looks like a noun behind another",
            "The town's central bank kept its rate on Monday but said it would cut in June.",
            &["The town's central bank: it would cut in June"],
        ),
        (
            "a heading about somebody",
            "‘I never asked to be brave’: the lollipop man who stopped a lorry",
            &[],
        ),
        (
            "the hour before a heading",
            "16:05 Mayor: ‘Stay indoors tonight’",
            &["Mayor: ‘Stay indoors tonight’"],
        ),
        (
            "what is worn before a bearer of words",
            "Some wore T-shirts that said “Open our streets”. Two waved flags that read “Go home”.",
            &["T-shirts: “Open our streets”", "flags: “Go home”"],
        ),
        (
            "what opens the text and bears words",
            "Posters said “Go home”.",
            &["Posters: “Go home”"],
        ),
    ]);
}

#[test]
fn nobody_reports_nothing() {
    is_said_as_expected(&[
        (
            "nobody",
            "Nobody told the mayor that the dam was “mad”. No one said the dam was safe. Not everyone agrees that the dam is safe.",
            &[],
        ),
        (
            "a number",
            "No 10 said the minister would not resign.",
            &["No 10: the minister would not resign"],
        ),
        (
            "what somebody says each time",
            "Each time he says it he looks a little more frightened.",
            &[],
        ),
        (
            "what somebody does while calling for something",
            "Speaking outside the hall, Tom Reed called for an inquiry.",
            &[],
        ),
        (
            "a wish to stay without a name, and words in marks",
            "A man who lives nearby and who asked not to be identified said he had been woken by “a sort of thump”.",
            &["A man: “a sort of thump”"],
        ),
        (
            "what is refused",
            "Tom Reed was offered a post in Oslo, which he refused.",
            &[],
        ),
        (
            "what falls",
            "Kaldvik shares fall as lender warns on loan losses",
            &[],
        ),
    ]);
}

#[test]
fn the_subject_of_the_last_clause_speaks() {
    is_said_as_expected(&[
        (
            "behind a refusal",
            "The minister, Ana Ruiz, declined to comment, but a source close to her said: “She is right.”",
            &["a source close to her: “She is right.”"],
        ),
        (
            "with a clause about him",
            "Tom Reed refused to speak, but a man who answered his phone said: “He is out.”",
            &["a man: “He is out.”"],
        ),
        (
            "for a firm",
            "Ana Ruiz, the founder, did not reply, but a spokesman for her firm said: “She is away.”",
            &["a spokesman for her firm: “She is away.”"],
        ),
        (
            "meanwhile",
            "Ana Ruiz, 40, wept while a friend of the family told the court: “She is tired.”",
            &["a friend of the family: “She is tired.”"],
        ),
        (
            "although",
            "Tom Reed, the owner, could not be reached, although neighbours on both sides said he was abroad.",
            &["neighbours on both sides: he was abroad"],
        ),
        (
            "behind a semicolon",
            "Tom Reed, the owner, is abroad; people close to the board say that he is ill.",
            &["people close to the board: that he is ill"],
        ),
        (
            "but two names with “and” are one subject",
            "Ana Ruiz and a friend of hers said they would walk.",
            &["Ana Ruiz and a friend of hers: they would walk"],
        ),
        (
            "nor is the object of a verb of saying one",
            "The union rose, but the mayor told Ana Ruiz it was too late.",
            &["the mayor: it was too late"],
        ),
    ]);
}

#[test]
fn what_hangs_on_a_speaker_behind_the_verb_does_not_speak() {
    is_said_as_expected(&[
        (
            "a statement",
            "The roof had been sound in May, said the parish in a short statement.",
            &["the parish: The roof had been sound in May"],
        ),
        (
            "an interview",
            "“We had no warning,” said the widow in an interview with Harbour Radio.",
            &["the widow: “We had no warning,”"],
        ),
        (
            "a place",
            "The ferry will sail, said a steward at the terminal in Velm.",
            &["a steward at the terminal: The ferry will sail"],
        ),
        (
            "a noun that looks like an adverb",
            "“The house was cold,” said the family in an interview.",
            &["the family: “The house was cold,”"],
        ),
        (
            "a letter to somebody",
            "The hall is cold, said the tenants in a letter to the mayor.",
            &["the tenants: The hall is cold"],
        ),
        (
            "but a verb behind what somebody is, before a name and an age",
            "Sgt. Ana Ruiz, the harbour master, said Tom Reed, 37, swam for two miles.",
            &["Sgt. Ana Ruiz: Tom Reed, 37, swam for two miles"],
        ),
        (
            "but a verb that is told of somebody behind a clause",
            "The cook, who came late, said the guests wore coats.",
            &["The cook: the guests wore coats"],
        ),
    ]);
}

#[test]
fn who_is_heard_to_say_something_says_it() {
    is_said_as_expected(&[
        (
            "one of several",
            "One of them was heard to say the till was short.",
            &["One of them: the till was short"],
        ),
        (
            "one of several, saying it",
            "One of the porters could be heard saying the lift had stuck.",
            &["One of the porters: the lift had stuck"],
        ),
        (
            "somebody by name, and words within marks",
            "Ana Ruiz was heard to mutter: “Never again.”",
            &["Ana Ruiz: “Never again.”"],
        ),
        (
            "overheard",
            "A porter was overheard saying the lift had stuck twice.",
            &["A porter: the lift had stuck twice"],
        ),
        (
            "but who hears a thing",
            "The case was heard by Judge Ana Ruiz in May.",
            &[],
        ),
    ]);
}

#[test]
fn a_subject_is_told_by_what_stands_around_it() {
    is_said_as_expected(&[
        (
            "with an age",
            "A baker said he had lost his oven, but his neighbour Ana Ruiz, 52, said her shop was dry.",
            &[
                "A baker: he had lost his oven",
                "his neighbour Ana Ruiz: her shop was dry",
            ],
        ),
        (
            "with words and a name between commas",
            "Northgate said the mast was safe, while a lawyer for the owners, Ana Ruiz, said she had “seen enough”.",
            &[
                "Northgate: the mast was safe",
                "a lawyer for the owners, Ana Ruiz: she had “seen enough”",
            ],
        ),
        (
            "with a name between commas",
            "The driver, Tom Reed, wept as the coroner, Dr Ana Ruiz, spoke of “a row of small faults”.",
            &["the coroner, Dr Ana Ruiz: “a row of small faults”"],
        ),
        (
            "an adverb that opens the sentence",
            "Meanwhile, the quarry, Northgate Stone, said it had no plans to dig.",
            &["Northgate Stone: it had no plans to dig"],
        ),
        (
            "a participle, and a name between commas",
            "Drivers led by their steward, Ana Ruiz, on Friday said the rota was unfair.",
            &["Drivers: the rota was unfair"],
        ),
        (
            "she and somebody of hers",
            "Ana Ruiz agrees. She and her brother, Tom Reed, say the wall will hold.",
            &["She and her brother, Tom Reed: the wall will hold"],
        ),
    ]);
}
