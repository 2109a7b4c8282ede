//! Who says what stands in paragraphs of its own: lists, turns of dialogue, what a line leads to.

use super::is_said_as_expected;

#[test]
fn a_line_leads_to_a_list() {
    is_said_as_expected(&[
        (
            "bullets",
            "Ana Ruiz was late. She also said:\n\n• “We have spent it all.”\n\n• “Nobody told us.”\n\n• “I will ask why.”",
            &[
                "She: “We have spent it all.”",
                "She: “Nobody told us.”",
                "She: “I will ask why.”",
            ],
        ),
        (
            "lines",
            "The union’s secretary, Tom Reed, added:\n“The buses are unsafe.”\n“The drivers are tired.”",
            &[
                "The union’s secretary, Tom Reed: “The buses are unsafe.”",
                "The union’s secretary, Tom Reed: “The drivers are tired.”",
            ],
        ),
        (
            "numbers, and who hears",
            "Reed told the inquiry:\n\n1. “I was not told of it.”\n\n2. “I did not see it.”",
            &["Reed: “I was not told of it.”", "Reed: “I did not see it.”"],
        ),
        (
            "when it was said, and another speaker behind",
            "Ana Ruiz said on Monday:\n\n“The pier will open.”\n\nTom Reed said: “We shall see.”",
            &[
                "Ana Ruiz: “The pier will open.”",
                "Tom Reed: “We shall see.”",
            ],
        ),
        (
            "marks that stay open",
            "Ana Ruiz said on Monday:\n\n“The pier will open.\n\n“The fee stays.”\n\nTom Reed was away.",
            &["Ana Ruiz: “The pier will open. … “The fee stays.”"],
        ),
        (
            "who goes on",
            "Ana Ruiz spoke. She went on:\n\n“We have spent it all.”\n\nTom Reed was away.",
            &["She: “We have spent it all.”"],
        ),
        (
            "a line that does not say who speaks",
            "The report made three points:\n\n“The pier is unsafe.”\n\nTom Reed was away.",
            &[],
        ),
        (
            "a line that names them",
            "Key quotes from Ana Ruiz:\n\n“The pier will open.”\n\nTom Reed was away.",
            &["Ana Ruiz: “The pier will open.”"],
        ),
        (
            "what each is about",
            "“It will open,” Ana Ruiz said.\n\nOn the fee: “It stays.”\n\nOn her own plans: “I go nowhere.”",
            &[
                "Ana Ruiz: “It will open,”",
                "Ana Ruiz: “It stays.”",
                "Ana Ruiz: “I go nowhere.”",
            ],
        ),
        (
            "each with a name of its own",
            "It began.\n\n• Ana Ruiz, 54: “I can’t sleep.”\n\n• Tom Reed, union secretary: “They did not ask us.”",
            &[
                "Ana Ruiz: “I can’t sleep.”",
                "Tom Reed: “They did not ask us.”",
            ],
        ),
    ]);
}

#[test]
fn bare_turns_are_nobodys() {
    is_said_as_expected(&[
        (
            "an answer",
            "“Where were you?” said the inspector.\n\n“At home.”\n\nTom Reed left.",
            &["the inspector: “Where were you?”"],
        ),
        (
            "turns",
            "“Tickets, please,” said the guard.\n\n“I have none.”\n\n“Then get off.”",
            &["the guard: “Tickets, please,”"],
        ),
        (
            "two who spoke before",
            "“You took it,” the lawyer said.\n\n“I did not,” said Reed.\n\n“You did.”\n\n“I did not.”",
            &["the lawyer: “You took it,”", "Reed: “I did not,”"],
        ),
        (
            "one who goes on",
            "“I saw it,” said the guard.\n\n“We all saw it when the boat came in.”",
            &["the guard: “I saw it,” … “We all saw it when the boat came in.”"],
        ),
    ]);
}

#[test]
fn who_hears_or_is_spoken_of_does_not_speak() {
    is_said_as_expected(&[
        (
            "called",
            "Tom Reed was once called “the worst mayor of all”.",
            &[],
        ),
        (
            "hailed",
            "Ana Ruiz was hailed as “a hero” after the fire.",
            &[],
        ),
        ("labelled", "Reed was labelled “a traitor” online.", &[]),
        (
            "informed",
            "Tom Reed had been informed that the ship was lost.",
            &[],
        ),
        (
            "nobody",
            "It was said that the ship was lost. Tom Reed was there.",
            &[],
        ),
        (
            "dubbed",
            "Dubbed “the quiet one”, Ana Ruiz said little.",
            &[],
        ),
        (
            "urged by somebody",
            "Tom Reed has been urged to “come clean” by Ana Ruiz.",
            &["Ana Ruiz: to “come clean”"],
        ),
        (
            "quoted",
            "Tom Reed was quoted as saying: “The ship is lost.”",
            &["Tom Reed: “The ship is lost.”"],
        ),
    ]);
}

#[test]
fn what_was_denied_or_done_was_not_said() {
    is_said_as_expected(&[
        ("denied", "Tom Reed denied that the ship was lost.", &[]),
        (
            "denied claims",
            "Tom Reed denied claims that he had “lied” to us.",
            &[],
        ),
        (
            "rejected",
            "Ana Ruiz rejected suggestions that the ship was lost.",
            &[],
        ),
        (
            "disputed",
            "Ana Ruiz disputed the report that the ship was lost.",
            &[],
        ),
        (
            "doubted",
            "Tom Reed doubts that the ship can be raised.",
            &[],
        ),
        (
            "won",
            "Tom Reed claimed the title in Oslo. Ana Ruiz conceded the race.",
            &[],
        ),
        ("added", "Ana Ruiz added two goals in the second half.", &[]),
        (
            "a gap",
            "The ship, which sailors believe could be raised, lies off Oslo.",
            &[],
        ),
        (
            "neither",
            "Neither Tom Reed nor Ana Ruiz said who would pay.",
            &[],
        ),
        (
            "claimed",
            "Tom Reed claimed the council ignored him. Ana Ruiz conceded the race was lost.",
            &[
                "Tom Reed: the council ignored him",
                "Ana Ruiz: the race was lost",
            ],
        ),
    ]);
}

#[test]
fn nobody_speaks_of_themselves_by_name() {
    is_said_as_expected(&[(
        "a paragraph of its own behind somebody's words",
        "Her agent, Tom Reed, called it “a book of doors”. She laughed at this.\n\n“Reed would say that of a menu.”",
        &[
            "Her agent, Tom Reed: it “a book of doors”",
            "She: “Reed would say that of a menu.”",
        ],
    )]);
}
