//! Words for people: titles before a name, nouns for what somebody is, and the gender that
//! either of them tells.

use std::sync::LazyLock;

use crate::hash::{HashedMap, hash_of};

/// The gender of a person, as far as the words of a text tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// Spoken of as “he”.
    Male,
    /// Spoken of as “she”.
    Female,
}

/// What a word tells of a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PersonWord {
    /// A title that says no more than that a name follows, and perhaps a gender: “Mrs.”.
    pub is_courtesy: bool,
    /// The title of an office or a calling that stands before a name: “Sen.”, “President”.
    pub is_title: bool,
    /// A noun for what somebody does or is: “spokeswoman”, “mayor”.
    pub is_role: bool,
    /// A noun for what somebody is to another: “predecessor”, “daughter”.
    pub is_relative: bool,
    /// A noun for somebody from a country or region, which is no adjective as well: “Dane”.
    pub is_demonym: bool,
    /// The gender that the word tells.
    pub gender: Option<Gender>,
}

const COURTESIES: &str = "dame lady lord madam miss mr mrs ms mx sir";

/// Titles, abbreviated ones without their dot.
const TITLES: &str = "\
    adm ald alderman alhaja alhaji amb ambassador archbishop atty barr barrister bishop brig \
    brother cantor capt captain cardinal chancellor chief cllr cmdr col colonel commissioner \
    congressman congresswoman councillor councilman councilwoman cpl datuk det detective dr \
    engineer engr father fr gen general gov governor hon imam insp inspector judge justice king \
    lt maj major mallam mayor minister msgr officer pope premier president prince princess prof \
    professor pvt queen rabbi rep representative rev reverend sen senator sgt sheikh sheriff \
    shri sister smt speaker supt";

const ROLES: &str = "\
    accountant activist actor actress administrator adviser advisor advocate aide ally \
    ambassador analyst anchor anchorman anchorwoman archbishop architect artist astronaut \
    astronomer attorney aunt author baker banker barista baroness barrister bartender \
    bassist beekeeper billionaire biologist bishop blogger bookkeeper bookseller boss \
    boyfriend bricklayer broker brother builder businessman businessperson businesswoman \
    candidate captain cardinal cardiologist caretaker cashier cellist ceo \
    cfo chair chairman chairperson chairwoman chancellor chef chemist chief cleaner clerk \
    climatologist coach colleague columnist comedian commander commentator commissioner \
    commuter composer conductor congressman congresswoman conservator consultant contender \
    contractor coordinator coroner correspondent councillor councilman councilor councilwoman \
    counsel counsellor counselor counterpart courier cousin creator creditor critic curator \
    cyclist czar dancer daughter dean defendant defender delegate dentist deputy designer \
    detective developer diplomat director doctor donor driver drummer duchess duke ecologist \
    economist editor educator electrician emir emperor engineer entrepreneur envoy \
    epidemiologist executive expert farmer father fiance fiancee filmmaker financier firebrand \
    firefighter fisherman florist forward founder freshman friend frontman frontrunner \
    gardener general geneticist geologist girlfriend goalkeeper golfer governor granddaughter \
    grandfather grandmother grandson grocer guard guitarist hairdresser head headmaster \
    headmistress heir heiress herder historian hopeful host hostess hubby husband imam incumbent \
    inmate insider inspector instructor interlocutor intern inventor investigator investor \
    janitor journalist judge jurist justice keeper king landlord laureate lawmaker lawyer lead \
    leader lecturer legislator librarian lieutenant lobbyist magistrate magnate major manager \
    mathematician mayor mechanic meteorologist midfielder midwife millionaire minister \
    model moderator mogul monk mother motorist mum musician nanny negotiator neighbor neighbour \
    nephew neurologist neurosurgeon niece nominee novelist nun nurse oceanographer officer \
    official ombudsman operative opponent organiser organizer owner paediatrician painter paramedic \
    parishioner parliamentarian partner passenger pastor pathologist patient pediatrician \
    pensioner pharmacist philanthropist philosopher photographer physician physicist pianist \
    pilot pitcher plaintiff player playwright plumber poet politician pollster pope postmaster \
    predecessor premier presenter president priest prince princess principal producer \
    professor programmer promoter prosecutor provost psychiatrist psychologist psychotherapist \
    publicist publisher quarterback queen rabbi ranger rapper realtor receptionist rector \
    referee registrar reporter representative researcher resident retiree rival rower sailor \
    salesman scholar scientist screenwriter sculptor seamstress secretary seismologist senator \
    sergeant sheikh sheriff shopkeeper singer sister skipper socialist sociologist \
    soldier solicitor son songwriter speaker specialist spokesman spokesperson spokeswoman \
    sprinter staffer star statesman statistician stepfather stepmother strategist striker \
    student substitute successor superintendent supervisor surgeon surrogate surveyor survivor \
    suspect swimmer taxidermist teacher technician tenant theologian trader trainer treasurer \
    trucker trustee tsar tutor tycoon uncle undersecretary veteran veterinarian vicar victim \
    violinist virologist vocalist volunteer waiter waitress warden welder whistleblower widow \
    widower wife winemaker witness writer zoologist";

