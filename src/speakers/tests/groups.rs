//! Who speaks where several speak together.

use super::is_said_as_expected;

#[test]
fn several_speak_together() {
    is_said_as_expected(&[
        (
            "two names",
            "Ana Ruiz and Tom Reed said the bridge was safe. The port will close, said Ana Ruiz and Tom Reed.",
            &[
                "Ana Ruiz and Tom Reed: the bridge was safe",
                "Ana Ruiz and Tom Reed: The port will close",
            ],
        ),
        (
            "three names",
            "Ana Ruiz, Bob Lane and Tom Reed said the bridge was safe.",
            &["Ana Ruiz, Bob Lane and Tom Reed: the bridge was safe"],
        ),
        (
            "a name behind the second",
            "Solheim and her co-author, Tom Reed, argue that the ice is thinner than it looks.",
            &["Solheim and her co-author, Tom Reed: that the ice is thinner than it looks"],
        ),
        (
            "nouns",
            "But farmers and officials said the river had risen.",
            &["farmers and officials: the river had risen"],
        ),
        (
            "with a name behind each",
            "Mayor Tom Reed and his deputy, Liv Haugen, said the bridge was safe.",
            &["Mayor Tom Reed and his deputy, Liv Haugen: the bridge was safe"],
        ),
        (
            "both of two",
            "Both Northgate Bank and Tom Reed said the strike would go ahead.",
            &["Both Northgate Bank and Tom Reed: the strike would go ahead"],
        ),
        (
            "one of several",
            "Two men were there. “I watched her type,” one of them said.",
            &["one of them: “I watched her type,”"],
        ),
        (
            "with asides",
            "Tom Reed, 54, and his wife, Ana, said the dog was gone. “It is,” said Tom Reed (Oslo) and Ana Ruiz (Bergen).",
            &[
                "Tom Reed, 54, and his wife, Ana: the dog was gone",
                "Tom Reed (Oslo) and Ana Ruiz: “It is,”",
            ],
        ),
        (
            "with what hangs on each",
            "Tom Reed of Northgate and Ana Ruiz of Kaldvik said the ship was lost.",
            &["Tom Reed of Northgate and Ana Ruiz: the ship was lost"],
        ),
        (
            "what belongs to the second",
            "Dr Tom Reed and Dr Ana Ruiz, of the University of Oslo, said the risk was small.",
            &["Dr Tom Reed and Dr Ana Ruiz: the risk was small"],
        ),
        (
            "joined by more than one word",
            "Tom Reed, along with Ana Ruiz, said the ship was lost. Eva Stone as well as Bob Lane said it was late.",
            &[
                "Tom Reed, along with Ana Ruiz: the ship was lost",
                "Eva Stone as well as Bob Lane: it was late",
            ],
        ),
        (
            "a list behind the verb",
            "“The risk is small,” write Reed, Ruiz and their colleagues.",
            &["Reed, Ruiz and their colleagues: “The risk is small,”"],
        ),
        (
            "either of two",
            "Either Tom Reed or Ana Ruiz said it was late.",
            &["Either Tom Reed or Ana Ruiz: it was late"],
        ),
        (
            "of one name",
            "Mr and Mrs Reed said they would appeal. Tom and Bob Lane said they would not.",
            &[
                "Mr and Mrs Reed: they would appeal",
                "Tom and Bob Lane: they would not",
            ],
        ),
        (
            "lawyers of two",
            "Lawyers for Tom Reed and Ana Ruiz said they would appeal.",
            &["Lawyers for Tom Reed and Ana Ruiz: they would appeal"],
        ),
        (
            "before words that follow",
            "Tom Reed and Ana Ruiz were blunt. “The dog is gone.”",
            &["Tom Reed and Ana Ruiz: “The dog is gone.”"],
        ),
        (
            "who go on in another paragraph",
            "Tom Reed and Ana Ruiz said that the dog was gone.\n\n“We miss it very much.”",
            &[
                "Tom Reed and Ana Ruiz: that the dog was gone",
                "Tom Reed and Ana Ruiz: “We miss it very much.”",
            ],
        ),
        (
            "one with two roles",
            "“It is water,” lead author and chemist Ana Ruiz said.",
            &["chemist Ana Ruiz: “It is water,”"],
        ),
        (
            "one with two roles at a body",
            "Northgate co-founder and chairman Tom Reed said the ship was lost.",
            &["chairman Tom Reed: the ship was lost"],
        ),
        (
            "one who comes home and one who speaks",
            "Tom Reed came home and Ana Ruiz said the dog was gone.",
            &["Ana Ruiz: the dog was gone"],
        ),
        (
            "one who is met and one who speaks",
            "Eva Stone met Ana Ruiz and Tom Reed said the bridge was safe.",
            &["Tom Reed: the bridge was safe"],
        ),
        (
            "one who speaks and one who leaves",
            "The port will close, said Ana Ruiz, and Tom Reed left the room.",
            &["Ana Ruiz: The port will close"],
        ),
    ]);
}
