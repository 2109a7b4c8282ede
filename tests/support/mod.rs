//! What the tests share: the gold articles and the way they are scored.

#![allow(dead_code, reason = "each test uses a part of it")]

pub mod check;
pub mod corpus;
pub mod damage;
pub mod edits;
pub mod faults;
pub mod gold;
pub mod grammar;
pub mod harm;
pub mod layout;
pub mod links;
pub mod promise;
pub mod report;
pub mod score;
pub mod things;
pub mod validity;
