//! Rules switched off one by one, to measure what each is worth: `cargo xtask ablate`.
//!
//! Only a build with the feature `dev` can switch a rule off or count; in any other, all of this
//! costs nothing.

#[cfg(feature = "dev")]
mod switches {
    use std::cell::{Cell, RefCell};
    use std::collections::BTreeMap;

    thread_local! {
        static OFF: Cell<Option<&'static str>> = const { Cell::new(None) };
        static FIRED: RefCell<BTreeMap<&'static str, usize>> = const { RefCell::new(BTreeMap::new()) };
    }

    /// Runs something on this thread with one rule switched off.
    pub fn without<T>(rule: &'static str, run: impl FnOnce() -> T) -> T {
        OFF.set(Some(rule));
        let result = run();
        OFF.set(None);
        result
    }

    /// How often each rule has changed something on this thread since this was last asked.
    pub fn take_fired() -> BTreeMap<&'static str, usize> {
        FIRED.take()
    }

    pub(super) fn is_off(rule: &str) -> bool {
        OFF.get() == Some(rule)
    }

    pub(super) fn count(rule: &'static str) {
        FIRED.with_borrow_mut(|fired| *fired.entry(rule).or_default() += 1);
    }
}

#[cfg(feature = "dev")]
pub use switches::{take_fired, without};

/// Whether a rule, by its id, is to be used.
#[inline]
pub(crate) fn is_on(rule: &'static str) -> bool {
    #[cfg(feature = "dev")]
    return !switches::is_off(rule);
    #[cfg(not(feature = "dev"))]
    {
        let _ = rule;
        true
    }
}

/// Counts that a rule has changed something.
#[inline]
pub(crate) fn fired(rule: &'static str) {
    #[cfg(feature = "dev")]
    switches::count(rule);
    #[cfg(not(feature = "dev"))]
    let _ = rule;
}

#[cfg(all(test, feature = "dev"))]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_off_for_a_while_and_counted() {
        let is_on_within = without("a", || (is_on("a"), is_on("b")));
        assert_eq!((is_on_within, is_on("a")), ((false, true), true));
        fired("a");
        fired("a");
        assert_eq!(take_fired()["a"], 2);
        assert!(take_fired().is_empty());
    }
}
