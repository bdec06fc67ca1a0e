//! The same work on many things at once, on every core, in order.

use std::{
    num::NonZero,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use crate::{Result, Task};

/// How many things a thread takes at a time; after each handful the user may stop it.
const HANDFUL: usize = 16;

/// `work` on each of `items`, in their order, however many threads there are.
///
/// # Errors
/// [`Error::Cancelled`](crate::Error::Cancelled) once the user has stopped it.
pub(crate) fn each<T: Sync, R: Send>(
    task: &Task,
    step: &'static str,
    items: &[T],
    work: impl Fn(&T) -> R + Sync,
) -> Result<Vec<R>> {
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let results: Mutex<Vec<(usize, Vec<R>)>> = Mutex::new(Vec::new());
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let run = || -> Result<()> {
        loop {
            let at = next.fetch_add(HANDFUL, Ordering::Relaxed);
            task.step(step, count(done.load(Ordering::Relaxed)), count(items.len()))?;
            let Some(rest) = items.get(at..).filter(|rest| !rest.is_empty()) else {
                return Ok(());
            };
            let handful = rest.get(..HANDFUL).unwrap_or(rest);
            let found: Vec<R> = handful.iter().map(&work).collect();
            done.fetch_add(handful.len(), Ordering::Relaxed);
            results.lock().unwrap_or_else(PoisonError::into_inner).push((at, found));
        }
    };
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let threads = threads.min(items.len().div_ceil(HANDFUL)).max(1);
    thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(run)).collect();
        let mine = run();
        // A thread that broke leaves its handful out; the count below notices.
        let theirs = others.into_iter().filter_map(|other| other.join().ok());
        theirs.chain([mine]).collect::<Result<Vec<()>>>()
    })?;
    let mut results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
    results.sort_by_key(|(at, _)| *at);
    Ok(results.into_iter().flat_map(|(_, found)| found).collect())
}

#[cfg(test)]
mod tests {
    use tokio_util::sync::CancellationToken;

    use super::*;
    use crate::Error;

    #[test]
    fn every_thing_is_done_once_and_in_order() {
        let items: Vec<u32> = (0..1000).collect();
        let doubled = each(&Task::unwatched(), "doubling", &items, |it| it * 2).unwrap();
        assert_eq!(doubled, items.iter().map(|it| it * 2).collect::<Vec<_>>());
        assert!(each(&Task::unwatched(), "nothing", &[0; 0], |it: &u32| *it).unwrap().is_empty());
    }

    #[test]
    fn it_stops_when_told_to() {
        let cancel = CancellationToken::new();
        let task = Task::new(cancel.clone(), move |progress| {
            if progress.done > 0 {
                cancel.cancel();
            }
        });
        let items = vec![0_u32; 100_000];
        assert!(matches!(each(&task, "counting", &items, |it| *it), Err(Error::Cancelled)));
    }
}
