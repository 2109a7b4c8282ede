//! Words that a noun announces, and words within marks that nobody says.

use super::is_said_as_expected;

#[test]
fn a_noun_for_what_somebody_says_tells_whose_it_is() {
    is_said_as_expected(&[
        (
            "the words of a name",
            "In the words of Ana Ruiz, ‘nobody was told.’",
            &["Ana Ruiz: ‘nobody was told.’"],
        ),
        (
            "the words of a role, within a sentence",
            "The plan was, in the words of the harbour master, “a bridge to nowhere”.",
            &["the harbour master: “a bridge to nowhere”"],
        ),
        (
            "the words of somebody whom a clause describes",
            "In the words of one former inspector, who asked not to be named, “everyone knew.”",
            &["one former inspector: “everyone knew.”"],
        ),
        (
            "her answer",
            "Ana Ruiz was asked whether she would ever come back. Her answer: ‘Never.’",
            &["Her: ‘Never.’"],
        ),
        (
            "her answer, with a verb",
            "Ana Ruiz was asked whether she would come back. And her first answer was blunt: “Not in a hundred years.”",
            &["her: “Not in a hundred years.”"],
        ),
        (
            "somebody's advice",
            "It rained. Tom Reed’s advice to young players: “Sleep more, eat more.”",
            &["Tom Reed: “Sleep more, eat more.”"],
        ),
        (
            "the verdict of somebody",
            "The band played for an hour. The verdict of critics: “Too loud, too long.”",
            &["critics: “Too loud, too long.”"],
        ),
        (
            "a verdict on what another has called so",
            "Ana Ruiz saw the film twice. Her verdict on the script, which one critic called “thin”: “Dull, but I stayed.”",
            &["Her: “Dull, but I stayed.”"],
        ),
        (
            "an answer to one who speaks",
            "Tom Reed slept. Her answer came to Bob Lane, who said: “It rained all day.”",
            &["who: “It rained all day.”"],
        ),
        (
            "the message of a thing",
            "The film runs for an hour. The message of the film: “Be kind.”",
            &[],
        ),
        (
            "a reaction behind the words",
            "“Good riddance,” was Tom Reed’s reaction. “Shame” was the verdict of critics.",
            &["Tom Reed: “Good riddance,”", "critics: “Shame”"],
        ),
        (
            "a name behind a dash",
            "It rained on.\n\n“We saw nothing at all.” – Ana Ruiz, harbour master",
            &["Ana Ruiz: “We saw nothing at all.”"],
        ),
        (
            "no name, but a title and its maker behind a dash",
            "It rained on.\n\n“The Long Night” – Northgate Films, 1942",
            &[],
        ),
        (
            "a colon behind a verb",
            "Asked whether the title was gone, Tom Reed snapped: “What title? We’re trying to stay up!”",
            &["Tom Reed: “What title? We’re trying to stay up!”"],
        ),
    ]);
}

#[test]
fn who_hears_before_a_colon_does_not_speak() {
    is_said_as_expected(&[
        (
            "a name",
            "Tom Reed told Ana Ruiz: “I’m done.”",
            &["Tom Reed: “I’m done.”"],
        ),
        (
            "a name behind a role",
            "Tom Reed then said to the judge, Ana Ruiz: “I’m done.”",
            &["Tom Reed: “I’m done.”"],
        ),
        (
            "who is written to",
            "She texted Bob Lane: “Come home.”",
            &["She: “Come home.”"],
        ),
        (
            "who is asked, without a name",
            "The lawyer asked the witness: “Did you see him?” The mayor told the crowd at the harbour: “Go home.”",
            &["The lawyer: “Did you see him?”", "The mayor: “Go home.”"],
        ),
        (
            "who cries",
            "“Order, order!” cried the Speaker, Sir Tom Reed.",
            &["the Speaker, Sir Tom Reed: “Order, order!”"],
        ),
        (
            "who is shouted at",
            "Tom Reed shouted at Bob Lane: “Get off my land!”",
            &["Tom Reed: “Get off my land!”"],
        ),
    ]);
}

#[test]
fn what_nobody_says_is_credited_to_nobody() {
    is_said_as_expected(&[
        (
            "the title of a work",
            "“She knew who was leaving,” Ana Ruiz recalled in her memoir, “The Warm Side of the Door.”",
            &["Ana Ruiz: “She knew who was leaving,”"],
        ),
        (
            "what the reader is asked to do",
            "It rained. Consider the phrase “going forward.” It means nothing.",
            &[],
        ),
        (
            "a deed that verbs of saying tell as well",
            "The union called a strike on Monday. The weather service has issued a red warning for the north. One marcher carried a sign reading Water is life.",
            &[],
        ),
        (
            "what somebody calls something",
            "Her spokesman called a report “thin”. The union called it a strike in all but name.",
            &[
                "Her spokesman: a report “thin”",
                "The union: it a strike in all but name",
            ],
        ),
        (
            "a thought without its words, and a greeting",
            "I put it to Tom Reed. He thought about it for a while. Then he said goodbye to all of us.",
            &[],
        ),
        (
            "a second deed of the one who speaks",
            "The surgeon said the wards were full, and appealed for blood.",
            &["The surgeon: the wards were full"],
        ),
        (
            "a word of the writer's own",
            "The economist Ana Ruiz wrote that a euphemism is a tax, and I have yet to see it put better.",
            &["The economist Ana Ruiz: that a euphemism is a tax"],
        ),
        (
            "an answer behind words that say when",
            "Asked whether the plan would fail, Ana Ruiz’s answer was short: “Never.”",
            &["Ana Ruiz: “Never.”"],
        ),
        (
            "as somebody puts it",
            "She left in May because, as she put it, “the hats are wrong”. “It is a start,” as Tom Reed put it to me.",
            &["she: “the hats are wrong”", "Tom Reed: “It is a start,”"],
        ),
        (
            "as somebody told somebody",
            "As Ana Ruiz told me this morning, it is “a statement about odds”.",
            &["Ana Ruiz: it is “a statement about odds”"],
        ),
        (
            "the name of a thing",
            "It had been called “Window.” The title was dropped.",
            &[],
        ),
        (
            "what people say of somebody",
            "Tom Reed is said to be “furious”. Bob Lane was described as “a gentleman”.",
            &[],
        ),
        (
            "a court that hears",
            "The court heard that Tom Reed had left the gate open. Leeds Crown Court heard how Reed had hidden the money in a shed.",
            &[],
        ),
    ]);
}
