//! Makes the package: the crate as WebAssembly, with the JavaScript that loads it, in `www/pkg`; the
//! folder that a site serves; and copies of the demo.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::tools::{WASM, add_wasm_target, cargo, program, root, run, say};
use crate::{join, locals, marks, panics, styles};

/// Where what was made of the crate goes.
fn package() -> PathBuf {
    root().join("www/pkg")
}

/// The folder that a site serves as it is: what npm packs as well.
const SHIPPED: &str = "dist/newslight";

/// Makes the package; it needs nothing but Rust.
///
/// What rustc makes is shipped as it is: after wasm-opt (Binaryen 132, from -O1 to -Oz) the module was
/// larger once compressed and, from -O2 on, a fifth slower in V8.
pub fn build() -> Result<()> {
    add_wasm_target()?;
    say("building the crate for the browser: a minute or two the first time, then seconds");
    // Linking takes one core most of the time: so each module has its own.
    thread::scope(|scope| {
        let builds = MODULES.map(|(feature, _)| scope.spawn(|| compile(feature)));
        let done = builds.map(|build| build.join().expect("no panic while it waits for cargo"));
        done.into_iter().collect::<Result<()>>()
    })?;
    let folder = package();
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    for (feature, name) in MODULES {
        let built = target_of(feature).join(WASM).join("release/newslight.wasm");
        bind(&built, name)?;
    }
    join_parts()?;
    ship()
}

/// The modules of the package, each by the feature of the crate that makes it and by its name: what annotates a text, and
/// what reads and paints a page.
const MODULES: [(&str, &str); 2] = [("annotator", "newslight"), ("page", "page")];

/// Leaves loops as they are written: with what is in them repeated the modules were 7 KB larger as brotli sends them, and
/// nothing was quicker.
const ROLLED: [&str; 2] = ["--", "-Cllvm-args=-unroll-runtime=false"];

fn compile(feature: &str) -> Result<()> {
    let build = ["rustc", "--lib", "--release", "--target", WASM];
    run(cargo(&build)
        .args(["--features", feature, "--target-dir"])
        .arg(target_of(feature))
        .args(ROLLED))
}

/// Where a module is built: cargo would take the one for the other, for both are the crate.
fn target_of(feature: &str) -> PathBuf {
    root().join("target").join(feature)
}

/// Puts together the folder that a site serves.
fn ship() -> Result<()> {
    let www = root().join("www");
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        fs::copy(root().join(licence), www.join(licence))?;
    }
    let folder = root().join(SHIPPED);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    for part in ["", "bin", "words", "pkg"] {
        copy(&www.join(part), &folder.join(part), is_shipped)?;
    }
    for part in ["", "words"] {
        shrink(&folder.join(part))?;
    }
    say(&format!(
        "the package is in {SHIPPED}: a server can serve this folder as it is"
    ));
    Ok(())
}

/// Makes the scripts of a folder as small as they can be: every page loads them. Maps lie beside.
fn shrink(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".js") {
            let (script, map) = join::shrink(&name, &fs::read_to_string(&path)?)?;
            fs::write(&path, script)?;
            fs::write(folder.join(format!("{name}.map")), map)?;
        }
    }
    Ok(())
}

/// Whether a file of www is part of the package; `files` in its package.json says the same.
fn is_shipped(name: &str) -> bool {
    let ends = [
        ".js", ".ts", ".css", ".json", ".md", ".png", ".wasm", ".map",
    ];
    let is_kind = ends.iter().any(|end| name.ends_with(end)) || name.starts_with("LICENSE");
    is_kind && name != "package-lock.json"
}

/// Copies the files of a folder that are wanted into another.
fn copy(from: &Path, to: &Path, is_wanted: fn(&str) -> bool) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("{} cannot be made", to.display()))?;
    let files = fs::read_dir(from).with_context(|| format!("{} is missing", from.display()))?;
    for entry in files {
        let file = entry?;
        let name = file.file_name();
        if file.file_type()?.is_file() && is_wanted(&name.to_string_lossy()) {
            fs::copy(file.path(), to.join(name))?;
        }
    }
    Ok(())
}

/// Makes the package and copies the demo with it into a folder, from which any host can serve it.
pub fn demo(folder: &Path) -> Result<()> {
    build()?;
    copy_demo(folder)?;
    say(&format!("the demo is in {}", folder.display()));
    Ok(())
}

/// The folders of www that the demo is made of, apart from www itself.
const DEMO: [&str; 5] = ["", "articles", "demo", "pkg", "words"];

/// The ends of the names of files that a browser loads.
const SERVED: [&str; 4] = [".html", ".css", ".js", ".wasm"];

fn copy_demo(folder: &Path) -> Result<()> {
    for part in DEMO {
        let is_served = |name: &str| SERVED.iter().any(|end| name.ends_with(end));
        copy(
            &root().join("www").join(part),
            &folder.join(part),
            is_served,
        )?;
    }
    Ok(())
}

/// The packages of `www/package-lock.json`, once.
pub fn install_node_packages() -> Result<()> {
    let lock = root().join("www/package-lock.json");
    let installed = root().join("www/node_modules/.package-lock.json");
    let modified = |path: &Path| fs::metadata(path).and_then(|file| file.modified());
    if let (Ok(lock), Ok(installed)) = (modified(&lock), modified(&installed))
        && lock <= installed
    {
        return Ok(());
    }
    say("npm ci in www");
    run(&mut program(
        "npm",
        &["ci", "--no-audit", "--no-fund"],
        "www",
    ))
    .context("Node.js 20 or newer, with npm, is needed: https://nodejs.org")
}

