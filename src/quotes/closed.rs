//! The words that have one use alone.

use super::class::Class::{self, *};
use super::form::{form, in_order};

/// These words.
#[rustfmt::skip]
const CLOSED: [(&str, Class); 253] = [
    ("a", Determiner), ("about", Preposition), ("above", Preposition), ("across", Preposition),
    ("after", Preposition), ("afternoon", Time), ("again", Adverb), ("against", Preposition),
    ("ago", Time), ("all", Determiner), ("almost", Adverb), ("along", Preposition),
    ("already", Adverb), ("also", Adverb), ("although", Subordinator), ("am", Auxiliary),
    ("amid", Preposition), ("among", Preposition), ("an", Determiner), ("and", Conjunction),
    ("another", Determiner), ("any", Determiner), ("anybody", Indefinite), ("anyone", Indefinite),
    ("anything", Indefinite), ("april", Time), ("are", Auxiliary), ("around", Preposition),
    ("as", Subordinator), ("at", Preposition), ("aug.", Time), ("august", Time),
    ("be", Auxiliary), ("because", Subordinator), ("been", Auxiliary), ("before", Preposition),
    ("behind", Preposition), ("being", Auxiliary), ("below", Preposition),
    ("besides", Preposition), ("between", Preposition), ("beyond", Preposition),
    ("billion", Number), ("both", Determiner), ("but", Conjunction), ("by", Preposition),
    ("can", Auxiliary), ("can't", Auxiliary), ("cannot", Auxiliary), ("concerning", Preposition),
    ("could", Auxiliary), ("dec.", Time), ("december", Time), ("despite", Preposition),
    ("did", Auxiliary), ("do", Auxiliary), ("does", Auxiliary), ("don't", Auxiliary),
    ("done", Auxiliary), ("down", Preposition), ("dozen", Number), ("during", Preposition),
    ("each", Determiner), ("eight", Number), ("even", Adverb), ("evening", Time),
    ("ever", Adverb), ("every", Determiner), ("everybody", Indefinite), ("everyone", Indefinite),
    ("everything", Indefinite), ("except", Preposition), ("feb.", Time), ("february", Time),
    ("few", Determiner), ("first", Number), ("five", Number), ("for", Preposition),
    ("four", Number), ("friday", Time), ("from", Preposition), ("had", Auxiliary),
    ("has", Auxiliary), ("have", Auxiliary), ("having", Auxiliary), ("he", Pronoun),
    ("he'd", Pronoun), ("her", Possessive), ("here", Adverb), ("herself", Object),
    ("him", Object), ("himself", Object), ("his", Possessive), ("how", Subordinator),
    ("however", Adverb), ("hundred", Number), ("i", Pronoun), ("if", Subordinator),
    ("in", Preposition), ("including", Preposition), ("inside", Preposition), ("instead", Adverb),
    ("into", Preposition), ("is", Auxiliary), ("isn't", Auxiliary), ("it", Pronoun),
    ("its", Possessive), ("itself", Object), ("jan.", Time), ("january", Time), ("july", Time),
    ("june", Time), ("just", Adverb), ("later", Adverb), ("less", Adverb), ("let", Auxiliary),
    ("like", Preposition), ("many", Determiner), ("march", Time), ("may", Auxiliary),
    ("maybe", Adverb), ("me", Object), ("might", Auxiliary), ("million", Number),
    ("monday", Time), ("month", Time), ("more", Adverb), ("morning", Time), ("most", Determiner),
    ("much", Adverb), ("must", Auxiliary), ("my", Possessive), ("myself", Object),
    ("near", Preposition), ("never", Adverb), ("night", Time), ("nine", Number),
    ("no", Determiner), ("nobody", Indefinite), ("nor", Conjunction), ("not", Adverb),
    ("nothing", Indefinite), ("nov.", Time), ("november", Time), ("now", Adverb), ("oct.", Time),
    ("october", Time), ("of", Preposition), ("off", Preposition), ("often", Adverb),
    ("on", Preposition), ("once", Subordinator), ("one", Indefinite), ("only", Adverb),
    ("onto", Preposition), ("or", Conjunction), ("others", Indefinite), ("our", Possessive),
    ("ourselves", Object), ("out", Preposition), ("outside", Preposition), ("over", Preposition),
    ("per", Preposition), ("perhaps", Adverb), ("quite", Adverb), ("rather", Adverb),
    ("regarding", Preposition), ("saturday", Time), ("second", Number), ("sept.", Time),
    ("september", Time), ("seven", Number), ("several", Determiner), ("shall", Auxiliary),
    ("she", Pronoun), ("should", Auxiliary), ("since", Preposition), ("six", Number),
    ("so", Subordinator), ("some", Determiner), ("somebody", Indefinite), ("someone", Indefinite),
    ("something", Indefinite), ("soon", Adverb), ("still", Adverb), ("such", Determiner),
    ("sunday", Time), ("ten", Number), ("than", Preposition), ("that", That), ("the", Determiner),
    ("their", Possessive), ("them", Object), ("themselves", Object), ("then", Adverb),
    ("there", Pronoun), ("these", Determiner), ("they", Pronoun), ("this", Determiner),
    ("those", Determiner), ("though", Subordinator), ("thousand", Number), ("three", Number),
    ("through", Preposition), ("thursday", Time), ("to", To), ("today", Time), ("tomorrow", Time),
    ("tonight", Time), ("too", Adverb), ("toward", Preposition), ("towards", Preposition),
    ("tuesday", Time), ("two", Number), ("under", Preposition), ("unless", Subordinator),
    ("until", Preposition), ("up", Preposition), ("upon", Preposition), ("us", Object),
    ("very", Adverb), ("via", Preposition), ("was", Auxiliary), ("we", Pronoun),
    ("wednesday", Time), ("week", Time), ("well", Adverb), ("were", Auxiliary),
    ("what", Relative), ("whatever", Relative), ("when", Subordinator), ("where", Subordinator),
    ("whereas", Subordinator), ("whether", Subordinator), ("which", Relative),
    ("while", Subordinator), ("who", Relative), ("whoever", Relative), ("whom", Relative),
    ("whose", Relative), ("why", Subordinator), ("will", Auxiliary), ("with", Preposition),
    ("within", Preposition), ("without", Preposition), ("won't", Auxiliary), ("would", Auxiliary),
    ("year", Time), ("yesterday", Time), ("yet", Conjunction), ("you", Pronoun),
    ("your", Possessive), ("yourself", Object),
];

/// Their forms as terms know them, in order.
static FORMS: [u32; CLOSED.len()] = in_order(forms());

/// The class of the word of each form.
static CLASSES: [Class; CLOSED.len()] = classes();

/// The class of a form that has one use alone.
pub(super) fn class_of(form: u32) -> Option<Class> {
    let found = FORMS.binary_search(&form);
    found.ok().map(|index| CLASSES[index])
}

const fn forms() -> [u32; CLOSED.len()] {
    let mut forms = [0; CLOSED.len()];
    let mut index = 0;
    while index < CLOSED.len() {
        forms[index] = form(CLOSED[index].0);
        index += 1;
    }
    forms
}

const fn classes() -> [Class; CLOSED.len()] {
    let (forms, ordered) = (forms(), in_order(forms()));
    let mut classes = [Class::Open; CLOSED.len()];
    let mut index = 0;
    while index < CLOSED.len() {
        let mut word = 0;
        while forms[word] != ordered[index] {
            word += 1;
        }
        classes[index] = CLOSED[word].1;
        index += 1;
    }
    classes
}
