//! A caller's transaction function on its way to a database thread and back.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use tokio::sync::oneshot;

use crate::Error;
use crate::tx::Tx;

/// A transaction with its types erased, so that the engines are compiled once.
pub(crate) trait Job: Send {
    /// Runs it. May be called again after the first run was undone.
    fn run(&mut self, tx: &mut Tx<'_>) -> Ending;
    /// Replaces its result: what it did could not be kept.
    fn fail(&mut self, error: Error);
    /// Sends the result to the caller, who may have gone.
    fn answer(&mut self);
    /// True when nobody waits for the result any more.
    fn abandoned(&self) -> bool;
}

/// What is to happen with the changes of a [`Job`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    Keep,
    Undo,
}

struct Call<F, T, E> {
    function: F,
    result: Option<Result<T, E>>,
    reply: Option<oneshot::Sender<Result<T, E>>>,
}

/// Packs a function; its result arrives in the receiver.
pub(crate) fn pack<F, T, E>(function: F) -> (Box<dyn Job>, oneshot::Receiver<Result<T, E>>)
where
    F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: From<Error> + Send + 'static,
{
    let (reply, answer) = oneshot::channel();
    (
        Box::new(Call {
            function,
            result: None,
            reply: Some(reply),
        }),
        answer,
    )
}

impl<F, T, E> Job for Call<F, T, E>
where
    F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send,
    T: Send,
    E: From<Error> + Send,
{
    fn run(&mut self, tx: &mut Tx<'_>) -> Ending {
        // A panic belongs to its caller: the thread and the transactions of others go on. What the function captured
        // may be half changed, but it is only used again after an undone run, never after a panic.
        let outcome = catch_unwind(AssertUnwindSafe(|| (self.function)(tx)));
        let result = match outcome {
            Ok(Ok(value)) => match tx.spoiled() {
                None => Ok(value),
                Some(place) => Err(E::from(Error::Spoiled { place })),
            },
            Ok(Err(error)) => Err(error),
            Err(panic) => Err(E::from(Error::Panicked {
                message: panic_message(panic.as_ref()),
            })),
        };
        let ending = if result.is_ok() {
            Ending::Keep
        } else {
            Ending::Undo
        };
        self.result = Some(result);
        ending
    }

    fn fail(&mut self, error: Error) {
        self.result = Some(Err(E::from(error)));
    }

    fn answer(&mut self) {
        if let (Some(reply), Some(result)) = (self.reply.take(), self.result.take()) {
            // The caller may have left; what was written stays written.
            drop(reply.send(result));
        }
    }

    fn abandoned(&self) -> bool {
        self.reply.as_ref().is_none_or(oneshot::Sender::is_closed)
    }
}

fn panic_message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "no message".to_owned())
}
