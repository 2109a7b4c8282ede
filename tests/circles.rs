//! No circle of files: what two files need of each other has a file of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The path of a module from the crate's root: `["text", "token"]`.
type Module = Vec<String>;

/// The files of the crate: each module with its shipped code and what it re-exports, by its last name.
struct Crate(BTreeMap<Module, (String, BTreeMap<String, Vec<String>>)>);

#[test]
fn no_files_import_each_other() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let circles = Crate::read(&source).circles();
    let shown: Vec<String> = circles.iter().map(|circle| circle.join(" → ")).collect();
    assert!(shown.is_empty(), "\n{}", shown.join("\n"));
}

#[test]
fn circles_are_found_through_every_form_of_import() {
    type Files = &'static [(&'static str, &'static str)];
    let cases: &[(&str, Files, usize)] = &[
        ("none", &[("a", "use crate::b::X;"), ("b", "")], 0),
        (
            "two files",
            &[("a", "use crate::b::X;"), ("b", "use super::a::{Y, Z};")],
            1,
        ),
        (
            "in the code",
            &[("a", "fn f() { crate::b::g() }"), ("b", "use crate::a::*;")],
            1,
        ),
        (
            "a room and its part",
            &[("a", "mod c; use c::X;"), ("a/c", "use super::Y;")],
            1,
        ),
        (
            "a room that shows its part",
            &[("a", "mod c; pub use c::X;"), ("a/c", "use super::X;")],
            0,
        ),
        (
            "through what a room shows",
            &[
                ("a", "pub use d::X;"),
                ("a/c", "use super::d::Y;"),
                ("a/d", "use crate::a::c::Z;"),
            ],
            1,
        ),
        (
            "a name that a room shows",
            &[
                ("a", "pub use c::X;"),
                ("a/c", "use super::d::Y;"),
                ("a/d", "use crate::a::X;"),
            ],
            1,
        ),
    ];
    for (case, files, expected) in cases {
        let files = files.iter().map(|(path, code)| {
            let module = path.split('/').map(str::to_owned).collect();
            (module, (*code).to_owned())
        });
        assert_eq!(Crate::new(files).circles().len(), *expected, "{case}");
    }
}

impl Crate {
    fn new(files: impl Iterator<Item = (Module, String)>) -> Self {
        let shown = |code: &str| {
            let shown = statements(code).filter(|(is_shown, _)| *is_shown);
            let paths = shown.flat_map(|(_, tree)| paths(&tree));
            paths
                .filter_map(|path| Some((path.last()?.clone(), path)))
                .collect()
        };
        Self(
            files
                .map(|(module, code)| (module, (shown(&code), code)))
                .map(|(module, (shown, code))| (module, (code, shown)))
                .collect(),
        )
    }

