//! Makes the package: the crate as WebAssembly, with the JavaScript that loads it, in `www/pkg`; the
//! folder that a site serves; and copies of the demo.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::tools::{WASM, add_wasm_target, cargo, program, root, run, say};
use crate::{join, styles};

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
    let target = root().join("target");
    run(cargo(&[
        "build",
        "--lib",
        "--release",
        "--target",
        WASM,
        "--target-dir",
    ])
    .arg(&target))?;
    bind(&target.join(WASM).join("release/newslight.wasm"))?;
    ship()
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
        strip(&folder.join(part))?;
    }
    say(&format!(
        "the package is in {SHIPPED}: a server can serve this folder as it is"
    ));
    Ok(())
}

/// Takes the comments out of the scripts of a folder: every page would load them. Maps lie beside.
fn strip(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".js") {
            let (script, map) = join::strip(&name, &fs::read_to_string(&path)?);
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
    is_kind && !["panel.css", "package-lock.json"].contains(&name)
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

/// Lets wasm-bindgen write the module and its JavaScript, and joins our own to that.
fn bind(wasm: &Path) -> Result<()> {
    let folder = package();
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    Bindgen::new()
        .input_path(wasm)
        .web(true)?
        .omit_default_module_path(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(&folder)
        .context("wasm-bindgen could not read the module")?;
    let www = root().join("www");
    let script = folder.join("newslight.js");
    let made = [fs::read_to_string(&script)?, styles::script(&www)?];
    let made = made.each_ref().map(String::as_str);
    let joined = join::join("newslight.js", &made, &www.join("core"))?;
    fs::write(&script, joined.0)?;
    fs::write(folder.join("newslight.js.map"), joined.1)?;
    Ok(())
}

/// The bytes that the whole package may have, as brotli sends it: a page's photograph or two.
const BUDGET: usize = 645_000;

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
