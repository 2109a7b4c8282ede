//! The roles that the words beside a name give.

use super::linked;

#[test]
fn roles_beside_a_name_are_told() {
    let cases: &[(&str, &str, Option<&str>)] = &[
        (
            "an office before the name",
            "{l US} Secretary of State {p Ana Ruiz} left.",
            Some("US Secretary of State"),
        ),
        ("a title", "Then Sen. {p Ana Ruiz} left.", Some("Sen.")),
        ("a courtesy is none", "Then Mrs. {p Ana Ruiz} left.", None),
        (
            "a title that is no office",
            "Dr {p Ana Ruiz}, a zoologist at the {o Velm Institute}, left.",
            Some("zoologist at the Velm Institute"),
        ),
        (
            "an office before courtesies",
            "Then Water Minister Datuk Seri {p Ana Ruiz} left.",
            Some("Water Minister"),
        ),
        (
            "a verb of a headline before a courtesy",
            "Velm Robotics Names Dr. {p Ana Ruiz} to Its Board",
            None,
        ),
        (
            "whose",
            "{p Ana Ruiz}, whose film critics praised, sang.",
            None,
        ),
        (
            "an age before it",
            "{p Ana Ruiz}, 61, a retired midwife, left.",
            Some("retired midwife"),
        ),
        (
            "somebody new",
            "A trader, {p Ana Ruiz}, left.",
            Some("trader"),
        ),
        (
            "somebody's",
            "Her publicist, {p Ana Ruiz}, left.",
            Some("publicist"),
        ),
        (
            "what somebody may do",
            "They would judge {p Ana Ruiz} then. The coach would judge, {p Tom Reed} said.",
            None,
        ),
        (
            "small letters",
            "On {d Monday} foreign ministry spokesman {p Tom Reed} said so.",
            Some("foreign ministry spokesman"),
        ),
        (
            "after the name",
            "{p Tom Reed}, a spokesman for the {o State Office}, said so.",
            Some("spokesman for the State Office"),
        ),
        (
            "the mayor",
            "{p Ana Ruiz}, the mayor of {l Oslo}, sang.",
            Some("mayor of Oslo"),
        ),
        (
            "what somebody does is no role",
            "{p Ana Ruiz}, who leads {o Northgate Bank}, sang.",
            None,
        ),
        (
            "what is done to the one who has it",
            "They voted to impeach {g Tarvian} President {p Ana Ruiz} then.",
            Some("Tarvian President"),
        ),
        (
            "what is done to the one who had it",
            "They tried to investigate former Vice President {p Ana Ruiz} then.",
            Some("former Vice President"),
        ),
        (
            "a dash",
            "It hired the town's richest - hotel owner {p Ana Ruiz} among them.",
            Some("hotel owner"),
        ),
        (
            "what is too long is cut to its noun",
            "{p Ana Ruiz}, the chair of a panel on the future of small harbours in the north, sang.",
            Some("chair"),
        ),
        (
            "what somebody is",
            "{p Ana Ruiz} is the chief executive of {o Northgate Bank}.",
            Some("chief executive of Northgate Bank"),
        ),
        (
            "before a comma",
            "Then the firm's chief executive, {p Ana Ruiz}, sang.",
            Some("chief executive"),
        ),
        (
            "before a comma, behind another clause",
            "Costs rose, and its chief executive, {p Ana Ruiz}, left.",
            Some("chief executive"),
        ),
        (
            "of several",
            "The clerk and the mayor of {l Oslo}, {p Ana Ruiz}, sang.",
            Some("mayor of Oslo"),
        ),
        (
            "somebody's, with its field",
            "{p Ana Ruiz}, its head of research, sang.",
            Some("head of research"),
        ),
        (
            "whose, behind a comma",
            "{p Ana Ruiz}, her publicist, sang.",
            Some("publicist"),
        ),
        (
            "a relation is none",
            "{p Ana Ruiz}, his sister, sang.",
            None,
        ),
        (
            "before a comma, with its field",
            "Then the mayor of {l Oslo}, {p Ana Ruiz}, sang.",
            Some("mayor of Oslo"),
        ),
        (
            "a comma that ends a clause",
            "In a letter to the mayor, {p Ana Ruiz} sang.",
            None,
        ),
        (
            "too long",
            "{p Ana Ruiz}, a senior adviser at the {o Centre for the Study of Great Harbours and Canals}, sang.",
            Some("senior adviser"),
        ),
        (
            "a body with of",
            "Then {o Royal College of Potters} director {p Ana Ruiz} left.",
            Some("Royal College of Potters director"),
        ),
        (
            "who speaks for somebody",
            "A spokeswoman for {p Ana Ruiz} left. He asked whether President {p Tom Reed} knew.",
            None,
        ),
        (
            "another's role",
            "the mayor met {p Ana Ruiz} and left.",
            None,
        ),
        (
            "no role in a list",
            "{p Ana Ruiz}, the owls and a dog, sang.",
            None,
        ),
        (
            "a signing line, and then somebody else",
            "“No.”\n\n{p Ana Ruiz}, mayor of {l Port Merrow}\n\n{p Pavel Lind}, who chairs the board, left.",
            Some("mayor of Port Merrow"),
        ),
        (
            "a line that ends the text",
            "“No,” the mayor said.\n\n{p Tom Reed}, head of the {o Velm Institute}",
            Some("head of the Velm Institute"),
        ),
        (
            "a name and a comma that end a line",
            "Said {p Ana Ruiz},\n\nThe mayor of {l Oslo} left.",
            None,
        ),
        (
            "former",
            "He met former prime minister {p Ana Ruiz} there.",
            Some("former prime minister"),
        ),
    ];
    for (name, marked, expected) in cases {
        let person = linked(marked)
            .into_iter()
            .find(|(name, ..)| name.contains(' ') && name.starts_with(['A', 'T']))
            .expect("a person");
        assert_eq!(person.1.as_deref(), *expected, "{name}");
    }
}
