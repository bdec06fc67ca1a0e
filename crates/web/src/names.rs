//! From a host's name to the machines behind it, none of which may be private.

use std::{error::Error, fmt, net::SocketAddr, sync::Arc};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use crate::address::is_public_number;

/// Asks the system for a name's numbers and hands on only public ones. What it hands on is what is
/// connected to, so nobody can answer differently a moment later.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    /// In tests: where every name below `.test` leads.
    #[cfg(any(test, feature = "testing"))]
    pub(crate) local: Option<SocketAddr>,
}

/// The name leads into a private network, or to this computer.
#[derive(Debug)]
pub(crate) struct PrivateNumber;

impl fmt::Display for PrivateNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a private network")
    }
}

impl Error for PrivateNumber {}

impl Names {
    /// Whether a connection may go to this number.
    pub(crate) fn allows(&self, to: SocketAddr) -> bool {
        is_public_number(to.ip()) || self.is_local(to)
    }

    #[cfg(any(test, feature = "testing"))]
    fn is_local(&self, to: SocketAddr) -> bool {
        self.local == Some(to)
    }

    #[cfg(not(any(test, feature = "testing")))]
    const fn is_local(&self, _to: SocketAddr) -> bool {
        false
    }

    #[cfg(any(test, feature = "testing"))]
    fn known(&self, name: &str) -> Option<Vec<SocketAddr>> {
        let local = self.local?;
        if !name.ends_with(".test") {
            return None;
        }
        Some(match name.split('.').next()? {
            "inside" => vec![([10, 0, 0, 7], 443).into()],
            // What rebinding looks like: one good number, one bad one.
            "rebinding" => vec![local, ([127, 0, 0, 1], 1).into()],
            _ => vec![local],
        })
    }

    #[cfg(not(any(test, feature = "testing")))]
    const fn known(&self, _name: &str) -> Option<Vec<SocketAddr>> {
        None
    }
}

impl Resolve for Names {
    fn resolve(&self, name: Name) -> Resolving {
        let names = self.clone();
        Box::pin(async move {
            let found: Vec<SocketAddr> = match names.known(name.as_str()) {
                Some(known) => known,
                None => tokio::net::lookup_host((name.as_str(), 0)).await?.collect(),
            };
            // One private number among public ones is an attack, not an accident.
            if !found.iter().all(|to| names.allows(*to)) {
                return Err(Box::new(PrivateNumber) as Box<dyn Error + Send + Sync>);
            }
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

/// The resolver, shared by every connection.
pub(crate) fn shared(names: &Names) -> Arc<Names> {
    Arc::new(names.clone())
}
