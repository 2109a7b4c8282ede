//! A file server for this machine alone: the demo needs no other.

use std::fs::File;
use std::path::{Component, Path, PathBuf};

use anyhow::{Result, anyhow};
use tiny_http::{Header, Request, Response, Server};

/// Serves the files of a folder on 127.0.0.1 until the process is stopped.
pub fn serve(folder: &Path, port: u16) -> Result<()> {
    let server = Server::http(("127.0.0.1", port)).map_err(|error| {
        anyhow!(
            "port {port} is not free ({error}); try `cargo xtask demo {}`",
            port.wrapping_add(1)
        )
    })?;
    println!(
        "\nThe demo: http://{}/   (Ctrl+C stops it)",
        server.server_addr()
    );
    for request in server.incoming_requests() {
        // A reader who went away before the answer is no reason to stop.
        let _ = answer(folder, request);
    }
    Ok(())
}

fn answer(folder: &Path, request: Request) -> std::io::Result<()> {
    let Some(path) = file_of(folder, request.url()) else {
        return request.respond(Response::from_string("not found").with_status_code(404));
    };
    let kind = mime_guess::from_path(&path).first_or_octet_stream();
    let charset = if kind.type_() == "text" {
        "; charset=utf-8"
    } else {
        ""
    };
    let headers = [
        ("Content-Type", format!("{kind}{charset}")),
        ("Cache-Control", String::from("no-cache")),
    ];
    let mut response = Response::from_file(File::open(path)?);
    for (name, value) in headers {
        let header = Header::from_bytes(name, value).expect("the headers are ASCII");
        response.add_header(header);
    }
    request.respond(response)
}

/// The file that an address names, where it lies within the folder.
fn file_of(folder: &Path, address: &str) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next()?.trim_start_matches('/');
    let path = Path::new(path);
    let stays_inside = path
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let mut file = folder.join(path);
    if file.is_dir() {
        file.push("index.html");
    }
    (stays_inside && file.is_file()).then_some(file)
}
