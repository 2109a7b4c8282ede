//! How fast names are found: `cargo bench --bench tagger`.

#[path = "../tests/support/mod.rs"]
mod support;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use newslight::dev::entities::find;
use newslight::dev::text::Document;
use support::gold;

fn names(criterion: &mut Criterion) {
    let articles: Vec<String> = gold::articles()
        .into_iter()
        .map(|article| article.text)
        .collect();
    let characters: usize = articles.iter().map(|text| text.chars().count()).sum();
    let mut group = criterion.benchmark_group("characters");
    group.throughput(Throughput::Elements(characters as u64));
    group.bench_function("tokens", |bencher| {
        bencher.iter(|| {
            for text in &articles {
                black_box(Document::new(black_box(text)));
            }
        });
    });
    group.bench_function("names", |bencher| {
        bencher.iter(|| {
            for text in &articles {
                black_box(find(&Document::new(black_box(text))));
            }
        });
    });
    group.finish();
}

criterion_group!(benches, names);
criterion_main!(benches);
