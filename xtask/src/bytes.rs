//! How many bytes of code each file of rules is worth: the sizes of its functions in the module, by their names.

use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result};
use walrus::Module;

use crate::tools::{WASM, add_wasm_target, cargo, root, run};

/// The folders of rules, by the tables that measure them.
const FOLDERS: [(&str, &[&str]); 4] = [
    ("names", &["entities/rules"]),
    ("links", &["entities/link"]),
    ("quotes", &["quotes/layouts", "quotes/frames"]),
    ("coref", &["coref"]),
];

/// Prints, for each file of rules of one table or of all, the bytes of its functions. What the compiler has made part of a
/// function of another file counts there, and closures count where they are written.
pub fn print(table: Option<&str>) -> Result<()> {
    add_wasm_target()?;
    let folder = root().join("target/bytes");
    // Only such names say in which file a closure is written that is called by its address, as rules are.
    let build = ["rustc", "--quiet", "--lib", "--release", "--target", WASM];
    run(cargo(&build)
        .args(["--features", "annotator", "--crate-type", "cdylib"])
        .arg("--target-dir")
        .arg(&folder)
        .args(["--", "-Csymbol-mangling-version=v0"]))?;
    let module = Module::from_file(folder.join(WASM).join("release/newslight.wasm"))?;
    let functions = module.funcs.iter_local().map(|(id, function)| {
        let name = module.funcs.get(id).name.clone().unwrap_or_default();
        let length = function.original_range.as_ref().map_or(0, Range::len);
        (name, length)
    });
    let functions: Vec<(String, usize)> = functions.collect();
    println!(
        "{:28}  bytes of code before compression, of {} in all",
        "",
        sum(&functions, |_| true)
    );
    for (name, folders) in FOLDERS {
        if table.is_some_and(|table| table != name) {
            continue;
        }
        let mut files = Vec::new();
        for folder in folders {
            list(&root().join("src").join(folder), folder, &mut files)?;
        }
        files.sort();
        println!("{name}");
        for file in &files {
            let bytes = sum(&functions, |name| owner(&files, name) == Some(file));
            println!("{file:28} {bytes:7}");
        }
    }
    Ok(())
}

/// The bytes of the functions that have some names.
fn sum(functions: &[(String, usize)], is_wanted: impl Fn(&str) -> bool) -> usize {
    let wanted = functions.iter().filter(|(name, _)| is_wanted(name));
    wanted.map(|(_, length)| length).sum()
}

/// The file that a function is from, by its name: of several the one whose module lies deepest.
fn owner<'f>(files: &'f [String], function: &str) -> Option<&'f String> {
    let found = files
        .iter()
        .filter(|file| function.contains(&mangled(file)));
    found.max_by_key(|file| file.split('/').count())
}

/// The end of a module's path as the names of functions have it: each part behind its length.
fn mangled(file: &str) -> String {
    let parts: Vec<&str> = file.split('/').collect();
    let last = parts[parts.len().saturating_sub(2)..].iter();
    last.map(|part| format!("{}{part}", part.len())).collect()
}

/// Adds the files of a folder, tests left out, each as the path of its module.
fn list(folder: &Path, module: &str, files: &mut Vec<String>) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    for entry in entries {
        let path = entry?.path();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let inner = format!("{module}/{stem}");
        match &*stem {
            "tests" => {}
            "mod" => files.push(module.to_owned()),
            _ if path.is_dir() => list(&path, &inner, files)?,
            _ => files.push(inner),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_is_from_the_file_that_lies_deepest() {
        let files = ["entities/rules/vote", "entities/rules/vote/missed"].map(String::from);
        let cases = [
            (
                "_RNvYNCNvNtNtCs9_9newslight8entities5rules4vote4RULE0INtCs1_4core6FnOnceE9call_once",
                Some(0),
            ),
            (
                "_RNvNtNtNtCs9_9newslight8entities5rules4vote6missed12longest_form",
                Some(1),
            ),
            ("_RNvNtNtCs9_9newslight8entities5rules5posts4post", None),
        ];
        for (function, expected) in cases {
            assert_eq!(
                owner(&files, function),
                expected.map(|at: usize| &files[at]),
                "{function}"
            );
        }
    }
}
