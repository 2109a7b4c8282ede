//! What stands between a subject and its verb, and who only hears or hangs on the one who speaks.

use super::is_said_as_expected;

#[test]
fn what_describes_the_subject_does_not_speak() {
    is_said_as_expected(&[
        (
            "a man",
            "The cobbler, a stooped man with a cigarette behind each ear, told the paper that trade was dying.",
            &["The cobbler: that trade was dying"],
        ),
        (
            "a calling and a clause",
            "Ingrid Sollie, a botanist at Tromso who took no part in the work, said the seeds were too old.",
            &["Ingrid Sollie: the seeds were too old"],
        ),
        (
            "behind words within marks",
            "“I saw the mast go,” the ferryman, a father of five from Cork, told reporters.",
            &["the ferryman: “I saw the mast go,”"],
        ),
        (
            "two clauses",
            "A cleaner who was in the lift at the time, but did not want to be named, told the Gazette the alarm had been off for weeks.",
            &["A cleaner: the alarm had been off for weeks"],
        ),
        (
            "one of several",
            "One, a plumber with a broken thumb, said he had “bought a swimming pool with a roof”.",
            &["One: he had “bought a swimming pool with a roof”"],
        ),
        (
            "a clause with a brother",
            "Rosa Quintero, a nurse whose brother was on board, said the crew had been told to wait.",
            &["Rosa Quintero: the crew had been told to wait"],
        ),
        (
            "a friend of another",
            "Peter Lomax, a friend of the singer who lives next door, said she had moved out in May.",
            &["Peter Lomax: she had moved out in May"],
        ),
        (
            "a woman with salt",
            "The captain, a woman in her forties with salt on her boots, said that the tide would not wait.",
            &["The captain: that the tide would not wait"],
        ),
        (
            "a student with a torch",
            "“Sit down, please,” the usher, a student with a torch, told the crowd.",
            &["the usher: “Sit down, please,”"],
        ),
        (
            "but a name says who it is",
            "The mayor, the Liberal Ana Ruiz, said the pier was safe.",
            &["The mayor, the Liberal Ana Ruiz: the pier was safe"],
        ),
    ]);
}

#[test]
fn who_hears_and_what_is_told_do_not_speak() {
    is_said_as_expected(&[
        (
            "a paper",
            "A lodger told the Herald the boiler had been cold since Monday. “We slept in our coats.”",
            &[
                "A lodger: the boiler had been cold since Monday",
                "A lodger: “We slept in our coats.”",
            ],
        ),
        (
            "a presenter",
            "Ana Ruiz told a breakfast presenter she would sue any paper that printed the photograph.",
            &["Ana Ruiz: she would sue any paper that printed the photograph"],
        ),
        (
            "a committee",
            "The minister told the committee the figures had been wrong for a year.",
            &["The minister: the figures had been wrong for a year"],
        ),
        (
            "somebody of something",
            "Tom Reed told the head of the school the roof was leaking.",
            &["Tom Reed: the roof was leaking"],
        ),
        (
            "one's own teacher",
            "Tom Reed told his old teacher the school was a ruin.",
            &["Tom Reed: the school was a ruin"],
        ),
        (
            "hearers without an article",
            "Tom Reed told reporters the roof was leaking.",
            &["Tom Reed: the roof was leaking"],
        ),
        (
            "who is asked",
            "Miss Ridd, asked what she would do next, looked out of the window. Tom Reed, pressed on whether he would go, smiled.",
            &[],
        ),
        (
            "but who asks",
            "Ana Ruiz, the mayor, asked whether the pier was safe.",
            &["Ana Ruiz: whether the pier was safe"],
        ),
        (
            "but with “that” as ever",
            "Tom Reed told the board of the school that the roof was leaking.",
            &["Tom Reed: that the roof was leaking"],
        ),
    ]);
}