const RELATIVES: &str = "\
    ally aunt boyfriend brother colleague counterpart cousin daughter father fiance fiancee \
    friend girlfriend granddaughter grandfather grandmother grandson hubby husband interlocutor \
    mother mum neighbor neighbour nephew niece opponent partner predecessor rival sister son \
    stepfather stepmother successor uncle widow widower wife";

const DEMONYMS: &str = "\
    aussie brit briton croat dane dutchman dutchwoman englishman englishwoman filipina filipino \
    finn frenchman frenchwoman icelander irishman irishwoman kiwi kurd londoner pole scot scotsman \
    scotswoman serb slovene spaniard swede turk welshman welshwoman";

const MALE: &str = "\
    lord mr sir congressman councilman actor anchorman boy boyfriend brother businessman \
    chairman congressman councilman duke emir emperor father fiance fisherman frontman \
    gentleman grandfather grandson guy headmaster hubby husband imam king man monk nephew pope priest \
    prince salesman sheikh son spokesman statesman stepfather uncle widower";

const FEMALE: &str = "\
    dame lady madam miss mrs ms congresswoman councilwoman actress anchorwoman aunt baroness \
    businesswoman chairwoman congresswoman councilwoman daughter duchess fiancee girl \
    girlfriend granddaughter grandmother headmistress heiress hostess lady midwife mother mum niece \
    nun princess queen sister spokeswoman stepmother widow wife woman";

/// What a word tells of a person, whatever its case and with or without the dot of an
/// abbreviation; nothing for all other words.
pub fn person_word(word: &str) -> PersonWord {
    /// No word of the lists has more letters.
    const LONGEST: usize = 17;
    static WORDS: LazyLock<HashedMap<PersonWord>> = LazyLock::new(|| {
        let mut words: HashedMap<PersonWord> = HashedMap::default();
        let mut tell = |list: &'static str, fact: fn(&mut PersonWord)| {
            for word in list.split(' ') {
                fact(words.entry(hash_of(word)).or_default());
            }
        };
        tell(COURTESIES, |word| word.is_courtesy = true);
        tell(TITLES, |word| word.is_title = true);
        tell(ROLES, |word| word.is_role = true);
        tell(RELATIVES, |word| word.is_relative = true);
        tell(DEMONYMS, |word| word.is_demonym = true);
        tell(MALE, |word| word.gender = Some(Gender::Male));
        tell(FEMALE, |word| word.gender = Some(Gender::Female));
        words
    });
    let letters = word.trim_end_matches('.').as_bytes();
    let mut small = [0; LONGEST];
    let Some(small) = small.get_mut(..letters.len()) else {
        return PersonWord::default();
    };
    small.copy_from_slice(letters);
    small.make_ascii_lowercase();
    let small = str::from_utf8(small).unwrap_or_default();
    WORDS.get(&hash_of(small)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_too_long_to_be_looked_up() {
        let lists = [COURTESIES, TITLES, ROLES, RELATIVES, DEMONYMS, MALE, FEMALE];
        for word in lists.iter().flat_map(|list| list.split(' ')) {
            assert_ne!(person_word(word), PersonWord::default(), "{word}");
        }
    }

    #[test]
    fn words_for_people_tell_what_they_tell() {
        assert!(person_word("Mrs.").is_courtesy && !person_word("president").is_courtesy);
        assert!(person_word("sen").is_title && !person_word("mr").is_title);
        assert!(person_word("spokeswoman").is_role && !person_word("woman").is_role);
        assert!(person_word("dane").is_demonym && !person_word("danish").is_demonym);
        assert!(person_word("predecessor").is_relative && !person_word("mayor").is_relative);
        let genders: &[(&str, Option<Gender>)] = &[
            ("mrs", Some(Gender::Female)),
            ("actress", Some(Gender::Female)),
            ("chairman", Some(Gender::Male)),
            ("judge", None),
            ("", None),
        ];
        for (word, gender) in genders {
            assert_eq!(person_word(word).gender, *gender, "{word}");
        }
    }
}
