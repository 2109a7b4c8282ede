//! What stands before a report, or in it, and neither speaks nor is said.

use super::is_said_as_expected;

#[test]
fn whom_a_deed_meets_does_not_speak_behind_it() {
    is_said_as_expected(&[
        (
            "the object of a verb in marks",
            "The watchdog “strongly criticised” Councillor Ana Ruiz, saying she had hidden the gifts.",
            &["The watchdog: she had hidden the gifts"],
        ),
        (
            "the object of a verb",
            "The board on Monday rebuked Chief Officer Ana Ruiz, saying she had misled members.",
            &["The board: she had misled members"],
        ),
        (
            "whose case it is",
            "The club pays its players late. In Reed's case, it refused to pay, saying the contract had ended.",
            &["it: the contract had ended"],
        ),
        (
            "another sentence's subject",
            "The council met on Monday. Meanwhile, it attacked Tom Reed, saying he “had lied to the town for a year.”",
            &["it: “had lied to the town for a year.”"],
        ),
        (
            "who speaks behind the verb",
            "“It is late,” said Ana Ruiz, adding that the hut was shut.",
            &["Ana Ruiz: “It is late,”", "Ana Ruiz: that the hut was shut"],
        ),
    ]);
}

#[test]
fn what_is_no_source_says_nothing() {
    is_said_as_expected(&[
        (
            "what things are sorted by",
            "The pears are sorted according to size. The code has nine parts according to subject matter.",
            &[],
        ),
        (
            "sources",
            "The hut was empty according to police. Two men died, according to court records.",
            &["police: The hut was empty", "court records: Two men died"],
        ),
        (
            "when a comment was left",
            "Ana Ruiz says:\nI agree.\n\nTom Reed says: July 26, 2010 at 5:13 pm\n\nSo do I.",
            &[],
        ),
        (
            "what is thrown out",
            "The court rejected the “public nuisance” claim. The judge dismissed that appeal in May.",
            &[],
        ),
        (
            "what it is thrown out as",
            "Ana Ruiz rejected the idea as “nonsense.”",
            &["Ana Ruiz: the idea as “nonsense.”"],
        ),
        (
            "what is passed over",
            "Critics ignored the fact that the firm makes arms. The sale follows a company statement that it would “look at all options.”",
            &["a company: “look at all options.”"],
        ),
        (
            "what words are",
            "What Ana Ruiz said was a shock. What the mayor is saying is that the bridge is closed.",
            &[],
        ),
        (
            "what somebody keeps to themselves",
            "Tom Reed chose not to say that he had resigned. Ana Ruiz was careful not to claim that the plan was hers. The paper continues not to acknowledge that it was wrong.",
            &[],
        ),
        (
            "what is told elsewhere",
            "Tom Reed mentioned it to his wife, and the plan was made.",
            &[],
        ),
        (
            "whose plan it is",
            "Ana Ruiz's plan to close the port has met with anger.\n\n“This is a disgrace. We will fight it in court.”\n\nThe vote is on Monday.",
            &[],
        ),
        (
            "the name of a thing",
            "Ana Ruiz and her team built a tool: “MapFast.” The band led by Tom Reed made a record: “Cold Rooms.”",
            &[],
        ),
    ]);
}

#[test]
fn a_report_begins_and_ends_where_its_words_do() {
    is_said_as_expected(&[
        (
            "a preposition",
            "Ana Ruiz said after the storm, nobody had come. Tom Reed said in the past week, twelve boats had sunk.",
            &[
                "Ana Ruiz: after the storm, nobody had come",
                "Tom Reed: in the past week, twelve boats had sunk",
            ],
        ),
        (
            "a preposition and what it is about",
            "Ana Ruiz said on the show “Late Night” that she was tired. Tom Reed says despite all that, he is well.",
            &[
                "Ana Ruiz: that she was tired",
                "Tom Reed: despite all that, he is well",
            ],
        ),
        (
            "what somebody is accused of",
            "Ana Ruiz accused him of lying.",
            &["Ana Ruiz: him of lying"],
        ),
        (
            "when somebody was told",
            "Ana Ruiz told local radio this month that the plan had failed.",
            &["Ana Ruiz: that the plan had failed"],
        ),
        (
            "what else is not said",
            "Tom Reed said the plan was sound but would not say when it starts.",
            &["Tom Reed: the plan was sound"],
        ),
        (
            "several who report a report",
            "Ana Ruiz said that she had paid the bill, two friends said.",
            &["two friends: Ana Ruiz said that she had paid the bill"],
        ),
        (
            "a verb before another",
            "A young kid came in to say his bike was gone.",
            &["A young kid: his bike was gone"],
        ),
        (
            "an adverb before the verb",
            "The minister who has a web site on the internet, further said that the port would close.",
            &["The minister: that the port would close"],
        ),
    ]);
}
