//! A file server for this machine alone: the demo needs no other.
//!
//! Every connection has a thread of its own and carries one request. A pool of threads would be
//! faster, but a browser opens more connections than it uses, keeps them, and then a request can wait
//! behind one of them for ever.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::thread;
use std::time::Duration;

use anyhow::{Result, anyhow};

/// The most bytes that the head of a request may have.
const LONGEST_HEAD: u64 = 64 * 1024;

/// How long a connection may be silent.
const PATIENCE: Duration = Duration::from_secs(60);

/// Serves the files of a folder on 127.0.0.1 until the process is stopped.
pub fn serve(folder: &Path, port: u16) -> Result<()> {
    let listener = TcpListener::bind(("127.0.0.1", port)).map_err(|error| {
        anyhow!(
            "port {port} is not free ({error}); try `cargo xtask demo {}`",
            port.saturating_add(1)
        )
    })?;
    println!(
        "\nThe demo: http://{}/   (Ctrl+C stops it)",
        listener.local_addr()?
    );
    accept(&listener, folder);
    Ok(())
}

fn accept(listener: &TcpListener, folder: &Path) {
    for stream in listener.incoming().flatten() {
        let folder = folder.to_path_buf();
        // A reader who went away before the answer is no reason to stop.
        thread::spawn(move || {
            let _ = answer(&stream, &folder);
            let _ = stream.shutdown(Shutdown::Both);
        });
    }
}

fn answer(stream: &TcpStream, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let Some((method, address)) = request(stream)? else {
        return Ok(());
    };
    let has_body = method != "HEAD";
    let (status, kind, body) = match (method.as_str(), file_of(folder, &address)) {
        ("GET" | "HEAD", Some(file)) => ("200 OK", content_type(&file), fs::read(file)?),
        ("GET" | "HEAD", None) => ("404 Not Found", plain(), b"not found".to_vec()),
        _ => ("405 Method Not Allowed", plain(), b"not allowed".to_vec()),
    };
    let mut writer = stream;
    write!(
        writer,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if has_body {
        writer.write_all(&body)?;
    }
    writer.flush()
}

/// The method and the address that a request asks for; none where nobody asked.
fn request(stream: &TcpStream) -> std::io::Result<Option<(String, String)>> {
    let mut lines = BufReader::new(stream.take(LONGEST_HEAD)).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    // The rest of the head is read too: closed with bytes unread, a connection is reset.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = first.split(' ').map(String::from);
    Ok(words.next().zip(words.next()))
}

fn plain() -> String {
    String::from("text/plain; charset=utf-8")
}

fn content_type(file: &Path) -> String {
    let kind = mime_guess::from_path(file).first_or_octet_stream();
    if kind.type_() == "text" {
        format!("{kind}; charset=utf-8")
    } else {
        kind.to_string()
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::SocketAddr;

    fn start() -> SocketAddr {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port is free");
        let address = listener.local_addr().expect("it has an address");
        thread::spawn(move || {
            accept(
                &listener,
                &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
            )
        });
        address
    }

    fn ask(address: SocketAddr, line: &str) -> String {
        let mut stream = TcpStream::connect(address).expect("the server listens");
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .expect("it can be patient");
        write!(stream, "{line} HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("it reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        answer
    }

    #[test]
    fn every_request_is_answered_beside_idle_connections() {
        let address = start();
        let idle: Vec<_> = (0..40).map(|_| TcpStream::connect(address)).collect();
        let readers: Vec<_> = (0..200)
            .map(|_| thread::spawn(move || ask(address, "GET /serve.rs?again")))
            .collect();
        for reader in readers {
            let answer = reader.join().expect("the reader is answered");
            assert!(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.ends_with("}\n"));
        }
        assert!(idle.iter().all(Result::is_ok));
    }

    #[test]
    fn what_is_asked_for_is_what_comes() {
        let address = start();
        let cases = [
            ("GET /serve.rs", "200", "//! A file server"),
            ("HEAD /serve.rs", "200", ""),
            ("GET /nothing.js", "404", "not found"),
            ("GET /../Cargo.toml", "404", "not found"),
            ("POST /serve.rs", "405", "not allowed"),
        ];
        for (line, status, body) in cases {
            let answer = ask(address, line);
            let (head, found) = answer.split_once("\r\n\r\n").expect("it has a head");
            assert!(head.contains(status), "{line}: {head}");
            assert!(found.starts_with(body), "{line}: {found}");
            assert_eq!(found.is_empty(), body.is_empty(), "{line}");
        }
    }
}
