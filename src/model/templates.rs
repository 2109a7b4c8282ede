//! The templates of the features of the speaker model: their numbers are part of the slots that training and reading
//! share. No two templates of a decision can have one number: the compiler rejects it.

/// A list of the templates of one decision, as numbers below 256.
macro_rules! templates {
    ($(#[$about:meta])* $list:ident { $($template:ident = $number:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        #[allow(missing_docs)]
        pub enum $list {
            $($template = $number,)+
        }

        impl From<$list> for u32 {
            fn from(template: $list) -> Self {
                template as Self
            }
        }
    };
}

templates! {
    /// What indicates a cue.
    CueTemplate {
        Bias = 0,
        Stem = 1,
        Form = 2,
        Ending = 3,
        Class = 4,
        WordSecondBefore = 5,
        WordBefore = 6,
        WordAfter = 7,
        WordSecondAfter = 8,
        WordThirdAfter = 9,
        ClassSecondBefore = 10,
        ClassBefore = 11,
        ClassAfter = 12,
        ClassSecondAfter = 13,
        ClassThirdAfter = 14,
        StemClassAfter = 15,
        StemClassBefore = 16,
        StemWordAfter = 17,
        StemWordBefore = 18,
        ClassesAround = 19,
        ClassesBeforeAndAfter = 20,
        ClassesAfter = 21,
        FormClassesAround = 22,
        WordClass = 23,
        WordClassClassAfter = 24,
        WordClassClassBefore = 25,
        WordClassBefore = 26,
        WordClassAfter = 27,
        WordClassesBefore = 28,
        WordClassesAfter = 29,
        MarkAhead = 30,
        MarkBehind = 31,
        StemMarks = 32,
        ThatAhead = 33,
        StemThat = 34,
        SayingBehind = 35,
        StemSaying = 36,
        SentenceStart = 37,
        SentenceEnd = 38,
        WithinMarks = 39,
        Title = 40,
    }
}

templates! {
    /// What indicates where a reported clause begins and ends.
    ClauseTemplate {
        StartDistance = 0,
        StartClass = 1,
        StartForm = 2,
        StartClassBefore = 3,
        StartFormBefore = 4,
        StartClasses = 5,
        StemStartClass = 6,
        StemStartDistance = 7,
        StemStartForm = 8,
        CueStartClass = 9,
        CueStartClassBefore = 10,
        StartOfWindow = 11,
        StartClassAfter = 12,
        SkippedDistance = 13,
        SkippedStem = 14,
        StartCuesBetween = 15,
        StartCueBeside = 16,
        EndDistance = 20,
        EndClass = 21,
        EndForm = 22,
        EndClassBefore = 23,
        EndClasses = 24,
        EndOfWindow = 25,
        StemEndClass = 26,
        StemEndOfWindow = 27,
        EndClassAfter = 28,
        EndForms = 29,
        EndDistanceClass = 30,
        EndClassFormAfter = 31,
        EndAtCue = 32,
        EndRest = 33,
        EndCuesBetween = 34,
        Side = 40,
        SideStem = 41,
        Length = 42,
        StemLength = 43,
        OpeningWhole = 44,
        OpeningFollower = 45,
        WholeCueClass = 46,
        WholeClassAfterCue = 47,
        WholeClassBeforeCue = 48,
        Commas = 49,
        Dashes = 50,
        Balanced = 51,
        VerbsFollower = 52,
        VerbsStem = 53,
        QuotedEdges = 54,
        CuesWithin = 55,
        SecondFormClassAfter = 56,
        SecondClasses = 57,
        SecondDistance = 58,
        SecondForm = 59,
        SecondOpening = 60,
    }
}

templates! {
    /// What indicates whether words within marks are credited, and whether they are a quote of their own.
    QuotationTemplate {
        Bias = 0,
        Length = 1,
        Closed = 2,
        Continues = 3,
        FirstClass = 4,
        FirstForm = 5,
        LastClass = 6,
        ClassAfter = 7,
        FormAfter = 8,
        ClassBefore = 9,
        FormBefore = 10,
        FormSecondBefore = 11,
        ClassBeforeFirstClass = 12,
        ClassesAfter = 13,
        EdgesOfParagraph = 14,
        OpensSentence = 15,
        Capitals = 16,
        CueAhead = 17,
        CueBehind = 18,
        Cues = 19,
        CueAheadClassBefore = 20,
        CueBehindLastClass = 21,
        SurestCue = 22,
        StemAhead = 23,
        StemBehind = 24,
        QuotationBefore = 25,
        QuotationAfter = 26,
        WordClassBefore = 30,
        WordClassAfter = 31,
        WordClassSecondBefore = 32,
        FirstWordClass = 33,
        LastWordClass = 34,
    }
}

templates! {
    /// What indicates whether words within marks go on with the quote before them.
    ContinuationTemplate {
        Place = 0,
        Distance = 1,
        Marks = 2,
        ClassBeforeMark = 3,
        ClassBefore = 4,
        FirstClass = 5,
        EdgesOfGap = 6,
        FormBefore = 7,
        CuesBetween = 8,
        FirstCue = 9,
        LastCue = 10,
        FirstStem = 11,
        FirstAndLastCue = 12,
        Sentences = 13,
        CueAfter = 14,
        CueAfterSentences = 15,
        CuesBetweenClassAfter = 16,
        Length = 17,
        CuesBetweenLastCue = 18,
        Attributions = 19,
        AttributionsEdge = 20,
        AttributionsDistance = 21,
    }
}

templates! {
    /// What indicates which cue, or none, reports a direct quote.
    DirectCueTemplate {
        NoneBias = 0,
        NoneCount = 1,
        NoneParagraph = 2,
        NoneClassBefore = 3,
        Likely = 10,
        Distance = 11,
        Edge = 12,
        Stem = 13,
        StemAlone = 14,
        DistanceEdge = 15,
        DistanceLikely = 16,
        ClassEdge = 17,
        Rivals = 18,
        Commas = 19,
        Count = 20,
        ClassAfter = 21,
        Attribution = 22,
    }
}

templates! {
    /// What indicates who, or nobody, is credited.
    SpeakerTemplate {
        NoneBias = 0,
        NoneStem = 1,
        NoneClasses = 2,
        NoneFormBefore = 3,
        NoneFormAfter = 4,
        NoneForm = 5,
        NoneLast = 6,
        Kind = 10,
        Word = 11,
        LastKind = 12,
        LastOrder = 13,
        Apart = 20,
        Gap = 21,
        KindGap = 22,
        Between = 23,
        KindBetween = 24,
        Shape = 25,
        KindShape = 26,
        Colon = 27,
        StemOrder = 30,
        StemGap = 31,
        CueClass = 32,
        CueForm = 33,
        CueClassGap = 34,
        FormAfterCue = 35,
        ClassBeforeCue = 36,
        StemFormBefore = 37,
        Subject = 38,
        ClassBefore = 40,
        FormBefore = 41,
        ClassAfter = 42,
        FormAfter = 43,
        ClassesAround = 44,
        OpensSentence = 45,
        FirstClassLength = 46,
        HeadStem = 47,
        HeadEnding = 48,
        HeadWordClassPerson = 54,
        HeadWordClass = 55,
        FirstWordClassClassBefore = 56,
        FirstWordClassHeadClass = 57,
        HeadPerson = 58,
        Holder = 59,
    }
}

templates! {
    /// What indicates how sure a speaker is.
    ConfidenceTemplate {
        Kind = 0,
        Reported = 1,
        Chosen = 2,
        ReportedChosen = 3,
        Reference = 4,
        Stem = 5,
        HasCue = 6,
        CueWordClass = 11,
        ShapeClass = 12,
        ShapeSaying = 13,
        Opening = 14,
        StemOpening = 15,
        Length = 16,
        ClassesAroundCue = 17,
        Follower = 19,
        NobodyClass = 20,
        SpeakerPlace = 21,
        SpeakerWordClassPerson = 22,
        SpeakerWordClassSide = 23,
        SpeakerShape = 24,
        OpeningWordClass = 26,
        Title = 27,
        TitleLength = 28,
        NobodyStem = 29,
        SpeakerClass = 30,
    }
}