#[test]
fn who_hangs_on_the_one_who_speaks_does_not_speak() {
    is_said_as_expected(&[
        (
            "behind an adverb",
            "Quietly, a lawyer for Deputy Mayor Ellis Grant admitted that the papers had been lost.",
            &["a lawyer for Deputy Mayor Ellis Grant: that the papers had been lost"],
        ),
        (
            "behind a day",
            "On Friday, an adviser to President Nadia Soto said the trip was off.",
            &["an adviser to President Nadia Soto: the trip was off"],
        ),
        (
            "in private",
            "In private, a friend of Ana Ruiz insisted that she had never agreed.",
            &["a friend of Ana Ruiz: that she had never agreed"],
        ),
        (
            "two of them",
            "Later, two aides to Governor Walt Simmons conceded that the poll was bad.",
            &["two aides to Governor Walt Simmons: that the poll was bad"],
        ),
        (
            "behind what was asked",
            "Asked about the delay, an assistant to Prime Minister Erik Moll said it was the weather.",
            &["an assistant to Prime Minister Erik Moll: it was the weather"],
        ),
        (
            "close to",
            "Speaking on condition of anonymity, an official close to Finance Minister Ada Renn said the figures were invented.",
            &["an official close to Finance Minister Ada Renn: the figures were invented"],
        ),
        (
            "a brother",
            "Meanwhile, the brother of striker Ola Benning claimed the club had known for weeks.",
            &["the brother of striker Ola Benning: the club had known for weeks"],
        ),
    ]);
}

#[test]
fn a_reply_is_not_who_replies() {
    is_said_as_expected(&[
        (
            "a reply",
            "Would he play again? “Never in this town,” came the reply.",
            &[],
        ),
        (
            "a response",
            "Reporters rang Tom Reed. “Only on Sundays,” came the response.",
            &[],
        ),
        ("a cry", "The crowd waited. “Postponed!” went the cry.", &[]),
        (
            "of somebody",
            "“Not a chance,” came the answer from Tom Reed.",
            &["Tom Reed: “Not a chance,”"],
        ),
        ("nobody", "“Every cloud is a budget,” nobody said.", &[]),
        (
            "nobody of many",
            "The signs are plain. “You get what you vote for,” as no one in the town hall has said.",
            &[],
        ),
        (
            "no such one",
            "“More rain, please,” said no farmer ever.",
            &[],
        ),
    ]);
}

#[test]
fn each_of_several_turns_is_nobody_elses() {
    is_said_as_expected(&[
        (
            "a split around a clause",
            "“Will he tell us,” bellowed Rupert Vane, who once sold carpets in Hull, “what a loaf costs?”",
            &["Rupert Vane: “Will he tell us,” … “what a loaf costs?”"],
        ),
        (
            "a split around a longer clause",
            "“Before we vote,” said the minister, who had not slept for two days, “let me read you a letter.”",
            &["the minister: “Before we vote,” … “let me read you a letter.”"],
        ),
        (
            "the third of three",
            "“You missed a bit,” says Tom Reed.\n\n“It is meant to drip,” says Jude Ames.\n\n“Bit of both.”\n\nThey laugh.",
            &[
                "Tom Reed: “You missed a bit,”",
                "Jude Ames: “It is meant to drip,”",
            ],
        ),
        (
            "a coach behind another clause",
            "His brother called it luck; “Pure work, every inch of it,” his coach wrote in a diary that survives.",
            &["his coach: “Pure work, every inch of it,”"],
        ),
        (
            "an owner who liked to say it",
            "Neighbours thought the place haunted; “Only by bills,” the owner liked to say at parties.",
            &["the owner: “Only by bills,”"],
        ),
    ]);
}

#[test]
fn what_went_on_meanwhile_is_not_said() {
    is_said_as_expected(&[
        (
            "as",
            "Floods have killed nine people in the north, the ministry said, as rescuers waded through the streets.",
            &["the ministry: Floods have killed nine people in the north"],
        ),
        (
            "while",
            "The bridge will close on Monday, the mayor said, while lorries queued for miles.",
            &["the mayor: The bridge will close on Monday"],
        ),
        (
            "hours after",
            "Rebels took two villages overnight, the army said, hours after a truce had been signed.",
            &["the army: Rebels took two villages overnight"],
        ),
        (
            "days after",
            "Rebels took two villages, the army said, two days after a truce had been signed.",
            &["the army: Rebels took two villages"],
        ),
        (
            "another deed",
            "The chairman demanded a recount and got one.",
            &[],
        ),
        (
            "but what goes on",
            "The bridge, the mayor said, will close on Monday.",
            &["the mayor: The bridge … will close on Monday"],
        ),
    ]);
}
