//! Takes out of a module what nobody needs there: the messages of panics, which a browser prints nowhere, and the futures
//! that wasm-bindgen brings along. A panic is a trap with or without a message: so each call that panics becomes a trap
//! itself, which needs neither the place in the source nor the numbers that the message would name.

use std::collections::HashSet;

use anyhow::{Result, ensure};
use walrus::ir::{Call, Instr, InstrSeq, Unreachable, Value, VisitorMut, dfs_pre_order_mut};
use walrus::{
    ConstExpr, Data, DataKind, FunctionBuilder, FunctionId, FunctionKind, LocalFunction, Module,
    passes,
};

use crate::places;

/// What makes the messages and awaits promises, by what the names of its functions hold.
const UNUSED: [&str; 16] = [
    "js_sys::futures::",
    "wasm_bindgen::throw_str",
    "wasm_bindgen::__rt::throw_null",
    "alloc::alloc::handle_alloc_error",
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
    let mut traps = HashSet::new();
    for (id, _) in module.funcs.iter_local() {
        let name = plain(module.funcs.get(id).name.as_deref().unwrap_or_default());
        ensure!(
            formats || !name.starts_with("alloc::fmt::format"),
            "the page's part formats a string: `[…].concat()` makes one without four kilobytes"
        );
        let holds = |part: &&str| name.contains(*part);
        if UNUSED.iter().any(&holds) || !formats && FORMATTERS.iter().any(holds) {
            traps.insert(id);
        }
    }
    for &id in &traps {
        let trap = trap_of(module, id);
        module.funcs.get_mut(id).kind = FunctionKind::Local(trap);
    }
    while trap_at_calls(module, &mut traps) {}
    passes::gc::run(module);
    let segments: Vec<_> = module.data.iter().map(Data::id).collect();
    for id in segments {
        let data = module.data.get_mut(id);
        if let DataKind::Active {
            offset: ConstExpr::Value(Value::I32(start)),
            ..
        } = data.kind
        {
            places::blank(&mut data.value, start as usize);
        }
    }
    Ok(())
}

/// Makes traps of all calls of such functions; tells whether other functions do nothing but trap by that.
fn trap_at_calls(module: &mut Module, traps: &mut HashSet<FunctionId>) -> bool {
    let known = traps.len();
    let mut more = Vec::new();
    for (id, function) in module.funcs.iter_local_mut() {
        let entry = function.entry_block();
        dfs_pre_order_mut(&mut Trapping { traps }, function, entry);
        if let [(Instr::Unreachable(_), _)] = function.block(entry).instrs[..] {
            more.push(id);
        }
    }
    traps.extend(more);
    traps.len() > known
}

/// Ends sequences of instructions where they call what traps.
struct Trapping<'t> {
    traps: &'t HashSet<FunctionId>,
}

impl VisitorMut for Trapping<'_> {
    fn start_instr_seq_mut(&mut self, sequence: &mut InstrSeq) {
        let traps = |(instr, _): &_| matches!(instr, Instr::Call(Call { func }) if self.traps.contains(func));
        let Some(call) = sequence.iter().position(traps) else {
            return;
        };
        // What was computed for the call is of no use without it.
        let is_used = |(instr, _): &_| !is_pure(instr);
        let end = sequence[..call].iter().rposition(is_used);
        sequence.truncate(end.map_or(0, |end| end + 1));
        let place = sequence.end;
        sequence.push((Instr::Unreachable(Unreachable {}), place));
    }
}

/// Whether an instruction does nothing but compute.
const fn is_pure(instr: &Instr) -> bool {
    matches!(
        instr,
        Instr::Const(_)
            | Instr::LocalGet(_)
            | Instr::LocalSet(_)
            | Instr::LocalTee(_)
            | Instr::GlobalGet(_)
            | Instr::Unop(_)
            | Instr::Binop(_)
            | Instr::Load(_)
            | Instr::Select(_)
            | Instr::Drop(_)
    )
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
    use std::collections::HashSet;

    use walrus::ir::Instr;
    use walrus::{FunctionBuilder, FunctionId, Module, ValType};

    use super::{plain, trap_at_calls};

    /// A function that calls another with what it computed, where its own argument says so.
    fn caller(module: &mut Module, callee: FunctionId) -> FunctionId {
        let argument = module.locals.add(ValType::I32);
        let mut builder = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[]);
        builder.func_body().local_get(argument).if_else(
            None,
            |then| {
                then.local_get(argument).i32_const(7).drop().call(callee);
            },
            |_| {},
        );
        builder.finish(vec![argument], &mut module.funcs)
    }

    #[test]
    fn calls_of_what_traps_become_traps() {
        let mut module = Module::default();
        let argument = module.locals.add(ValType::I32);
        let mut builder = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[]);
        builder.func_body().unreachable();
        let panics = builder.finish(vec![argument], &mut module.funcs);
        let mut builder = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[]);
        builder.func_body().i32_const(1).call(panics);
        let argument = module.locals.add(ValType::I32);
        let always = builder.finish(vec![argument], &mut module.funcs);
        let sometimes = caller(&mut module, always);
        let mut traps = HashSet::from([panics]);
        while trap_at_calls(&mut module, &mut traps) {}
        assert_eq!(traps, HashSet::from([panics, always]));
        let function = module.funcs.get(sometimes).kind.unwrap_local();
        let body = &function.block(function.entry_block()).instrs;
        let [(Instr::LocalGet(_), _), (Instr::IfElse(condition), _)] = &body[..] else {
            panic!("{body:?}");
        };
        let then = &function.block(condition.consequent).instrs;
        assert!(matches!(then[..], [(Instr::Unreachable(_), _)]), "{then:?}");
    }

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