    fn read(source: &Path) -> Self {
        let mut files = Vec::new();
        let mut folders: Vec<PathBuf> = vec![source.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder of src") {
                let path = entry.expect("an entry of src").path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                if path.extension().is_none_or(|ending| ending != "rs") {
                    continue;
                }
                let inner = path.strip_prefix(source).expect("a path in src");
                let mut module: Module = inner
                    .with_extension("")
                    .iter()
                    .map(|part| part.to_string_lossy().into_owned())
                    .collect();
                module.pop_if(|last| last == "mod");
                if module != ["lib"] {
                    let code = fs::read_to_string(&path).expect("a source file");
                    files.push((module, shipped(&code)));
                }
            }
        }
        assert!(files.len() > 50, "the source files were not found");
        Self::new(files.into_iter())
    }

    /// The file that a path means which stands in a module, if it is another one of the crate.
    fn file_of(&self, module: &Module, path: &[String]) -> Option<Module> {
        let up = path.iter().take_while(|part| *part == "super").count();
        let (mut file, rest) = match path.first()?.as_str() {
            "crate" => (Module::new(), &path[1..]),
            "self" => (module.clone(), &path[1..]),
            _ => (
                module[..module.len().checked_sub(up)?].to_vec(),
                &path[up..],
            ),
        };
        let mut rest = rest.iter().peekable();
        while let Some(part) = rest.peek() {
            file.push((*part).clone());
            if !self.0.contains_key(&file) {
                file.pop();
                break;
            }
            rest.next();
        }
        let (_, shown) = self.0.get(&file)?;
        let behind = rest.next().and_then(|name| shown.get(name));
        let file = behind
            .and_then(|path| self.file_of(&file, path))
            .unwrap_or(file);
        Some(file)
    }

    /// The files that a file imports.
    fn imports(&self, module: &Module) -> BTreeSet<Module> {
        let (code, _) = &self.0[module];
        let uses = statements(code).filter(|(is_shown, _)| !is_shown);
        let mut all: Vec<Vec<String>> = uses.flat_map(|(_, tree)| paths(&tree)).collect();
        all.extend(paths_in_code(code));
        let is_local = |path: &Vec<String>| {
            let first = path.first().map(String::as_str);
            let mut child = module.clone();
            child.extend(path.first().cloned());
            matches!(first, Some("crate" | "super" | "self")) || self.0.contains_key(&child)
        };
        let files = all.iter().filter(|path| is_local(path));
        let files = files.filter_map(|path| self.file_of(module, path));
        files.filter(|file| file != module).collect()
    }

    /// The circles, each by the names of its files; a file stands in one at most.
    fn circles(&self) -> Vec<Vec<String>> {
        let imports: BTreeMap<&Module, BTreeSet<Module>> = self
            .0
            .keys()
            .map(|module| (module, self.imports(module)))
            .collect();
        let modules = self.0.keys();
        let reached: BTreeMap<&Module, BTreeSet<&Module>> = modules
            .map(|module| (module, reach(&imports, module)))
            .collect();
        let mut circles = BTreeSet::new();
        for module in self
            .0
            .keys()
            .filter(|module| reached[module].contains(module))
        {
            let others = reached[module].iter();
            let circle = others.filter(|other| reached[**other].contains(module));
            circles.insert(circle.map(|file| file.join("::")).collect::<Vec<_>>());
        }
        circles.into_iter().collect()
    }
}

/// Every file that can be reached from one, by its imports and theirs.
fn reach<'m>(
    imports: &'m BTreeMap<&Module, BTreeSet<Module>>,
    from: &'m Module,
) -> BTreeSet<&'m Module> {
    let mut seen = BTreeSet::new();
    let mut next = vec![from];
    while let Some(module) = next.pop() {
        next.extend(imports[module].iter().filter(|file| seen.insert(*file)));
    }
    seen
}

/// The code without its comments and its tests, which stand at the end of a file.
fn shipped(code: &str) -> String {
    let code = code.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The `use` statements: whether each shows what it imports to others, and its tree.
fn statements(code: &str) -> impl Iterator<Item = (bool, String)> {
    let found = code.split(';').filter_map(|statement| {
        let at = statement.rfind("use ")?;
        let before = statement[..at].trim_end();
        let is_statement =
            before.is_empty() || before.ends_with([')', ']', '}', ';']) || before.ends_with("pub");
        let is_shown = before.ends_with("pub")
            || before.ends_with("pub(crate)")
            || before.ends_with("pub(super)");
        is_statement.then(|| (is_shown, statement[at + 4..].to_owned()))
    });
    found.collect::<Vec<_>>().into_iter()
}

/// The paths of a tree: `a::{b, c::d}` has `a::b` and `a::c::d`.
fn paths(tree: &str) -> Vec<Vec<String>> {
    let tree = tree.trim();
    let Some((before, group)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or_default();
        let parts = path.split("::").map(|part| part.trim().to_owned());
        return vec![
            parts
                .filter(|part| !part.is_empty() && part != "*")
                .collect(),
        ];
    };
    let first: Vec<String> = before
        .split("::")
        .map(|part| part.trim().to_owned())
        .filter(|part| !part.is_empty())
        .collect();
    let mut depth = 0;
    let is_part_end = |c: char| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == ',' && depth == 0
    };
    let group = group.trim_end().strip_suffix('}').unwrap_or(group);
    let parts = group
        .split(is_part_end)
        .filter(|part| !part.trim().is_empty());
    let with_first = |path: Vec<String>| first.iter().cloned().chain(path).collect();
    parts.flat_map(paths).map(with_first).collect()
}

/// The paths that stand in the code itself: `crate::text::lower_cased(word)`.
fn paths_in_code(code: &str) -> Vec<Vec<String>> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let is_import = |statement: &&str| statement.split_whitespace().any(|word| word == "use");
    let code = code.replace("(in crate", "(in");
    let code = code.split(';').filter(|statement| !is_import(statement));
    let words = code.flat_map(|code| code.split(|c| !is_part(c)));
    words
        .filter(|word| word.contains("::"))
        .flat_map(paths)
        .collect()
}
