//! Numbers the local variables of functions by how often they are used: the same few numbers then stand in most
//! instructions, which compresses better than those in the order of their making.

use std::collections::{BTreeMap, HashMap};

use walrus::ir::{
    Instr, InstrLocId, LocalGet, LocalId, LocalSet, LocalTee, Visitor, VisitorMut, dfs_in_order,
    dfs_pre_order_mut,
};
use walrus::{LocalFunction, Module, ModuleLocals};

/// Gives the locals that each function uses most its lowest numbers.
pub fn reorder(module: &mut Module) {
    for (_, function) in module.funcs.iter_local_mut() {
        let mut others = by_use(function, &module.locals);
        let entry = function.entry_block();
        dfs_pre_order_mut(&mut others, function, entry);
    }
}

/// What each local of a function is to be called, parameters apart. Of the locals of one type the lowest name has the lowest number.
fn by_use(function: &LocalFunction, locals: &ModuleLocals) -> Renaming {
    let mut uses = Uses::default();
    dfs_in_order(&mut uses, function, function.entry_block());
    let mut types: BTreeMap<_, Vec<LocalId>> = BTreeMap::new();
    for &local in uses
        .first
        .iter()
        .filter(|local| !function.args.contains(local))
    {
        types.entry(locals.get(local).ty()).or_default().push(local);
    }
    let mut renaming = HashMap::new();
    for mut used in types.into_values() {
        let mut names = used.clone();
        names.sort_unstable();
        used.sort_by_key(|local| std::cmp::Reverse(uses.counts[local]));
        renaming.extend(used.into_iter().zip(names));
    }
    Renaming(renaming)
}

/// How often locals are used, and in which order first.
#[derive(Default)]
struct Uses {
    counts: HashMap<LocalId, usize>,
    first: Vec<LocalId>,
}

impl<'i> Visitor<'i> for Uses {
    fn visit_local_id(&mut self, local: &LocalId) {
        let count = self.counts.entry(*local).or_default();
        if *count == 0 {
            self.first.push(*local);
        }
        *count += 1;
    }
}

struct Renaming(HashMap<LocalId, LocalId>);

impl VisitorMut for Renaming {
    fn visit_instr_mut(&mut self, instr: &mut Instr, _: &mut InstrLocId) {
        let (Instr::LocalGet(LocalGet { local })
        | Instr::LocalSet(LocalSet { local })
        | Instr::LocalTee(LocalTee { local })) = instr
        else {
            return;
        };
        if let Some(&other) = self.0.get(local) {
            *local = other;
        }
    }
}

#[cfg(test)]
mod tests {
    use walrus::ir::Instr;
    use walrus::{FunctionBuilder, Module, ValType};

    use super::reorder;

    #[test]
    fn what_is_used_most_comes_first() {
        let mut module = Module::default();
        let [argument, rare, often] = [(); 3].map(|()| module.locals.add(ValType::I32));
        let mut builder = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[]);
        let mut body = builder.func_body();
        for local in [rare, often, often, argument] {
            body.local_get(local).drop();
        }
        builder.finish(vec![argument], &mut module.funcs);
        reorder(&mut module);
        let (_, function) = module.funcs.iter_local().next().expect("it was made");
        let instrs = &function.block(function.entry_block()).instrs;
        let got: Vec<_> = instrs
            .iter()
            .filter_map(|(instr, _)| match instr {
                Instr::LocalGet(get) => Some(get.local),
                _ => None,
            })
            .collect();
        assert_eq!(got, [often, rare, rare, argument]);
    }
}
