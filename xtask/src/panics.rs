//! Takes out of a module what nobody needs there: the messages of panics, which a browser prints nowhere, and the futures
//! that wasm-bindgen brings along. A panic is a trap with or without a message.

use anyhow::{Result, ensure};
use walrus::{FunctionBuilder, FunctionId, FunctionKind, LocalFunction, Module, passes};

/// What makes the messages and awaits promises, by what the names of its functions hold.
const UNUSED: [&str; 13] = [
    "js_sys::futures::",
    "core::panicking::",
    "std::panicking::",
    "core::str::slice_error_fail",
    "core::slice::index::slice_index_fail",
    "core::option::unwrap_failed",
    "core::option::expect_failed",
    "core::result::unwrap_failed",
    "core::cell::panic_already",
    "core::unicode::printable",
    "::raw_vec::handle_error",
    "::raw_vec::capacity_overflow",
    "std::thread::local::panic_access_error",
];

/// What writes values as text: all of it goes where nothing else does so.
const FORMATTERS: [&str; 3] = ["core::fmt::", "alloc::fmt::", "::escape_debug"];

/// Makes traps of those functions, in a module that may still have formatted strings or that has none.
pub fn silence(module: &mut Module, formats: bool) -> Result<()> {
    let mut traps = Vec::new();
    for (id, _) in module.funcs.iter_local() {
        let name = plain(module.funcs.get(id).name.as_deref().unwrap_or_default());
        ensure!(
            formats || !name.starts_with("alloc::fmt::format"),
            "the page's part formats a string: `[…].concat()` makes one without four kilobytes"
        );
        let holds = |part: &&str| name.contains(*part);
        if UNUSED.iter().any(&holds) || !formats && FORMATTERS.iter().any(holds) {
            traps.push(id);
        }
    }
    for id in traps {
        let trap = trap_of(module, id);
        module.funcs.get_mut(id).kind = FunctionKind::Local(trap);
    }
    passes::gc::run(module);
    Ok(())
}

/// A function of the same type that only traps.
fn trap_of(module: &mut Module, id: FunctionId) -> LocalFunction {
    let kind = module.types.get(module.funcs.get(id).ty());
    let (params, results) = (kind.params().to_vec(), kind.results().to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
    builder.func_body().unreachable();
    let args = params.iter().map(|&param| module.locals.add(param));
    builder.local_func(args.collect())
}

/// A name without the hashes of its crates.
fn plain(name: &str) -> String {
    let mut is_hash = false;
    let keeps = |&c: &char| {
        is_hash |= c == '[';
        let keeps = !is_hash;
        is_hash &= c != ']';
        keeps
    };
    name.chars().filter(keeps).collect()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn names_are_read_without_hashes() {
        let cases = [
            (
                "core[c5930c85a12de822]::panicking::panic_fmt",
                "core::panicking::panic_fmt",
            ),
            ("core::fmt::write", "core::fmt::write"),
        ];
        for (name, expected) in cases {
            assert_eq!(plain(name), expected);
        }
    }
}