/// Lets wasm-bindgen write a module and its JavaScript; and joins our own to that of the page's part.
fn bind(wasm: &Path, name: &str) -> Result<()> {
    let folder = package();
    let mut made = Bindgen::new()
        .input_path(wasm)
        .out_name(name)
        .web(true)?
        .omit_default_module_path(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()
        .context("wasm-bindgen could not read the module")?;
    panics::silence(made.wasm_mut(), name != "page")?;
    locals::reorder(made.wasm_mut());
    let imports = made.wasm_mut().imports.iter_mut();
    let shorter = shorten(imports.map(|import| &mut import.name));
    made.emit(&folder)?;
    let script = folder.join(format!("{name}.js"));
    let mut made = fs::read_to_string(&script)?;
    for (long, short) in shorter {
        made = made.replace(&long, &short);
    }
    let (joined, map) = match name {
        "page" => {
            let www = root().join("www");
            let made = [&*made, &styles::script(&www, &PAGE_SHEETS)?];
            join::join("page.js", &made, &www.join("core"))?
        }
        _ => join::shrink(&format!("{name}.js"), &made)?,
    };
    fs::write(&script, joined)?;
    fs::write(folder.join(format!("{name}.js.map")), map)?;
    Ok(())
}

/// The style sheets that every page needs, by the names that scripts import them by, and those of the interface.
const PAGE_SHEETS: [(&str, &str); 2] = [
    ("highlightStyles", "newslight.css"),
    ("openerStyles", "interface/opener.css"),
];
const INTERFACE_SHEETS: [(&str, &str); 1] = [("panelStyles", "interface/panel.css")];

/// Joins what reads one article, and what a page fetches once its reader asks for the panel or a card, with what the
/// package exports beside.
fn join_parts() -> Result<()> {
    let www = root().join("www");
    let looks = styles::script(&www, &INTERFACE_SHEETS)?;
    let interface = [&*marks::script(), &looks];
    for (part, made) in [("reading", &[][..]), ("interface", &interface)] {
        let name = format!("{part}.js");
        let (script, map) = join::join(&name, made, &www.join(part))?;
        fs::write(package().join(&name), script)?;
        fs::write(package().join(format!("{name}.map")), map)?;
    }
    Ok(())
}

/// Gives imports names of a letter or two, and returns which were which: both the module and its JavaScript carry them.
/// Those without a hash stay, for they may stand elsewhere, too.
fn shorten<'n>(names: impl Iterator<Item = &'n mut String>) -> Vec<(String, String)> {
    let is_hash =
        |hash: &str| hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    let hashed = names.filter(|name| name.rsplit_once('_').is_some_and(|(_, hash)| is_hash(hash)));
    let shorter = hashed.enumerate().map(|(number, name)| {
        let short = letters(number);
        (std::mem::replace(name, short.clone()), short)
    });
    shorter.collect()
}

/// A number in letters: a to z, then aa, ba…
fn letters(mut number: usize) -> String {
    let mut word = String::new();
    loop {
        word.push(char::from(b'a' + (number % 26) as u8));
        match number / 26 {
            0 => return word,
            rest => number = rest - 1,
        }
    }
}

/// The bytes that the whole package may have, as brotli sends it: a page's photograph or two.
const BUDGET: usize = 652_000;

/// Prints the sizes of the package that was made, and holds it to its budget.
pub fn check_budget() -> Result<()> {
    let total = print_sizes()?;
    ensure!(
        total <= BUDGET,
        "the package has {total} bytes as brotli sends it, more than its budget of {BUDGET}"
    );
    Ok(())
}

/// Prints the bytes of every file that a page loads, as they are and as brotli sends them: their
/// sum.
fn print_sizes() -> Result<usize> {
    println!("{:>10} {:>10}  file", "bytes", "brotli");
    let mut total = 0;
    for file in shipped_files()? {
        let bytes = fs::read(&file)?;
        let compressed = compressed_size(&bytes)?;
        total += compressed;
        let name = file.strip_prefix(root())?.display().to_string();
        println!("{:>10} {compressed:>10}  {name}", bytes.len());
    }
    println!("{:>10} {total:>10}  together, of {BUDGET}", "");
    Ok(total)
}

/// The scripts and modules that a page loads; of the languages it loads one, or none.
fn shipped_files() -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for folder in [root().join(SHIPPED), root().join(SHIPPED).join("pkg")] {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.to_string_lossy();
            // The editor is for the newsroom: no reader loads it.
            let is_loaded = !name.contains("/editor");
            if is_loaded && [".js", ".wasm"].iter().any(|end| name.ends_with(end)) {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn compressed_size(bytes: &[u8]) -> Result<usize> {
    let mut compressed = Vec::new();
    brotli::BrotliCompress(
        &mut &*bytes,
        &mut compressed,
        &brotli::enc::BrotliEncoderParams::default(),
    )?;
    Ok(compressed.len())
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn numbers_are_written_in_letters() {
        let cases = [
            (0, "a"),
            (25, "z"),
            (26, "aa"),
            (27, "ba"),
            (52, "ab"),
            (701, "zz"),
            (702, "aaa"),
        ];
        for (number, word) in cases {
            assert_eq!(letters(number), word, "{number}");
        }
    }
}
